import type { Deal, Rule } from '@btt/scenario';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { members, modelVotes, support, verdict } from '../src';
import {
  allDeals,
  jointWinSetByDefinition,
  marginByDefinition,
  ratifiesByDefinition,
  supportByDefinition,
  winSetByDefinition,
} from '../src/oracle/definitions';
import { createCounter } from '../src/win-sets/win-sets';
import { type RandomGame, randomLargeGame } from './arbitrary';
import { game } from './games';

/** A random game with one of its deals. */
const gameAndDeal = randomLargeGame().chain((random) => {
  const deals = [...allDeals(random.scenario)];
  return fc.record({
    random: fc.constant(random),
    deal: fc.constantFrom<Deal[]>(...(deals.length > 0 ? deals : [{}])),
  });
});

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

/** What a faction does, told only by asking the definitions about a side of which it is the only voter. */
function behaviourByDefinition({ scenario, adjustments }: RandomGame, at: number, deal: Deal) {
  const faction = scenario.factions[at];
  const id = faction?.id ?? '';
  const factions = [id];
  const asked: Record<string, Rule> = {
    agrees: { kind: 'consent', factions },
    tolerates: { kind: 'no-objection', weight: 1, factions },
    endures: { kind: 'no-bloc', factions },
  };
  const alone = { ...scenario, sides: game({ sides: asked, factions: [], issues: {} }).sides };
  const is = (side: string) => ratifiesByDefinition(alone, side, deal, adjustments);
  return { vote: is('agrees') ? 'yes' : is('tolerates') ? 'abstain' : 'no', fierce: !is('endures') };
}

function kindsOf(rule: Rule): string[] {
  return 'rules' in rule ? [rule.kind, ...rule.rules.flatMap(kindsOf)] : [rule.kind];
}

describe('random games with many factions', () => {
  const sample = fc.sample(randomLargeGame(), { numRuns: 200, seed: 7 });

  it('have more than 16 of them on two to four sides, and all kinds of rules, nested too', () => {
    expect(Math.min(...sample.map(({ scenario }) => scenario.factions.length))).toBeGreaterThan(16);
    expect(new Set(sample.map(({ scenario }) => scenario.sides.length))).toEqual(new Set([2, 3, 4]));
    const kinds = sample.flatMap(({ scenario }) => scenario.sides.flatMap(({ rule }) => kindsOf(rule)));
    expect([...new Set(kinds)].toSorted()).toEqual([
      'all',
      'any',
      'consent',
      'k-of',
      'majority',
      'no-bloc',
      'no-objection',
      'opinion',
      'quota',
      'unanimity',
    ]);
  });

  it('have supports on every threshold, counts that are just reached or just missed, and blocs that decide', () => {
    const seen = { yes: 0, no: 0, fierce: 0, reached: 0, missed: 0, bloc: 0, red: 0, joint: 0 };
    for (const { scenario, adjustments } of sample) {
      for (const deal of allDeals(scenario)) {
        const found = verdict(scenario, deal, adjustments);
        for (const [at, faction] of scenario.factions.entries()) {
          const sum = supportByDefinition(scenario, faction, deal, adjustments);
          for (const level of ['yes', 'no', 'fierce'] as const) if (sum === faction[level]) seen[level] += 1;
          if (found.factions[at]?.redLines.length) seen.red += 1;
        }
        if (found.passes) seen.joint += 1;
        for (const side of found.sides) {
          if (side.margin === 0) seen.reached += 1;
          if (side.margin === -1) seen.missed += 1;
          if (!side.passes && side.blocs.length > 0) seen.bloc += 1;
        }
      }
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
  });
});

describe('with many factions, too, the definitions are met by', () => {
  it('the support, vote and fierceness of every faction', () => {
    fc.assert(
      fc.property(gameAndDeal, ({ random, deal }) => {
        const { scenario, adjustments } = random;
        const votes = modelVotes(scenario, deal, adjustments);
        for (const [at, own] of support(scenario, deal, adjustments).entries()) {
          const { vote, fierce } = own;
          expect({ vote, fierce }).toEqual(behaviourByDefinition(random, at, deal));
          expect(votes[own.faction]).toBe(vote);
          const faction = scenario.factions[at];
          expect(own.support).toBe(faction && supportByDefinition(scenario, faction, deal, adjustments));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('the result and the margin of every side', () => {
    fc.assert(
      fc.property(gameAndDeal, ({ random: { scenario, adjustments, reach }, deal }) => {
        const found = verdict(scenario, deal, adjustments);
        for (const side of found.sides) {
          expect(side.passes).toBe(ratifiesByDefinition(scenario, side.side, deal, adjustments));
          expect(side.modelPasses).toBe(side.passes);
          const margin = marginByDefinition(scenario, side.side, deal, adjustments, reach);
          if (margin === 'never') expect(side).toMatchObject({ margin: null, fixed: 'never-passes' });
          else if (margin === 'always') expect(side).toMatchObject({ margin: null, fixed: 'always-passes' });
          else expect(side).toMatchObject({ margin, fixed: null });
        }
        expect(found.passes).toBe(found.sides.every((side) => side.passes));
      }),
      { numRuns: 100 },
    );
  });

  it.each([{ block: 1 }, { block: 8 }, { block: 1024 }, { block: 4, mostNodes: 0 }])(
    'the sizes of win-sets, counted with %o',
    (how) => {
      fc.assert(
        fc.property(randomLargeGame(), (random) => {
          const counter = createCounter(random.scenario, how);
          expect(counter.count(random.adjustments)).toEqual(countByDefinition(random));
          expect(counter.count([])).toEqual(countByDefinition({ ...random, adjustments: [] }));
        }),
        { numRuns: 60 },
      );
    },
  );

  it('the members of win-sets', () => {
    fc.assert(
      fc.property(randomLargeGame(), ({ scenario, adjustments }) => {
        const listed = (of: Parameters<typeof members>[2]['of']) => {
          const found = members(scenario, adjustments, { of });
          return found.kind === 'exact' ? [...found.members].map((member) => member.deal) : null;
        };
        expect(listed('joint')).toEqual(jointWinSetByDefinition(scenario, adjustments));
        for (const { id } of scenario.sides)
          expect(listed({ side: id })).toEqual(winSetByDefinition(scenario, id, adjustments));
      }),
      { numRuns: 60 },
    );
  });
});
