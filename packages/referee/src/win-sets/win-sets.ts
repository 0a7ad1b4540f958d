import type { SideId } from '@btt/scenario';
import type { Adjustment, RefereeScenario } from '../model';
import { baseTables, prepare } from './prepare';
import type { Table } from './rows';
import { compileSpace, type Space, type SpaceOptions } from './space';
import { between, finish, type Steps } from './steps';
import { createWalker, type Walker } from './walker';

/** Sizes of win-sets, exact. The fraction of a win-set is its count over `deals`. */
export type WinSets =
  | {
      readonly kind: 'exact';
      /** Deals that are possible: all combinations of options minus the incompatible ones. */
      readonly deals: number;
      readonly sides: readonly { readonly side: SideId; readonly count: number }[];
      /** Deals that every side ratifies. */
      readonly joint: number;
    }
  /** More combinations (incompatible ones included, rounded beyond 2^53) than the caller allows to be gone through at once. */
  | { readonly kind: 'too-large'; readonly deals: number };

/** As many combinations as can be counted in about ten milliseconds: more would hold up a server's event loop. */
export const SYNCHRONOUS_DEALS = 2_000_000;

/** Progress after what is done only once: making tables and counting the possible deals. */
const FIRST_COUNT = 0.2;

export interface Counter {
  readonly space: Space;
  /** Counts the win-sets of a record. More than `limit` combinations are not gone through. */
  count(adjustments: readonly Adjustment[], limit?: number): WinSets;
  /** The same in slices. Several counts of one counter may take turns. */
  countSteps(adjustments: readonly Adjustment[], limit?: number): Steps<WinSets>;
}

/** Compiles a scenario once and counts for any record. */
export function createCounter(scenario: RefereeScenario, how: SpaceOptions = {}): Counter {
  const space = compileSpace(scenario, how);
  let tools: { readonly base: readonly Table[]; readonly walker: Walker } | null = null;
  let possible: number | null = null;
  function* countSteps(adjustments: readonly Adjustment[], limit = SYNCHRONOUS_DEALS): Steps<WinSets> {
    if (space.combinations > limit) return { kind: 'too-large', deals: space.combinations };
    const first = possible === null ? FIRST_COUNT : 0;
    if (tools === null) {
      const base = yield* between(0, first / 2, baseTables(space));
      tools = { base, walker: createWalker(space, base) };
    }
    const { base, walker } = tools;
    possible ??= yield* between(first / 2, first, countPossible(space));
    const prepared = yield* between(first, first, prepare(space, base, adjustments));
    const counts = yield* between(first, 1, walker.count(prepared));
    return {
      kind: 'exact',
      deals: possible,
      sides: scenario.sides.map((side, at) => ({ side: side.id, count: counts.sides[at] ?? 0 })),
      joint: scenario.sides.length === 0 ? possible : counts.joint,
    };
  }
  return {
    space,
    count: (adjustments, limit) => finish(countSteps(adjustments, limit)),
    countSteps,
  };
}

/** Win-sets of every side and the joint win-set for one record. For several records of one scenario `createReferee` is quicker. */
export function winSets(
  scenario: RefereeScenario,
  adjustments: readonly Adjustment[],
  limit?: number,
): WinSets {
  return createCounter(scenario).count(adjustments, limit);
}

function* countPossible(space: Space): Steps<number> {
  const clauses = space.clauses.filter((clause) => clause.effect.kind === 'impossible');
  if (clauses.length === 0) return space.combinations;
  const bare: Space = {
    ...space,
    clauses,
    variables: [],
    roots: [],
    network: { questions: [], question: [], low: [], high: [] },
  };
  const prepared = yield* prepare(bare, [], []);
  const counts = yield* createWalker(bare, []).count(prepared);
  return counts.deals;
}
