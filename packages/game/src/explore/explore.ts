import type { Agreements, Exploration, Terms } from '@btt/protocol';
import { census, principalValue, verdict } from '@btt/referee';
import type { Game } from '../game';
import { lineOf } from '../projection/reading';
import type { Vector } from '../projection/vector';

/** Of the terms given, those that the scenario knows. */
function knownTerms(game: Game, given: Terms): Terms {
  return Object.fromEntries(
    Object.entries(given).filter(([issue, option]) => game.index.option(issue, option) !== undefined),
  );
}

/**
 * Judges a deal as it would have stood at a moment of a record, by the votes of the model, and tells for every option who would ratify with
 * it in the deal. Issues and options that the scenario does not know are left out. The whole truth: for hosts and opened debriefs only.
 */
export function explore(
  game: Game,
  given: Terms,
  { adjustments }: Vector,
): Omit<Exploration, 'ok' | 'position'> {
  const { scenario, referee } = game;
  const deal = knownTerms(game, given);
  const found = referee.evaluate(deal, adjustments);
  const ratifiers = (terms: Terms) =>
    verdict(scenario, terms, adjustments).sides.flatMap(({ side, passes }) => (passes ? [side] : []));
  return {
    line: lineOf(game, deal, found),
    sentence: found.sentence,
    details: Object.fromEntries(found.sides.map(({ side, details }) => [side, details])),
    values: Object.fromEntries(
      scenario.principals.map(({ role }) => [role, principalValue(scenario, role, deal) ?? 0]),
    ),
    possible: !scenario.incompatible.some((tests) =>
      tests.every((test) => test.options.includes(deal[test.issue] ?? '')),
    ),
    swaps: Object.fromEntries(
      scenario.issues.map((issue) => [
        issue.id,
        Object.fromEntries(
          issue.options.map((option) => [option.id, ratifiers({ ...deal, [issue.id]: option.id })]),
        ),
      ]),
    ),
  };
}

/** Combinations of options that are gone through at most: a second or two of work. */
const MOST_DEALS = 20_000_000;

/**
 * What could be ratified at a moment of a record, and what of it is nearest to a deal. Goes through all deals: not for a thread that serves
 * people.
 */
export function agreementsOf(
  game: Game,
  adjustments: Vector['adjustments'],
  from: Terms,
): Omit<Agreements, 'ok' | 'position'> {
  const wanted = { from: knownTerms(game, from), limit: MOST_DEALS };
  const found = census(game.scenario, adjustments, wanted);
  if (found.kind === 'too-large')
    return { deals: found.deals, joint: null, sides: [], options: {}, nearest: [] };
  const { deals, joint, sides, nearest } = found;
  return {
    deals,
    joint: joint.count,
    sides: sides.map(({ side, count }) => ({ side, count })),
    options: Object.fromEntries(
      game.scenario.issues.map((issue, at) => [
        issue.id,
        Object.fromEntries(
          issue.options.map((option, nth) => [
            option.id,
            {
              joint: joint.options[at]?.[nth] ?? 0,
              sides: sides.map((side) => side.options[at]?.[nth] ?? 0),
            },
          ]),
        ),
      ]),
    ),
    nearest,
  };
}
