import type { Chance } from './state';

const RANGE = 2 ** 32;

/**
 * Chance from entropy that was fixed for the command before it was first decided: numbers of 32 bits, used in the order of the draws.
 * Runs round when a decision draws more often than numbers were given.
 */
export function chanceFrom(entropy: readonly number[]): Chance {
  let used = 0;
  return (_key, odds) => {
    const number = entropy[used++ % Math.max(1, entropy.length)] ?? 0;
    return number * odds.denominator < odds.numerator * RANGE;
  };
}

/** Chance as it was recorded; a draw that was never made comes out as a miss. */
export function recordedChance(draws: ReadonlyMap<string, boolean>): Chance {
  return (key) => draws.get(key) ?? false;
}
