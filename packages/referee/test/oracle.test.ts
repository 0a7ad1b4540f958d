import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { members, support, verdict } from '../src';
import {
  allDeals,
  jointWinSetByDefinition,
  marginByDefinition,
  ratifiesByDefinition,
  supportByDefinition,
  winSetByDefinition,
} from '../src/oracle/definitions';
import { createCounter } from '../src/win-sets/win-sets';
import { type RandomGame, randomGame } from './arbitrary';

function countByDefinition({ scenario, adjustments }: RandomGame) {
  return {
    kind: 'exact',
    deals: [...allDeals(scenario)].length,
    sides: scenario.sides.map(({ id }) => ({
      side: id,
      count: winSetByDefinition(scenario, id, adjustments).length,
    })),
    joint: jointWinSetByDefinition(scenario, adjustments).length,
  };
}

describe('what the definitions say', () => {
  it.each([1, 3, 8, 40, 1024])(
    'win-sets have as many members as the definitions give them, in blocks of at most %i deals',
    (block) => {
      fc.assert(
        fc.property(randomGame(), (random) => {
          const counter = createCounter(random.scenario, { block });
          expect(counter.count(random.adjustments)).toEqual(countByDefinition(random));
          expect(counter.count([])).toEqual(countByDefinition({ ...random, adjustments: [] }));
        }),
        { numRuns: 150 },
      );
    },
  );

  it('win-sets are the same where a rule is summed deal by deal because its diagram would be too large', () => {
    fc.assert(
      fc.property(randomGame({ issues: 3, options: 4, factions: 5 }), (random) => {
        expect(createCounter(random.scenario, { block: 8, mostNodes: 0 }).count(random.adjustments)).toEqual(
          countByDefinition(random),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('members of a win-set are those of the definition, in the order of the scenario', () => {
    fc.assert(
      fc.property(randomGame({ issues: 3, options: 3, factions: 3 }), ({ scenario, adjustments }) => {
        const listed = (of: Parameters<typeof members>[2]['of']) => {
          const found = members(scenario, adjustments, { of });
          return found.kind === 'exact' ? [...found.members].map((member) => member.deal) : null;
        };
        expect(listed('all')).toEqual([...allDeals(scenario)]);
        expect(listed('joint')).toEqual(jointWinSetByDefinition(scenario, adjustments));
        for (const { id } of scenario.sides)
          expect(listed({ side: id })).toEqual(winSetByDefinition(scenario, id, adjustments));
      }),
      { numRuns: 100 },
    );
  });

  it('a verdict on a deal has the supports, results and margins of the definitions', () => {
    fc.assert(
      fc.property(randomGame({ issues: 2, options: 3, factions: 4 }), ({ scenario, adjustments, reach }) => {
        for (const deal of allDeals(scenario)) {
          const found = verdict(scenario, deal, adjustments);
          scenario.factions.forEach((faction, at) => {
            expect(found.factions[at]?.support).toBe(
              supportByDefinition(scenario, faction, deal, adjustments),
            );
          });
          for (const side of found.sides) {
            expect(side.passes).toBe(ratifiesByDefinition(scenario, side.side, deal, adjustments));
            expect(side.modelPasses).toBe(side.passes);
            const margin = marginByDefinition(scenario, side.side, deal, adjustments, reach);
            if (margin === 'never') expect(side).toMatchObject({ margin: null, fixed: 'never-passes' });
            else if (margin === 'always')
              expect(side).toMatchObject({ margin: null, fixed: 'always-passes' });
            else expect(side).toMatchObject({ margin, fixed: null });
          }
          expect(found.passes).toBe(found.sides.every((side) => side.passes));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('the parts of a support add up to it', () => {
    fc.assert(
      fc.property(randomGame({ issues: 2, options: 3, factions: 3 }), ({ scenario, adjustments }) => {
        for (const deal of allDeals(scenario)) {
          for (const { parts, support: sum } of support(scenario, deal, adjustments)) {
            expect(parts.start + parts.options + parts.interactions + parts.adjustments).toBe(sum);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});
