import type { Rule } from '@btt/scenario';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Standing, type Standings, tally, verdict, winSets } from '../src';
import { allDeals } from '../src/oracle/definitions';
import { type RandomGame, randomGame, randomLargeGame, randomRule } from './arbitrary';

const FEW = ['a', 'b', 'c', 'd'];
const MANY = Array.from({ length: 20 }, (_, at) => `f${at}`);

/** From absent or hostile to friendly: each step up is more support, or at least more presence. */
const LADDER = [
  { vote: 'no', fierce: true, present: true },
  { vote: 'no', fierce: false, present: true },
  { vote: 'abstain', fierce: false, present: false },
  { vote: 'abstain', fierce: false, present: true },
  { vote: 'yes', fierce: false, present: true },
] as const;

/** Steps that support can take: somebody who votes does not leave. */
const ABOVE = [[0, 1, 3, 4], [1, 3, 4], [2, 3, 4], [3, 4], [4]];

const standing = fc.record({
  weight: fc.integer({ min: 1, max: 5 }),
  support: fc.integer({ min: -4, max: 4 }),
  step: fc.nat(4),
});

const improvement = standing.chain((before) =>
  fc.record({
    before: fc.constant(before),
    step: fc.constantFrom(...(ABOVE[before.step] ?? [4])),
    rise: fc.integer({ min: 0, max: 4 }),
  }),
);

/** Supports that rise, all or some of them, while everybody votes as before or more kindly. */
function neverLoses(ids: readonly string[]) {
  return fc.property(
    randomRule(ids, ids, 2),
    fc.tuple(...ids.map(() => improvement)),
    (rule: Rule, changes) => {
      const standings = (after: boolean): Standings =>
        new Map(
          ids.map((id, at): [string, Standing] => {
            const { before, step, rise } = changes[at]!;
            const support = before.support + (after ? rise : 0);
            return [id, { weight: before.weight, support, ...LADDER[after ? step : before.step]! }];
          }),
        );
      expect(tally(rule, standings(false)).passes && !tally(rule, standings(true)).passes).toBe(false);
    },
  );
}

/** The record with so many points more for one faction, in every deal. */
function raised({ scenario, adjustments }: RandomGame, pick: number, points: number) {
  const faction = scenario.factions[pick % scenario.factions.length]!.id;
  return [...adjustments, { faction, points, deal: [] }];
}

const rise = fc.integer({ min: 1, max: 4 });

function neverTurnsToFail(random: RandomGame, pick: number, points: number): void {
  const { scenario, adjustments } = random;
  const more = raised(random, pick, points);
  for (const deal of allDeals(scenario)) {
    const before = verdict(scenario, deal, adjustments);
    const after = verdict(scenario, deal, more);
    before.sides.forEach((side, at) => {
      expect(side.passes && !after.sides[at]!.passes).toBe(false);
      const [margin, improved] = [side.margin, after.sides[at]!.margin];
      if (margin !== null && improved !== null) expect(improved).toBeGreaterThanOrEqual(margin);
      else if (side.fixed === 'always-passes') expect(after.sides[at]!.fixed).toBe('always-passes');
    });
    expect(before.passes && !after.passes).toBe(false);
  }
}

describe('every rule is monotone', () => {
  it('more support, a friendlier vote or a fuller house never loses a ratification', () => {
    fc.assert(neverLoses(FEW), { numRuns: 3000 });
  });

  it('nor does it among twenty factions', () => {
    fc.assert(neverLoses(MANY), { numRuns: 1500 });
  });

  it('raising the support of any faction never turns a verdict from pass to fail, nor lowers a margin', () => {
    fc.assert(
      fc.property(randomGame({ issues: 2, options: 3, factions: 4 }), fc.nat(), rise, neverTurnsToFail),
      {
        numRuns: 300,
      },
    );
  });

  it('nor does it among more than sixteen factions, with supports and counts exactly on their thresholds', () => {
    fc.assert(fc.property(randomLargeGame(), fc.nat(), rise, neverTurnsToFail), { numRuns: 60 });
  });

  it('raising the support of any faction never makes a win-set smaller', () => {
    const grows = (random: RandomGame, pick: number, points: number) => {
      const before = winSets(random.scenario, random.adjustments);
      const after = winSets(random.scenario, raised(random, pick, points));
      if (before.kind !== 'exact' || after.kind !== 'exact') throw new Error('too many deals');
      expect(after.deals).toBe(before.deals);
      expect(after.joint).toBeGreaterThanOrEqual(before.joint);
      before.sides.forEach(({ count }, at) => expect(after.sides[at]!.count).toBeGreaterThanOrEqual(count));
    };
    fc.assert(fc.property(randomGame(), fc.nat(), rise, grows), { numRuns: 200 });
    fc.assert(fc.property(randomLargeGame(), fc.nat(), rise, grows), { numRuns: 100 });
  });
});
