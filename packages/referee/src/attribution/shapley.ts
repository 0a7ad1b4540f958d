import { type ExactFraction, greatestCommonDivisor } from '../coalitions/fractions';

/**
 * A cooperative game: what every subset of the players is worth, by its mask (bit i = player i takes part). 2^n whole numbers within
 * ±2^34, so that every sum below stays exact in double precision; the margins of any scenario do.
 */
export type Worths = Float64Array;

/** More players than this are not asked about: 2^16 subsets. */
export const MOST_PLAYERS = 16;

/**
 * Shapley values: what each player adds, averaged over all orders in which the players can come. Exact; they add up to
 * worth(all) − worth(none). Source: L. S. Shapley, "A Value for n-Person Games", 1953.
 */
export function shapleyValues(worths: Worths): ExactFraction[] {
  const core = coreOf(worths);
  const values = valuesOf(core.worths);
  return Array.from(
    { length: playersOf(worths) },
    (_, player) => values[core.players.indexOf(player)] ?? ZERO,
  );
}

function valuesOf(worths: Worths): ExactFraction[] {
  const players = playersOf(worths);
  const sizes = sizesOf(worths);
  const orders = ordersOf(players);
  return Array.from({ length: players }, (_, player) => {
    // What the player adds to the others, summed for each number of players that came before.
    const added = new Float64Array(players);
    const bit = 1 << player;
    for (let above = 0; above < worths.length; above += 2 * bit) {
      for (let mask = above; mask < above + bit; mask++) {
        const before = sizes[mask] ?? 0;
        added[before] = (added[before] ?? 0) + (worths[mask | bit] ?? 0) - (worths[mask] ?? 0);
      }
    }
    return averaged(added, orders);
  });
}

/**
 * Harsanyi dividends: what a subset is worth beyond all its smaller subsets, by its mask. The dividends of all subsets of a set add up to
 * its worth; that of nobody is what nobody is worth. Source: J. C. Harsanyi, "A Simplified Bargaining Model for the n-Person Cooperative
 * Game", 1963.
 */
export function dividends(worths: Worths): Float64Array {
  const found = worths.slice();
  for (let bit = 1; bit < found.length; bit <<= 1) {
    for (let above = 0; above < found.length; above += 2 * bit) {
      for (let mask = above; mask < above + bit; mask++)
        found[mask | bit] = (found[mask | bit] ?? 0) - (found[mask] ?? 0);
    }
  }
  return found;
}

/** Two players, by their places, the first before the second. */
export interface PairIndex {
  readonly first: number;
  readonly second: number;
  readonly index: ExactFraction;
}

/**
 * Shapley interaction index of every pair: what the two add together beyond what each adds alone, averaged over the orders in which the
 * others come, the two side by side. Negative: they stand in for each other. Positive: each is worth more with the other. Source:
 * M. Grabisch and M. Roubens, "An axiomatic approach to the concept of interaction among players in cooperative games", 1999.
 */
export function interactionIndices(worths: Worths): PairIndex[] {
  const core = coreOf(worths);
  const players = playersOf(worths);
  const sizes = sizesOf(core.worths);
  const orders = ordersOf(core.players.length - 1);
  return Array.from({ length: players }, (_, first) =>
    Array.from({ length: players - 1 - first }, (_, after) => {
      const second = first + 1 + after;
      const [low, high] = [core.players.indexOf(first), core.players.indexOf(second)];
      if (low < 0 || high < 0) return { first, second, index: ZERO };
      const together = togetherBySize(core.worths, sizes, 1 << low, 1 << high);
      return { first, second, index: averaged(together, orders) };
    }),
  ).flat();
}

/** What two players add together beyond what each adds alone, summed for each number of others that came before. */
function togetherBySize(worths: Worths, sizes: Uint8Array, low: number, high: number): Float64Array {
  const sums = new Float64Array(playersOf(worths) - 1);
  for (let above = 0; above < worths.length; above += 2 * high) {
    for (let between = above; between < above + high; between += 2 * low) {
      for (let mask = between; mask < between + low; mask++) {
        const before = sizes[mask] ?? 0;
        const each = (worths[mask | low] ?? 0) + (worths[mask | high] ?? 0);
        const both = (worths[mask | low | high] ?? 0) + (worths[mask] ?? 0);
        sums[before] = (sums[before] ?? 0) + both - each;
      }
    }
  }
  return sums;
}

const ZERO: ExactFraction = { numerator: 0n, denominator: 1n };

/**
 * The same game among those players only who ever change anything, in their order: the others have no share in it, and nobody else's share
 * depends on them. Each of them would double the work.
 */
function coreOf(worths: Worths): { readonly players: readonly number[]; readonly worths: Worths } {
  const players = Array.from({ length: playersOf(worths) }, (_, player) => player).filter((player) =>
    changesAnything(worths, 1 << player),
  );
  const core = new Float64Array(1 << players.length);
  const masks = new Int32Array(core.length);
  players.forEach((player, at) => {
    const bit = 1 << at;
    for (let mask = 0; mask < bit; mask++) masks[mask | bit] = (masks[mask] ?? 0) | (1 << player);
  });
  for (let mask = 0; mask < core.length; mask++) core[mask] = worths[masks[mask] ?? 0] ?? 0;
  return { players, worths: core };
}

function changesAnything(worths: Worths, bit: number): boolean {
  for (let mask = 0; mask < worths.length; mask++) if (worths[mask] !== worths[mask | bit]) return true;
  return false;
}

/** Number of orders in which so many come before and the others after, for each number before; and of all orders. */
function ordersOf(players: number): { readonly before: readonly bigint[]; readonly all: bigint } {
  const factorials = [1n];
  for (let i = 1; i <= players; i++) factorials.push((factorials[i - 1] ?? 1n) * BigInt(i));
  const before = Array.from(
    { length: Math.max(0, players) },
    (_, count) => (factorials[count] ?? 1n) * (factorials[players - 1 - count] ?? 1n),
  );
  return { before, all: factorials.at(-1) ?? 1n };
}

function averaged(sums: Float64Array, orders: ReturnType<typeof ordersOf>): ExactFraction {
  const numerator = sums.reduce((sum, one, before) => sum + BigInt(one) * (orders.before[before] ?? 0n), 0n);
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, orders.all);
  return { numerator: numerator / divisor, denominator: orders.all / divisor };
}

function playersOf(worths: Worths): number {
  return 31 - Math.clz32(worths.length);
}

/** Number of players in each subset. */
function sizesOf(worths: Worths): Uint8Array {
  const sizes = new Uint8Array(worths.length);
  for (let mask = 1; mask < sizes.length; mask++) sizes[mask] = (sizes[mask >> 1] ?? 0) + (mask & 1);
  return sizes;
}
