'use client';
import Link from 'next/link';
import { Panel } from '@/components/ui/Panel';
import { useLive } from '@/lib/live';
import { t } from '@/messages';
import { useLesson } from '../useLesson';

/** The host's bookmarks on moments of all tables. */
export function Bookmarks() {
  const lesson = useLesson();
  const tables = useLive((state) => state.session.tables);
  const notes = lesson?.view.notes ?? [];
  if (notes.length === 0) return null;
  return (
    <Panel title={t('tools.notes')} level={3}>
      <ul className="flex flex-col gap-2">
        {notes.map(({ id, table, position, words }) => (
          <li key={id}>
            <Link
              href={`/debrief?table=${table}&at=${position}`}
              className="inline-flex min-h-11 items-center font-semibold"
            >
              {tables.find((one) => one.table === table)?.name} · {t('tools.go', { position })}
            </Link>
            {words !== null && <p className="text-sm">{lesson?.words[words] ?? ''}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
