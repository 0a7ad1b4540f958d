import type { MarginOf } from '../attribution/margins';
import type { Steps } from '../win-sets/steps';
import { allPass, type Kit } from './measures';

/** A deal as the search sees it. */
export interface Position {
  readonly supports: Float64Array;
  readonly margins: readonly MarginOf[];
  readonly kit: Kit;
}

/** What is known so far, over all positions searched. */
export interface Best {
  /** No dearer set is of interest. */
  cost: number;
  /** How many more steps may be gone. */
  effort: number;
}

/** Steps of the search between two looks at the progress: about a millisecond of work. */
const SLICE = 4096;

/**
 * Branch and bound over the measures: take or leave, one after the other. A branch ends where all sides pass, since more would be
 * superfluous; where the money is spent; and where not even the best that can still be bought for each faction, taken for itself, makes
 * all sides pass (rules are monotone). Calls `found` for each set; false = the effort did not suffice.
 */
export function* searchSets(
  { supports: from, margins, kit }: Position,
  best: Best,
  found: (places: readonly number[], cost: number) => void,
): Steps<boolean> {
  const supports = from.slice();
  const hoped = from.slice();
  const chosen: number[] = [];
  function* search(at: number, spent: number, isNew: boolean): Steps<boolean> {
    if (best.effort-- <= 0) return false;
    if (best.effort % SLICE === 0) yield 0;
    if (isNew && allPass(margins, supports)) {
      found(
        [...chosen].sort((a, b) => a - b),
        spent,
      );
      return true;
    }
    if (at >= kit.places.length) return true;
    hoped.set(supports);
    kit.addBest(hoped, at, best.cost - spent);
    if (!allPass(margins, hoped)) return true;
    const cost = kit.costs[at] ?? 0;
    if (spent + cost <= best.cost) {
      const change = kit.changes[at] ?? [];
      for (const one of change) supports[one.voter] = (supports[one.voter] ?? 0) + one.points;
      chosen.push(kit.places[at] ?? 0);
      const done = yield* search(at + 1, spent + cost, true);
      chosen.pop();
      for (const one of change) supports[one.voter] = (supports[one.voter] ?? 0) - one.points;
      if (!done) return false;
    }
    return yield* search(at + 1, spent, false);
  }
  return yield* search(0, 0, true);
}
