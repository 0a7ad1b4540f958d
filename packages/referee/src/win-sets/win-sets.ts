import type { SideId } from '@btt/scenario';
import type { Adjustment, RefereeScenario } from '../model';
import { baseTables, prepare } from './prepare';
import { compileSpace, type Space } from './space';
import { createWalker } from './walk';

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

export interface Counter {
  readonly space: Space;
  /** Counts the win-sets of a record. More than `limit` combinations are not gone through. */
  count(adjustments: readonly Adjustment[], limit?: number): WinSets;
}

/** Compiles a scenario once and counts for any record. */
export function createCounter(scenario: RefereeScenario, block?: number, mostNodes?: number): Counter {
  const space = compileSpace(scenario, block, mostNodes);
  const base = baseTables(space);
  const walker = createWalker(space);
  let possible: number | null = null;
  return {
    space,
    count(adjustments, limit = SYNCHRONOUS_DEALS) {
      if (space.combinations > limit) return { kind: 'too-large', deals: space.combinations };
      possible ??= countPossible(space);
      const counts = walker.count(prepare(space, base, adjustments));
      return {
        kind: 'exact',
        deals: possible,
        sides: scenario.sides.map((side, at) => ({ side: side.id, count: counts.sides[at] ?? 0 })),
        joint: scenario.sides.length === 0 ? possible : counts.joint,
      };
    },
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

function countPossible(space: Space): number {
  const clauses = space.clauses.filter((clause) => clause.effect.kind === 'impossible');
  if (clauses.length === 0) return space.combinations;
  const bare: Space = {
    ...space,
    clauses,
    variables: [],
    roots: [],
    network: { questions: [], question: [], low: [], high: [] },
  };
  return createWalker(bare).count(prepare(bare, baseTables(bare), [])).deals;
}
