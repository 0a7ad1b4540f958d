'use client';
import type { Desk, HostBrief } from '@btt/protocol';
import { Button } from '@/components/ui/Button';
import { t } from '@/messages';
import { useHost } from './useHost';

/** Events of the scenario that have not happened yet; the host may bring one in at any moment of the bargaining. */
export function Events({
  table,
  desk,
  triggers,
}: {
  readonly table: string;
  readonly desk: Desk;
  readonly triggers: HostBrief['triggers'];
}) {
  const host = useHost();
  const open = triggers.filter((trigger) => desk.triggers[trigger.id] === undefined);
  return (
    <details className="rounded-lg border border-line bg-sheet p-4">
      <summary className="min-h-8">
        <h2 className="inline text-lg">{t('events.title', { count: open.length })}</h2>
      </summary>
      <ul
        tabIndex={0}
        aria-label={t('events.title', { count: open.length })}
        className="mt-2 max-h-96 divide-y divide-line overflow-y-auto text-sm"
      >
        {open.map((trigger) => (
          <li key={trigger.id} className="flex items-center justify-between gap-2 py-2">
            <span>
              {trigger.name}
              <span className="block text-muted">
                {trigger.date} · {trigger.when}
              </span>
            </span>
            <Button
              disabled={host.busy || desk.phase !== 'bargaining'}
              aria-label={t('events.fire.of', { name: trigger.name })}
              onClick={() => void host.table(table, { type: 'fire', trigger: trigger.id })}
            >
              {t('events.fire')}
            </Button>
          </li>
        ))}
      </ul>
      {host.error && <p role="alert">{host.error}</p>}
    </details>
  );
}
