'use client';
import { useLive } from '@/lib/live';
import { Button } from '@/components/ui/Button';
import { t } from '@/messages';
import { useHost } from './useHost';

/** The tables of the session, with where each stands. */
export function TableTabs({
  chosen,
  onChoose,
}: {
  readonly chosen: string;
  readonly onChoose: (table: string) => void;
}) {
  const tables = useLive((state) => state.session.tables);
  const feeds = useLive((state) => state.tables);
  const host = useHost();
  return (
    <nav aria-label={t('tables.title')} className="flex flex-wrap items-center gap-2">
      {tables.map(({ table, name }) => {
        const phase = feeds[table]?.desk.phase ?? 'lobby';
        const calls = Object.values(feeds[table]?.desk.help ?? {}).filter(Boolean).length;
        return (
          <Button
            key={table}
            look={table === chosen ? 'strong' : 'plain'}
            aria-current={table === chosen ? 'true' : undefined}
            onClick={() => onChoose(table)}
          >
            {name} <span className="font-normal">{t(`phase.${phase}`)}</span>
            {calls > 0 && <span>{t('tables.calls', { count: calls })}</span>}
          </Button>
        );
      })}
      <Button look="quiet" disabled={host.busy} onClick={() => void host.session({ type: 'add-table' })}>
        {t('tables.add')}
      </Button>
      {host.error && <p role="alert">{host.error}</p>}
    </nav>
  );
}
