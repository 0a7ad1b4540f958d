import { compileMargin } from '../attribution/margins';
import type { Judge } from '../attribution/judge';
import type { Threshold } from '../attribution/thresholds';

/** What may be given to one faction: numbers of points, 0 first and then upward. */
export interface Raises {
  readonly voter: number;
  readonly points: readonly number[];
}

/** What may be given in all, and to whom. */
export interface Offer {
  /** No more points than these are needed. */
  readonly most: number;
  /** Only factions to whom anything can be given to some use. */
  readonly of: readonly Raises[];
}

/**
 * What can be of use: for a faction whose votes count, only points that reach a step; for one whose support itself is weighed, any number.
 * Nothing beyond what some way of handing out is known to need. `rise`: points to all that are enough.
 */
export function raisesOf(judge: Judge, side: number, rise: number): Offer {
  const threshold = judge.thresholds[side];
  if (!threshold) return { most: 0, of: [] };
  const voters = [...(judge.touches[side] ?? [])].sort((a, b) => a - b);
  const most = enoughPoints(threshold, judge.supports, voters, rise);
  const weighed = new Set(weighedVoters(threshold));
  const of = voters.map((voter): Raises => {
    const support = judge.supports[voter] ?? 0;
    const steps = stepsOf(threshold, voter).map((level) => level - support);
    const points = weighed.has(voter) ? Array.from({ length: most + 1 }, (_, given) => given) : [0, ...steps];
    return {
      voter,
      points: [...new Set(points)].filter((one) => one >= 0 && one <= most).sort((a, b) => a - b),
    };
  });
  return { most, of: of.filter((raises) => raises.points.length > 1) };
}

/** Points in all of a way that carries it: everybody's rise, with each faction's taken back as far as the others allow. */
function enoughPoints(
  threshold: Threshold,
  from: Float64Array,
  voters: readonly number[],
  rise: number,
): number {
  const marginOf = compileMargin(threshold);
  const supports = from.slice();
  for (const voter of voters) supports[voter] = (supports[voter] ?? 0) + rise;
  let total = 0;
  for (const voter of voters) {
    const start = from[voter] ?? 0;
    let failing = -1;
    let passing = rise;
    while (passing - failing > 1) {
      const middle = (passing + failing) >> 1;
      supports[voter] = start + middle;
      if (marginOf(supports) >= 0) passing = middle;
      else failing = middle;
    }
    supports[voter] = start + passing;
    total += passing;
  }
  return total;
}

function weighedVoters(threshold: Threshold): number[] {
  switch (threshold.kind) {
    case 'all':
    case 'any':
    case 'k-of':
      return threshold.parts.flatMap(weighedVoters);
    case 'mean':
      return threshold.voters.map((one) => one.voter);
    case 'steps':
      return [];
  }
}

function stepsOf(threshold: Threshold, voter: number): number[] {
  switch (threshold.kind) {
    case 'all':
    case 'any':
    case 'k-of':
      return threshold.parts.flatMap((part) => stepsOf(part, voter));
    case 'mean':
      return [];
    case 'steps':
      return threshold.steps.filter((step) => step.voter === voter).map((step) => step.level);
  }
}
