import type { Rule } from '@btt/scenario';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Standing, type Standings, tally, verdict } from '../src';
import { allDeals } from '../src/oracle/definitions';
import { randomGame, randomRule } from './arbitrary';

const FACTIONS = ['a', 'b', 'c', 'd'];

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

describe('every rule is monotone', () => {
  it('more support, a friendlier vote or a fuller house never loses a ratification', () => {
    fc.assert(
      fc.property(
        randomRule(FACTIONS, FACTIONS, 2),
        fc.tuple(...FACTIONS.map(() => improvement)),
        (rule: Rule, changes) => {
          const at = (
            pick: (change: (typeof changes)[number]) => { step: number; support: number },
          ): Standings =>
            new Map(
              FACTIONS.map((id, index): [string, Standing] => {
                const change = changes[index]!;
                const { step, support } = pick(change);
                return [id, { weight: change.before.weight, support, ...LADDER[step]! }];
              }),
            );
          const before = tally(
            rule,
            at((change) => change.before),
          ).passes;
          const after = tally(
            rule,
            at((change) => ({ step: change.step, support: change.before.support + change.rise })),
          ).passes;
          expect(before && !after).toBe(false);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('raising the support of any faction never turns a verdict from pass to fail', () => {
    fc.assert(
      fc.property(
        randomGame({ issues: 2, options: 3, factions: 4 }),
        fc.nat(),
        fc.integer({ min: 1, max: 4 }),
        ({ scenario, adjustments }, pick, rise) => {
          const faction = scenario.factions[pick % scenario.factions.length]!.id;
          const raised = [...adjustments, { faction, points: rise, deal: [] }];
          for (const deal of allDeals(scenario)) {
            const before = verdict(scenario, deal, adjustments);
            const after = verdict(scenario, deal, raised);
            before.sides.forEach((side, at) => expect(side.passes && !after.sides[at]!.passes).toBe(false));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
