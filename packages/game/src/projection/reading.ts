import type { Referee } from '@btt/referee';
import { type Desk, isAgreed, type RefereeLine, type Terms } from '@btt/protocol';
import type { Game } from '../game';
import type { WinSets } from './counting';
import { adjustmentsOf, type Vector, vectorOf } from './vector';

/** What the referee makes of a desk at once, and what remains to be counted elsewhere. */
export interface DeskReading {
  /** The desk that was read. */
  readonly desk: Desk;
  /** Supports, votes and the verdict of the draft. The win-sets are still open. */
  readonly line: RefereeLine;
  /** What they are to be counted for. */
  readonly vector: Vector;
}

/** The options of the draft, accepted or not; issues without an option are left out. */
function draftTerms(desk: Desk): Terms {
  return Object.fromEntries(
    Object.entries(desk.text).flatMap(([issue, clause]) =>
      clause.option === null ? [] : [[issue, clause.option]],
    ),
  );
}

/** Support of one faction counting agreed clauses only. */
export function supportOnAgreedTerms(game: Game, desk: Desk, faction: string): number {
  const agreed = Object.entries(draftTerms(desk)).filter(([issue]) => isAgreed(desk, issue, game.sides));
  const supports = game.referee.support(Object.fromEntries(agreed), adjustmentsOf(desk));
  return supports.find((one) => one.faction === faction)?.support ?? 0;
}

/** Whether anything has changed that the referee looks at. */
export function weighs(before: Desk, after: Desk): boolean {
  return before.text !== after.text || before.effects !== after.effects || before.deal !== after.deal;
}

/**
 * Reads a desk, going on from what was read before: live after every event, and in a debrief event by event. What has not changed is taken
 * over, so that the same reading comes back (the very same object) when nothing has. For hosts and opened debriefs only.
 */
export function readDesk(game: Game, desk: Desk, before: DeskReading | null): DeskReading {
  if (before && !weighs(before.desk, desk)) return before;
  const vector =
    before && before.desk.effects === desk.effects ? before.vector : vectorOf(adjustmentsOf(desk));
  return { desk, vector, line: draftLine(game, desk, vector) };
}

function draftLine(game: Game, desk: Desk, vector: Vector): RefereeLine {
  const terms = desk.deal ?? draftTerms(desk);
  return lineOf(game, terms, game.referee.evaluate(terms, vector.adjustments));
}

/** A verdict as the referee's line tells it; the win-sets are still open. */
export function lineOf(game: Game, terms: Terms, verdict: ReturnType<Referee['evaluate']>): RefereeLine {
  return {
    supports: Object.fromEntries(verdict.factions.map((one) => [one.faction, one.support])),
    votes: verdict.votes,
    sides: verdict.sides.map((side) => ({
      side: side.side,
      passes: side.passes,
      yes: side.yes,
      no: side.no,
      abstained: side.abstain,
      margin: side.margin,
      winSet: null,
      sentence: side.sentence,
    })),
    jointWinSet: null,
    deals: game.scenario.issues.reduce((product, issue) => product * issue.options.length, 1),
    complete: game.issues.every((issue) => terms[issue] !== undefined),
  };
}

/** The whole line: with the sizes of the win-sets, where there are not too many deals to be counted. */
export function counted(line: RefereeLine, counts: WinSets): RefereeLine {
  if (counts.kind === 'too-large') return { ...line, deals: counts.deals };
  const sizes = new Map(counts.sides.map(({ side, count }) => [side, count]));
  return {
    ...line,
    sides: line.sides.map((side) => ({ ...side, winSet: sizes.get(side.side) ?? null })),
    jointWinSet: counts.joint,
    deals: counts.deals,
  };
}

/** A line whose win-sets are still being counted; `part` of that work, 0 to 1, is done. */
export function stillCounting(line: RefereeLine, part: number): RefereeLine {
  return { ...line, counting: part };
}
