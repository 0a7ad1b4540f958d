'use client';
import { Broadcast } from '@/components/console/Broadcast';
import { useLive } from '@/lib/live';
import { t } from '@/messages';
import { ClassBar } from './ClassBar';
import { TableCard } from './TableCard';
import { useConcerns } from './useConcerns';
import { Watch } from './Watch';

/** The whole class at a glance, and what can be done everywhere at once. */
export function AllTables({ onOpen }: { readonly onOpen: (table: string) => void }) {
  const tables = useLive((state) => state.session.tables);
  const feeds = useLive((state) => state.tables);
  const readings = useLive((state) => state.readings);
  const concerns = useConcerns();
  return (
    <>
      <ClassBar />
      <Watch onOpen={onOpen} />
      <section
        aria-label={t('rooms.class')}
        className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3 2xl:grid-cols-4"
      >
        {tables.map(({ table, name }) => {
          const feed = feeds[table];
          const scenario = feed?.brief?.public;
          return (
            feed &&
            scenario && (
              <TableCard
                key={table}
                name={name}
                feed={feed}
                scenario={scenario}
                line={readings[table] ?? null}
                concerns={(concerns.get(table) ?? []).length}
                onOpen={onOpen}
              />
            )
          );
        })}
      </section>
      <Broadcast tables={tables.map(({ table }) => table)} />
    </>
  );
}
