import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { census } from '../src';
import { allDeals, jointWinSetByDefinition, winSetByDefinition } from '../src/oracle/definitions';
import { randomGame } from './arbitrary';

type Deals = readonly Readonly<Record<string, string>>[];

describe('what win-sets are made of', () => {
  it('options are held by as many members as the definitions give', () => {
    fc.assert(
      fc.property(randomGame({ issues: 3, options: 3, factions: 3 }), ({ scenario, adjustments }) => {
        const counted = (deals: Deals) => ({
          count: deals.length,
          options: scenario.issues.map((issue) =>
            issue.options.map((option) => deals.filter((deal) => deal[issue.id] === option.id).length),
          ),
        });
        expect(census(scenario, adjustments)).toMatchObject({
          kind: 'exact',
          deals: [...allDeals(scenario)].length,
          joint: counted(jointWinSetByDefinition(scenario, adjustments)),
          sides: scenario.sides.map(({ id }) => counted(winSetByDefinition(scenario, id, adjustments))),
        });
      }),
      { numRuns: 80 },
    );
  });

  it('the nearest members change as few issues as any member does, and open issues cost nothing', () => {
    fc.assert(
      fc.property(
        randomGame({ issues: 3, options: 3, factions: 3 }),
        fc.infiniteStream(fc.nat()),
        ({ scenario, adjustments }, numbers) => {
          const from: Record<string, string> = {};
          for (const issue of scenario.issues) {
            const option = issue.options[(numbers.next().value ?? 0) % (issue.options.length + 1)];
            if (option) from[issue.id] = option.id;
          }
          const changesTo = (deal: Readonly<Record<string, string>>) =>
            Object.entries(from).filter(([issue, option]) => deal[issue] !== option).length;
          const joint: Deals = jointWinSetByDefinition(scenario, adjustments);
          const wanted = joint.map((deal) => ({ deal, changes: changesTo(deal) }));
          const found = census(scenario, adjustments, { from, most: 3 });
          expect(found.kind === 'exact' && found.nearest).toEqual(
            wanted.sort((one, other) => one.changes - other.changes).slice(0, 3),
          );
        },
      ),
      { numRuns: 80 },
    );
  });

  it('nothing is gone through above the limit', () => {
    fc.assert(
      fc.property(randomGame({ issues: 3, options: 3, factions: 3 }), ({ scenario, adjustments }) => {
        const combinations = scenario.issues.reduce((product, one) => product * one.options.length, 1);
        expect(census(scenario, adjustments, { limit: combinations - 1 })).toEqual({
          kind: 'too-large',
          deals: combinations,
        });
      }),
      { numRuns: 10 },
    );
  });
});
