import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../src/fronts/analysis';
import { type Front, paretoFront, paretoFrontSteps } from '../src/fronts/front';
import { shares } from '../src/fronts/shares';
import { unanimousCount } from '../src/fronts/unanimous';
import {
  allDeals,
  jointWinSetByDefinition,
  ratifiesByDefinition,
  winSetByDefinition,
} from '../src/oracle/definitions';
import { frontByDefinition, rationalByDefinition, valueByDefinition } from '../src/oracle/solutions';
import { normalisedUtility } from '../src/values/principal';
import { rated, randomBargain, scored, sortedDeals } from './bargains';
import { game, half } from './games';

const ALL = 1_000_000;
const bare = game({ sides: {}, factions: [], issues: {} });

function exact(front: Front) {
  if (front.kind !== 'exact') throw new Error(`No front: ${front.kind}`);
  return front;
}

describe('fronts by the definition', () => {
  it.each(['all', 'joint'] as const)(
    'the front of %s deals holds the deals that no other deal dominates',
    (within) => {
      fc.assert(
        fc.property(randomBargain(), ({ scenario, adjustments, parties }) => {
          const deals =
            within === 'all' ? [...allDeals(scenario)] : jointWinSetByDefinition(scenario, adjustments);
          const expected = frontByDefinition(rated(scenario, parties, deals));
          const found = exact(
            paretoFront(scenario, { parties, within, adjustments, mostDeals: ALL, mostPoints: ALL }),
          );
          expect(found.deals).toBe(BigInt(expected.length));
          expect(found.distinct).toBe(found.points.length);
          expect(sortedDeals(found.points.flatMap((point) => point.deals))).toEqual(
            sortedDeals(expected.map((one) => one.deal)),
          );
          for (const point of found.points) {
            expect(point.count).toBe(BigInt(point.deals.length));
            for (const deal of point.deals) {
              const values = parties.map((party) => Number(valueByDefinition(scenario, party, deal)));
              expect(point.values).toEqual(values);
            }
          }
        }),
        { numRuns: 300 },
      );
    },
  );

  it('the front of everybody compares all negotiators and factions', () => {
    fc.assert(
      fc.property(randomBargain({ issues: 3, options: 4, factions: 3 }), ({ scenario }) => {
        const everybody = [
          ...scenario.principals.map((one) => one.role),
          ...scenario.factions.map((one) => one.id),
        ];
        const found = exact(paretoFront(scenario, { parties: 'everybody', mostDeals: ALL, mostPoints: ALL }));
        expect(found.parties.map((one) => one.party)).toEqual(everybody);
        expect(sortedDeals(found.points.flatMap((point) => point.deals))).toEqual(
          sortedDeals(frontByDefinition(rated(scenario, everybody)).map((one) => one.deal)),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('points are listed from the best of the first party down, and examples are few but counted all', () => {
    fc.assert(
      fc.property(randomBargain(), ({ scenario, parties }) => {
        const whole = exact(paretoFront(scenario, { parties, mostDeals: ALL, mostPoints: ALL }));
        const some = exact(paretoFront(scenario, { parties, mostDeals: 1, mostPoints: 2 }));
        expect({ ...some, points: [] }).toEqual({ ...whole, points: [] });
        expect(some.points.map(({ values, count }) => ({ values, count }))).toEqual(
          whole.points.slice(0, 2).map(({ values, count }) => ({ values, count })),
        );
        for (const point of some.points) expect(point.deals).toHaveLength(1);
        for (const [at, point] of whole.points.entries()) {
          const next = whole.points[at + 1];
          const differs = point.values.findIndex((value, party) => value !== next?.values[party]);
          if (next) expect(point.values[differs]).toBeGreaterThan(next.values[differs] ?? 0);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('normalised utilities are those of a single deal', () => {
    fc.assert(
      fc.property(randomBargain(), ({ scenario, parties, adjustments }) => {
        const found = exact(paretoFront(scenario, { parties, adjustments, within: 'joint' }));
        for (const { values, deals } of found.points) {
          found.parties.forEach((scale, at) => {
            const [deal = {}] = deals;
            expect(normalise(values[at] ?? 0, scale)).toBe(normalisedUtility(scenario, scale.party, deal));
          });
        }
      }),
      { numRuns: 100 },
    );
  });

  it('shares of a set are the deals of it that are ratified', () => {
    fc.assert(
      fc.property(randomBargain(), ({ scenario, adjustments, parties }) => {
        const all = rated(scenario, parties);
        const share = (set: typeof all) => {
          const count = (passes: (deal: (typeof all)[number]['deal']) => boolean) =>
            set.filter(({ deal }) => passes(deal)).length;
          const ratifies = (side: string, deal: (typeof all)[number]['deal'], of = scenario) =>
            ratifiesByDefinition(of, side, deal, adjustments);
          return {
            deals: set.length,
            sides: scenario.sides.map(({ id }) => ({ side: id, count: count((deal) => ratifies(id, deal)) })),
            joint: count((deal) => scenario.sides.every(({ id }) => ratifies(id, deal))),
            unanimous: count((deal) => ratifies('all', deal, agreeing)),
          };
        };
        const agreeing = {
          ...scenario,
          sides: game({
            sides: { all: { kind: 'unanimity', factions: scenario.factions.map((one) => one.id) } },
            factions: [],
            issues: {},
          }).sides,
        };
        const found = shares(scenario, { parties, adjustments });
        expect(found).toMatchObject({
          all: share(all),
          rational: share(rationalByDefinition(all)),
          front: share(frontByDefinition(all)),
        });
        const unanimous = winSetByDefinition(agreeing, 'all', adjustments).length;
        expect(unanimousCount(scenario, adjustments)).toEqual({
          kind: 'exact',
          deals: all.length,
          count: unanimous,
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe('fronts of large spaces', () => {
  it('are merged issue by issue: 50 issues of 10 options', () => {
    // For every sum of the first party the best sum of the second, filled in issue by issue: all that a front of two can hold.
    const next = numbers(7);
    const sheets = [0, 1].map(() =>
      Array.from({ length: 50 }, () => Array.from({ length: 10 }, () => next(60))),
    );
    const [first = [], second = []] = sheets;
    let best = new Map([[0, 0]]);
    first.forEach((options, issue) => {
      const after = new Map<number, number>();
      for (const [sum, value] of best) {
        options.forEach((points, option) => {
          const other = value + (second[issue]?.[option] ?? 0);
          after.set(sum + points, Math.max(after.get(sum + points) ?? 0, other));
        });
      }
      best = after;
    });
    const expected: number[][] = [];
    for (const [sum, value] of [...best].sort(([a], [b]) => b - a))
      if (value > (expected.at(-1)?.[1] ?? -1)) expected.push([sum, value]);

    const scenario = { ...bare, ...scored({ a: first, b: second }) };
    const front = exact(paretoFront(scenario, { mostDeals: 2, mostPoints: ALL }));
    expect(front.points.map((point) => point.values)).toEqual(expected);
    for (const { values, deals, count } of front.points) {
      expect(deals).toHaveLength(count > 1n ? 2 : 1);
      for (const deal of deals)
        expect(['a', 'b'].map((party) => Number(valueByDefinition(scenario, party, deal)))).toEqual(values);
    }
  });

  it.each([2, 3])('deals are counted beyond 2^53, for %i parties', (number) => {
    const sheets = { a: [1, 0], b: [0, 1], c: [2, 2] };
    const parties = Object.entries(sheets).slice(0, number);
    const scenario = {
      ...bare,
      ...scored(
        Object.fromEntries(parties.map(([id, options]) => [id, Array.from({ length: 60 }, () => options)])),
      ),
    };
    const front = exact(paretoFront(scenario, { mostDeals: 1 }));
    expect(front.deals).toBe(2n ** 60n);
    expect(front.distinct).toBe(61);
    // 60 over 30, and 60 over 1.
    expect(front.points[30]?.count).toBe(118264581564861424n);
    expect(front.points[59]?.count).toBe(60n);
  });

  it('deals are counted beyond 2^53 where options are worth the same', () => {
    const options = { a: [1, 1, 0], b: [0, 0, 1] };
    const sheet = (id: 'a' | 'b') => Array.from({ length: 40 }, () => options[id]);
    const front = exact(
      paretoFront({ ...bare, ...scored({ a: sheet('a'), b: sheet('b') }) }, { mostDeals: 1 }),
    );
    expect(front.deals).toBe(3n ** 40n);
    // One issue for the second, the other 39 in two ways each.
    expect(front.points[1]?.count).toBe(40n * 2n ** 39n);
  });

  it.each([2, 3])(
    'every deal of equal worth is counted when all deals are gone through, for %i parties',
    (number) => {
      const sheets = { a: [1, 0], b: [0, 1], c: [1, 1] };
      const parties = Object.entries(sheets).slice(0, number);
      const twelve = Object.fromEntries(
        parties.map(([id, options]) => [id, Array.from({ length: 12 }, () => options)]),
      );
      const found = exact(paretoFront({ ...bare, ...scored(twelve) }, { within: 'joint' }));
      expect(found.points.map((point) => Number(point.count))).toEqual([
        1, 12, 66, 220, 495, 792, 924, 792, 495, 220, 66, 12, 1,
      ]);
    },
  );

  it('what is better by little is taken up before what is worse, however large other values are', () => {
    const scenario = {
      ...bare,
      ...scored({ a: [[1e12, 0, 5, 6]], b: [[0, 1e12, 5, 6]], c: [[0, 0, 5, 6]] }),
    };
    expect(exact(paretoFront(scenario)).points.map((point) => point.values)).toEqual([
      [1e12, 0, 0],
      [6, 6, 6],
      [0, 1e12, 0],
    ]);
  });

  it('a game without issues has one deal, or none', () => {
    const scenario = { ...bare, ...scored({ a: [], b: [] }) };
    expect(exact(paretoFront(scenario)).points).toEqual([{ values: [0, 0], count: 1n, deals: [{}] }]);
    const constant = { ...scenario, interactions: [{ of: 'b', points: 2, deal: [] }] };
    expect(exact(paretoFront(constant)).points).toEqual([{ values: [0, 2], count: 1n, deals: [{}] }]);
    const impossible = { ...scenario, incompatible: [[]] };
    expect(exact(paretoFront(impossible))).toMatchObject({ deals: 0n, distinct: 0, points: [] });
  });

  it('issues that an interaction ties together are merged as one', () => {
    const sheets = {
      a: [
        [3, 0],
        [2, 0],
        [0, 1],
        [1, 0],
      ],
      b: [
        [0, 2],
        [0, 3],
        [1, 0],
        [0, 1],
      ],
    };
    const scenario = {
      ...bare,
      ...scored(sheets),
      interactions: [
        {
          of: 'a',
          points: -4,
          deal: [
            { issue: 'i0', options: ['0'] },
            { issue: 'i2', options: ['1'] },
          ],
        },
      ],
      incompatible: [
        [
          { issue: 'i1', options: ['0'] },
          { issue: 'i3', options: ['0'] },
        ],
      ],
    };
    const found = exact(paretoFront(scenario, { mostDeals: ALL }));
    expect(sortedDeals(found.points.flatMap((point) => point.deals))).toEqual(
      sortedDeals(frontByDefinition(rated(scenario, ['a', 'b'])).map((one) => one.deal)),
    );
  });

  it.each([
    [2, 3],
    [2, 60],
    [2, 1e12],
    [3, 2],
    [3, 60],
    [3, 1e12],
    [5, 9],
    [5, 40],
  ])(
    'are the same whether they are merged or every deal is gone through: %i parties, %d points at most',
    (number, top) => {
      const next = numbers(11);
      const sheet = () => Array.from({ length: 5 }, () => Array.from({ length: 8 }, () => next(top + 1)));
      const sheets = Object.fromEntries(Array.from({ length: number }, (_, at) => [`p${at}`, sheet()]));
      const scenario = { ...bare, ...scored(sheets) };
      // An interaction that is worth nothing ties all issues together.
      const deal = scenario.issues.map(({ id }) => ({ issue: id, options: ['0'] }));
      const tied = { ...scenario, interactions: [{ of: 'p0', points: 0, deal }] };
      const wanted = { mostDeals: 1, mostPoints: ALL };
      const merged = exact(paretoFront(scenario, wanted));
      expect(exact(paretoFront(tied, wanted))).toEqual(merged);
      expect(exact(paretoFront(scenario, { ...wanted, within: 'joint' }))).toEqual(merged);
      expect(merged.distinct).toBeGreaterThan(top <= 3 ? 1 : 10);
      const values = merged.points.map((point) => point.values);
      const reaches = (one: readonly number[], other: readonly number[]) =>
        one !== other && one.every((value, at) => value >= (other[at] ?? 0));
      expect(values.filter((one) => values.some((other) => reaches(other, one)))).toEqual([]);
      if (top <= 3) expect(merged.deals).toBeGreaterThan(BigInt(merged.distinct));
    },
  );

  it('are refused where the deals would have to be gone through', () => {
    const sheets = {
      a: Array.from({ length: 30 }, () => [1, 0]),
      b: Array.from({ length: 30 }, () => [0, 1]),
    };
    const scenario = { ...bare, ...scored(sheets) };
    const refused = { kind: 'too-large', deals: 2 ** 30 };
    expect(paretoFront(scenario, { within: 'joint' })).toEqual(refused);
    expect(shares(scenario)).toEqual(refused);
    expect(unanimousCount(scenario)).toEqual(refused);
    const tied = scenario.issues.map(({ id }) => ({ issue: id, options: ['0'] }));
    expect(paretoFront({ ...scenario, incompatible: [tied] })).toEqual(refused);
    expect(paretoFront(scenario, { limit: 40 })).toEqual(refused);
    expect(paretoFront(scenario).kind).toBe('exact');
  });
});

describe('whose front', () => {
  const factions = ['f', 'g'].map((id) => ({ id, side: 'east' }));
  const scenario = {
    ...game({
      sides: { east: { ...half, factions: ['f', 'g'] }, west: half },
      factions,
      issues: { i: ['x', 'y'] },
    }),
  };
  const negotiators = ['e', 'w', 'v'].map((role) => ({ role, noAgreement: 0, points: {} }));
  const roles = [
    ['e', 'east', true],
    ['w', 'west', false],
    ['v', 'west', true],
  ] as const;
  const [sample] = game({ sides: {}, factions: [], issues: {}, names: { e: 'E' } }).roles;
  const seats = roles.flatMap(([id, side, initials]) => (sample ? [{ ...sample, id, side, initials }] : []));
  const partiesOf = (front: Front) => exact(front).parties.map((one) => one.party);

  it('is that of the negotiators who initial, one of each side', () => {
    expect(partiesOf(paretoFront({ ...scenario, principals: negotiators, roles: seats }))).toEqual([
      'e',
      'v',
    ]);
  });
  it('is that of all negotiators, where some side has none who initials', () => {
    expect(
      partiesOf(paretoFront({ ...scenario, principals: negotiators.slice(0, 2), roles: seats })),
    ).toEqual(['e', 'w']);
  });
  it('is that of all factions, where there are no negotiators', () => {
    expect(partiesOf(paretoFront(scenario))).toEqual(['f', 'g']);
  });
  it('is refused for somebody without points, and for nobody', () => {
    expect(paretoFront(scenario, { parties: ['f', 'nobody'] })).toEqual({
      kind: 'no-score-sheet',
      party: 'nobody',
    });
    expect(paretoFront(scenario, { parties: [] })).toEqual({ kind: 'no-parties' });
  });
  it('counts nobody twice', () => {
    expect(partiesOf(paretoFront(scenario, { parties: ['g', 'f', 'g'] }))).toEqual(['g', 'f']);
  });
});

describe('work in slices', () => {
  it('tells progress from 0 to 1 that never falls', () => {
    const next = numbers(3);
    const sheet = () => Array.from({ length: 6 }, () => Array.from({ length: 7 }, () => next(40)));
    const scenario = { ...bare, ...scored({ a: sheet(), b: sheet(), c: sheet(), d: sheet() }) };
    for (const within of ['all', 'joint'] as const) {
      const steps = paretoFrontSteps(scenario, { within });
      const marks: number[] = [];
      let step = steps.next();
      for (; !step.done; step = steps.next()) marks.push(step.value);
      expect(marks.length).toBeGreaterThan(3);
      expect(marks.every((mark, at) => mark >= (marks[at - 1] ?? 0) && mark <= 1)).toBe(true);
      expect(step.value).toEqual(paretoFront(scenario, { within }));
    }
  });
});

/** Whole numbers from 0 that look random (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
