import type { Rule } from '@btt/scenario';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verdict } from '../src';
import { allDeals } from '../src/oracle/definitions';
import { chancesByDefinition, levelsByDefinition } from '../src/oracle/uncertainty';
import { type Chances, type ChancesOf, createChances } from '../src/uncertainty/chances';
import { normalBelow } from '../src/uncertainty/normal';
import { type RandomGame, randomGame, randomLargeGame } from './arbitrary';
import { game, half } from './games';

type Exact = Extract<Chances, { kind: 'exact' }>;

function exact(chances: ChancesOf, ...asked: Parameters<ChancesOf>): Exact {
  const found = chances(...asked);
  if (found.kind !== 'exact') throw new Error(found.kind);
  return found;
}

const spread = fc.constantFrom(0.2, 0.5, 1, 1.7, 3, 10, 1000);

/** A random game whose combinations of votes can all be gone through, and one of its deals. */
const smallGame = randomGame({ issues: 2, options: 2, factions: 2 })
  .filter(({ scenario }) => scenario.factions.length <= 5)
  .chain((random) => {
    const deals = [...allDeals(random.scenario)];
    return fc.record({
      random: fc.constant(random),
      deal: fc.constantFrom(...(deals.length > 0 ? deals : [{}])),
    });
  });

const SIDES = ['s0', 's1', 's2', 's3'];
const chanceOf = (found: Exact, side: string) => found.sides.find((one) => one.side === side)?.chance;

describe('chances of ratification', () => {
  it('are those of the definition, for every side and for all together, however rules share factions', () => {
    fc.assert(
      fc.property(smallGame, spread, ({ random: { scenario, adjustments }, deal }, points) => {
        const found = exact(createChances(scenario), deal, adjustments, points);
        const wanted = chancesByDefinition(scenario, deal, adjustments, points);
        for (const [at, { chance }] of found.sides.entries())
          expect(Math.abs(chance - (wanted.sides[at] ?? 9))).toBeLessThan(1e-12);
        expect(Math.abs(found.joint - wanted.joint)).toBeLessThan(1e-12);
      }),
      { numRuns: 400 },
    );
  });

  it('start from the chances of every vote, which add up to 1', () => {
    fc.assert(
      fc.property(smallGame, spread, ({ random: { scenario, adjustments }, deal }, points) => {
        const found = exact(createChances(scenario), deal, adjustments, points);
        for (const [at, faction] of scenario.factions.entries()) {
          const levels = levelsByDefinition(scenario, faction, deal, adjustments, points);
          const { yes, abstain, no, fierce } = found.factions[at] ?? { yes: 9, abstain: 9, no: 9, fierce: 9 };
          expect(Math.abs(yes - (levels.get('yes') ?? 0))).toBeLessThan(1e-12);
          expect(Math.abs(abstain - (levels.get('abstain') ?? 0))).toBeLessThan(1e-12);
          expect(Math.abs(fierce - (levels.get('fierce') ?? 0))).toBeLessThan(1e-12);
          expect(Math.abs(yes + abstain + no - 1)).toBeLessThan(1e-14);
          expect(no).toBeGreaterThanOrEqual(fierce);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('become the verdict as the spread falls, and without any spread are the verdict', () => {
    const agrees = ({ scenario, adjustments }: RandomGame) => {
      const chances = createChances(scenario);
      for (const deal of allDeals(scenario)) {
        const model = verdict(scenario, deal, adjustments);
        const none = exact(chances, deal, adjustments, 0);
        expect(none.joint).toBe(model.passes ? 1 : 0);
        expect(none.sides.map(({ chance }) => chance === 1)).toEqual(model.sides.map(({ passes }) => passes));
        const hair = exact(chances, deal, adjustments, 0.02);
        expect(Math.abs(hair.joint - none.joint)).toBeLessThan(1e-12);
        for (const { side, chance } of hair.sides)
          expect(Math.abs(chance - (chanceOf(none, side) ?? 9))).toBeLessThan(1e-12);
        for (const { faction, vote } of model.factions)
          expect(none.factions.find((one) => one.faction === faction)?.[vote]).toBe(1);
      }
    };
    fc.assert(fc.property(randomGame({ issues: 2, options: 3, factions: 4 }), agrees), { numRuns: 150 });
    fc.assert(fc.property(randomLargeGame(), agrees), { numRuns: 30 });
  });

  it('do not fall when a faction gains support', () => {
    fc.assert(
      fc.property(
        randomLargeGame(),
        spread,
        fc.nat(),
        fc.integer({ min: 1, max: 4 }),
        ({ scenario, adjustments }, points, pick, rise) => {
          const faction = scenario.factions[pick % scenario.factions.length]?.id ?? '';
          const raised = [...adjustments, { faction, points: rise, deal: [] }];
          const chances = createChances(scenario);
          for (const deal of [...allDeals(scenario)].slice(0, 4)) {
            const before = exact(chances, deal, adjustments, points);
            const after = exact(chances, deal, raised, points);
            expect(after.joint).toBeGreaterThanOrEqual(before.joint - 1e-12);
            for (const { side, chance } of before.sides)
              expect(chanceOf(after, side)).toBeGreaterThanOrEqual(chance - 1e-12);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('lie between what the sides allow: no more than the least likely, no less than what is left of them all', () => {
    fc.assert(
      fc.property(randomLargeGame(), spread, ({ scenario, adjustments }, points) => {
        const { sides, joint } = exact(createChances(scenario), {}, adjustments, points);
        const all = sides.map(({ chance }) => chance);
        expect(joint).toBeLessThanOrEqual(Math.min(...all) + 1e-12);
        expect(joint).toBeGreaterThanOrEqual(all.reduce((sum, one) => sum + one - 1, 1) - 1e-12);
      }),
      { numRuns: 60 },
    );
  });
});

describe('sides that share factions', () => {
  const members = ['a', 'b', 'c'];
  const factions = members.map((id) => ({ id, side: 's0', start: 1 }));
  const chamber: Rule = { ...half, factions: members };

  it('ratify together as often as one of them where they have the same rule', () => {
    const scenario = game({ sides: { s0: chamber, s1: chamber }, factions, issues: {} });
    const found = exact(createChances(scenario), {}, [], 2);
    expect(found.joint).toBe(chanceOf(found, 's0'));
    expect(found.joint).toBe(chanceOf(found, 's1'));
  });

  it('ratify by the support of the model where they ask for an opinion, whatever the spread', () => {
    const opinion: Rule = { kind: 'opinion', level: { numerator: 2, denominator: 1 }, factions: ['a'] };
    const sides = { s0: { kind: 'consent', factions: ['a'] }, s1: opinion } as const;
    const chances = createChances(game({ sides, factions, issues: {} }));
    expect(exact(chances, {}, [], 2)).toMatchObject({ joint: 0, sides: [{}, { chance: 0 }] });
    const risen = exact(chances, {}, [{ faction: 'a', points: 1, deal: [] }], 2);
    expect(risen.sides[1]?.chance).toBe(1);
    expect(risen.joint).toBeCloseTo(normalBelow(1.5 / 2), 14);
  });

  it('ratify independently where they share nobody', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 6, maxLength: 6 }),
        spread,
        (starts, points) => {
          const everybody = starts.map((start, at) => ({
            id: `f${at}`,
            side: `s${at % 2}`,
            start,
            weight: at + 1,
          }));
          const rule = (side: number): Rule => ({
            ...half,
            factions: everybody.filter((one) => one.side === SIDES[side]).map(({ id }) => id),
          });
          const scenario = game({ sides: { s0: rule(0), s1: rule(1) }, factions: everybody, issues: {} });
          const { sides, joint } = exact(createChances(scenario), {}, [], points);
          expect(Math.abs(joint - (sides[0]?.chance ?? 9) * (sides[1]?.chance ?? 9))).toBeLessThan(1e-14);
        },
      ),
    );
  });
});

describe('uncertain votes', () => {
  const one = (over: object) =>
    createChances(
      game({
        sides: { s0: { kind: 'consent', factions: ['a'] } },
        factions: [{ id: 'a', side: 's0', ...over }],
        issues: { i: ['x', 'y'] },
      }),
    );

  it('are a matter of the distance to the thresholds, half a point aside', () => {
    const [a] = exact(one({ start: 2 }), {}, [], 2).factions;
    expect(a?.yes).toBeCloseTo(normalBelow((2 - 1 + 0.5) / 2), 15);
    expect(a?.no).toBeCloseTo(normalBelow((-1 - 2 + 0.5) / 2), 15);
    expect(a?.fierce).toBeCloseTo(normalBelow((-3 - 2 + 0.5) / 2), 15);
  });

  it('are a certain no behind a red line, and the draw still says how fierce', () => {
    const red = one({
      start: 9,
      fierce: 8,
      redLines: [{ text: 'never', deal: [{ issue: 'i', options: ['x'] }] }],
    });
    const found = exact(red, { i: 'x' }, [], 4);
    expect(found.factions[0]).toMatchObject({ yes: 0, abstain: 0, no: 1 });
    expect(found.factions[0]?.fierce).toBeCloseTo(normalBelow(-0.5 / 4), 15);
    expect(found.joint).toBe(0);
    expect(exact(red, { i: 'y' }, [], 4).joint).toBeGreaterThan(0.9);
  });

  it('leave no abstention to a faction whose thresholds leave none', () => {
    expect(exact(one({ yes: 1, no: 0 }), {}, [], 3).factions[0]?.abstain).toBe(0);
  });

  it('are even where the spread is boundless', () => {
    expect(exact(one({}), {}, [], Number.POSITIVE_INFINITY).factions[0]).toMatchObject({ yes: 0.5, no: 0.5 });
  });
});
