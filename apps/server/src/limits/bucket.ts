/** A token bucket: `burst` at once, then `perSecond` on average. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

export interface Bucket {
  /** Takes one and says whether there was one. `now` in milliseconds. */
  take(now: number): boolean;
}

export function createBucket(rate: Rate, start: number): Bucket {
  return new TokenBucket(rate, start);
}

/** Each page has several: a class, as that is less than closures hold. */
class TokenBucket implements Bucket {
  readonly #rate: Rate;
  #left: number;
  #last: number;

  constructor(rate: Rate, start: number) {
    this.#rate = rate;
    this.#left = rate.burst;
    this.#last = start;
  }

  take(now: number): boolean {
    const { burst, perSecond } = this.#rate;
    this.#left = Math.min(burst, this.#left + (Math.max(0, now - this.#last) / 1000) * perSecond);
    this.#last = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
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
