import type { Adjustment, RefereeScenario } from '../model';
import { type MembersWanted, memberNumbers } from '../win-sets/members';
import { between, type Steps } from '../win-sets/steps';
import { sizeOf } from './decompose';

/**
 * A bit for every combination of the scenario's options, in its order: set for the deals that a side, or every side, ratifies under model
 * votes. null above the limit.
 */
export function* ratifiedBits(
  scenario: RefereeScenario,
  adjustments: readonly Adjustment[],
  of: MembersWanted['of'],
  limit: number,
): Steps<Int32Array | null> {
  const found = yield* between(0, 0.9, memberNumbers(scenario, adjustments, { of, limit }));
  if (found.kind === 'too-large') return null;
  const bits = new Int32Array(Math.ceil(sizeOf(scenario) / 32));
  let done = 0;
  for (const chunk of found.numbers.chunks()) {
    for (const number of chunk) bits[number >>> 5] = (bits[number >>> 5] ?? 0) | (1 << (number & 31));
    done += chunk.length;
    if (chunk.length > 0) yield 0.9 + (0.1 * done) / found.count;
  }
  return bits;
}
