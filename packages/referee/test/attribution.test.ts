import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Adjustment, verdict } from '../src';
import { attribution } from '../src/attribution/additive';
import type { Attribution } from '../src/attribution/attribution';
import { attributionOfReplay, attributionOfReplaySteps } from '../src/attribution/replayed';
import { dividends, interactionIndices, shapleyValues } from '../src/attribution/shapley';
import { judgeOf } from '../src/attribution/judge';
import type { ExactFraction } from '../src/coalitions/fractions';
import {
  dividendByDefinition,
  interactionByDefinition,
  marginsByDefinition,
  shapleyByDefinition,
} from '../src/oracle/attribution';
import { marginByDefinition } from '../src/oracle/definitions';
import { randomGame } from './arbitrary';
import { game, half } from './games';

const worthsOf = (players: number) =>
  fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1 << players, maxLength: 1 << players });

const randomWorths = (most = 5) =>
  fc
    .integer({ min: 1, max: most })
    .chain((players) => worthsOf(players).map((worths) => ({ players, worths })));

const sum = (fractions: readonly ExactFraction[]): ExactFraction =>
  fractions.reduce(
    (total, one) => ({
      numerator: total.numerator * one.denominator + one.numerator * total.denominator,
      denominator: total.denominator * one.denominator,
    }),
    { numerator: 0n, denominator: 1n },
  );

const isSame = (one: ExactFraction, numerator: bigint, denominator: bigint) =>
  one.numerator * denominator === numerator * one.denominator;

const exchanged = (mask: number, a: number, b: number) => {
  const [hasA, hasB] = [(mask >> a) & 1, (mask >> b) & 1];
  return (mask & ~((1 << a) | (1 << b))) | (hasA << b) | (hasB << a);
};

describe('Shapley values', () => {
  it('are the averages over all orders', () => {
    fc.assert(
      fc.property(randomWorths(), ({ players, worths }) => {
        const expected = shapleyByDefinition(players, (mask) => worths[mask] ?? 0);
        shapleyValues(Float64Array.from(worths)).forEach((value, player) => {
          expect(isSame(value, expected.sums[player] ?? 0n, expected.orders)).toBe(true);
        });
      }),
    );
  });

  it('add up to what all are worth beyond nobody', () => {
    fc.assert(
      fc.property(randomWorths(9), ({ worths }) => {
        const whole = sum(shapleyValues(Float64Array.from(worths)));
        expect(isSame(whole, BigInt((worths.at(-1) ?? 0) - (worths[0] ?? 0)), 1n)).toBe(true);
      }),
    );
  });

  it('are equal for players who can take each other’s place', () => {
    fc.assert(
      fc.property(randomWorths(), ({ players, worths }) => {
        if (players < 2) return;
        const even = worths.map((worth, mask) => worth + (worths[exchanged(mask, 0, 1)] ?? 0));
        const [first, second] = shapleyValues(Float64Array.from(even));
        expect(first).toEqual(second);
      }),
    );
  });

  it('are zero for a player who never changes anything', () => {
    fc.assert(
      fc.property(randomWorths(), fc.nat(), ({ players, worths }, any) => {
        const player = any % players;
        const without = worths.map((_, mask) => worths[mask & ~(1 << player)] ?? 0);
        expect(shapleyValues(Float64Array.from(without))[player]).toEqual({ numerator: 0n, denominator: 1n });
      }),
    );
  });

  it('of two games added up are the values of the two, added up', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }).chain((n) => fc.tuple(worthsOf(n), worthsOf(n))),
        ([one, other]) => {
          const both = shapleyValues(Float64Array.from(one, (worth, mask) => worth + (other[mask] ?? 0)));
          const first = shapleyValues(Float64Array.from(one));
          const second = shapleyValues(Float64Array.from(other));
          both.forEach((value, player) => {
            const added = sum([first[player], second[player]].flatMap((part) => part ?? []));
            expect(isSame(value, added.numerator, added.denominator)).toBe(true);
          });
        },
      ),
    );
  });

  it('share one glove between two owners of the other hand as the textbook does: 2/3, 1/6 and 1/6', () => {
    // The glove game: one left glove, two right ones; a pair is worth 1 (Shapley and Shubik, "On Market Games", 1969).
    const worth = (mask: number) => Number((mask & 1) !== 0 && mask > 1);
    expect(shapleyValues(Float64Array.from({ length: 8 }, (_, mask) => worth(mask)))).toEqual([
      { numerator: 2n, denominator: 3n },
      { numerator: 1n, denominator: 6n },
      { numerator: 1n, denominator: 6n },
    ]);
  });
});

describe('dividends', () => {
  it('are those of the definition', () => {
    fc.assert(
      fc.property(randomWorths(), ({ worths }) => {
        const expected = worths.map((_, mask) => dividendByDefinition((part) => worths[part] ?? 0, mask));
        expect([...dividends(Float64Array.from(worths))]).toEqual(expected);
      }),
    );
  });

  it('of all subsets of a set add up to its worth, and shared out equally they are the Shapley values', () => {
    fc.assert(
      fc.property(randomWorths(7), ({ players, worths }) => {
        const found = dividends(Float64Array.from(worths));
        const parts = [...found.keys()];
        worths.forEach((worth, mask) => {
          const within = parts.filter((part) => (part & mask) === part);
          expect(within.reduce((total, part) => total + (found[part] ?? 0), 0)).toBe(worth);
        });
        const values = shapleyValues(Float64Array.from(worths));
        for (let player = 0; player < players; player++) {
          const shares = parts
            .filter((part) => ((part >> player) & 1) === 1)
            .map((part) => ({
              numerator: BigInt(found[part] ?? 0),
              denominator: BigInt(part.toString(2).replaceAll('0', '').length),
            }));
          const { numerator, denominator } = sum(shares);
          const value = values[player];
          expect(value && isSame(value, numerator, denominator)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('the interaction of two', () => {
  it('is the average over all orders in which they stand side by side', () => {
    fc.assert(
      fc.property(randomWorths(), ({ players, worths }) => {
        const pairs = interactionIndices(Float64Array.from(worths));
        expect(pairs).toHaveLength((players * (players - 1)) / 2);
        for (const { first, second, index } of pairs) {
          const expected = interactionByDefinition(players, (mask) => worths[mask] ?? 0, first, second);
          expect(isSame(index, expected.sum, expected.orders)).toBe(true);
        }
      }),
    );
  });

  it('is negative for substitutes, positive for complements, zero for players who do not care', () => {
    const pair = (worths: readonly number[]) =>
      interactionIndices(Float64Array.from(worths))[0]?.index.numerator;
    expect(pair([0, 1, 1, 1])).toBe(-1n);
    expect(pair([0, 0, 0, 1])).toBe(1n);
    expect(pair([0, 1, 2, 3])).toBe(0n);
  });
});

describe('attribution of a deal', () => {
  const causesOf = (adjustments: readonly Adjustment[]) =>
    adjustments.map((one, at) => ({ id: `c${at}`, name: `Cause ${at}`, adjustments: [one] }));

  it('works with the margins of the definition, for every side and every subset of causes', () => {
    fc.assert(
      fc.property(
        randomGame({ issues: 2, options: 3, factions: 4 }),
        fc.nat(),
        ({ scenario, adjustments, reach }, any) => {
          const deal = Object.fromEntries(
            scenario.issues.map((issue) => [issue.id, issue.options[any % issue.options.length]?.id ?? '']),
          );
          const [always = [], ...single] = adjustments.map((one) => [one]);
          const causes = causesOf(single.flat());
          const found = attribution(scenario, deal, always, { causes, order: causes.map((one) => one.id) });
          const margins = scenario.sides.map(({ id }) =>
            marginsByDefinition(scenario, id, deal, always, single, reach),
          );
          found.sides.forEach((side, at) => {
            expectWorths(side, margins[at] ?? []);
          });
          expectWorths(
            found.whole,
            (margins[0] ?? []).map((_, mask) => leastOf(margins.map((one) => one[mask] ?? 0))),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  function leastOf(margins: readonly (number | 'never' | 'always')[]): number | 'never' | 'always' {
    if (margins.includes('never')) return 'never';
    const numbers = margins.filter((one) => typeof one === 'number');
    return numbers.length === 0 ? 'always' : Math.min(...numbers);
  }

  function expectWorths(found: Attribution, margins: readonly (number | 'never' | 'always')[]) {
    const isOfMargin = margins.every((one) => typeof one === 'number');
    const worths = margins.map((one) => {
      if (isOfMargin) return Number(one);
      return one === 'never' ? 0 : one === 'always' ? 1 : Number(one >= 0);
    });
    expect(found.of).toBe(isOfMargin ? 'margin' : 'verdict');
    expect([found.none.worth, found.all.worth]).toEqual([worths[0], worths.at(-1)]);
    const expected = shapleyByDefinition(found.shares.length, (mask) => worths[mask] ?? 0);
    found.shares.forEach((share, player) => {
      const others = (worths.length - 1) & ~(1 << player);
      expect(isSame(share.shapley, expected.sums[player] ?? 0n, expected.orders)).toBe(true);
      expect(share.without.worth).toBe(worths[others]);
      expect(share.own).toBe((worths[1 << player] ?? 0) - (worths[0] ?? 0));
      const before = (1 << player) - 1;
      expect(share.path).toBe((worths[before | (1 << player)] ?? 0) - (worths[before] ?? 0));
      const passes = (worth: number) => worth >= (isOfMargin ? 0 : 1);
      expect(share.decisive).toBe(passes(worths[others] ?? 0) !== passes(worths.at(-1) ?? 0));
    });
    for (const { players, dividend } of found.pairs) {
      const mask = (1 << players[0]) | (1 << players[1]);
      expect(dividend).toBe(dividendByDefinition((part) => worths[part] ?? 0, mask));
    }
  }

  it('tells the votes and results of the verdict, with all causes, with none, without each and after each', () => {
    fc.assert(
      fc.property(randomGame({ issues: 2, options: 2, factions: 4 }), ({ scenario, adjustments }) => {
        const deal = Object.fromEntries(
          scenario.issues.map((issue) => [issue.id, issue.options[0]?.id ?? '']),
        );
        const causes = causesOf(adjustments);
        const found = attribution(scenario, deal, [], { causes, order: causes.map((one) => one.id) });
        const expectVerdict = (
          pick: (side: Attribution) => Attribution['all'],
          with_: readonly Adjustment[],
        ) => {
          const expected = verdict(scenario, deal, with_);
          expect(found.sides.map(pick).map(({ passes, votes }) => ({ passes, ...votes }))).toEqual(
            expected.sides.map(({ passes, yes, no }) => ({ passes, yes, no })),
          );
          expect(pick(found.whole).passes).toBe(expected.passes);
        };
        expectVerdict((side) => side.none, []);
        expectVerdict((side) => side.all, adjustments);
        adjustments.forEach((_, at) => {
          expectVerdict((side) => side.shares[at]?.without ?? side.all, adjustments.toSpliced(at, 1));
          expectVerdict((side) => side.path?.[at]?.to ?? side.all, adjustments.slice(0, at + 1));
        });
      }),
      { numRuns: 100 },
    );
  });
});

const council = game({
  sides: { moscow: { ...half, factions: ['staff', 'party', 'reformers'] } },
  factions: [
    { id: 'staff', side: 'moscow', weight: 3, start: -2 },
    { id: 'party', side: 'moscow', weight: 2, start: -1 },
    { id: 'reformers', side: 'moscow', weight: 1, start: 3 },
  ],
  issues: { alliance: ['chosen'] },
});
const deal = { alliance: 'chosen' };
const points = (faction: string, sum: number): Adjustment => ({ faction, points: sum, deal: [] });
const cause = (id: string, ...adjustments: readonly Adjustment[]) => ({ id, name: `The ${id}`, adjustments });

describe('margins', () => {
  it('are exact where weights are too large for ordinary numbers', () => {
    const scale = 2 ** 40 + 1;
    fc.assert(
      fc.property(randomGame({ issues: 1, options: 2, factions: 5 }), ({ scenario, adjustments, reach }) => {
        const heavy = {
          ...scenario,
          factions: scenario.factions.map((one) => ({ ...one, weight: one.weight * scale })),
        };
        const terms = Object.fromEntries(
          scenario.issues.map((issue) => [issue.id, issue.options[0]?.id ?? '']),
        );
        const judge = judgeOf(heavy, terms, adjustments);
        heavy.sides.forEach(({ id }, side) => {
          const expected = marginByDefinition(heavy, id, terms, adjustments, reach);
          const margin = expected === 'never' ? -Infinity : expected === 'always' ? Infinity : expected;
          expect(judge.margins[side]?.(judge.supports)).toBe(margin);
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('causes', () => {
  it('are judged as one where the caller says so, and the result shows which', () => {
    const found = attribution(council, deal, [], {
      causes: [
        cause('letter', points('staff', 1)),
        cause('boast', points('party', -1)),
        cause('visit', points('staff', 2)),
      ],
      groups: [{ id: 'staffwork', name: 'What was done for the staff', causes: ['visit', 'letter'] }],
      order: ['visit', 'boast', 'letter'],
    });
    expect(found.players).toEqual([
      { id: 'staffwork', name: 'What was done for the staff', kind: 'group', causes: ['letter', 'visit'] },
      { id: 'boast', name: 'The boast', kind: 'cause', causes: ['boast'] },
    ]);
    expect(found.whole.path?.map(({ cause: id, player }) => [id, player])).toEqual([
      ['visit', 0],
      ['boast', 1],
      ['letter', 0],
    ]);
    const moved = (found.whole.path ?? []).map(({ from, to }) => to.worth - from.worth);
    expect(moved).toEqual([1, 0, 1]);
    expect(found.whole.shares.map((share) => share.path)).toEqual([2, 0]);
  });

  it('beyond sixteen are taken together, the smallest ones, and nothing is lost', () => {
    const causes = Array.from({ length: 20 }, (_, at) =>
      cause(`c${at}`, points('staff', at % 2 === 0 ? at : -1)),
    );
    const found = attribution(council, deal, [], { causes });
    expect(found.players).toHaveLength(16);
    expect(found.players.at(-1)).toEqual({
      id: 'rest',
      name: '',
      kind: 'rest',
      causes: ['c0', 'c13', 'c15', 'c17', 'c19'],
    });
    const whole = sum(found.whole.shares.map((share) => share.shapley));
    expect(isSame(whole, BigInt(found.whole.all.worth - found.whole.none.worth), 1n)).toBe(true);
  });

  it('share out the verdict where a red line leaves no margin', () => {
    const redLines = [{ deal: [{ issue: 'alliance', options: ['chosen'] }], text: 'never' }];
    const stubborn = {
      ...council,
      factions: council.factions.map((one, at) => (at === 0 ? { ...one, redLines } : one)),
    };
    const veto = {
      ...stubborn,
      sides: stubborn.sides.map((side) => ({
        ...side,
        rule: { kind: 'consent' as const, factions: ['staff'] },
      })),
    };
    const found = attribution(veto, deal, [], { causes: [cause('letter', points('staff', 9))] });
    expect(found.whole).toMatchObject({ of: 'verdict', none: { worth: 0 }, all: { worth: 0 } });
    expect(found.whole.shares[0]?.shapley).toEqual({ numerator: 0n, denominator: 1n });
  });
});

describe('attribution of a replay', () => {
  it('is the same as that of causes that add up, where they do', () => {
    fc.assert(
      fc.property(randomGame({ issues: 2, options: 2, factions: 3 }), ({ scenario, adjustments }) => {
        const terms = Object.fromEntries(
          scenario.issues.map((issue) => [issue.id, issue.options[0]?.id ?? '']),
        );
        const causes = adjustments.map((one, at) => cause(`c${at}`, one));
        const order = causes.map((one) => one.id).reverse();
        const replayed = attributionOfReplay(
          { causes, order },
          (ids) =>
            verdict(
              scenario,
              terms,
              causes.flatMap((one) => (ids.has(one.id) ? one.adjustments : [])),
            ).sides,
        );
        expect(replayed).toEqual(attribution(scenario, terms, [], { causes, order }));
      }),
      { numRuns: 60 },
    );
  });

  it('sees causes that depend on each other: a promise is worth something only where it is kept', () => {
    const found = attributionOfReplay(
      {
        causes: [
          { id: 'promise', name: 'The promise' },
          { id: 'boast', name: 'The boast' },
        ],
        order: ['promise', 'boast'],
      },
      (ids) => [
        { side: 'moscow', margin: ids.has('promise') ? (ids.has('boast') ? -3 : 2) : -1, fixed: null },
      ],
    );
    expect(found.whole.pairs).toEqual([
      { players: [0, 1], dividend: -5, index: { numerator: -5n, denominator: 1n } },
    ]);
    expect(found.whole.shares.map((share) => [share.own, share.without.worth, share.path])).toEqual([
      [3, -1, 3],
      [0, 2, -5],
    ]);
    expect(found.sides[0]?.all).toEqual({ worth: -3, passes: false, votes: null });
  });

  it('attributes the verdict as soon as one subset has no margin', () => {
    const found = attributionOfReplay({ causes: [{ id: 'terms', name: 'The terms' }] }, (ids) =>
      ids.has('terms')
        ? [{ side: 'moscow', margin: 4, fixed: null }]
        : [{ side: 'moscow', margin: null, fixed: 'never-passes' }],
    );
    expect(found.whole).toMatchObject({ of: 'verdict', none: { worth: 0 }, all: { worth: 1 } });
    expect(found.whole.shares).toMatchObject([{ shapley: { numerator: 1n }, decisive: true, path: null }]);
  });

  it('takes together the causes that change least when there are too many, and tells its progress', () => {
    const causes = Array.from({ length: 5 }, (_, at) => ({ id: `c${at}`, name: `Cause ${at}` }));
    const steps = attributionOfReplaySteps({ causes, most: 3 }, (ids) => [
      { side: 'moscow', margin: (ids.has('c1') ? 5 : 0) + (ids.has('c3') ? -4 : 0) + ids.size, fixed: null },
    ]);
    const progress: number[] = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) progress.push(step.value);
    expect(progress).toEqual(Array.from({ length: 8 }, (_, at) => (at + 1) / 8));
    expect(step.value.players.map((player) => player.causes)).toEqual([['c1'], ['c3'], ['c0', 'c2', 'c4']]);
  });
});
