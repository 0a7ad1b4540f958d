'use client';
import type { TableRecord } from '@btt/protocol';
import { useEffect, useMemo, useState } from 'react';
import { MomentTools } from '@/components/lesson/tools/MomentTools';
import { Judge } from '@/components/politics/Judge';
import { Panel } from '@/components/ui/Panel';
import { useClient } from '@/lib/live';
import { createReplay, type Eyes } from '@/lib/replay';
import { useTableName } from '@/lib/table-name';
import { LanguageSwitch } from '@/components/language/LanguageSwitch';
import { t } from '@/messages';
import { After } from './After';
import { Explorer } from './explore/Explorer';
import { CHAPTERS, type Chapter, Findings } from './findings/Findings';
import { useFindings } from './findings/useFindings';
import { Controls } from './Controls';
import { EyesSelect } from './EyesSelect';
import { Moment } from './Moment';
import { Stage } from './Stage';
import { usePlayback } from './usePlayback';
import { WinSetChart } from './WinSetChart';

const PAGES = [
  'timeline',
  'mattered',
  'explore',
  'deeds',
  'words',
  'scores',
  'compared',
  'judge',
  'history',
] as const;
type Page = (typeof PAGES)[number];

/** The record of a table, replayed: the stage at any moment, through anybody's eyes. */
export function Replayer({ record }: { readonly record: TableRecord }) {
  const replay = useMemo(() => createReplay(record), [record]);
  const playback = usePlayback(replay);
  const [eyes, setEyes] = useState<Eyes>({ kind: 'all' });
  const [page, setPage] = useState<Page>('timeline');
  const client = useClient();
  // How the class votes comes after the record.
  useEffect(() => {
    if (page === 'judge') void client?.followTables();
  }, [client, page]);
  const desk = replay.deskAt(playback.position, eyes);
  const end = useMemo(() => replay.deskAt(replay.length, { kind: 'all' }), [replay]);
  const line = replay.lineAt(playback.position);
  const findings = useFindings(record.table);
  const name = useTableName(record.table) || end.name;
  return (
    <div className="mx-auto max-w-[1400px]">
      <header className="flex flex-wrap items-center justify-between gap-3 border-b border-line bg-sheet px-4 py-3">
        <div>
          <p className="text-xs font-semibold uppercase tracking-wide text-muted">
            {t('debrief.title')} · {name}
          </p>
          <h1 className="text-xl">
            {end.outcome ? t(`outcome.${end.outcome.outcome}`) : record.brief.public.title}
          </h1>
        </div>
        <nav aria-label={t('debrief.parts')} className="flex max-w-full flex-wrap gap-1">
          {PAGES.map((one) => (
            <button
              key={one}
              type="button"
              aria-current={page === one ? 'page' : undefined}
              onClick={() => setPage(one)}
              className={`min-h-11 rounded-full px-4 text-sm font-semibold ${page === one ? 'bg-ink text-sheet' : ''}`}
            >
              {t(`debrief.part.${one}`)}
            </button>
          ))}
        </nav>
        {page === 'timeline' && <EyesSelect scenario={record.brief.public} eyes={eyes} onChange={setEyes} />}
      </header>
      <main className="grid grid-cols-[minmax(0,1fr)] gap-3 p-3 lg:p-4">
        {isChapter(page) && <Findings record={record} chapter={page} answer={findings} />}
        {page === 'explore' && <Explorer record={record} replay={replay} playback={playback} />}
        {page === 'judge' && <Judge scenario={record.brief.public} end={end} />}
        {page === 'history' && <After record={record} end={end} />}
        {page === 'timeline' && (
          <>
            <Panel title={t('debrief.chart')}>
              <WinSetChart record={record} replay={replay} position={playback.position} onGo={playback.go} />
              <Controls replay={replay} playback={playback} />
            </Panel>
            <div className="grid gap-3 lg:grid-cols-[minmax(0,1fr)_24rem]">
              <Stage record={record} desk={desk} line={eyes.kind === 'all' ? line : null} eyes={eyes} />
              <Moment
                record={record}
                replay={replay}
                position={playback.position}
                eyes={eyes}
                desk={desk}
                line={line}
              />
            </div>
            <MomentTools
              table={record.table}
              position={playback.position}
              playable={replay.deskAt(playback.position, { kind: 'all' }).outcome === null}
              go={playback.go}
            />
          </>
        )}
        <LanguageSwitch />
      </main>
    </div>
  );
}

function isChapter(page: Page): page is Chapter {
  return CHAPTERS.some((chapter) => chapter === page);
}
