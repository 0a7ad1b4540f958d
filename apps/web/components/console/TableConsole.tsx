'use client';
import type { TableFeed } from '@btt/client';
import type { Brief } from '@btt/protocol';
import { useMemo } from 'react';
import { Reading } from '@/components/debrief/Reading';
import { ResultView } from '@/components/result/ResultView';
import { useLive } from '@/lib/live';
import { logNames } from '@/lib/log-names';
import { Panel } from '@/components/ui/Panel';
import { t } from '@/messages';
import { Channels } from '@/components/room/Channels';
import { Attention } from './Attention';
import { Broadcast } from './Broadcast';
import { ClockControls } from './ClockControls';
import { Draws } from './Draws';
import { Events } from './Events';
import { HostBoard } from './HostBoard';
import { HostDraft } from './HostDraft';
import { Seats } from './Seats';
import { TableLog } from './TableLog';

interface Props {
  readonly table: string;
  readonly feed: TableFeed;
  readonly brief: Brief;
}

/** One table, live, with everything the host may do about it. */
export function TableConsole({ table, feed, brief }: Props) {
  const line = useLive((state) => state.readings[table]) ?? null;
  const words = useLive((state) => state.words);
  const { desk } = feed;
  const names = useMemo(() => {
    const channels = (brief.host?.channels ?? []).map((one): [string, string] => [one.id, one.name]);
    return logNames(brief.public, desk, words, new Map(channels));
  }, [brief, desk, words]);
  const result = desk.results.at(-1);
  return (
    <>
      <ClockControls table={table} desk={desk} scenario={brief.public} />
      <Attention table={table} feed={feed} scenario={brief.public} />
      {desk.outcome && desk.outcome.sentence !== result?.sentence && (
        <Panel title={t(`outcome.${desk.outcome.outcome}`)}>
          <p className="font-serif text-lg">{desk.outcome.sentence}</p>
        </Panel>
      )}
      {result && (desk.phase === 'count' || desk.phase === 'debrief') && (
        <ResultView result={result} scenario={brief.public} />
      )}
      <Seats desk={desk} scenario={brief.public} />
      <div className="grid gap-3 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-3">
          <HostBoard desk={desk} scenario={brief.public} line={line} />
          <HostDraft desk={desk} scenario={brief.public} />
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          {line && <Reading line={line} scenario={brief.public} />}
          <Broadcast tables={[table]} />
          <Draws table={table} desk={desk} names={names} />
          {brief.host && desk.outcome === null && (
            <Events table={table} desk={desk} triggers={brief.host.triggers} />
          )}
        </div>
      </div>
      {brief.host && <Channels feed={feed} scenario={brief.public} channels={brief.host.channels} />}
      <TableLog feed={feed} names={names} />
    </>
  );
}
