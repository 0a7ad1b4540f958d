'use client';
import Link from 'next/link';
import { useLive } from '@/lib/live';
import { t } from '@/messages';

/** The way from the console to the debrief with the class, once a table has come to its end. */
export function LeadLink() {
  const code = useLive((state) => state.session.code);
  const over = useLive((state) => Object.values(state.tables).some((feed) => feed.desk.phase === 'debrief'));
  if (!over) return null;
  return (
    <Link
      href={`/lesson?code=${code}`}
      className="inline-flex min-h-11 items-center justify-center rounded-md border-2 border-brass bg-sheet px-4 font-semibold text-brass"
    >
      {t('lesson.open')}
    </Link>
  );
}
