import type { Layer } from './layer';

/** The front of two parties: from the first party's best to the second's, values of the first falling, of the second rising. */
export interface Staircase {
  size: number;
  first: Float64Array;
  second: Float64Array;
  counts: Float64Array;
}

export const emptyStaircase = (room = 64): Staircase => ({
  size: 0,
  first: new Float64Array(room),
  second: new Float64Array(room),
  counts: new Float64Array(room),
});

function makeRoom(stairs: Staircase, room: number): void {
  if (stairs.first.length >= room) return;
  const larger = Math.max(room, 2 * stairs.first.length);
  stairs.first = new Float64Array(larger);
  stairs.second = new Float64Array(larger);
  stairs.counts = new Float64Array(larger);
}

/** Writes to `into` the front of `one` and of `other` moved by some points, each deal of the other counting `times`. */
export function mergeStaircases(
  into: Staircase,
  one: Staircase,
  other: Staircase,
  moveFirst: number,
  moveSecond: number,
  times: number,
): void {
  makeRoom(into, one.size + other.size);
  const { first, second, counts } = into;
  const { first: oneFirst, second: oneSecond, counts: oneCounts } = one;
  const { first: otherFirst, second: otherSecond, counts: otherCounts } = other;
  let a = 0;
  let b = 0;
  let size = 0;
  let best = Number.NEGATIVE_INFINITY;
  while (a < one.size || b < other.size) {
    const x = a < one.size ? (oneFirst[a] ?? 0) : Number.NEGATIVE_INFINITY;
    const y = a < one.size ? (oneSecond[a] ?? 0) : Number.NEGATIVE_INFINITY;
    const u = b < other.size ? (otherFirst[b] ?? 0) + moveFirst : Number.NEGATIVE_INFINITY;
    const v = b < other.size ? (otherSecond[b] ?? 0) + moveSecond : Number.NEGATIVE_INFINITY;
    const takesOne = x > u || (x === u && y >= v);
    const takesOther = u > x || (u === x && v >= y);
    const value = takesOne ? y : v;
    if (value > best) {
      best = value;
      first[size] = takesOne ? x : u;
      second[size] = value;
      counts[size] = (takesOne ? (oneCounts[a] ?? 0) : 0) + (takesOther ? (otherCounts[b] ?? 0) * times : 0);
      size++;
    }
    if (takesOne) a++;
    if (takesOther) b++;
  }
  into.size = size;
}

/** The last row whose first value is at least so much; −1 if none is. Among the rows that reach it, it is the best for the second party. */
function lastReaching(stairs: Staircase, value: number): number {
  let start = 0;
  let end = stairs.size;
  while (start < end) {
    const middle = (start + end) >> 1;
    if ((stairs.first[middle] ?? 0) >= value) start = middle + 1;
    else end = middle;
  }
  return start - 1;
}

/** Rows that wait to be merged. */
const WAITING = 1024;

export interface StaircaseBuilder {
  readonly add: (first: number, second: number) => void;
  readonly finish: () => Staircase;
}

/** Builds a front of two from deals in any order; few of them get past a look at the front so far. */
export function staircaseBuilder(): StaircaseBuilder {
  let stairs = emptyStaircase();
  let spare = emptyStaircase();
  const sorted = emptyStaircase(WAITING);
  const firsts = new Float64Array(WAITING);
  const seconds = new Float64Array(WAITING);
  let waiting = 0;
  let last = -1;

  function add(first: number, second: number): void {
    if (last >= 0 && first < (stairs.first[last] ?? 0) && second <= (stairs.second[last] ?? 0)) return;
    const row = lastReaching(stairs, first);
    if (row >= 0) {
      const value = stairs.second[row] ?? 0;
      if (value > second || (value === second && (stairs.first[row] ?? 0) > first)) {
        last = row;
        return;
      }
      if (value === second) {
        stairs.counts[row] = (stairs.counts[row] ?? 0) + 1;
        return;
      }
    }
    firsts[waiting] = first;
    seconds[waiting] = second;
    if (++waiting === WAITING) takeUp();
  }

  function takeUp(): void {
    const order = Array.from({ length: waiting }, (_, at) => at).sort(
      (a, b) => (firsts[b] ?? 0) - (firsts[a] ?? 0) || (seconds[b] ?? 0) - (seconds[a] ?? 0),
    );
    sorted.size = 0;
    for (const at of order) {
      const x = firsts[at] ?? 0;
      const y = seconds[at] ?? 0;
      const top = sorted.size - 1;
      const best = top < 0 ? Number.NEGATIVE_INFINITY : (sorted.second[top] ?? 0);
      if (y < best || (y === best && x < (sorted.first[top] ?? 0))) continue;
      if (y === best) sorted.counts[top] = (sorted.counts[top] ?? 0) + 1;
      else {
        sorted.first[top + 1] = x;
        sorted.second[top + 1] = y;
        sorted.counts[top + 1] = 1;
        sorted.size++;
      }
    }
    mergeStaircases(spare, stairs, sorted, 0, 0, 1);
    [stairs, spare] = [spare, stairs];
    waiting = 0;
    last = -1;
  }

  return {
    add,
    finish: () => {
      if (waiting > 0) takeUp();
      return stairs;
    },
  };
}

export function staircaseLayer(stairs: Staircase): Layer {
  const { size } = stairs;
  const values = new Float64Array(2 * size);
  for (let row = 0; row < size; row++) {
    values[2 * row] = stairs.first[row] ?? 0;
    values[2 * row + 1] = stairs.second[row] ?? 0;
  }
  return {
    width: 2,
    size,
    values,
    counts: stairs.counts.slice(0, size),
    rowReaching: (wanted) => {
      const row = lastReaching(stairs, wanted[0] ?? 0);
      return row >= 0 && (stairs.second[row] ?? 0) >= (wanted[1] ?? 0) ? row : -1;
    },
  };
}

/** The rows of a front of two, to merge it with. */
export function asStaircase({ size, values, counts }: Layer): Staircase {
  return {
    size,
    first: Float64Array.from({ length: size }, (_, row) => values[2 * row] ?? 0),
    second: Float64Array.from({ length: size }, (_, row) => values[2 * row + 1] ?? 0),
    counts: counts.slice(),
  };
}
