'use client';
import { Button } from '@/components/ui/Button';
import { useLive } from '@/lib/live';
import { t } from '@/messages';

/** What the console shows: the whole class, the seating plan, or one table by its id. */
export type View = 'class' | 'seating' | { readonly table: string };

/** Tables that have a button each; with more, a list is quicker. */
const BUTTONS = 6;

export function RoomNav({ view, onView }: { readonly view: View; readonly onView: (view: View) => void }) {
  const tables = useLive((state) => state.session.tables);
  const feeds = useLive((state) => state.tables);
  const chosen = typeof view === 'object' ? view.table : '';
  return (
    <nav aria-label={t('rooms.nav')} className="flex flex-wrap items-center gap-2">
      {(['class', 'seating'] as const).map((one) => (
        <Button
          key={one}
          look={view === one ? 'strong' : 'plain'}
          aria-current={view === one ? 'true' : undefined}
          onClick={() => onView(one)}
        >
          {t(`rooms.${one}`)}
        </Button>
      ))}
      {tables.length > BUTTONS ? (
        <select
          aria-label={t('rooms.table')}
          value={chosen}
          onChange={(event) => onView({ table: event.target.value })}
          className={`min-h-11 min-w-0 max-w-full rounded-md border bg-sheet px-2 text-sm font-semibold ${chosen ? 'border-2 border-ink' : 'border-line-strong'}`}
        >
          <option value="" disabled>
            {t('rooms.table')} …
          </option>
          {tables.map(({ table, name }) => (
            <option key={table} value={table}>
              {name}
            </option>
          ))}
        </select>
      ) : (
        tables.map(({ table, name }) => {
          const calls = Object.values(feeds[table]?.desk.help ?? {}).filter(Boolean).length;
          return (
            <Button
              key={table}
              look={table === chosen ? 'strong' : 'plain'}
              aria-current={table === chosen ? 'true' : undefined}
              onClick={() => onView({ table })}
            >
              {name} <span className="font-normal">{t(`phase.${feeds[table]?.desk.phase ?? 'lobby'}`)}</span>
              {calls > 0 && <span>{t('tables.calls', { count: calls })}</span>}
            </Button>
          );
        })
      )}
    </nav>
  );
}
