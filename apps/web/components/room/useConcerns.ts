'use client';
import { useMemo } from 'react';
import { useNow } from '@/lib/clock';
import { useLive } from '@/lib/live';
import { type Concern, concerns } from '@/lib/watch';

/** Minutes are told, so looking every so many milliseconds is enough. */
const STEP = 15_000;

/** What may need the host, by table. */
export function useConcerns(): ReadonlyMap<string, readonly Concern[]> {
  const tables = useLive((state) => state.session.tables);
  const feeds = useLive((state) => state.tables);
  const online = useLive((state) => state.online);
  const now = Math.floor(useNow() / STEP) * STEP;
  return useMemo(
    () =>
      new Map(
        tables.map(({ table }) => {
          const feed = feeds[table];
          const scenario = feed?.brief?.public;
          return [table, feed && scenario ? concerns(feed, scenario, online, now) : []];
        }),
      ),
    [tables, feeds, online, now],
  );
}
