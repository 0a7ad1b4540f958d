'use client';
import type { TableFeed } from '@btt/client';
import type { Desk, PublicScenario, RefereeLine } from '@btt/protocol';
import { memo } from 'react';
import { Progress } from '@/components/console/Progress';
import { Clock } from '@/components/ui/Clock';
import { agreedOf } from '@/lib/watch';
import { t } from '@/messages';
import { MiniBoard } from './MiniBoard';

interface Props {
  /** As the host calls it now. */
  readonly name: string;
  readonly feed: TableFeed;
  readonly scenario: PublicScenario;
  readonly line: RefereeLine | null;
  readonly concerns: number;
  readonly onOpen: (table: string) => void;
}

/** One table at a glance: where it is, how far the draft is, who would ratify it, what was done, and whether it needs the host. */
export const TableCard = memo(function TableCard({ name, feed, scenario, line, concerns, onOpen }: Props) {
  const { desk } = feed;
  const { agreed, of } = agreedOf(desk, scenario);
  const held = scenario.roles.filter((role) => (desk.seats[role.id] ?? []).length > 0).length;
  const initialled = scenario.sides.filter((side) => desk.initials[side.id] !== undefined);
  const result = desk.results.at(-1);
  const measures = desk.moves.filter((made) => made.kind === 'measure');
  const rounds = desk.settings?.rounds.length ?? 0;
  return (
    <article
      aria-label={name}
      className={`flex flex-col gap-2 rounded-lg border bg-sheet p-3 text-sm ${concerns > 0 ? 'border-2 border-brass' : 'border-line'}`}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h3 className="text-base">
          <button
            type="button"
            aria-label={t('tablecard.open', { name })}
            className="min-h-8 font-semibold text-blue underline underline-offset-4"
            onClick={() => onOpen(desk.table)}
          >
            {name}
          </button>
        </h3>
        {(desk.deadline !== null || desk.paused !== null) && (
          <Clock deadline={desk.deadline} paused={desk.paused} className="text-lg" />
        )}
      </div>
      <p>
        {t(`phase.${desk.phase}`)}
        {desk.phase === 'bargaining' &&
          ` · ${desk.returned > 0 ? t('round.extra', { round: desk.round }) : t('round.of', { round: desk.round, rounds })}`}
      </p>
      <Progress desk={desk} scenario={scenario} />
      <MiniBoard desk={desk} scenario={scenario} line={line} />
      <div>
        <p>{t('tablecard.draft', { agreed, of })}</p>
        <div aria-hidden="true" className="mt-1 h-2 overflow-hidden rounded-full border border-line-strong">
          <div className="h-full bg-ink" style={{ width: `${of === 0 ? 0 : (100 * agreed) / of}%` }} />
        </div>
      </div>
      {initialled.length > 0 && !desk.deal && (
        <p className="text-brass">
          {t('tablecard.initials', { who: initialled.map((side) => side.short).join(', ') })}
        </p>
      )}
      <p className="text-muted">
        {t('tablecard.people', { held, seats: scenario.roles.length })}
        {measures.length > 0 && (
          <>
            <br />
            {t('tablecard.measures', { made: measures.length, abroad: abroad(desk, scenario) })}
          </>
        )}
      </p>
      {desk.outcome || result ? (
        <p className="font-serif">{desk.outcome?.sentence ?? result?.sentence}</p>
      ) : (
        line &&
        line.jointWinSet !== null &&
        desk.phase !== 'lobby' && (
          <p className="text-muted">{t('tablecard.joint', { count: line.jointWinSet })}</p>
        )
      )}
      {concerns > 0 && (
        <p className="font-semibold text-brass">
          <span aria-hidden="true">! </span>
          {t('tablecard.concerns', { count: concerns })}
        </p>
      )}
    </article>
  );
});

/** Measures that moved a faction of another side for the better. */
function abroad(desk: Desk, scenario: PublicScenario): number {
  const sideOf = new Map(scenario.roles.map((role) => [role.id, role.side]));
  const helped = new Set<string>();
  for (const effect of desk.effects) {
    const cause = desk.behind[effect.id]?.cause;
    const made = desk.moves.find((one) => one.id === cause);
    if (made?.kind === 'measure' && effect.points > 0 && sideOf.get(effect.faction) !== made.side)
      helped.add(made.id);
  }
  return helped.size;
}
