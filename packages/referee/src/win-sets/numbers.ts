import type { Deal } from '@btt/scenario';
import type { RefereeScenario } from '../model';

/**
 * Deals by their numbers: a deal's place among all combinations in the scenario's order, the last issue turning fastest.
 */

/** How far a deal's number moves with one step in each issue. */
export function stridesOf(scenario: RefereeScenario): number[] {
  const strides: number[] = [];
  scenario.issues.reduceRight((stride, issue, at) => {
    strides[at] = stride;
    return stride * issue.options.length;
  }, 1);
  return strides;
}

/** Makes deals from their numbers. */
export function dealMaker(scenario: RefereeScenario): (number: number) => Deal {
  const strides = stridesOf(scenario);
  return (number) =>
    Object.fromEntries(
      scenario.issues.map((issue, at) => {
        const option = issue.options[Math.floor(number / (strides[at] ?? 1)) % issue.options.length];
        return [issue.id, option?.id ?? ''];
      }),
    );
}

/** A set of numbers below a size of at most 2^32, one bit for each that may be in it. */
export interface NumberSet {
  readonly bits: Int32Array;
  add(number: number): void;
  /** The numbers of the set, ascending, some thousand at a time; a chunk may be empty, and its memory is used again for the next. */
  chunks(): Generator<Uint32Array, void, void>;
}

/** Words looked through for a chunk, and numbers in it, at most. */
const CHUNK_WORDS = 100_000;
const CHUNK = 8192;

export function createNumberSet(size: number): NumberSet {
  const bits = new Int32Array(Math.ceil(size / 32));
  return {
    bits,
    add(number) {
      bits[number >>> 5] = (bits[number >>> 5] ?? 0) | (1 << (number & 31));
    },
    *chunks() {
      const chunk = new Uint32Array(CHUNK);
      let filled = 0;
      for (let word = 0; word < bits.length; word++) {
        for (let left = bits[word] ?? 0; left !== 0; left &= left - 1)
          chunk[filled++] = word * 32 + (31 - Math.clz32(left & -left));
        if (filled > CHUNK - 32 || (word + 1) % CHUNK_WORDS === 0) {
          yield chunk.subarray(0, filled);
          filled = 0;
        }
      }
      yield chunk.subarray(0, filled);
    },
  };
}
