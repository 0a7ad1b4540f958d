import type { FactionId, Rule } from '@btt/scenario';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RefereeScenario } from '../src';
import { coalitions } from '../src/coalitions/coalitions';
import { diagramOf } from '../src/coalitions/diagram';
import { decimalNumber, decimalText, fractionOf } from '../src/coalitions/fractions';
import { gatesOf } from '../src/coalitions/formula';
import { simpleGame } from '../src/coalitions/game';
import { layoutOf } from '../src/coalitions/layout';
import { swingsByDiagram } from '../src/coalitions/paths';
import { power } from '../src/coalitions/power';
import { moduliFor, recombination } from '../src/coalitions/residues';
import { swingsByTable } from '../src/coalitions/table';
import {
  gameByDefinition,
  pivotsByDefinition,
  playersByDefinition,
  swingsByDefinition,
} from '../src/oracle/coalitions';
import { body, quota, randomBody, weighted } from './bodies';
import {
  exactPower as exact,
  type ExactPower,
  factorial,
  powerOf as of,
  sumOf,
  textOf as text,
} from './indices';

describe('the power of the players', () => {
  it('is what the definitions say, swings counted over coalitions and pivots over orders', () => {
    fc.assert(
      fc.property(randomBody({ min: 1, max: 7 }), (scenario) => {
        const ids = playersByDefinition(scenario, 'body');
        const game = gameByDefinition(scenario, 'body');
        const n = ids.length;
        const pivots = pivotsByDefinition(game, n);
        const swings = ids.map((_, player) =>
          BigInt(swingsByDefinition(game, n, player).reduce((sum, count) => sum + count, 0)),
        );
        const total = swings.reduce((sum, count) => sum + count, 0n);
        const found = exact(scenario);
        expect(found.players).toEqual(
          ids.map((faction, player) => ({
            faction,
            swings: swings[player],
            banzhaf: fractionOf(swings[player] ?? 0n, 2n ** BigInt(n - 1)),
            banzhafShare: fractionOf(swings[player] ?? 0n, total),
            shapleyShubik: fractionOf(BigInt(pivots[player] ?? 0), factorial(n)),
          })),
        );
        expect(found.dummies).toEqual(dummiesOf(scenario));
      }),
      { numRuns: 300 },
    );
  });

  it('is counted alike by table and by diagram, also with forty players', () => {
    fc.assert(
      fc.property(randomBody({ min: 2, max: 40 }, 1), fc.boolean(), (scenario, bySize) => {
        const game = simpleGame(scenario, 'body');
        const full = game.kind === 'game' && gatesOf(game.formula).length > 0;
        // Both methods are for games in which everybody weighs something.
        fc.pre(
          full &&
            game.players.every((_, at) => gatesOf(game.formula).some(({ weights }) => weights[at] !== 0n)),
        );
        if (game.kind !== 'game') return;
        const n = game.players.length;
        const layout = layoutOf(game.formula, n, bySize);
        fc.pre(layout.places < 200_000n);
        const diagram = diagramOf(game.formula, n, 1_000_000);
        expect(diagram && swingsByDiagram(diagram, bySize)).toEqual(swingsByTable(layout, n, bySize));
      }),
      { numRuns: 150 },
    );
  });

  it('adds up: Shapley–Shubik to one where a vote can go either way, and so do the shares of Banzhaf', () => {
    fc.assert(
      fc.property(randomBody({ min: 1, max: 30 }, 1), (scenario) => {
        const found = power(scenario, 'body');
        if (found.kind !== 'exact') return;
        const decides = found.players.some(({ swings }) => swings > 0n);
        const whole = { numerator: decides ? 1n : 0n, denominator: 1n };
        expect(sumOf(found.players.map(({ shapleyShubik }) => shapleyShubik))).toEqual(whole);
        expect(sumOf(found.players.map(({ banzhafShare }) => banzhafShare))).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  });

  it('is equal for players whom the rule treats alike, and does not depend on their order', () => {
    fc.assert(
      fc.property(randomBody({ min: 2, max: 9 }), (scenario) => {
        const turned = { ...scenario, factions: scenario.factions.toReversed() };
        const byId = (found: ExactPower) => new Map(found.players.map((player) => [player.faction, player]));
        expect(byId(exact(turned))).toEqual(byId(exact(scenario)));
      }),
      { numRuns: 100 },
    );
    const twins = exact(weighted({ a: 3, b: 7, c: 3, d: 5 }, 10));
    expect({ ...of(twins, 'a'), faction: '' }).toEqual({ ...of(twins, 'c'), faction: '' });
  });

  it('of a player who changes nothing is zero, and adding one changes nobody else’s share', () => {
    const members = { a: 3, b: 2, c: 2 };
    const plain = exact(weighted(members, 4));
    const rule: Rule = { kind: 'any', rules: [quota(4, ['a', 'b', 'c']), quota(9, ['a', 'b', 'c', 'idle'])] };
    const found = exact(body({ ...members, idle: 1 }, rule));
    expect(of(found, 'idle')).toMatchObject({
      swings: 0n,
      banzhaf: { numerator: 0n },
      shapleyShubik: { numerator: 0n },
    });
    expect(found.dummies).toEqual(['idle']);
    for (const id of ['a', 'b', 'c']) {
      expect(of(found, id).shapleyShubik).toEqual(of(plain, id).shapleyShubik);
      expect(of(found, id).banzhaf).toEqual(of(plain, id).banzhaf);
    }
  });

  it('is the same in stopping as in carrying: the dual game has the same indices', () => {
    const weights = { a: 9, b: 7, c: 4, d: 4, e: 1 };
    for (let needed = 1; needed <= 25; needed++)
      expect(exact(weighted(weights, needed))).toEqual(exact(weighted(weights, 26 - needed)));
  });

  it('is all with a dictator, and nobody’s where nothing can be decided', () => {
    const found = exact(body({ boss: 1, clerk: 1 }, { kind: 'consent', factions: ['boss'] }));
    expect(found).toMatchObject({
      players: [{ faction: 'boss', swings: 1n, shapleyShubik: { numerator: 1n, denominator: 1n } }],
      dummies: ['clerk'],
    });
    const idle = exact(weighted({ a: 1, b: 1 }, 3));
    expect(idle.players.map(({ banzhafShare }) => text(banzhafShare))).toEqual(['0/1', '0/1']);
    expect(idle.dummies).toEqual(['a', 'b']);
  });

  it('is not defined where a rule asks an opinion', () => {
    const rule: Rule = { kind: 'opinion', level: { numerator: 0, denominator: 1 }, factions: ['a'] };
    expect(power(body({ a: 1 }, rule), 'body')).toEqual({ kind: 'not-a-voting-game', reason: 'opinion' });
  });
});

function dummiesOf(scenario: RefereeScenario): readonly FactionId[] | null {
  const found = coalitions(scenario, 'body');
  return found.kind === 'exact' ? found.dummies : null;
}

describe('large and awkward bodies', () => {
  const weights = Object.fromEntries(
    Array.from({ length: 190 }, (_, at) => [`m${at}`, 2 + Math.floor(700 / (at + 1)) + ((at * 7) % 11)]),
  );
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);

  it('a hundred and ninety weighted members have the swings of a generating function in large numbers', () => {
    const needed = Math.ceil(total * 0.7);
    const found = exact(weighted(weights, needed), { shapleyShubik: false });
    expect(found.players[0]?.shapleyShubik).toBe(null);
    for (const id of ['m0', 'm5', 'm189']) {
      const own = weights[id] ?? 0;
      const counts = Array.from({ length: needed }, (): bigint => 0n);
      counts[0] = 1n;
      for (const [other, weight] of Object.entries(weights))
        if (other !== id)
          for (let sum = needed - 1; sum >= weight; sum--)
            counts[sum] = (counts[sum] ?? 0n) + (counts[sum - weight] ?? 0n);
      const swings = counts.slice(Math.max(0, needed - own)).reduce((sum, count) => sum + count, 0n);
      expect(found.players.find(({ faction }) => faction === id)?.swings).toBe(swings);
    }
  });

  it('weights too large for a table are counted by a diagram, weights that only look large are made small', () => {
    const odd = Object.fromEntries(
      Array.from({ length: 18 }, (_, at) => [`m${at}`, 1_000_003 + at * at * 7919]),
    );
    const half = Object.values(odd).reduce((sum, weight) => sum + weight, 0) / 2;
    const found = exact(weighted(odd, Math.floor(half) + 1));
    expect(sumOf(found.players.map(({ shapleyShubik }) => shapleyShubik))).toEqual({
      numerator: 1n,
      denominator: 1n,
    });
    const large = exact(weighted({ a: 4e9, b: 3e9, c: 2e9 }, 5e9 + 1));
    expect(large).toEqual(exact(weighted({ a: 4, b: 3, c: 2 }, 6)));
  });

  it('what is too large is refused with its size, and Banzhaf alone may still be possible', () => {
    const both = power(weighted(weights, Math.ceil(total / 2)), 'body', { limit: 100_000 });
    expect(both).toMatchObject({ kind: 'too-large', states: BigInt(Math.floor((total + 1) / 2)) * 191n });
    const banzhaf = power(weighted(weights, Math.ceil(total / 2)), 'body', {
      limit: 100_000,
      shapleyShubik: false,
    });
    expect(banzhaf.kind).toBe('exact');
  });
});

describe('numbers', () => {
  it('a number is found again from its remainders', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 190n }), (number) => {
        const moduli = moduliFor(190);
        expect(recombination(moduli)(moduli.map((modulus) => Number(number % BigInt(modulus))))).toBe(number);
      }),
    );
  });

  it('decimals are rounded, a half upwards', () => {
    const fraction = (numerator: bigint, denominator: bigint) => ({ numerator, denominator });
    expect(decimalText(fraction(2n, 3n))).toBe('0.6667');
    expect(decimalText(fraction(1n, 8n), 2)).toBe('0.13');
    expect(decimalText(fraction(1n, 1n), 0)).toBe('1');
    expect(decimalText(fraction(0n, 1n), 3)).toBe('0.000');
    expect(decimalNumber(fraction(421n, 2145n))).toBeCloseTo(421 / 2145, 15);
    expect(decimalNumber(fraction(1n, 2n ** 189n))).toBe(2 ** -189);
    expect(decimalNumber(fraction(3n, 2n ** 1001n))).toBe(3 * 2 ** -1001);
    expect(decimalNumber(fraction(7n, 1n))).toBe(7);
  });
});
