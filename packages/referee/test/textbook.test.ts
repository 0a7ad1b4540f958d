import type { Rule } from '@btt/scenario';
import { describe, expect, it } from 'vitest';
import { verdict, winSets } from '../src';
import { createCounter } from '../src/win-sets/win-sets';
import { game } from './games';

/**
 * A voting body as a game: each member has an issue of its own, on which it says yes or no. Deals are then coalitions, and the win-set is
 * the set of winning coalitions.
 */
function body(weights: Readonly<Record<string, number>>, rule: Rule) {
  const members = Object.keys(weights);
  return game({
    sides: { body: rule },
    factions: members.map((id) => ({
      id,
      side: 'body',
      weight: weights[id] ?? 1,
      yes: 1,
      no: 0,
      points: { [id]: { for: 1 } },
    })),
    issues: Object.fromEntries(members.map((id) => [id, ['against', 'for']])),
  });
}

const winning = (scenario: ReturnType<typeof body>) => {
  const found = winSets(scenario, []);
  return found.kind === 'exact' ? found.joint : null;
};

/** Permanent members p1–p5 can each veto; `elected` others. */
function securityCouncil(elected: number, needed: number) {
  const permanent = ['p1', 'p2', 'p3', 'p4', 'p5'];
  const others = Array.from({ length: elected }, (_, at) => `e${at + 1}`);
  const all = [...permanent, ...others];
  return body(Object.fromEntries(all.map((id) => [id, 1])), {
    kind: 'all',
    rules: [
      { kind: 'quota', weight: needed, heads: true, factions: all },
      { kind: 'no-objection', weight: 1, factions: permanent },
    ],
  });
}

describe('voting bodies of the textbooks', () => {
  /** All five permanent members, and at least so many of the elected: a sum of binomial coefficients. */
  it('the UN Security Council since 1965, nine of fifteen with five vetoes, has C(10,4) + … + C(10,10) = 848 winning coalitions', () => {
    expect(winning(securityCouncil(10, 9))).toBe(210 + 252 + 210 + 120 + 45 + 10 + 1);
  });

  it('the UN Security Council before 1965, seven of eleven with five vetoes, had C(6,2) + … + C(6,6) = 57', () => {
    expect(winning(securityCouncil(6, 7))).toBe(15 + 20 + 15 + 6 + 1);
  });

  it('in the Council of the Six of 1958, quota 12 of 17, Luxembourg was never pivotal (Brams and Affuso 1976)', () => {
    const weights = { germany: 4, france: 4, italy: 4, belgium: 2, netherlands: 2, luxembourg: 1 };
    const council = body(weights, {
      kind: 'quota',
      weight: 12,
      heads: false,
      factions: Object.keys(weights),
    });
    expect(winning(council)).toBe(14);
    for (let coalition = 0; coalition < 64; coalition++) {
      const deal = Object.fromEntries(
        Object.keys(weights).map((id, at) => [id, (coalition >> at) & 1 ? 'for' : 'against']),
      );
      expect(verdict(council, deal, []).sides[0]?.pivotal).not.toContain('luxembourg');
    }
  });

  it('a double majority, of heads and of weights, has the coalitions that a plain count finds', () => {
    const members = Array.from({ length: 9 }, (_, at) => `m${at}`);
    const weights = Object.fromEntries(members.map((id, at) => [id, (at + 1) * (at + 1)]));
    const rule: Rule = {
      kind: 'all',
      rules: [
        {
          kind: 'majority',
          test: 'at-least',
          fraction: { numerator: 55, denominator: 100 },
          of: 'all',
          heads: true,
          factions: members,
        },
        {
          kind: 'majority',
          test: 'at-least',
          fraction: { numerator: 65, denominator: 100 },
          of: 'all',
          heads: false,
          factions: members,
        },
      ],
    };
    let expected = 0;
    for (let coalition = 0; coalition < 512; coalition++) {
      const inside = members.filter((_, at) => (coalition >> at) & 1);
      const weight = inside.reduce((sum, id) => sum + weights[id]!, 0);
      if (inside.length * 100 >= 55 * 9 && weight * 100 >= 65 * 285) expected++;
    }
    expect(winning(body(weights, rule))).toBe(expected);
  });

  it('weights beyond 2^53 are counted exactly, with a diagram and without', () => {
    const unit = 900_000_000;
    const weights: Readonly<Record<string, number>> = { a: unit, b: unit + 1, c: unit - 1, d: 2 * unit };
    const share = { numerator: 3 * unit, denominator: 5 * unit };
    const factions = Object.keys(weights);
    const rule: Rule = {
      kind: 'majority',
      test: 'more-than',
      fraction: share,
      of: 'all',
      heads: false,
      factions,
    };
    const scenario = body(weights, rule);
    const diagram = createCounter(scenario).count([]);
    expect(createCounter(scenario, { block: 4, mostNodes: 0 }).count([])).toEqual(diagram);
    let expected = 0;
    for (let coalition = 0; coalition < 16; coalition++) {
      const yes = factions.reduce(
        (sum, id, at) => ((coalition >> at) & 1 ? sum + BigInt(weights[id]!) : sum),
        0n,
      );
      if (yes * 5n > 3n * BigInt(5 * unit)) expected++;
    }
    expect(diagram).toMatchObject({ kind: 'exact', deals: 16, joint: expected });
  });
});
