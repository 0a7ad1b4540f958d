import type { Steps } from '../win-sets/steps';

/** More different sums than this, or than twice as many as there are items, are sorted in two rounds. */
const BUCKETS = 1 << 20;

export interface Summed {
  /** How many there are, 0 … total − 1; less than 2^32. */
  readonly total: number;
  /** Whether to list it. */
  readonly has: (item: number) => boolean;
  readonly sumOf: (item: number) => number;
  /** Bounds of all sums. */
  readonly low: number;
  readonly high: number;
  /** Items between two reports of progress. */
  readonly slice: number;
}

/** The items with the highest sum first; equal ones in their own order. */
export function* descending({ total, has, sumOf, low, high, slice }: Summed): Steps<Uint32Array> {
  const spread = Math.max(0, high - low) + 1;
  const buckets = Math.min(spread, BUCKETS, 2 * total + 1);
  const bucketOf = (item: number) => Math.floor(((high - sumOf(item)) * buckets) / spread);
  const ends = new Uint32Array(buckets + 1);
  for (let item = 0; item < total; item++) {
    if (has(item)) {
      const next = bucketOf(item) + 1;
      ends[next] = (ends[next] ?? 0) + 1;
    }
    if (item % slice === slice - 1) yield (0.5 * item) / total;
  }
  for (let bucket = 0; bucket < buckets; bucket++)
    ends[bucket + 1] = (ends[bucket + 1] ?? 0) + (ends[bucket] ?? 0);
  const order = new Uint32Array(ends[buckets] ?? 0);
  const starts = ends.slice();
  for (let item = 0; item < total; item++) {
    if (has(item)) {
      const bucket = bucketOf(item);
      const place = starts[bucket] ?? 0;
      order[place] = item;
      starts[bucket] = place + 1;
    }
    if (item % slice === slice - 1) yield 0.5 + (0.5 * item) / total;
  }
  if (buckets < spread) {
    for (let bucket = 0; bucket < buckets; bucket++) {
      const within = order.subarray(ends[bucket] ?? 0, ends[bucket + 1] ?? 0);
      if (within.length > 1) within.sort((a, b) => sumOf(b) - sumOf(a));
    }
  }
  return order;
}
