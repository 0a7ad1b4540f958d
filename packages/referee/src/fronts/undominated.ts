import type { Steps } from '../win-sets/steps';
import { between } from '../win-sets/steps';
import { createArchive } from './archive';
import { descending } from './descending';
import { type Bounds, boundsOf, type Layer } from './layer';
import type { Part } from './part';
import { COMPARED_IN_SLICE, LOOKED_UP_IN_SLICE, rowsInSlice } from './slices';
import { asStaircase, emptyStaircase, mergeStaircases, staircaseBuilder, staircaseLayer } from './staircase';

/** The most numbers a front may hold: 64 MB of them. */
const MOST_NUMBERS = 2 ** 24;

/** The front of what a part's deals are worth. null if it has more rows than memory should be spent on. */
export function* frontOfPart(part: Part): Steps<Layer | null> {
  const { size, width, has, read } = part;
  const values = new Float64Array(width);
  const slice = rowsInSlice(width);
  if (width === 2) {
    const builder = staircaseBuilder();
    for (let number = 0; number < size; number++) {
      if (has(number)) {
        read(number, values);
        builder.add(values[0] ?? 0, values[1] ?? 0);
      }
      if (number % slice === slice - 1) yield number / size;
    }
    return staircaseLayer(builder.finish());
  }
  const bounds = yield* between(0, 0.1, boundsOfPart(part));
  return yield* between(0.1, 1, frontOf({ total: size, has, read, countOf: () => 1, width, bounds }));
}

export function* boundsOfPart({ size, width, has, read }: Part): Steps<Bounds> {
  const low = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  const high = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
  const values = new Float64Array(width);
  const slice = rowsInSlice(width);
  for (let number = 0; number < size; number++) {
    if (has(number)) {
      read(number, values);
      for (let at = 0; at < width; at++) {
        const value = values[at] ?? 0;
        if (value < (low[at] ?? 0)) low[at] = value;
        if (value > (high[at] ?? 0)) high[at] = value;
      }
    }
    if (number % slice === slice - 1) yield number / size;
  }
  return { low, high };
}

/**
 * The front of a sum: every row of one front with every row of the other. For parties whose points simply add up this is the front of
 * the deals made of both, as what is dominated in a part stays so in the whole. null if it is too large.
 */
export function* mergeLayers(one: Layer, other: Layer): Steps<Layer | null> {
  const { width } = one;
  if (width === 2) {
    const [few, many] = one.size <= other.size ? [one, other] : [other, one];
    const moved = asStaircase(many);
    let merged = emptyStaircase(0);
    let spare = emptyStaircase(0);
    let work = 0;
    for (let row = 0; row < few.size; row++) {
      const first = few.values[2 * row] ?? 0;
      const second = few.values[2 * row + 1] ?? 0;
      mergeStaircases(spare, merged, moved, first, second, few.counts[row] ?? 0);
      [merged, spare] = [spare, merged];
      work += merged.size + moved.size;
      if (work > COMPARED_IN_SLICE) {
        work = 0;
        yield row / few.size;
      }
    }
    return staircaseLayer(merged);
  }
  const boundsOne = boundsOf(one);
  const boundsOther = boundsOf(other);
  const add = (a: Float64Array, b: Float64Array) => a.map((value, at) => value + (b[at] ?? 0));
  return yield* frontOf({
    total: one.size * other.size,
    has: () => true,
    read: (item, values) => {
      const left = Math.floor(item / other.size) * width;
      const right = (item % other.size) * width;
      for (let at = 0; at < width; at++)
        values[at] = (one.values[left + at] ?? 0) + (other.values[right + at] ?? 0);
    },
    countOf: (item) =>
      (one.counts[Math.floor(item / other.size)] ?? 0) * (other.counts[item % other.size] ?? 0),
    width,
    bounds: { low: add(boundsOne.low, boundsOther.low), high: add(boundsOne.high, boundsOther.high) },
  });
}

interface Items {
  readonly total: number;
  readonly has: (item: number) => boolean;
  readonly read: (item: number, values: Float64Array) => void;
  readonly countOf: (item: number) => number;
  readonly width: number;
  readonly bounds: Bounds;
}

/** The front of any rows: taken up with falling sums. */
function* frontOf({ total, has, read, countOf, width, bounds }: Items): Steps<Layer | null> {
  const values = new Float64Array(width);
  const sumOf = (item: number) => {
    read(item, values);
    let sum = 0;
    for (let at = 0; at < width; at++) sum += values[at] ?? 0;
    return sum;
  };
  const sum = (all: Float64Array) => all.reduce((one, other) => one + other, 0);
  const [low, high] = total === 0 ? [0, 0] : [sum(bounds.low), sum(bounds.high)];
  const order = yield* between(
    0,
    0.2,
    descending({ total, has, sumOf, low, high, slice: rowsInSlice(width) }),
  );
  const archive = createArchive(width, bounds);
  let reported = 0;
  for (let at = 0; at < order.length; at++) {
    const item = order[at] ?? 0;
    read(item, values);
    archive.consider(values, countOf(item));
    if (archive.work() - reported < LOOKED_UP_IN_SLICE) continue;
    reported = archive.work();
    if (archive.size() * width > MOST_NUMBERS) return null;
    yield 0.2 + (0.8 * at) / order.length;
  }
  return archive.finish();
}
