/** A token bucket: `burst` at once, then `perSecond` on average. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

export interface Bucket {
  /** Takes one and says whether there was one. `now` in milliseconds. */
  take(now: number): boolean;
}

export function createBucket({ burst, perSecond }: Rate, start: number): Bucket {
  let left = burst;
  let last = start;
  return {
    take(now) {
      left = Math.min(burst, left + (Math.max(0, now - last) / 1000) * perSecond);
      last = now;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}

/** Buckets by key, bounded: the longest unused goes first. */
export interface Buckets {
  take(key: string, now: number): boolean;
}

const MOST_KEYS = 10_000;

export function createBuckets(rate: Rate, most = MOST_KEYS): Buckets {
  const buckets = new Map<string, Bucket>();
  return {
    take(key, now) {
      const bucket = buckets.get(key) ?? createBucket(rate, now);
      buckets.delete(key);
      buckets.set(key, bucket);
      const oldest = buckets.keys().next();
      if (buckets.size > most && !oldest.done) buckets.delete(oldest.value);
      return bucket.take(now);
    },
  };
}
