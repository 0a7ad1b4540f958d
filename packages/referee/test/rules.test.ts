import type { Rule } from '@btt/scenario';
import { describe, expect, it } from 'vitest';
import { type Standing, type Standings, tally, type Vote } from '../src';
import { ceilDivide, compareProducts, floorDivide } from '../src/rules/exact';
import { half } from './games';

interface Sketch {
  readonly weight?: number;
  readonly support?: number;
  readonly vote: Vote;
  readonly fierce?: boolean;
  readonly absent?: boolean;
}

/** Factions a, b, c … in order. */
function standings(sketches: readonly Sketch[]): Standings {
  return new Map(
    sketches.map((one, at): [string, Standing] => {
      const { weight = 1, support = 0, vote, fierce = false, absent = false } = one;
      return [String.fromCharCode(97 + at), { weight, support, vote, fierce, present: !absent }];
    }),
  );
}

const passes = (rule: Rule, sketches: readonly Sketch[]) => tally(rule, standings(sketches)).passes;
const yes = (weight = 1): Sketch => ({ vote: 'yes', weight });
const no = (weight = 1): Sketch => ({ vote: 'no', weight });
const abstain = (weight = 1): Sketch => ({ vote: 'abstain', weight });
const absent = (weight = 1): Sketch => ({ vote: 'abstain', weight, absent: true });

describe('a majority', () => {
  const ofAB = { ...half, factions: ['a', 'b'] };
  const atLeast = (numerator: number, denominator: number) => ({
    ...half,
    test: 'at-least' as const,
    fraction: { numerator, denominator },
    factions: ['a', 'b', 'c'],
  });

  it('of more than half fails at exactly half, and of at least half passes', () => {
    expect(passes(ofAB, [yes(), no()])).toBe(false);
    expect(passes({ ...ofAB, test: 'at-least' }, [yes(), no()])).toBe(true);
  });

  it('takes fractions as written: two of three reach 2/3 but not 667/1000', () => {
    expect(passes(atLeast(2, 3), [yes(), yes(), no()])).toBe(true);
    expect(passes(atLeast(667, 1000), [yes(), yes(), no()])).toBe(false);
    expect(passes(atLeast(666, 1000), [yes(), yes(), no()])).toBe(true);
  });

  it('of votes cast leaves abstentions out, of all counts them', () => {
    expect(passes(ofAB, [yes(), abstain(5)])).toBe(true);
    expect(passes({ ...ofAB, of: 'all' }, [yes(), abstain(5)])).toBe(false);
  });

  it('fails when nothing is cast, whatever the fraction', () => {
    expect(passes(ofAB, [abstain(), abstain()])).toBe(false);
    expect(passes(atLeast(0, 1), [abstain(), abstain(), abstain()])).toBe(false);
    expect(passes({ ...atLeast(0, 1), factions: [] }, [])).toBe(false);
  });

  it('counts heads where it says so', () => {
    expect(passes({ ...ofAB, factions: ['a', 'b', 'c'] }, [yes(), yes(), no(9)])).toBe(false);
    expect(passes({ ...ofAB, factions: ['a', 'b', 'c'], heads: true }, [yes(), yes(), no(9)])).toBe(true);
  });

  it('has its quorum from everyone present, abstainers included', () => {
    const withQuorum: Rule = { ...ofAB, factions: ['a', 'b', 'c'], quorum: { numerator: 1, denominator: 2 } };
    expect(passes(withQuorum, [yes(1), absent(2), abstain(1)])).toBe(true);
    expect(passes(withQuorum, [yes(1), absent(3), abstain(1)])).toBe(false);
    expect(tally(withQuorum, standings([yes(1), absent(3), abstain(1)]))).toMatchObject({
      quorum: { met: false, present: 2, total: 5 },
    });
  });

  it('is exact where products go beyond 2^53', () => {
    const third = { numerator: 333_333_333, denominator: 999_999_999 };
    const rule = { ...half, test: 'at-least' as const, fraction: third, factions: ['a', 'b'] };
    const unit = 100_000_000;
    expect(passes(rule, [yes(unit), no(2 * unit)])).toBe(true);
    expect(passes(rule, [yes(unit), no(2 * unit + 1)])).toBe(false);
    expect(passes({ ...rule, test: 'more-than' }, [yes(unit), no(2 * unit)])).toBe(false);
    expect(passes({ ...rule, test: 'more-than' }, [yes(unit), no(2 * unit - 1)])).toBe(true);
  });
});

describe('other rules', () => {
  const factions = ['a', 'b', 'c'];

  it('a quota is reached at the weight itself, and never by nobody', () => {
    const quota = (weight: number, heads = false): Rule => ({ kind: 'quota', weight, heads, factions });
    expect(passes(quota(5), [yes(3), yes(2), no(9)])).toBe(true);
    expect(passes(quota(6), [yes(3), yes(2), no(9)])).toBe(false);
    expect(passes(quota(2, true), [yes(3), yes(2), no(9)])).toBe(true);
    expect(passes(quota(0), [no(), no(), no()])).toBe(false);
  });

  it('unanimity and consent need a yes from each: an abstention is none', () => {
    for (const kind of ['unanimity', 'consent'] as const) {
      expect(passes({ kind, factions: ['a', 'b'] }, [yes(), yes(), no()])).toBe(true);
      expect(tally({ kind, factions }, standings([yes(), abstain(), no()]))).toMatchObject({
        passes: false,
        withheld: ['b', 'c'],
      });
    }
  });

  it('without objection passes as long as the noes stay below the weight', () => {
    const rule: Rule = { kind: 'no-objection', weight: 3, factions };
    expect(passes(rule, [abstain(9), no(2), absent(9)])).toBe(true);
    expect(passes(rule, [yes(9), no(2), no(1)])).toBe(false);
  });

  it('opinion is the weighted mean of support, whatever the votes', () => {
    const rule: Rule = { kind: 'opinion', level: { numerator: 1, denominator: 2 }, factions: ['a', 'b'] };
    const mean = (support: number) => [
      { ...no(3), support: 0 },
      { ...no(1), support },
    ];
    expect(passes(rule, mean(2))).toBe(true);
    expect(passes(rule, mean(1))).toBe(false);
  });

  it('a bloc blocks only when all of it is fierce at once', () => {
    const rule: Rule = { kind: 'no-bloc', factions: ['a', 'b'] };
    const fierce: Sketch = { vote: 'no', fierce: true };
    expect(passes(rule, [fierce, fierce, yes()])).toBe(false);
    expect(passes(rule, [fierce, no(), yes()])).toBe(true);
  });

  it('rules nest: all, any, so many of', () => {
    const a: Rule = { kind: 'consent', factions: ['a'] };
    const b: Rule = { kind: 'consent', factions: ['b'] };
    const c: Rule = { kind: 'consent', factions: ['c'] };
    const votes = [yes(), no(), yes()];
    expect(passes({ kind: 'all', rules: [a, b] }, votes)).toBe(false);
    expect(passes({ kind: 'any', rules: [a, b] }, votes)).toBe(true);
    expect(passes({ kind: 'k-of', k: 2, rules: [a, b, c] }, votes)).toBe(true);
    expect(passes({ kind: 'k-of', k: 3, rules: [a, { kind: 'any', rules: [b, c] }, b] }, votes)).toBe(false);
  });
});

describe('exact arithmetic', () => {
  it('compares products that a floating-point number cannot tell apart', () => {
    const large = 2 ** 52;
    expect(compareProducts(large, 3, large - 1, 3)).toBeGreaterThan(0);
    expect(compareProducts(large + 1, large, large, large + 1)).toBe(0);
    expect(compareProducts(-large, 4, large, -5)).toBeGreaterThan(0);
  });

  it('divides down and up, below zero as above', () => {
    expect([7n, -7n, 6n, -6n].map((number) => floorDivide(number, 2n))).toEqual([3n, -4n, 3n, -3n]);
    expect([7n, -7n, 6n, -6n].map((number) => ceilDivide(number, 2n))).toEqual([4n, -3n, 3n, -3n]);
  });
});
