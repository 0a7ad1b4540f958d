import { describe, expect, it } from 'vitest';
import { neighbourhoodOf } from '../src/limits/address';
import { createBucket, createBuckets } from '../src/limits/bucket';
import { createCrowd } from '../src/limits/crowd';

const times = (count: number, work: () => boolean) =>
  Array.from({ length: count }, work).filter(Boolean).length;

describe('a bucket', () => {
  it('gives its burst at once and then so many a second', () => {
    const bucket = createBucket({ burst: 5, perSecond: 2 }, 0);
    expect(times(9, () => bucket.take(0))).toBe(5);
    expect(times(9, () => bucket.take(1_000))).toBe(2);
    expect(times(9, () => bucket.take(1_000_000))).toBe(5);
  });

  it('does not care for a clock that goes back', () => {
    const bucket = createBucket({ burst: 1, perSecond: 1 }, 10_000);
    expect(bucket.take(10_000)).toBe(true);
    expect(bucket.take(0)).toBe(false);
    expect(bucket.take(1_000)).toBe(true);
  });

  it('is kept by key, and for a bounded number of keys', () => {
    const buckets = createBuckets({ burst: 1, perSecond: 0 }, 2);
    expect(['a', 'a', 'b', 'c', 'a'].map((key) => buckets.take(key, 0))).toEqual([
      true,
      false,
      true,
      true,
      true,
    ]);
  });
});

describe('a crowd', () => {
  it('is bounded for one address and in all, and makes room when somebody leaves', () => {
    const crowd = createCrowd(2, 3);
    expect(['a', 'a', 'a', 'b', 'c'].map(crowd.enter)).toEqual([true, true, false, true, false]);
    crowd.leave('a');
    expect(crowd.enter('c')).toBe(true);
  });
});

describe('an address', () => {
  it('stands for itself, or for the first half of an IPv6 address, however it is written', () => {
    expect(neighbourhoodOf('192.0.2.7')).toBe('192.0.2.7');
    expect(neighbourhoodOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
    expect(neighbourhoodOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
    expect(neighbourhoodOf('2001:0DB8:0001::6')).toBe('2001:db8:1:0');
    expect(neighbourhoodOf('2001:db8::')).toBe('2001:db8:0:0');
    expect(neighbourhoodOf('::1')).toBe('0:0:0:0');
  });
});
