'use client';
import type { Desk } from '@btt/protocol';
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import { chanceText, oddsText } from '@/lib/describe-chance';
import type { LogNames } from '@/lib/log-names';
import { t } from '@/messages';
import { useHost } from './useHost';

/** Chances that are still open: the host may leave them to luck or decide. */
export function Draws({
  table,
  desk,
  names,
}: {
  readonly table: string;
  readonly desk: Desk;
  readonly names: LogNames;
}) {
  const host = useHost();
  const open = desk.draws.filter((draw) => draw.hit === null);
  if (open.length === 0) return null;
  return (
    <Panel title={t('draws.title')} level={3}>
      <ul className="flex flex-col gap-3 text-sm">
        {open.map((draw) => (
          <li key={draw.id}>
            <p>
              {t('draws.pending', {
                what: chanceText(draw, names),
                odds: oddsText(draw.odds),
                round: draw.round,
              })}
            </p>
            <div className="mt-1 flex gap-2">
              <Button
                disabled={host.busy}
                onClick={() => void host.table(table, { type: 'overrule-draw', draw: draw.id, hit: true })}
              >
                {t('draws.hit')}
              </Button>
              <Button
                disabled={host.busy}
                onClick={() => void host.table(table, { type: 'overrule-draw', draw: draw.id, hit: false })}
              >
                {t('draws.miss')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {host.error && <p role="alert">{host.error}</p>}
    </Panel>
  );
}
