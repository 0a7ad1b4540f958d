import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tally } from '../src';
import { type Coalitions, coalitions } from '../src/coalitions/coalitions';
import {
  gameByDefinition,
  membersOf,
  minimalBlockingByDefinition,
  minimalWinningByDefinition,
  playersByDefinition,
  winsByDefinition,
} from '../src/oracle/coalitions';
import { alike, body, choose, quota, randomBody, SIX, securityCouncil, weighted } from './bodies';
import { game } from './games';

type Exact = Extract<Coalitions, { kind: 'exact' }>;

function exact(found: Coalitions): Exact {
  if (found.kind !== 'exact') throw new Error(`Expected coalitions, got ${found.kind}.`);
  return found;
}

/** Everything by definition, in the order of the answer. */
function byDefinition(scenario: Parameters<typeof coalitions>[0], side: string): Exact {
  const players = playersByDefinition(scenario, side);
  const all = gameByDefinition(scenario, side);
  const everybody = all.length - 1;
  const places = players.map((_, at) => at);
  const has = (coalition: number, player: number) => Math.floor(coalition / 2 ** player) % 2 === 1;
  const inOrder = (found: readonly number[]) =>
    found
      .map((coalition) => places.filter((player) => has(coalition, player)))
      .sort((a, b) => {
        const at = a.findIndex((player, place) => player !== b[place]);
        return a.length - b.length || (a[at] ?? 0) - (b[at] ?? 0);
      })
      .map((members) => members.map((player) => players[player] ?? ''));
  const named = (test: (player: number) => boolean) => players.filter((_, player) => test(player));
  const idle = named((player) =>
    all.every((won, coalition) => has(coalition, player) || won === all[coalition + 2 ** player]),
  );
  const ofSide = scenario.factions.filter((one) => one.side === side).map(({ id }) => id);
  return {
    kind: 'exact',
    players,
    minimalWinning: inOrder(minimalWinningByDefinition(all, players.length)),
    minimalBlocking: inOrder(minimalBlockingByDefinition(all, players.length)),
    vetoPlayers: named((player) => all[everybody] === true && all[everybody - 2 ** player] === false),
    dictators: named((player) => all.every((won, coalition) => won === has(coalition, player))),
    dummies: scenario.factions
      .map(({ id }) => id)
      .filter((id) => idle.includes(id) || (ofSide.includes(id) && !players.includes(id))),
  };
}

describe('the coalitions of a rule', () => {
  it('are what the definitions say, for rules of every kind within rules, over factions of any side', () => {
    fc.assert(
      fc.property(randomBody({ min: 1, max: 8 }), (scenario) => {
        for (const side of ['body', 'guests'])
          expect(coalitions(scenario, side)).toEqual(byDefinition(scenario, side));
      }),
      { numRuns: 400 },
    );
  });

  it('are what the definitions say with seventeen factions too', () => {
    fc.assert(
      fc.property(randomBody({ min: 17, max: 17 }, 1), (scenario) => {
        const found = coalitions(scenario, 'body', { limit: 100_000 });
        expect(found).toEqual(byDefinition(scenario, 'body'));
      }),
      { numRuns: 3 },
    );
  });

  it('follow the tally of the rule where the coalition says yes and everybody else a fierce no', () => {
    fc.assert(
      fc.property(randomBody({ min: 1, max: 6 }), fc.nat({ max: 63 }), (scenario, number) => {
        const inside = new Set(
          membersOf(
            scenario.factions.map(({ id }) => id),
            number,
          ),
        );
        const standings = new Map(
          scenario.factions.map(({ id, weight }) => {
            const yes = inside.has(id);
            const vote = yes ? ('yes' as const) : ('no' as const);
            return [id, { weight, support: 0, vote, fierce: !yes, present: true }];
          }),
        );
        const rule = scenario.sides[0]?.rule ?? { kind: 'all', rules: [] };
        expect(winsByDefinition(scenario, 'body', inside)).toBe(tally(rule, standings).passes);
      }),
      { numRuns: 300 },
    );
  });

  it('are dual: what blocks every blocking coalition wins, and a minimal one minimally', () => {
    fc.assert(
      fc.property(randomBody({ min: 1, max: 9 }), (scenario) => {
        const found = exact(coalitions(scenario, 'body'));
        const blocking = game({
          sides: {
            body: {
              kind: 'any',
              rules: found.minimalBlocking.map((factions) => ({ kind: 'consent', factions })),
            },
          },
          factions: scenario.factions,
          issues: {},
        });
        const turned = exact(coalitions(blocking, 'body'));
        expect(turned.minimalWinning).toEqual(found.minimalBlocking);
        expect(turned.minimalBlocking).toEqual(found.minimalWinning);
      }),
      { numRuns: 200 },
    );
  });

  it('come smallest first, then in the order of the scenario', () => {
    const { minimalWinning, minimalBlocking } = exact(
      coalitions(weighted({ a: 1, b: 1, c: 2, d: 3 }, 4), 'body'),
    );
    expect(minimalWinning).toEqual([
      ['a', 'd'],
      ['b', 'd'],
      ['c', 'd'],
      ['a', 'b', 'c'],
    ]);
    expect(minimalBlocking).toEqual([
      ['a', 'd'],
      ['b', 'd'],
      ['c', 'd'],
      ['a', 'b', 'c'],
    ]);
  });
});

describe('special games and players', () => {
  it('a rule that always passes is won by the empty coalition and blocked by none; one that never passes the other way round', () => {
    expect(
      coalitions(body({ a: 1 }, { kind: 'no-objection', weight: 2, factions: ['a'] }), 'body'),
    ).toMatchObject({
      minimalWinning: [[]],
      minimalBlocking: [],
      vetoPlayers: [],
      dummies: ['a'],
    });
    expect(coalitions(weighted({ a: 1 }, 2), 'body')).toMatchObject({
      minimalWinning: [],
      minimalBlocking: [[]],
      vetoPlayers: [],
      dummies: ['a'],
    });
  });

  it('a dictator wins alone and is needed by all; factions that the rule does not name are dummies of their side', () => {
    const found = coalitions(body({ boss: 1, clerk: 9 }, { kind: 'consent', factions: ['boss'] }), 'body');
    expect(found).toMatchObject({
      players: ['boss'],
      dictators: ['boss'],
      vetoPlayers: ['boss'],
      dummies: ['clerk'],
    });
  });

  it('two who can each decide alone are no dictators', () => {
    const found = coalitions(weighted({ a: 1, b: 1 }, 1), 'body');
    expect(found).toMatchObject({ dictators: [], vetoPlayers: [], minimalWinning: [['a'], ['b']] });
  });

  it('a rule that asks an opinion, anywhere in it, is no voting game', () => {
    const opinion = { kind: 'opinion' as const, level: { numerator: 0, denominator: 1 }, factions: ['a'] };
    const rule = { kind: 'any' as const, rules: [quota(1, ['a']), opinion] };
    const refusal = { kind: 'not-a-voting-game', reason: 'opinion' };
    expect(coalitions(body({ a: 1 }, rule), 'body')).toEqual(refusal);
    expect(coalitions(weighted({ a: 1 }, 1), 'elsewhere')).toEqual({ ...refusal, reason: 'no-such-side' });
  });

  it('the Security Council since 1965 has C(10,4) minimal winning coalitions, and is blocked by each of the five or by seven others', () => {
    const found = exact(coalitions(securityCouncil(10, 9), 'body'));
    expect(found.minimalWinning).toHaveLength(210);
    expect(found.vetoPlayers).toEqual(['p1', 'p2', 'p3', 'p4', 'p5']);
    expect(found.minimalBlocking).toHaveLength(5 + 120);
    expect(found.minimalBlocking[5]).toEqual(['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7']);
  });

  it('in the Council of the Six of 1958 Luxembourg is a dummy (Brams and Affuso 1976)', () => {
    const found = exact(coalitions(weighted(SIX, 12), 'body'));
    expect(found.dummies).toEqual(['luxembourg']);
    expect(found.minimalWinning).toEqual([
      ['germany', 'france', 'italy'],
      ['germany', 'france', 'belgium', 'netherlands'],
      ['germany', 'italy', 'belgium', 'netherlands'],
      ['france', 'italy', 'belgium', 'netherlands'],
    ]);
  });
});

describe('too many coalitions', () => {
  it('are counted and not listed: 21 of 40 in C(40,21) ways, blocked by 20', () => {
    expect(coalitions(weighted(alike('m', 40), 21), 'body')).toMatchObject({
      kind: 'too-large',
      minimalWinning: choose(40, 21),
      minimalBlocking: choose(40, 20),
      vetoPlayers: [],
      dummies: [],
    });
  });

  it('are counted for two hundred members with a double majority and a veto', () => {
    const members = { chair: 1, ...alike('m', 200) };
    const rule = {
      kind: 'all' as const,
      rules: [
        { kind: 'consent' as const, factions: ['chair'] },
        quota(151, Object.keys(members), true),
        quota(100, Object.keys(alike('m', 120)), true),
      ],
    };
    // The chair, h of the 120 and r of the other 80: nobody can be spared where both counts are exact, or one is and nobody else sits in it.
    const expected = choose(120, 100) * choose(80, 50);
    const more = Array.from({ length: 20 }, (_, at) => choose(120, 101 + at) * choose(80, 49 - at));
    expect(coalitions(body(members, rule), 'body')).toMatchObject({
      kind: 'too-large',
      minimalWinning: more.reduce((sum, one) => sum + one, expected),
      vetoPlayers: ['chair'],
    });
  });

  it('exactly as many as the limit are still listed', () => {
    const found = (limit: number) => coalitions(weighted(alike('m', 6), 3), 'body', { limit });
    expect(found(20).kind).toBe('exact');
    expect(found(19)).toMatchObject({ kind: 'too-large', minimalWinning: 20n, minimalBlocking: 15n });
  });

  it('where the rule itself is too involved, vetoes are still known', () => {
    const members = { ...alike('m', 30), boss: 40 };
    expect(coalitions(weighted(members, 55), 'body', { nodes: 10 })).toEqual({
      kind: 'too-large',
      players: Object.keys(members),
      minimalWinning: null,
      minimalBlocking: null,
      vetoPlayers: ['boss'],
      dictators: [],
      dummies: null,
    });
  });

  it('weights beyond 2^53 do not trouble it', () => {
    const unit = 2 ** 52;
    const found = exact(coalitions(weighted({ a: unit, b: unit + 1, c: unit - 1 }, 2 ** 53), 'body'));
    expect(found.minimalWinning).toEqual([
      ['a', 'b'],
      ['b', 'c'],
    ]);
  });
});
