'use client';
import type { TableFeed } from '@btt/client';
import type { PublicScenario } from '@btt/protocol';
import Link from 'next/link';
import { Board } from '@/components/board/Board';
import { boardBlocs, boardFactions, boardSides } from '@/components/board/truth';
import { Watching } from '@/components/lesson/student/Watching';
import { ResultView } from '@/components/result/ResultView';
import { Wire } from '@/components/screen/Wire';
import { Clock } from '@/components/ui/Clock';
import { Panel } from '@/components/ui/Panel';
import { useLive } from '@/lib/live';
import { useTableName } from '@/lib/table-name';
import { t } from '@/messages';
import { Waiting } from './Waiting';

/** A table as everybody may see it, for somebody without a seat there. */
export function Observe({ table }: { readonly table: string }) {
  const feed = useLive((state) => state.tables[table]);
  const name = useTableName(table);
  const scenario = feed?.brief?.public;
  if (!feed || !scenario) return <Waiting title={t('play.opening')} text={t('play.opening.text')} />;
  return <Watched name={name} feed={feed} scenario={scenario} />;
}

function Watched({
  name,
  feed,
  scenario,
}: {
  readonly name: string;
  readonly feed: TableFeed;
  readonly scenario: PublicScenario;
}) {
  const { desk } = feed;
  const result = desk.results.at(-1);
  const next = desk.phase === 'lobby' ? 'lobby' : desk.phase === 'debrief' ? 'debrief' : 'playing';
  return (
    <main className="mx-auto flex max-w-4xl flex-col gap-3 px-3 py-6">
      <h1 className="text-3xl">{t('observe.title', { table: name })}</h1>
      <Watching scenario={scenario} />
      <Panel>
        <p>{t('observe.text')}</p>
        <p role="status" className="mt-2 font-semibold">
          {t(`phase.${desk.phase}`)}. {t(`observe.next.${next}`)}
        </p>
        {(desk.deadline !== null || desk.paused !== null) && (
          <Clock deadline={desk.deadline} paused={desk.paused} className="text-3xl" />
        )}
        {desk.debriefOpen && (
          <p>
            <Link
              href={`/debrief?table=${desk.table}`}
              className="inline-flex min-h-11 items-center font-semibold"
            >
              {t('observe.debrief')}
            </Link>
          </p>
        )}
      </Panel>
      {result && (desk.phase === 'count' || desk.phase === 'debrief') && (
        <ResultView result={result} scenario={scenario} />
      )}
      <div className="rounded-lg border border-line bg-sheet p-2">
        <Board
          sides={boardSides(scenario, desk)}
          factions={boardFactions(scenario, desk, null, null)}
          arrows={[]}
          blocs={boardBlocs(desk)}
        />
      </div>
      <div className="[&_.text-3xl]:text-lg [&_.text-lg]:text-sm">
        <Wire feed={feed} scenario={scenario} />
      </div>
    </main>
  );
}
