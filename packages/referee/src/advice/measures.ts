import type { Change } from '../attribution/judge';
import type { MarginOf } from '../attribution/margins';
import type { Adjustment } from '../model';

/** Something that could be done, and what it would contribute. */
export interface Measure {
  readonly id: string;
  /** Political capital: a whole number, 0 or more. */
  readonly cost: number;
  readonly adjustments: readonly Adjustment[];
}

/** Measures ready for the search on one deal: only those that move somebody upward who counts, the most helpful first. */
export interface Kit {
  /** Places in the caller's list. */
  readonly places: readonly number[];
  readonly costs: readonly number[];
  readonly changes: readonly Change[];
  /** Adds to supports the most that measures from one place on can do for each faction, taken for itself, within a budget. */
  addBest(supports: Float64Array, from: number, budget: number): void;
}

/** Numbers in the table of best gains, at most: 16 MB. */
const LARGEST_TABLE = 2_000_000;

/**
 * `changes` by place of the measure. What helps nobody is left out: a set with it would do without it. For the bounds costs may be rounded
 * down to multiples of a unit, which only makes them weaker.
 */
export function kitOf(
  measures: readonly Measure[],
  changes: readonly Change[],
  counts: ReadonlySet<number>,
): Kit {
  const gainOf = (place: number) =>
    (changes[place] ?? []).reduce(
      (sum, { voter, points }) => (counts.has(voter) ? sum + Math.max(0, points) : sum),
      0,
    );
  const costOf = (place: number) => measures[place]?.cost ?? 0;
  const places = [...measures.keys()]
    .filter((place) => gainOf(place) > 0)
    .sort((a, b) => gainOf(b) - gainOf(a) || costOf(b) - costOf(a) || a - b);
  const costs = places.map(costOf);
  const own = places.map((place) => (changes[place] ?? []).filter(({ voter }) => counts.has(voter)));
  const voters = [...new Set(own.flatMap((change) => change.map((one) => one.voter)))];
  const total = costs.reduce((sum, cost) => sum + cost, 0);
  const rows = Math.max(1, Math.floor(LARGEST_TABLE / ((places.length + 1) * Math.max(1, voters.length))));
  const unit = Math.max(1, Math.ceil((total + 1) / rows));
  const width = Math.floor(total / unit) + 1;
  const best = new Float64Array((places.length + 1) * width * voters.length);
  const at = (from: number, budget: number) => (from * width + budget) * voters.length;
  for (let from = places.length - 1; from >= 0; from--) {
    const cost = Math.floor((costs[from] ?? 0) / unit);
    const gains = voters.map((voter) =>
      Math.max(0, own[from]?.find((one) => one.voter === voter)?.points ?? 0),
    );
    for (let budget = 0; budget < width; budget++) {
      for (let voter = 0; voter < voters.length; voter++) {
        const without = best[at(from + 1, budget) + voter] ?? 0;
        const within =
          budget >= cost ? (best[at(from + 1, budget - cost) + voter] ?? 0) + (gains[voter] ?? 0) : 0;
        best[at(from, budget) + voter] = Math.max(without, within);
      }
    }
  }
  return {
    places,
    costs,
    changes: own,
    addBest(supports, from, budget) {
      const row = at(from, Math.min(width - 1, Math.floor(budget / unit)));
      for (let voter = 0; voter < voters.length; voter++) {
        const place = voters[voter] ?? 0;
        supports[place] = (supports[place] ?? 0) + (best[row + voter] ?? 0);
      }
    },
  };
}

/** Whether every side passes. */
export function allPass(margins: readonly MarginOf[], supports: Float64Array): boolean {
  for (const margin of margins) if (margin(supports) < 0) return false;
  return true;
}
