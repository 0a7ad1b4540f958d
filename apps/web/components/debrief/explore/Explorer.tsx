'use client';
import '@/messages/library';
import type { Desk, Exploration, PublicScenario, TableRecord, Terms } from '@btt/protocol';
import { useMemo, useState } from 'react';
import { colourOf } from '@/components/board/colours';
import { namesOf } from '@/components/scenario/names';
import { Supports } from '@/components/scenario/try/Supports';
import { VerdictPanel } from '@/components/scenario/try/VerdictPanel';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { Panel } from '@/components/ui/Panel';
import type { Replay } from '@/lib/replay';
import { t } from '@/messages';
import { Controls } from '../Controls';
import type { Playback } from '../usePlayback';
import { AgreementsPanel } from './AgreementsPanel';
import { DealChoice } from './DealChoice';
import { useAgreements, useExploration } from './useExploration';

interface Props {
  readonly record: TableRecord;
  readonly replay: Replay;
  readonly playback: Playback;
}

/** Any agreement at any moment of the record: who would have ratified it, and what else could have been ratified. */
export function Explorer({ record, replay, playback }: Props) {
  const scenario = record.brief.public;
  const names = useMemo(() => namesOf(scenario), [scenario]);
  const { position } = playback;
  const desk = replay.deskAt(position, { kind: 'all' });
  const [deal, setDeal] = useState<Terms>(() => termsOf(replay.deskAt(replay.length, { kind: 'all' })));
  const now = useExploration(record.table, position, deal);
  const before = useExploration(record.table, 0, deal);
  const agreements = useAgreements(record.table, position, deal);
  const newest = desk.moves.at(-1);
  return (
    <>
      <Panel title={t('explore.moment')}>
        <p className="max-w-prose text-sm text-muted">{t('explore.moment.text')}</p>
        <Controls replay={replay} playback={playback} />
        <p className="mt-2 font-serif">
          {newest ? t('explore.after', { headline: newest.headline }) : t('explore.before')}
        </p>
      </Panel>
      {now?.ok && <InShort now={now} scenario={scenario} />}
      {now !== null && !now.ok && <Notice tone="error">{now.message}</Notice>}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-3 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="flex min-w-0 flex-col gap-3">
          <Panel title={t('explore.deal')}>
            <div className="mb-3 flex flex-wrap gap-2">
              <Button onClick={() => setDeal(termsOf(desk))}>{t('explore.fromDraft')}</Button>
              <Button onClick={() => setDeal(termsOf(replay.deskAt(replay.length, { kind: 'all' })))}>
                {t('explore.fromEnd')}
              </Button>
              <Button onClick={() => setDeal({})}>{t('explore.clear')}</Button>
            </div>
            <p className="mb-2 text-sm text-muted">{t('explore.swaps')}</p>
            <DealChoice
              scenario={scenario}
              deal={deal}
              swaps={now?.ok ? now.swaps : null}
              onChange={setDeal}
            />
          </Panel>
          <AgreementsPanel scenario={scenario} deal={deal} wanted={agreements} onTake={setDeal} />
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          {now === null && <p role="status">{t('explore.loading')}</p>}
          {now?.ok && (
            <>
              {!now.possible && <Notice>{t('explore.impossible')}</Notice>}
              <VerdictPanel trial={now} names={names} language={scenario.language} />
              <Supports scenario={scenario} now={now} alone={before?.ok ? before : null} names={names} />
              <p className="text-sm text-muted">{t('explore.change')}</p>
            </>
          )}
        </div>
      </div>
    </>
  );
}

/** The verdict where the whole of it is far below; read aloud there. */
function InShort({ now, scenario }: { readonly now: Exploration; readonly scenario: PublicScenario }) {
  return (
    <p
      aria-hidden="true"
      className="sticky top-0 z-10 -mx-3 flex flex-wrap gap-x-4 border-b border-line-strong bg-sheet px-4 py-2 font-semibold lg:hidden"
    >
      {now.line.sides.map(({ side, passes, yes, no }) => {
        const { short, colour } = scenario.sides.find((one) => one.id === side) ?? {};
        return (
          <span key={side} className={colourOf(colour).text}>
            {passes ? '✓' : '✕'} {short} {yes} : {no}
          </span>
        );
      })}
    </p>
  );
}

/** What stood in the draft, agreed or not; the agreement once there was one. */
function termsOf({ deal, text }: Desk): Terms {
  return (
    deal ??
    Object.fromEntries(
      Object.entries(text).flatMap(([issue, { option }]) => (option === null ? [] : [[issue, option]])),
    )
  );
}
