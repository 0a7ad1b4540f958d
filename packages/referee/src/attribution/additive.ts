import type { PartialDeal } from '@btt/scenario';
import type { Adjustment, RefereeScenario } from '../model';
import { finish, type Steps } from '../win-sets/steps';
import { type Attributions, attributionsOf } from './attribution';
import { type Change, type Judge, judgeOf } from './judge';
import { type Cause, type CauseGroup, type CauseId, fewestApart, groupedPlayers } from './players';
import { marginsOfSubsets } from './subsets';

/** A cause whose effect is known and does not depend on the others. */
export interface AdditiveCause extends Cause {
  readonly adjustments: readonly Adjustment[];
}

export interface AttributionRequest<One extends Cause = AdditiveCause> {
  readonly causes: readonly One[];
  /** Causes that are judged as one. The result shows which. */
  readonly groups?: readonly CauseGroup[];
  /**
   * The order in which the causes came about. Given it, the result also tells what each changed at its time. Unknown causes are passed
   * over, and those that are missing come last.
   */
  readonly order?: readonly CauseId[];
  /** At most so many players (2 to 16, ordinarily 16); of more, the smallest are taken together as everything else. */
  readonly most?: number;
}

/**
 * Shares out what became of a deal among causes whose effects add up: exact Shapley values, what would have happened without each, and how
 * they worked together. Model votes count. `adjustments` are what counts in any case. Of too many players the smallest are those that
 * move the fewest points.
 */
export function attribution(
  scenario: RefereeScenario,
  deal: PartialDeal,
  adjustments: readonly Adjustment[],
  request: AttributionRequest,
): Attributions {
  return finish(attributionSteps(scenario, deal, adjustments, request));
}

/** The same in slices. */
export function* attributionSteps(
  scenario: RefereeScenario,
  deal: PartialDeal,
  adjustments: readonly Adjustment[],
  { causes, groups = [], order, most }: AttributionRequest,
): Steps<Attributions> {
  const judge = judgeOf(scenario, deal, adjustments);
  const adjustmentsOf = new Map(causes.map((cause) => [cause.id, cause.adjustments]));
  const changeOf = (ids: readonly CauseId[]) =>
    judge.changeBy(ids.flatMap((id) => adjustmentsOf.get(id) ?? []));
  const players = fewestApart(
    groupedPlayers(causes, groups),
    (player) => sizeOf(changeOf(player.causes)),
    most,
  );
  const margins = yield* marginsOfSubsets(
    judge,
    players.map((player) => changeOf(player.causes)),
  );
  return attributionsOf({
    sides: scenario.sides.map((side) => side.id),
    players,
    margins,
    standing: (ids) => standingAfter(judge, changeOf([...ids])),
    order: order ? completed(order, causes) : null,
  });
}

/** Every cause once: those of the order first. */
export function completed(order: readonly CauseId[], causes: readonly Cause[]): CauseId[] {
  const known = causes.map((cause) => cause.id);
  return [...new Set([...order.filter((id) => known.includes(id)), ...known])];
}

function sizeOf(change: Change): number {
  return change.reduce((sum, one) => sum + Math.abs(one.points), 0);
}

function standingAfter(judge: Judge, change: Change) {
  const supports = judge.supports.slice();
  for (const one of change) supports[one.voter] = (supports[one.voter] ?? 0) + one.points;
  return { margins: judge.margins.map((margin) => margin(supports)), votes: judge.votesAt(supports) };
}
