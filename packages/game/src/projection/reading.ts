import { type Desk, isAgreed, type RefereeLine, type Terms } from '@btt/protocol';
import type { Adjustment } from '@btt/referee';
import type { Game } from '../game';

/** What the record adds to the factions' support at this moment: stacking and expiry are settled already. */
export function adjustmentsOf(desk: Desk): Adjustment[] {
  return desk.effects.map(({ faction, points, deal }) => ({ faction, points, deal }));
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

/** What the referee says of the current draft and of everything that could still be ratified. For hosts and opened debriefs only. */
export function refereeLine(game: Game, desk: Desk): RefereeLine {
  const adjustments = adjustmentsOf(desk);
  const terms = desk.deal ?? draftTerms(desk);
  const verdict = game.referee.evaluate(terms, adjustments);
  const counts = game.referee.counts(adjustments);
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
      winSet:
        counts.kind === 'exact' ? (counts.sides.find((one) => one.side === side.side)?.count ?? null) : null,
      sentence: side.sentence,
    })),
    jointWinSet: counts.kind === 'exact' ? counts.joint : null,
    deals: counts.deals,
    complete: game.issues.every((issue) => terms[issue] !== undefined),
  };
}
