'use client';
import { useLive } from '@/lib/live';
import { t } from '@/messages';

/** Says so when the line is cut; silent to the eye while all is well. */
export function Connection() {
  const connection = useLive((state) => state.connection);
  const pending = useLive((state) => state.pending.length);
  return (
    <div
      role="status"
      aria-live="polite"
      className={
        connection === 'online'
          ? 'sr-only'
          : 'sticky top-0 z-30 bg-brass-wash px-4 py-2 text-center text-sm text-ink'
      }
    >
      {t(`connection.${connection}`)}
      {connection !== 'online' && pending > 0 ? ` (${pending})` : ''}
    </div>
  );
}
