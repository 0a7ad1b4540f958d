import { floorDivide } from '../rules/exact';
import type { Threshold } from './thresholds';

/**
 * The largest fall of all supports that a rule survives, for supports by the factions' places. −∞: no rise would make it pass;
 * +∞: no fall would make it fail. Made for asking it many thousand times.
 */
export type MarginOf = (supports: Float64Array) => number;

export function compileMargin(threshold: Threshold): MarginOf {
  switch (threshold.kind) {
    case 'all': {
      const parts = threshold.parts.map(compileMargin);
      return (supports) => least(parts, supports);
    }
    case 'any': {
      const parts = threshold.parts.map(compileMargin);
      return (supports) => most(parts, supports);
    }
    case 'k-of': {
      const parts = threshold.parts.map(compileMargin);
      const place = threshold.k - 1;
      if (place < 0) return () => Infinity;
      return (supports) => parts.map((part) => part(supports)).sort(descending)[place] ?? -Infinity;
    }
    case 'steps':
      return compileSteps(threshold);
    case 'mean':
      return compileMean(threshold);
  }
}

/** Not by subtraction: two infinite margins have no difference. */
const descending = (a: number, b: number) => (a < b ? 1 : a > b ? -1 : 0);

function least(parts: readonly MarginOf[], supports: Float64Array): number {
  let found = Infinity;
  for (const part of parts) {
    const margin = part(supports);
    if (margin < found) found = margin;
  }
  return found;
}

function most(parts: readonly MarginOf[], supports: Float64Array): number {
  let found = -Infinity;
  for (const part of parts) {
    const margin = part(supports);
    if (margin > found) found = margin;
  }
  return found;
}

function compileSteps({ steps, needed }: Extract<Threshold, { kind: 'steps' }>): MarginOf {
  const best = steps.reduce((sum, step) => sum + step.worth, 0n);
  if (best < needed) return () => -Infinity;
  if (needed <= 0n) return () => Infinity;
  const voters = Int32Array.from(steps, (step) => step.voter);
  const levels = Float64Array.from(steps, (step) => step.level);
  const slack = best - needed;
  if (steps.every((step) => step.worth > slack)) return (supports) => lowest(supports, voters, levels);
  if (steps.every((step) => step.worth >= needed)) return (supports) => highest(supports, voters, levels);
  const falls = new Float64Array(steps.length);
  const order = Int32Array.from(steps.keys());
  if (best > BigInt(Number.MAX_SAFE_INTEGER)) {
    return (supports) => {
      sortFalls(supports, voters, levels, falls, order);
      let left = slack;
      const breaking = order.find((step) => {
        left -= steps[step]?.worth ?? 0n;
        return left < 0n;
      });
      return falls[breaking ?? 0] ?? 0;
    };
  }
  const worths = Float64Array.from(steps, (step) => Number(step.worth));
  const room = Number(slack);
  return (supports) => {
    sortFalls(supports, voters, levels, falls, order);
    let left = room;
    for (let at = 0; at < order.length; at++) {
      const step = order[at] ?? 0;
      left -= worths[step] ?? 0;
      if (left < 0) return falls[step] ?? 0;
    }
    return Infinity;
  };
}

/**
 * The fall after which each step is lost, the first to be lost first. The order stays from call to call: subsets that follow each other
 * differ in one cause, so little has to move.
 */
function sortFalls(
  supports: Float64Array,
  voters: Int32Array,
  levels: Float64Array,
  falls: Float64Array,
  order: Int32Array,
): void {
  for (let step = 0; step < falls.length; step++)
    falls[step] = (supports[voters[step] ?? 0] ?? 0) - (levels[step] ?? 0);
  for (let at = 1; at < order.length; at++) {
    const step = order[at] ?? 0;
    const fall = falls[step] ?? 0;
    let to = at;
    while (to > 0 && (falls[order[to - 1] ?? 0] ?? 0) > fall) {
      order[to] = order[to - 1] ?? 0;
      to--;
    }
    order[to] = step;
  }
}

function lowest(supports: Float64Array, voters: Int32Array, levels: Float64Array): number {
  let found = Infinity;
  for (let step = 0; step < voters.length; step++) {
    const fall = (supports[voters[step] ?? 0] ?? 0) - (levels[step] ?? 0);
    if (fall < found) found = fall;
  }
  return found;
}

function highest(supports: Float64Array, voters: Int32Array, levels: Float64Array): number {
  let found = -Infinity;
  for (let step = 0; step < voters.length; step++) {
    const fall = (supports[voters[step] ?? 0] ?? 0) - (levels[step] ?? 0);
    if (fall > found) found = fall;
  }
  return found;
}

function compileMean({ voters, numerator, denominator }: Extract<Threshold, { kind: 'mean' }>): MarginOf {
  const weight = voters.reduce((sum, one) => sum + one.weight, 0);
  const level = numerator * weight;
  const divisor = denominator * weight;
  return (supports) => {
    let sum = 0;
    for (const one of voters) sum += one.weight * (supports[one.voter] ?? 0);
    const room = sum * denominator - level;
    if ([sum * denominator, level, room, divisor].every(Number.isSafeInteger)) {
      const rest = room % divisor;
      return (room - rest) / divisor - (rest < 0 ? 1 : 0);
    }
    const wide = BigInt(sum) * BigInt(denominator) - BigInt(numerator) * BigInt(weight);
    return Number(floorDivide(wide, BigInt(denominator) * BigInt(weight)));
  };
}
