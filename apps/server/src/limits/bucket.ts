/** A token bucket: `burst` at once, then `perSecond` on average. Counted on the clock that the caller gives, in milliseconds. */
export interface Bucket {
  /** Takes one and says whether there was one. */
  take(now: number): boolean;
}

export function createBucket(burst: number, perSecond: number): Bucket {
  let left = burst;
  let last = 0;
  return {
    take(now) {
      left = Math.min(burst, left + ((now - last) / 1000) * perSecond);
      last = now;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}

/** Buckets by key, bounded: the longest unused goes first. */
export function createBuckets(
  burst: number,
  perSecond: number,
  most = 10_000,
): { take(key: string, now: number): boolean } {
  const buckets = new Map<string, Bucket>();
  return {
    take(key, now) {
      const bucket = buckets.get(key) ?? createBucket(burst, perSecond);
      buckets.delete(key);
      buckets.set(key, bucket);
      const oldest = buckets.keys().next();
      if (buckets.size > most && !oldest.done) buckets.delete(oldest.value);
      return bucket.take(now);
    },
  };
}
