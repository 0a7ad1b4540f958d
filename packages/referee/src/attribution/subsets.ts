import { between, type Steps } from '../win-sets/steps';
import type { Change, Judge } from './judge';
import type { MarginOf } from './margins';

/** Subsets judged between two looks at the progress: about a millisecond of work. */
const SLICE = 2048;

/** Margins of every side for every subset of causes that add up: for each side an array by mask, bit i for the cause in place i. */
export function* marginsOfSubsets(judge: Judge, changes: readonly Change[]): Steps<Float64Array[]> {
  const found: Float64Array[] = [];
  for (const [side, margin] of judge.margins.entries()) {
    const touches = judge.touches[side];
    const own = changes.map((change) => change.filter(({ voter }) => touches?.has(voter)));
    const steps = marginsOfSide(margin, judge.supports, own);
    found.push(yield* between(side / judge.margins.length, (side + 1) / judge.margins.length, steps));
  }
  return found;
}

/**
 * From one subset to the next one cause comes or goes (a Gray code). Causes that move nobody in the side's rule take no part: subsets that
 * differ only in those have the same margin.
 */
function* marginsOfSide(
  margin: MarginOf,
  from: Float64Array,
  changes: readonly Change[],
): Steps<Float64Array> {
  const found = new Float64Array(1 << changes.length);
  const supports = from.slice();
  const moving = [...changes.keys()].filter((cause) => (changes[cause]?.length ?? 0) > 0);
  const steps = 1 << moving.length;
  found[0] = margin(supports);
  for (let step = 1, mask = 0; step < steps; step++) {
    const cause = moving[31 - Math.clz32(step & -step)] ?? 0;
    mask ^= 1 << cause;
    const sign = (mask & (1 << cause)) === 0 ? -1 : 1;
    for (const one of changes[cause] ?? [])
      supports[one.voter] = (supports[one.voter] ?? 0) + sign * one.points;
    found[mask] = margin(supports);
    if (step % SLICE === 0) yield step / steps;
  }
  const all = moving.reduce((sum, cause) => sum | (1 << cause), 0);
  for (let mask = 0; mask < found.length; mask++) found[mask] = found[mask & all] ?? 0;
  return found;
}
