'use client';
import type { Desk, RefereeLine, TableRecord } from '@btt/protocol';
import { Board } from '@/components/board/Board';
import { boardBlocs, boardFactions, boardSides, trueArrows } from '@/components/board/truth';
import { Panel } from '@/components/ui/Panel';
import type { Eyes } from '@/lib/replay';
import { factionScore } from '@btt/protocol';
import { signed } from '@/lib/signed';
import { t } from '@/messages';
import { DraftTable } from './DraftTable';

interface Props {
  readonly record: TableRecord;
  readonly desk: Desk;
  /** The referee's line, when the whole truth is looked at. */
  readonly line: RefereeLine | null;
  readonly eyes: Eyes;
}

/** The board and the draft as they then were: with true supports for everybody's eyes, with what it knew for a role's. */
export function Stage({ record, desk, line, eyes }: Props) {
  const scenario = record.brief.public;
  const own = eyes.kind === 'role' ? record.briefs[eyes.role]?.own : null;
  const ownScore = own
    ? factionScore(
        own,
        desk.effects,
        desk.deal ?? termsSeen(desk, scenario.roles.find((role) => role.id === own.role)?.kind),
      )
    : null;
  const truth = eyes.kind === 'all';
  const factions = boardFactions(
    scenario,
    desk,
    line,
    eyes.kind === 'role' ? { role: eyes.role, value: ownScore ? signed(ownScore.total) : null } : null,
  );
  const newest = desk.moves.at(-1);
  return (
    <Panel
      title={
        eyes.kind === 'all'
          ? t('stage.truth')
          : t('stage.eyes', { role: scenario.roles.find((role) => role.id === eyes.role)?.name ?? '' })
      }
      aside={t(`phase.${desk.phase}`)}
    >
      <Board
        sides={boardSides(scenario, desk)}
        factions={factions}
        arrows={truth ? trueArrows(scenario, desk, 1) : []}
        blocs={boardBlocs(desk)}
      />
      {newest && (
        <p className="mb-3 font-serif text-sm text-brass">
          {t('stage.newest')} {newest.headline}
        </p>
      )}
      <DraftTable scenario={scenario} desk={desk} eyes={eyes} />
    </Panel>
  );
}

function termsSeen(desk: Desk, kind: string | undefined): Readonly<Record<string, string>> {
  const text = kind === 'negotiator' || kind === 'aide' ? desk.text : (desk.shown?.draft ?? {});
  return Object.fromEntries(
    Object.entries(text).flatMap(([issue, clause]) =>
      clause.option === null ? [] : [[issue, clause.option]],
    ),
  );
}
