'use client';
import { useHost } from '@/components/console/useHost';
import { Button } from '@/components/ui/Button';
import { useLive } from '@/lib/live';
import { type MessageKey, t } from '@/messages';

const WHAT: Readonly<Record<string, MessageKey>> = {
  'seat-everyone': 'undo.seat-everyone',
  seat: 'undo.seat',
  watch: 'undo.watch',
  unseat: 'undo.unseat',
  remove: 'undo.remove',
  'remove-table': 'undo.remove-table',
  'change-table': 'undo.change-table',
};

/** Takes the last change of seats, people or tables back. */
export function Undo() {
  const what = useLive((state) => state.session.undo.at(-1)?.what);
  const host = useHost();
  if (what === undefined) return null;
  return (
    <>
      <Button disabled={host.busy} onClick={() => void host.session({ type: 'undo' })}>
        {t('undo.button', { what: t(WHAT[what] ?? 'undo.other') })}
      </Button>
      {host.error && <p role="alert">{host.error}</p>}
    </>
  );
}
