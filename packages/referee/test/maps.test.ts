import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { support, type Vote } from '../src';
import { brierScore, forecastOf } from '../src/maps/forecast';
import { type Estimate, scoreMap } from '../src/maps/score';
import { stanceOf, type Truth, truthAbroad } from '../src/maps/truth';
import { game, half } from './games';

function truth(faction: string, support: number, over: Partial<Truth> = {}): Truth {
  const vote: Vote = support >= 2 ? 'yes' : support <= -2 ? 'no' : 'abstain';
  return { faction, support, yes: 2, no: -2, vote, weight: 1, ...over };
}

const guess = (faction: string, stance: number | null, vote: Estimate['vote'] = null): Estimate => ({
  faction,
  stance,
  vote,
});

const votes = fc.constantFrom<Vote>('yes', 'no', 'abstain');
const points = fc.integer({ min: -6, max: 6 });

const pairs = fc.array(
  fc.record({
    support: points,
    vote: votes,
    weight: fc.integer({ min: 1, max: 5 }),
    stance: fc.option(points),
    predicted: fc.option(
      fc.record({ vote: votes, confidence: fc.option(fc.constantFrom(0, 0.25, 0.5, 0.9, 1)) }),
    ),
  }),
  { maxLength: 8 },
);

function tableOf(rows: typeof pairs extends fc.Arbitrary<infer T> ? T : never) {
  return {
    real: rows.map((row, at) => truth(`f${at}`, row.support, { vote: row.vote, weight: row.weight })),
    map: rows.map((row, at) => guess(`f${at}`, row.stance, row.predicted)),
  };
}

describe('the error of a map', () => {
  it('is the mean of estimate minus truth, and of the distances; both are exact as sums', () => {
    const real = [truth('a', 3), truth('b', -1), truth('c', 0)];
    const score = scoreMap(real, [guess('a', 1), guess('b', 2), guess('c', 0)]);
    expect(score.signedError).toEqual({ sum: 1, weight: 3, mean: 1 / 3 });
    expect(score.absoluteError).toEqual({ sum: 5, weight: 3, mean: 5 / 3 });
    expect(score.entries.map(({ stance }) => stance?.error)).toEqual([-2, 3, 0]);
  });

  it('takes factions by their weights if it is told to', () => {
    const real = [truth('a', 3, { weight: 4 }), truth('b', -1)];
    const score = scoreMap(real, [guess('a', 1), guess('b', 2)]);
    expect(score.signedError).toEqual({ sum: -5, weight: 5, mean: -1 });
    expect(score.misread).toEqual({ sum: 5, weight: 5, mean: 1 });
  });

  it('is never smaller in distance than in balance, and never changes when the truth and the map move together', () => {
    fc.assert(
      fc.property(pairs, points, (rows, by) => {
        const { real, map } = tableOf(rows);
        const score = scoreMap(real, map);
        expect(score.absoluteError.sum).toBeGreaterThanOrEqual(Math.abs(score.signedError.sum));
        const moved = scoreMap(
          real.map((one) => ({ ...one, support: one.support + by, yes: one.yes + by, no: one.no + by })),
          map.map((one) => ({ ...one, stance: one.stance === null ? null : one.stance + by })),
        );
        expect(moved).toEqual(score);
      }),
    );
  });

  it('turns its sign when map and truth change places, and not its distance', () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const known = rows.map((row) => ({ ...row, stance: row.stance ?? 0 }));
        const there = tableOf(known);
        const back = tableOf(known.map((row) => ({ ...row, support: row.stance, stance: row.support })));
        const [one, other] = [scoreMap(there.real, there.map), scoreMap(back.real, back.map)];
        expect(one.signedError.sum + other.signedError.sum).toBe(0);
        expect(one.absoluteError).toEqual(other.absoluteError);
        expect(one.misread).toEqual(other.misread);
      }),
    );
  });
});

describe('a misread stance', () => {
  it('is told from the thresholds of the faction itself, which belong to the stances beyond them', () => {
    expect([-3, -2, -1, 1, 2, 3].map((at) => stanceOf({ yes: 2, no: -2 }, at))).toEqual([
      'opponent',
      'opponent',
      'undecided',
      'undecided',
      'supporter',
      'supporter',
    ]);
    expect([0, 0.5, 1].map((at) => stanceOf({ yes: 1, no: 0 }, at))).toEqual([
      'opponent',
      'undecided',
      'supporter',
    ]);
  });

  it('can be a small error across a threshold, while a large one on the right side of it is none', () => {
    const score = scoreMap([truth('a', 2), truth('b', 2)], [guess('a', 1), guess('b', 9)]);
    expect(score.entries.map(({ stance }) => stance)).toEqual([
      { error: -1, thought: 'undecided', is: 'supporter', misread: true },
      { error: 7, thought: 'supporter', is: 'supporter', misread: false },
    ]);
    expect(score.misread).toEqual({ sum: 1, weight: 2, mean: 0.5 });
  });

  it('is about support: a red line makes a no of a supporter, but a supporter he stays', () => {
    const real = [truth('a', 4, { vote: 'no' })];
    const score = scoreMap(real, [guess('a', 4, { vote: 'yes', confidence: null })]);
    expect(score.misread.sum).toBe(0);
    expect(score.brier.mean).toBe(2);
  });
});

describe('the Brier score of predicted votes', () => {
  it('runs from 0 for certain and right to 2 for certain and wrong, and a third for each vote has two thirds', () => {
    const certain = { yes: 1, no: 0, abstain: 0 };
    expect(brierScore(certain, 'yes')).toBe(0);
    expect(brierScore(certain, 'no')).toBe(2);
    expect(brierScore({ yes: 1 / 3, no: 1 / 3, abstain: 1 / 3 }, 'abstain')).toBeCloseTo(2 / 3, 15);
  });

  it('of two classes is twice the form that counts only one', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (rain, rained) => {
        const both = brierScore({ yes: rain, no: 1 - rain, abstain: 0 }, rained ? 'yes' : 'no');
        expect(both).toBeCloseTo(2 * (rain - (rained ? 1 : 0)) ** 2, 14);
      }),
    );
  });

  it('shares what a confidence leaves between the other two votes, and takes a prediction without any as certain', () => {
    expect(forecastOf({ vote: 'no', confidence: 0.5 })).toEqual({ yes: 0.25, no: 0.5, abstain: 0.25 });
    expect(forecastOf({ vote: 'no', confidence: null })).toEqual({ yes: 0, no: 1, abstain: 0 });
    const real = [truth('a', 5), truth('b', -5), truth('c', 0)];
    const score = scoreMap(real, [
      guess('a', null, { vote: 'yes', confidence: 0.5 }),
      guess('b', null, { vote: 'yes', confidence: 0.5 }),
      guess('c', null, { yes: 0.5, no: 0, abstain: 0.5 }),
    ]);
    expect(score.entries.map(({ brier }) => brier)).toEqual([0.375, 0.875, 0.5]);
    expect(score.brier).toEqual({ sum: 1.75, weight: 3, mean: 1.75 / 3 });
  });

  it('is best on average for who says what is so: no other forecast does better against the true chances', () => {
    const chances = fc
      .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }))
      .map(([yes, no, abstain]) => {
        const all = yes + no + abstain;
        return { yes: yes / all, no: no / all, abstain: abstain / all };
      });
    fc.assert(
      fc.property(chances, chances, (real, said) => {
        const expected = (forecast: typeof said) =>
          (['yes', 'no', 'abstain'] as const).reduce(
            (sum, vote) => sum + real[vote] * brierScore(forecast, vote),
            0,
          );
        expect(expected(real)).toBeLessThanOrEqual(expected(said) + 1e-12);
      }),
    );
  });
});

describe('a map that is not complete', () => {
  it('counts what is missing apart, and takes its means of the rest', () => {
    const real = [truth('a', 3), truth('b', -3), truth('c', 0)];
    const score = scoreMap(real, [guess('a', 5), guess('c', null, { vote: 'abstain', confidence: 1 })]);
    expect(score.missing).toEqual({ stances: ['b', 'c'], votes: ['a', 'b'] });
    expect(score.signedError).toEqual({ sum: 2, weight: 1, mean: 2 });
    expect(score.brier).toEqual({ sum: 0, weight: 1, mean: 0 });
    expect(score.entries[1]).toEqual({ faction: 'b', stance: null, brier: null });
  });

  it('has no mean of nothing', () => {
    const none = { sum: 0, weight: 0, mean: null };
    const score = scoreMap([truth('a', 3)], []);
    expect(score).toMatchObject({ signedError: none, absoluteError: none, misread: none, brier: none });
  });

  it('goes by the last entry of a faction, and overlooks factions that are not there', () => {
    const score = scoreMap([truth('a', 3)], [guess('a', 0), guess('ghost', 9), guess('a', 2)]);
    expect(score.entries.map(({ stance }) => stance?.error)).toEqual([-1]);
  });

  it('has every faction of the truth either estimated or missing', () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const { real, map } = tableOf(rows);
        const { missing, entries, brier, misread } = scoreMap(real, map);
        expect(entries.map(({ faction }) => faction)).toEqual(real.map(({ faction }) => faction));
        expect(missing.stances.length).toBe(rows.filter(({ stance }) => stance === null).length);
        expect(missing.votes.length).toBe(rows.filter(({ predicted }) => predicted === null).length);
        expect(brier.mean ?? 0).toBeGreaterThanOrEqual(0);
        expect(brier.mean ?? 0).toBeLessThanOrEqual(2);
        expect(misread.mean ?? 0).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the truth that a map is held against', () => {
  const scenario = game({
    sides: { east: { ...half, factions: ['a'] }, west: { ...half, factions: ['b', 'c'] } },
    factions: [
      { id: 'a', side: 'east', start: 2 },
      { id: 'b', side: 'west', start: -2, weight: 3 },
      {
        id: 'c',
        side: 'west',
        start: 5,
        redLines: [{ text: 'never', deal: [{ issue: 'i', options: ['x'] }] }],
      },
    ],
    issues: { i: ['x', 'y'] },
  });

  it('is the supports and votes of the factions of other sides', () => {
    const supports = support(scenario, { i: 'x' }, [{ faction: 'b', points: 1, deal: [] }]);
    expect(truthAbroad(scenario, 'east', supports)).toEqual([
      { faction: 'b', support: -1, yes: 1, no: -1, vote: 'no', weight: 1 },
      { faction: 'c', support: 5, yes: 1, no: -1, vote: 'no', weight: 1 },
    ]);
    expect(truthAbroad(scenario, 'west', supports, true).map(({ faction }) => faction)).toEqual(['a']);
    expect(truthAbroad(scenario, null, supports, true).map(({ weight }) => weight)).toEqual([1, 3, 1]);
  });
});
