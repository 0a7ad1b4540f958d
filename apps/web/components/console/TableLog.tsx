'use client';
import type { TableFeed } from '@btt/client';
import { useMemo, useState } from 'react';
import { timeOfDay } from '@/components/debrief/time';
import { describe, type LogKind } from '@/lib/describe';
import type { LogNames } from '@/lib/log-names';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';

const FILTERS: Record<'all' | 'moves' | 'draft' | 'talk' | 'press' | 'home', readonly LogKind[] | null> = {
  all: null,
  moves: ['move', 'faction', 'hidden'],
  draft: ['draft'],
  talk: ['talk', 'people'],
  press: ['press'],
  home: ['home'],
};
type Filter = keyof typeof FILTERS;

/** Newest lines shown at most. */
const MOST = 200;

/** Everything that has happened at the table, newest first. */
export function TableLog({ feed, names }: { readonly feed: TableFeed; readonly names: LogNames }) {
  const [filter, setFilter] = useState<Filter>('all');
  const kinds = FILTERS[filter];
  const lines = useMemo(
    () =>
      feed.entries
        .flatMap((entry) =>
          entry.facts.flatMap((fact, i) => {
            const line = describe(fact, names);
            return line && (kinds === null || kinds.includes(line.kind))
              ? [{ key: `${entry.n} ${i}`, at: entry.at, ...line }]
              : [];
          }),
        )
        .slice(-MOST)
        .reverse(),
    [feed.entries, names, kinds],
  );
  return (
    <Panel title={t('tablelog.title')}>
      <label className="mb-2 flex items-center gap-2 text-sm">
        {t('tablelog.show')}
        <select
          value={filter}
          onChange={(event) => setFilter(event.target.value as Filter)}
          className="min-h-11 rounded-md border border-line-strong bg-sheet px-2"
        >
          {(Object.keys(FILTERS) as Filter[]).map((one) => (
            <option key={one} value={one}>
              {t(`tablelog.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <ol className="max-h-96 overflow-y-auto text-sm" tabIndex={0} aria-label={t('tablelog.title')}>
        {lines.map((line) => (
          <li
            key={line.key}
            className={`flex gap-3 border-t border-line py-1 ${line.kind === 'hidden' ? 'italic text-muted' : ''}`}
          >
            <span className="whitespace-nowrap text-muted">{timeOfDay(line.at)}</span>
            <span>{line.text}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
