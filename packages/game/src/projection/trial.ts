import type { Terms, Trial } from '@btt/protocol';
import { plannedAdjustments, principalValue } from '@btt/referee';
import type { Game } from '../game';
import { lineOf } from './reading';
import { type Vector, vectorOf } from './vector';

/** What the referee says at once to a deal that somebody tries, and what remains to be counted elsewhere. */
export interface TrialReading {
  readonly trial: Trial;
  readonly vector: Vector;
}

/**
 * Judges a deal, or part of one, with some moves made and going well, by the votes of the model. Issues and moves that the scenario does not
 * know are left out. For hosts alone: it tells every number.
 */
export function tryOut(game: Game, given: Terms, moves: readonly string[]): TrialReading {
  const { scenario, index, referee } = game;
  const deal = Object.fromEntries(
    Object.entries(given).filter(([issue, option]) => index.option(issue, option) !== undefined),
  );
  const vector = vectorOf(plannedAdjustments(scenario, moves));
  const verdict = referee.evaluate(deal, vector.adjustments);
  return {
    vector,
    trial: {
      line: lineOf(game, deal, verdict),
      sentence: verdict.sentence,
      details: Object.fromEntries(verdict.sides.map(({ side, details }) => [side, details])),
      values: Object.fromEntries(
        scenario.principals.map(({ role }) => [role, principalValue(scenario, role, deal) ?? 0]),
      ),
    },
  };
}
