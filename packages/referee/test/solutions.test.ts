import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paretoFront } from '../src/fronts/front';
import { shares } from '../src/fronts/shares';
import { allDeals, jointWinSetByDefinition } from '../src/oracle/definitions';
import {
  egalitarianByDefinition,
  frontByDefinition,
  kalaiSmorodinskyByDefinition,
  nashByDefinition,
  rationalByDefinition,
  type Rated,
  utilitarianByDefinition,
} from '../src/oracle/solutions';
import {
  type Solution,
  type SolutionPoints,
  solutionPoints,
  solutionPointsSteps,
} from '../src/solutions/solutions';
import { rated, randomBargain, scored, sortedDeals } from './bargains';
import { game } from './games';

const ALL = 1_000_000;
const bare = game({ sides: {}, factions: [], issues: {} });

function exact(points: SolutionPoints) {
  if (points.kind !== 'exact') throw new Error(`No solutions: ${points.kind}`);
  return points;
}

function found<Objective>(solution: Solution<Objective>) {
  if (solution.kind !== 'found') throw new Error(`No solution: ${solution.reason}`);
  return solution;
}

const dealsOf = (solution: Solution<unknown>) => found<unknown>(solution).deals.map((one) => one.deal);

describe('solutions by the definition', () => {
  it.each([
    ['all', 4],
    ['joint', 4],
    ['all', 1],
    ['all', 2],
  ] as const)(
    'every rule picks all deals that its definition picks, of %s deals, with up to %i parties',
    (within, most) => {
      fc.assert(
        fc.property(randomBargain(undefined, most), ({ scenario, adjustments, parties }) => {
          const deals =
            within === 'all' ? [...allDeals(scenario)] : jointWinSetByDefinition(scenario, adjustments);
          const all = rated(scenario, parties, deals);
          const front = sortedDeals(frontByDefinition(all).map((one) => one.deal));
          const points = exact(solutionPoints(scenario, { parties, within, adjustments, mostDeals: ALL }));
          const none = (reason: string) => ({ kind: 'none', reason });
          const check = (solution: Solution<unknown>, expected: readonly Rated[], reason: string) => {
            if (expected.length === 0) return expect(solution).toEqual(none(reason));
            expect(sortedDeals(dealsOf(solution))).toEqual(sortedDeals(expected.map((one) => one.deal)));
            expect(found(solution).count).toBe(BigInt(expected.length));
            for (const { deal, gains, undominated } of found(solution).deals) {
              expect(gains.map(BigInt)).toEqual(rated(scenario, parties, [deal])[0]?.gains);
              expect(undominated).toBe(front.includes(JSON.stringify(deal)));
            }
          };
          const missing = all.length === 0 ? 'no-deal' : 'no-rational-deal';
          check(points.nash, nashByDefinition(all), missing);
          check(points.kalaiSmorodinsky, kalaiSmorodinskyByDefinition(all), missing);
          check(points.egalitarian, egalitarianByDefinition(all), 'no-deal');
          check(points.utilitarian, utilitarianByDefinition(all), 'no-deal');
        }),
        { numRuns: 300 },
      );
    },
  );

  it('objectives are what was made as large as possible', () => {
    fc.assert(
      fc.property(randomBargain(), ({ scenario, parties }) => {
        const all = rated(scenario, parties);
        const { nash, kalaiSmorodinsky, egalitarian, utilitarian } = exact(
          solutionPoints(scenario, { parties }),
        );
        const gainsIn = (solution: Solution<unknown>) =>
          solution.kind === 'found' ? solution.deals[0]?.gains : null;
        for (const gains of [gainsIn(nash) ?? []].filter((one) => one.length > 0))
          expect(nash).toMatchObject({
            objective: gains.reduce((product, gain) => product * BigInt(gain), 1n),
          });
        for (const gains of [gainsIn(egalitarian) ?? []].filter((one) => one.length > 0))
          expect(egalitarian).toMatchObject({ objective: Math.min(...gains) });
        for (const gains of [gainsIn(utilitarian) ?? []].filter((one) => one.length > 0))
          expect(utilitarian).toMatchObject({ objective: gains.reduce((sum, gain) => sum + gain, 0) });
        const rational = rationalByDefinition(all);
        if (kalaiSmorodinsky.kind !== 'found') return;
        const { numerator, denominator } = kalaiSmorodinsky.objective;
        const shares = (kalaiSmorodinsky.deals[0]?.gains ?? []).flatMap((gain, at) => {
          const ideal = rational.reduce((most, { gains }) => Math.max(most, Number(gains[at])), 0);
          return ideal > 0 ? [gain / ideal] : [];
        });
        expect(Number(numerator) / Number(denominator)).toBeCloseTo(
          Math.min(...shares, shares.length ? 1 : 0),
          12,
        );
      }),
      { numRuns: 100 },
    );
  });

  it('the product of Nash and the shares of Kalai and Smorodinsky do not depend on the scale of points', () => {
    fc.assert(
      fc.property(
        randomBargain(),
        fc.array(
          fc.record({ times: fc.integer({ min: 1, max: 1e9 }), plus: fc.integer({ min: -1e6, max: 1e6 }) }),
          {
            minLength: 3,
            maxLength: 3,
          },
        ),
        ({ scenario }, changes) => {
          const parties = scenario.principals.map((one) => one.role);
          const change = (at: number) => changes[at] ?? { times: 1, plus: 0 };
          const [first] = scenario.issues;
          const rescaled = {
            ...scenario,
            interactions: scenario.interactions.map((one) => {
              return { ...one, points: one.points * change(parties.indexOf(one.of)).times };
            }),
            principals: scenario.principals.map((one, at) => {
              const { times, plus } = change(at);
              return {
                ...one,
                noAgreement: one.noAgreement * times + plus,
                points: Object.fromEntries(
                  Object.entries(one.points).map(([issue, options]) => [
                    issue,
                    Object.fromEntries(
                      Object.entries(options).map(([option, points]) => [
                        option,
                        points * times + (issue === first?.id ? plus : 0),
                      ]),
                    ),
                  ]),
                ),
              };
            }),
          };
          const before = exact(solutionPoints(scenario, { parties, mostDeals: ALL }));
          const after = exact(solutionPoints(rescaled, { parties, mostDeals: ALL }));
          for (const rule of ['nash', 'kalaiSmorodinsky'] as const) {
            expect(after[rule].kind).toBe(before[rule].kind);
            if (before[rule].kind === 'found')
              expect(sortedDeals(dealsOf(after[rule]))).toEqual(sortedDeals(dealsOf(before[rule])));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('textbook games', () => {
  it('Bill and Jack swap as in The Bargaining Problem (Nash 1950, examples)', () => {
    // What each thing is worth to Bill and to Jack; the first five are Bill's. Option 0: it stays, 1: it changes hands.
    const things = { book: [2, 4], whip: [2, 2], ball: [2, 1], bat: [2, 2], box: [4, 1] };
    const others = { pen: [10, 1], toy: [4, 1], knife: [6, 2], hat: [2, 2] };
    const bill = [
      ...Object.values(things).map(([own = 0]) => [own, 0]),
      ...Object.values(others).map(([own = 0]) => [0, own]),
    ];
    const jack = [
      ...Object.values(things).map(([, own = 0]) => [0, own]),
      ...Object.values(others).map(([, own = 0]) => [own, 0]),
    ];
    const scenario = { ...bare, ...scored({ bill, jack }, { bill: 12, jack: 6 }) };
    const { nash } = exact(solutionPoints(scenario));
    const [swap] = found(nash).deals;
    const moved = [...Object.keys(things), ...Object.keys(others)].filter(
      (_, at) => swap?.deal[`i${at}`] === '1',
    );
    expect(moved).toEqual(['book', 'whip', 'ball', 'bat', 'pen', 'toy', 'knife']);
    expect(found(nash)).toMatchObject({
      objective: 60n,
      count: 1n,
      deals: [{ values: [24, 11], gains: [12, 5] }],
    });
  });

  it('a hundred points to share: half and half, unless one has more to fall back on', () => {
    const share = Array.from({ length: 101 }, (_, at) => at);
    const scenario = (outside: number) => ({
      ...bare,
      ...scored({ a: [share], b: [share.toReversed()] }, { a: outside, b: 0 }),
    });
    for (const [outside, expected] of [
      [0, 50],
      [20, 60],
    ] as const) {
      const points = exact(solutionPoints(scenario(outside)));
      for (const rule of ['nash', 'kalaiSmorodinsky', 'egalitarian'] as const)
        expect(found<unknown>(points[rule]).deals.map((one) => one.values)).toEqual([
          [expected, 100 - expected],
        ]);
      expect(found(points.utilitarian).count).toBe(101n);
    }
  });

  it('a share of the ideal is not an equal gain, nor the highest product', () => {
    // Gains along the front: (0, 12) (4, 11) (6, 9) (8, 6) (9, 5) (10, 0). Ideals 10 and 12.
    const scenario = { ...bare, ...scored({ a: [[0, 4, 6, 8, 9, 10]], b: [[12, 11, 9, 6, 5, 0]] }) };
    const points = exact(solutionPoints(scenario));
    expect(found(points.nash)).toMatchObject({ objective: 54n, deals: [{ gains: [6, 9] }] });
    // Least shares 0, 4/10, 6/10, 6/12, 5/12, 0.
    expect(found(points.kalaiSmorodinsky)).toMatchObject({
      objective: { numerator: 3n, denominator: 5n },
      deals: [{ gains: [6, 9] }],
    });
    expect(found(points.egalitarian)).toMatchObject({ objective: 6, count: 2n });
    expect(found(points.utilitarian)).toMatchObject({ objective: 15, count: 2n });
  });

  it('a deal that is worse for one can give the worst-off as much: it ties, and is marked', () => {
    const scenario = { ...bare, ...scored({ a: [[3, 3, 2]], b: [[5, 4, 9]] }) };
    const { egalitarian } = exact(solutionPoints(scenario));
    expect(found(egalitarian)).toMatchObject({
      objective: 3,
      count: 2n,
      deals: [
        { values: [3, 5], undominated: true },
        { values: [3, 4], undominated: false },
      ],
    });
  });

  it('who cannot gain is left out of the shares, and still must not lose', () => {
    const scenario = { ...bare, ...scored({ a: [[5, 2, 1]], b: [[0, 0, 0]], c: [[1, 4, 9]] }, { b: 0 }) };
    const parties = ['a', 'b', 'c'];
    const { kalaiSmorodinsky, nash } = exact(solutionPoints(scenario, { parties }));
    // Shares of 5 and 9: (1, 1/9), (2/5, 4/9), (1/5, 1).
    expect(found(kalaiSmorodinsky)).toMatchObject({
      objective: { numerator: 2n, denominator: 5n },
      count: 1n,
    });
    expect(found(nash)).toMatchObject({ objective: 0n, count: 3n });
    const losing = { ...bare, ...scored({ a: [[5, 2, 1]], b: [[0, -1, 0]], c: [[1, 4, 9]] }) };
    expect(found(exact(solutionPoints(losing, { parties })).kalaiSmorodinsky).deals[0]?.values).toEqual([
      1, 0, 9,
    ]);
  });

  it('without a deal in which nobody loses there are no shares and no product, but a smallest loss', () => {
    const scenario = { ...bare, ...scored({ a: [[5, 2]], b: [[1, 3]] }, { a: 3, b: 3 }) };
    const points = exact(solutionPoints(scenario));
    expect(points.nash).toEqual({ kind: 'none', reason: 'no-rational-deal' });
    expect(points.kalaiSmorodinsky).toEqual({ kind: 'none', reason: 'no-rational-deal' });
    expect(found(points.egalitarian)).toMatchObject({ objective: -1, deals: [{ values: [2, 3] }] });
    expect(found(points.utilitarian)).toMatchObject({ objective: 0, deals: [{ values: [5, 1] }] });
  });
});

describe('exactness', () => {
  it('products beyond 2^53 are told apart', () => {
    // 94906267² and 94906266 × 94906268 differ by 1, above 2^53.
    const scenario = { ...bare, ...scored({ a: [[94906266, 94906267]], b: [[94906268, 94906267]] }) };
    const { nash } = exact(solutionPoints(scenario));
    expect(found(nash)).toMatchObject({ objective: 94906267n ** 2n, count: 1n });
    const mirrored = { ...bare, ...scored({ a: [[94906266, 94906268]], b: [[94906268, 94906266]] }) };
    expect(found(exact(solutionPoints(mirrored)).nash).count).toBe(2n);
  });

  it('products that doubles tell apart only by their rounding tie', () => {
    const gains = [94906267, 99999989, 81234567];
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    const sheet = (party: number) => [orders.map((order) => gains[order[party] ?? 0] ?? 0)];
    expect(
      new Set(sheet(0)[0]?.map((a, at) => a * (sheet(1)[0]?.[at] ?? 0) * (sheet(2)[0]?.[at] ?? 0))).size,
    ).toBe(2);
    const scenario = { ...bare, ...scored({ a: sheet(0), b: sheet(1), c: sheet(2) }) };
    expect(found(exact(solutionPoints(scenario)).nash).count).toBe(6n);
  });

  it('shares that doubles cannot tell apart are', () => {
    // (n − 3)/n is above (n − 4)/(n − 1), as (n − 3)(n − 1) is 3 more than (n − 4)n.
    const n = 2 ** 52;
    const scenario = { ...bare, ...scored({ a: [[n, n - 3]], b: [[n - 4, n - 1]] }) };
    const { kalaiSmorodinsky } = exact(solutionPoints(scenario));
    expect(found(kalaiSmorodinsky).deals.map((one) => one.deal)).toEqual([{ i0: '1' }]);
  });

  it.each([
    ['merged', []],
    [
      'gone through',
      [{ of: 'a', points: 0, deal: ['i0', 'i1', 'i2', 'i3'].map((issue) => ({ issue, options: ['0'] })) }],
    ],
  ] as const)(
    'ties are complete where one party outweighs the other, in deals that are %s',
    (_, interactions) => {
      const sheets = {
        a: [
          [2, 2, 0],
          [1, 1, 0],
          [0, 0],
          [0, -1],
        ],
        b: [
          [9, 8, 9],
          [9, 7, 9],
          [1, 0],
          [0, 9],
        ],
      };
      const scenario = { ...bare, ...scored(sheets), interactions };
      const points = exact(solutionPoints(scenario, { mostDeals: ALL }));
      const all = rated(scenario, ['a', 'b']);
      expect(sortedDeals(dealsOf(points.egalitarian))).toEqual(
        sortedDeals(egalitarianByDefinition(all).map((one) => one.deal)),
      );
      expect(found(points.egalitarian).deals.filter((one) => !one.undominated)).toHaveLength(7);
    },
  );
});

describe('large spaces', () => {
  const sheets = (issues: number, a: readonly number[], b: readonly number[]) => ({
    a: Array.from({ length: issues }, () => a),
    b: Array.from({ length: issues }, () => b),
  });

  it('sixty issues with a point for one or the other: thirty for each, in all their ways', () => {
    const scenario = { ...bare, ...scored(sheets(60, [1, 0], [0, 1])) };
    const points = exact(solutionPoints(scenario, { mostDeals: 3 }));
    // 60 over 30.
    const ways = 118264581564861424n;
    expect(found(points.nash)).toMatchObject({ objective: 900n, count: ways });
    expect(found(points.kalaiSmorodinsky)).toMatchObject({
      objective: { numerator: 1n, denominator: 2n },
      count: ways,
    });
    expect(found(points.egalitarian)).toMatchObject({ objective: 30, count: ways });
    expect(found(points.utilitarian)).toMatchObject({ objective: 60, count: 2n ** 60n });
    expect(new Set(found(points.nash).deals.map((one) => JSON.stringify(one.deal))).size).toBe(3);
    expect(found(points.nash).deals.map((one) => one.values)).toEqual([
      [30, 30],
      [30, 30],
      [30, 30],
    ]);
  });

  it('ties below the front are counted without going through the deals', () => {
    // A third option, worth nothing to the first and a point to the second, is never better than the second option.
    const scenario = { ...bare, ...scored(sheets(40, [1, 0, 0], [0, 2, 1])) };
    const { egalitarian } = exact(solutionPoints(scenario));
    expect(egalitarian).toMatchObject({ objective: 26 });
    // 26 of 40 issues for the first (40 over 26 ways), and of the other 14 at most two give the second a point less than 28; or 27 of 40
    // for the first, and all that is left to the second.
    expect(found(egalitarian).count).toBe(23206929840n * (1n + 14n + 91n) + 12033222880n);
  });

  it('where nobody can gain, every deal in which nobody loses has the product 0', () => {
    const scenario = { ...bare, ...scored(sheets(40, [0, -1], [0, 0])) };
    expect(found(exact(solutionPoints(scenario)).nash)).toMatchObject({ objective: 0n, count: 1n });
    const either = { ...bare, ...scored(sheets(40, [0, 0], [0, 0])) };
    expect(found(exact(solutionPoints(either)).nash)).toMatchObject({ objective: 0n, count: 2n ** 40n });
    // All sums of the first party differ, and none of them matters.
    const powers = {
      ...bare,
      ...scored({ a: Array.from({ length: 40 }, (_, at) => [2 ** at, 0]), b: sheets(40, [], [0, 0]).b }),
    };
    expect(found(exact(solutionPoints(powers)).nash)).toMatchObject({ objective: 0n, count: 2n ** 40n });
  });
});

describe('a harbour for six, which needs five of them, the port and the ministry among these', () => {
  const scenario = harbour();
  const wanted = { parties: 'everybody' } as const;

  it('has 80 deals that pass, 24 of them with everybody above what they have without one', () => {
    const found = shares(scenario, wanted);
    expect(found).toMatchObject({
      all: { deals: 432, joint: 80, unanimous: 24 },
      rational: { deals: 24, joint: 24, unanimous: 24 },
      front: { deals: 210, joint: 49 },
    });
    expect(paretoFront(scenario, { ...wanted, within: 'joint' })).toMatchObject({ deals: 49n, distinct: 49 });
  });

  it.each(['all', 'joint'] as const)('has its fairest deals among %s deals', (within) => {
    const { nash, kalaiSmorodinsky, egalitarian, utilitarian } = exact(
      solutionPoints(scenario, { ...wanted, within }),
    );
    expect(nash).toMatchObject({
      objective: 11812500n,
      count: 1n,
      deals: [
        { deal: { site: '0', size: '2', jobs: '0', loan: '2', tax: '2' }, values: [60, 75, 66, 55, 70, 65] },
      ],
    });
    expect(kalaiSmorodinsky).toMatchObject({
      objective: { numerator: 5n, denominator: 16n },
      count: 1n,
      deals: [
        { deal: { site: '0', size: '2', jobs: '0', loan: '1', tax: '2' }, values: [70, 60, 61, 62, 65, 50] },
      ],
    });
    expect(egalitarian).toMatchObject({
      objective: 6,
      count: 2n,
      deals: [{ values: [70, 57, 61, 63, 66, 45] }, { values: [65, 67, 60, 50, 66, 45] }],
    });
    expect(utilitarian).toMatchObject(
      // The best sum of all would leave the port with less than it has without a deal.
      within === 'all'
        ? { objective: 118, count: 1n, deals: [{ values: [46, 92, 56, 58, 71, 80] }] }
        : { objective: 115, count: 1n, deals: [{ values: [58, 82, 81, 53, 51, 75] }] },
    );
  });
});

it('solutions tell their progress, which never falls', () => {
  const scenario = harbour();
  const steps = solutionPointsSteps(scenario, { within: 'joint' });
  let last = 0;
  for (let step = steps.next(); !step.done; step = steps.next()) {
    expect(step.value).toBeGreaterThanOrEqual(last);
    last = step.value;
  }
  expect(last).toBeLessThanOrEqual(1);
});

/** Six parties, five issues, a hundred points each, and a score below which each would rather have nothing. */
function harbour() {
  const issues = {
    site: ['0', '1', '2'],
    size: ['0', '1', '2', '3'],
    jobs: ['0', '1', '2'],
    loan: ['0', '1', '2', '3'],
    tax: ['0', '1', '2'],
  };
  const sheets: Readonly<Record<string, readonly [number, readonly (readonly number[])[]]>> = {
    port: [
      55,
      [
        [0, 8, 15],
        [0, 10, 20, 25],
        [10, 6, 0],
        [30, 20, 10, 0],
        [0, 10, 20],
      ],
    ],
    ministry: [
      50,
      [
        [15, 10, 0],
        [0, 15, 25, 20],
        [5, 10, 15],
        [0, 15, 30, 25],
        [15, 12, 0],
      ],
    ],
    union: [
      45,
      [
        [10, 20, 5],
        [20, 12, 6, 0],
        [40, 25, 0],
        [0, 5, 10, 5],
        [10, 5, 0],
      ],
    ],
    owners: [
      40,
      [
        [0, 5, 10],
        [10, 20, 35, 30],
        [0, 10, 20],
        [20, 12, 5, 0],
        [0, 8, 15],
      ],
    ],
    greens: [
      60,
      [
        [45, 20, 0],
        [20, 15, 5, 0],
        [10, 5, 0],
        [0, 5, 10, 15],
        [10, 6, 0],
      ],
    ],
    town: [
      35,
      [
        [20, 25, 5],
        [15, 20, 10, 0],
        [10, 20, 5],
        [0, 10, 25, 15],
        [10, 5, 0],
      ],
    ],
  };
  const factions = Object.entries(sheets).map(([id, [threshold, rows]]) => ({
    id,
    side: 'table',
    yes: threshold,
    no: threshold - 1,
    noAgreement: threshold,
    points: Object.fromEntries(
      Object.keys(issues).map((issue, at) => [
        issue,
        Object.fromEntries((rows[at] ?? []).map((value, option) => [`${option}`, value])),
      ]),
    ),
  }));
  return game({
    sides: {
      table: {
        kind: 'all',
        rules: [
          { kind: 'consent', factions: ['port', 'ministry'] },
          { kind: 'quota', weight: 5, heads: true, factions: Object.keys(sheets) },
        ],
      },
    },
    factions,
    issues,
  });
}
