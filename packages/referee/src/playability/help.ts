import type { Move, Scenario, SideId } from '@btt/scenario';
import { cheapestHelpSteps } from '../advice/cheapest';
import type { Adjustment } from '../model';
import { plannedAdjustments } from '../plan/adjustments';
import { automaticAdjustments } from '../plan/automatic';
import { between, type Steps } from '../win-sets/steps';
import { messagesFor } from '../words/language';
import { type Counter, createCounter } from '../win-sets/win-sets';
import { bad, type Check, good, warn } from './checks';

/** More combinations than this are not gone through. */
export const MOST_DEALS = 200_000_000;

/** A joint win-set without help is tiny up to this part of all deals. */
const TINY = 0.1;

/** Whether help is needed, whether there is any that is enough, and whether one side could do without the other. */
export function* helpSteps(scenario: Scenario): Steps<Check[]> {
  const say = messagesFor(scenario.language);
  const counter = createCounter(scenario);
  const measures = scenario.moves.filter((move) => isHelp(scenario, move));
  if (measures.length === 0) return [];
  // What happens by itself counts with and without help.
  const automatic = automaticAdjustments(scenario);
  const joint = (moves: readonly Move[]) => jointSteps(counter, [...automatic, ...plan(scenario, moves)]);
  const historic = scenario.moves.filter((move) => scenario.historic?.moves.includes(move.id));
  const without = yield* between(0, 0.2, joint([]));
  const withHistory = yield* between(0.2, 0.4, joint(historic));
  const withAll = yield* between(0.4, 0.6, joint(measures));
  if (without === null || withHistory === null || withAll === null)
    return [warn('joint', say.tooManyDeals())];
  const { count, deals } = without;
  const needsHelp = (count <= deals * TINY ? good : bad)('help-needed', say.helpNeeded(count, deals));
  const sizes = good('joint', say.withHistory(withHistory.count, withAll.count));
  const affordable = yield* between(0.6, 0.8, affordableSteps(scenario, measures));
  const alone = yield* between(0.8, 1, aloneSteps(scenario, measures, joint));
  return [needsHelp, sizes, affordable, ...alone];
}

interface Size {
  readonly count: number;
  readonly deals: number;
}

export function* jointSteps(counter: Counter, adjustments: readonly Adjustment[]): Steps<Size | null> {
  const found = yield* counter.countSteps(adjustments, MOST_DEALS);
  return found.kind === 'exact' ? { count: found.joint, deals: found.deals } : null;
}

export function plan(scenario: Scenario, moves: readonly Move[]): Adjustment[] {
  return plannedAdjustments(
    scenario,
    moves.map((move) => move.id),
  );
}

/** A measure that, if it goes well, gives somebody more than it takes from everybody together. */
function isHelp(scenario: Scenario, move: Move): boolean {
  return plan(scenario, [move]).reduce((sum, one) => sum + one.points, 0) > 0;
}

/** Help that those who may give it can pay for, each round's purse counted. */
function* affordableSteps(scenario: Scenario, measures: readonly Move[]): Steps<Check> {
  const found = yield* cheapestHelpSteps(scenario, {
    measures: measures.map((move) => ({
      id: move.id,
      cost: move.cost,
      adjustments: plan(scenario, [move]),
    })),
    adjustments: automaticAdjustments(scenario),
    limit: MOST_DEALS,
  });
  const say = messagesFor(scenario.language);
  const { perRound } = scenario.table.capital;
  const givers = new Set(measures.flatMap((move) => move.by)).size;
  const purse = perRound === null ? null : perRound * scenario.table.rounds.length * givers;
  if (found.kind === 'too-large') return warn('affordable', say.tooManySets());
  if (found.kind === 'none') return bad('affordable', say.noSetHelps());
  const [first] = found.sets;
  const names = first?.measures.join(', ') ?? '';
  const sentence = say.affordable(found.cost, names);
  return (purse === null || found.cost <= purse ? good : bad)('affordable', sentence);
}

/** With its own measures alone no side should get as far as with the help of history. */
function* aloneSteps(
  scenario: Scenario,
  measures: readonly Move[],
  joint: (moves: readonly Move[]) => Steps<Size | null>,
): Steps<Check[]> {
  const checks: Check[] = [];
  for (const side of scenario.sides) {
    const own = measures.filter((move) => isOf(scenario, move, side.id));
    const found = yield* joint(own);
    const foreign = yield* joint(measures);
    if (found === null || foreign === null) continue;
    const enough = foreign.count > 0 && found.count >= foreign.count;
    checks.push(
      (enough ? warn : good)(
        'alone',
        messagesFor(scenario.language).ownMeasuresAlone(side.name, found.count, enough),
      ),
    );
  }
  return checks;
}

function isOf(scenario: Scenario, move: Move, side: SideId): boolean {
  return move.by.some((role) => scenario.roles.some((one) => one.id === role && one.side === side));
}
