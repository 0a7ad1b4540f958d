import type { Rule } from '@btt/scenario';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Adjustment, RefereeScenario } from '../src';
import { cheapestHelp, cheapestHelpSteps } from '../src/advice/cheapest';
import { distanceToPassing } from '../src/advice/distance';
import type { Measure } from '../src/advice/measures';
import {
  cheapestByDefinition,
  distanceByDefinition,
  ratifiableByDefinition,
} from '../src/oracle/attribution';
import { allDeals } from '../src/oracle/definitions';
import { randomGame, type RandomGame } from './arbitrary';
import { game, half } from './games';

const firstDeal = (scenario: RefereeScenario, any: number) =>
  Object.fromEntries(
    scenario.issues.map((issue) => [issue.id, issue.options[any % issue.options.length]?.id ?? '']),
  );

/** Up to seven measures that move one to three factions each, some under a condition, some for nothing. */
const randomMeasures = ({ scenario }: RandomGame): fc.Arbitrary<Measure[]> => {
  const adjustment: fc.Arbitrary<Adjustment> = fc.record({
    faction: fc.constantFrom(...scenario.factions.map((faction) => faction.id)),
    points: fc.integer({ min: -2, max: 4 }),
    deal: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom(...scenario.issues)
          .map((issue) => [{ issue: issue.id, options: [issue.options[0]?.id ?? ''] }]),
      },
    ),
  });
  return fc
    .array(
      fc.record({
        cost: fc.integer({ min: 0, max: 4 }),
        adjustments: fc.array(adjustment, { minLength: 1, maxLength: 3 }),
      }),
      { maxLength: 7 },
    )
    .map((measures) => measures.map((one, at) => ({ id: `m${at}`, ...one })));
};

const randomHelp = randomGame({ issues: 2, options: 3, factions: 3 }).chain((random) =>
  fc.record({
    random: fc.constant(random),
    measures: randomMeasures(random),
    most: fc.option(fc.integer({ min: 0, max: 8 }), { nil: undefined }),
    any: fc.nat(),
  }),
);

describe('the cheapest help', () => {
  const idsOf = (measures: readonly Measure[], mask: number) =>
    measures.filter((_, at) => (mask & (1 << at)) !== 0).map((one) => one.id);

  const sorted = (sets: readonly (readonly string[])[]) =>
    sets.map((set) => set.join(' ')).sort((a, b) => (a < b ? -1 : 1));

  it('for a deal is what going through all sets finds', () => {
    fc.assert(
      fc.property(randomHelp, ({ random, measures, most, any }) => {
        const { scenario, adjustments } = random;
        const deal = firstDeal(scenario, any);
        const found = cheapestHelp(scenario, {
          measures,
          deal,
          adjustments,
          mostSets: 1000,
          ...(most === undefined ? {} : { most }),
        });
        const expected = cheapestByDefinition(scenario, [deal], adjustments, measures);
        if (expected === null || expected.cost > (most ?? Infinity)) expect(found).toEqual({ kind: 'none' });
        else {
          expect(found).toMatchObject({ kind: 'exact', cost: expected.cost, count: expected.masks.length });
          const sets = found.kind === 'exact' ? found.sets.map((set) => set.measures) : [];
          expect(sorted(sets)).toEqual(sorted(expected.masks.map((mask) => idsOf(measures, mask))));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('for some deal is what going through all deals and sets finds, with the number of deals that each set opens', () => {
    fc.assert(
      fc.property(randomHelp, ({ random, measures }) => {
        const { scenario, adjustments } = random;
        const found = cheapestHelp(scenario, { measures, adjustments, mostSets: 1000 });
        const expected = cheapestByDefinition(scenario, [...allDeals(scenario)], adjustments, measures);
        if (expected === null) {
          expect(found).toEqual({ kind: 'none' });
          return;
        }
        expect(found).toMatchObject({ kind: 'exact', cost: expected.cost });
        const sets = found.kind === 'exact' ? found.sets : [];
        expect(sorted(sets.map((set) => set.measures))).toEqual(
          sorted(expected.masks.map((mask) => idsOf(measures, mask))),
        );
        for (const set of sets) {
          const help = measures
            .filter((one) => set.measures.includes(one.id))
            .flatMap((one) => one.adjustments);
          const opened = ratifiableByDefinition(scenario, [...adjustments, ...help]);
          expect(set.deals).toBe(opened.length);
          expect(set.example).toEqual(opened[0]);
        }
      }),
      { numRuns: 200 },
    );
  });

  const two = game({
    sides: { bonn: { ...half, factions: ['a'] }, paris: { ...half, factions: ['b'] } },
    factions: [
      { id: 'a', side: 'bonn', start: -1 },
      { id: 'b', side: 'paris', start: 0 },
    ],
    issues: { alliance: ['chosen'] },
  });
  const points = (faction: string, sum: number): Adjustment => ({ faction, points: sum, deal: [] });
  const measure = (id: string, cost: number, ...adjustments: Adjustment[]): Measure => ({
    id,
    cost,
    adjustments,
  });

  it('lists every set of the least cost, the ones of fewest measures first, and nothing superfluous', () => {
    const measures = [
      measure('letter', 1, points('a', 1)),
      measure('visit', 1, points('a', 1), points('b', 1)),
      measure('summit', 2, points('a', 2), points('b', 1)),
      measure('kind-word', 0, points('b', 1)),
      measure('boast', 0, points('b', -1)),
    ];
    expect(cheapestHelp(two, { measures })).toEqual({
      kind: 'exact',
      cost: 2,
      count: 2,
      sets: [
        { measures: ['summit'], deals: 1, example: { alliance: 'chosen' } },
        { measures: ['letter', 'visit'], deals: 1, example: { alliance: 'chosen' } },
      ],
    });
    expect(cheapestHelp(two, { measures, mostSets: 1 })).toMatchObject({ count: 2, sets: [{ deals: 1 }] });
    expect(cheapestHelp(two, { measures, most: 1 })).toEqual({ kind: 'none' });
  });

  it('costs nothing where nothing is needed', () => {
    expect(cheapestHelp(two, { measures: [], adjustments: [points('a', 2), points('b', 1)] })).toEqual({
      kind: 'exact',
      cost: 0,
      count: 1,
      sets: [{ measures: [], deals: 1, example: { alliance: 'chosen' } }],
    });
  });

  it('says so where there is too much to go through', () => {
    const measures = [measure('letter', 1, points('a', 2), points('b', 1))];
    expect(cheapestHelp(two, { measures, limit: 0 })).toEqual({ kind: 'too-large', what: 'deals' });
    expect(cheapestHelp(two, { measures, effort: 1 })).toEqual({ kind: 'too-large', what: 'sets' });
  });

  it('takes great costs in strides and still finds the least', () => {
    const measures = [
      measure('dear', 900_001, points('a', 2), points('b', 1)),
      measure('half', 400_003, points('a', 2)),
      measure('rest', 400_005, points('b', 1)),
    ];
    expect(cheapestHelp(two, { measures })).toMatchObject({
      cost: 800_008,
      sets: [{ measures: ['half', 'rest'] }],
    });
  });

  it('can be done in slices whose progress never falls', () => {
    const measures = Array.from({ length: 9 }, (_, at) =>
      measure(`m${at}`, 2, points(at % 2 === 0 ? 'a' : 'b', at < 8 ? -1 : 1)),
    );
    const steps = cheapestHelpSteps(two, {
      measures: [...measures, measure('b', 9, points('a', 1), points('b', 1))],
    });
    const progress: number[] = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) progress.push(step.value);
    expect(progress.length).toBeGreaterThan(0);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(step.value).toMatchObject({ kind: 'exact', cost: 11 });
  });
});

describe('the distance to passing', () => {
  it('is what going through all ways to hand out points finds, with all ways', () => {
    fc.assert(
      fc.property(
        randomGame({ issues: 2, options: 2, factions: 3 }),
        fc.nat(),
        ({ scenario, adjustments }, any) => {
          const deal = firstDeal(scenario, any);
          for (const { id } of scenario.sides) {
            const found = distanceToPassing(scenario, id, deal, adjustments, { mostWays: 10_000 });
            const expected = distanceByDefinition(scenario, id, deal, adjustments, 4);
            if (expected === null) {
              expect(found.kind === 'never' || (found.kind === 'exact' && found.points > 4)).toBe(true);
              continue;
            }
            expect(found).toMatchObject({
              kind: 'exact',
              points: expected.points,
              count: BigInt(expected.ways.length),
            });
            const ways = found.kind === 'exact' ? found.ways : [];
            expect(
              ways.map((way) => Object.fromEntries(way.map((raise) => [raise.faction, raise.points]))),
            ).toEqual(expected.ways);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  const names = ['staff', 'party', 'reformers'];
  const moscow = (
    rule: Rule,
    starts: readonly number[],
    more: Partial<RefereeScenario['factions'][number]> = {},
  ) =>
    game({
      sides: { moscow: rule },
      factions: names.map((id, at) => ({
        id,
        side: 'moscow',
        weight: 3 - at,
        start: starts[at] ?? 0,
        ...(at === 0 ? more : {}),
      })),
      issues: { alliance: ['chosen'] },
    });
  const deal = { alliance: 'chosen' };
  const majority: Rule = { ...half, factions: names };

  it('counts an abstention where that is enough, and tells how each would then vote', () => {
    expect(distanceToPassing(moscow(majority, [-1, -4, 1]), 'moscow', deal, [])).toEqual({
      kind: 'exact',
      points: 2,
      count: 1n,
      ways: [[{ faction: 'staff', points: 2, vote: 'yes', fierce: false }]],
    });
    expect(distanceToPassing(moscow(majority, [-1, 0, 1]), 'moscow', deal, [])).toMatchObject({
      points: 1,
      ways: [[{ faction: 'staff', points: 1, vote: 'abstain' }]],
    });
  });

  it('breaks a blocking coalition with one point', () => {
    const rule: Rule = {
      kind: 'all',
      rules: [
        { kind: 'consent', factions: ['reformers'] },
        { kind: 'no-bloc', factions: ['staff', 'party'] },
      ],
    };
    expect(distanceToPassing(moscow(rule, [-3, -3, 2]), 'moscow', deal, [])).toEqual({
      kind: 'exact',
      points: 1,
      count: 2n,
      ways: [
        [{ faction: 'staff', points: 1, vote: 'no', fierce: false }],
        [{ faction: 'party', points: 1, vote: 'no', fierce: false }],
      ],
    });
  });

  it('cannot buy off a red line, but can soften who stands by it', () => {
    const redLines = [{ deal: [{ issue: 'alliance', options: ['chosen'] }], text: 'never' }];
    const consent: Rule = { kind: 'consent', factions: ['staff'] };
    expect(distanceToPassing(moscow(consent, [0, 0, 0], { redLines }), 'moscow', deal, [])).toEqual({
      kind: 'never',
    });
    const bloc: Rule = { kind: 'no-bloc', factions: ['staff'] };
    expect(distanceToPassing(moscow(bloc, [-5, 0, 0], { redLines }), 'moscow', deal, [])).toMatchObject({
      points: 3,
      ways: [[{ faction: 'staff', points: 3, vote: 'no', fierce: false }]],
    });
  });

  it('is nothing for a deal that passes', () => {
    expect(distanceToPassing(moscow(majority, [2, 2, 2]), 'moscow', deal, [])).toEqual({
      kind: 'exact',
      points: 0,
      ways: [[]],
      count: 1n,
    });
  });

  it('lists as many ways as asked for and counts all', () => {
    const many = game({
      sides: {
        senate: {
          kind: 'quota',
          weight: 60,
          heads: true,
          factions: Array.from({ length: 100 }, (_, at) => `s${at}`),
        },
      },
      factions: Array.from({ length: 100 }, (_, at) => ({
        id: `s${at}`,
        side: 'senate',
        start: at < 50 ? 1 : -1,
      })),
      issues: { alliance: ['chosen'] },
    });
    const found = distanceToPassing(many, 'senate', deal, [], { mostWays: 2 });
    // Ten of the fifty who refuse, two points each: 50 over 10 ways.
    expect(found).toMatchObject({ kind: 'exact', points: 20, count: 10_272_278_170n });
    expect(
      found.kind === 'exact' && found.ways.map((way) => way.map((raise) => raise.faction).join(' ')),
    ).toEqual(['s50 s51 s52 s53 s54 s55 s56 s57 s58 s59', 's50 s51 s52 s53 s54 s55 s56 s57 s58 s60']);
    expect(distanceToPassing(many, 'senate', deal, [], { effort: 10 })).toEqual({ kind: 'too-large' });
  });
});
