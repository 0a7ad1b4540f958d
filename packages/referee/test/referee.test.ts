import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReferee, members, normalisedUtility, bestValue, principalValue, winSets } from '../src';
import { allDeals, supportByDefinition } from '../src/oracle/definitions';
import { keyOf } from '../src/referee';
import { randomGame } from './arbitrary';
import { game, half } from './games';

const twoIssues = game({
  sides: { home: { ...half, factions: ['a'] }, away: { ...half, factions: ['b'] } },
  factions: [
    { id: 'a', side: 'home', points: { land: { some: 1, much: 2 }, money: { little: 1 } } },
    { id: 'b', side: 'away', points: { land: { none: 2 }, money: { much: 2 } } },
  ],
  issues: { land: ['none', 'some', 'much'], money: ['little', 'much'] },
  principals: [
    { role: 'envoy', noAgreement: 2, points: { land: { none: 1, some: 3, much: 5 }, money: { little: 4 } } },
  ],
  interactions: [
    {
      of: 'envoy',
      deal: [
        { issue: 'land', options: ['some'] },
        { issue: 'money', options: ['much'] },
      ],
      points: 3,
    },
  ],
  incompatible: [
    [
      { issue: 'land', options: ['much'] },
      { issue: 'money', options: ['little'] },
    ],
  ],
});

describe('a referee in live play', () => {
  it('counts the same as a count from scratch, record after record', () => {
    fc.assert(
      fc.property(
        randomGame({ issues: 3, options: 4, factions: 3 }),
        fc.array(fc.nat(4), { maxLength: 12 }),
        ({ scenario, adjustments }, lengths) => {
          const referee = createReferee(scenario, { remembered: 2 });
          for (const length of lengths) {
            const record = adjustments.slice(0, length);
            expect(referee.counts(record)).toEqual(winSets(scenario, record));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('remembers the counts of a bounded number of records', () => {
    const referee = createReferee(twoIssues, { remembered: 1 });
    const plus = [{ faction: 'a', points: 1, deal: [] }];
    const first = referee.counts(plus);
    expect(referee.counts(plus)).toBe(first);
    referee.counts([]);
    expect(referee.counts(plus)).not.toBe(first);
    expect(referee.counts(plus)).toEqual(first);
  });

  it('knows records that contribute the same by one key', () => {
    const land = { issue: 'land', options: ['much', 'some'] };
    const one = [
      { faction: 'a', points: 2, deal: [land] },
      { faction: 'b', points: 1, deal: [] },
      { faction: 'b', points: -1, deal: [] },
    ];
    const other = [
      { faction: 'a', points: 1, deal: [{ issue: 'land', options: ['some', 'much'] }] },
      { faction: 'a', points: 1, deal: [land] },
    ];
    expect(keyOf(one)).toBe(keyOf(other));
    expect(keyOf(one)).not.toBe(keyOf([{ faction: 'a', points: 2, deal: [] }]));
  });

  it('answers that a space is too large instead of holding everybody up', () => {
    const options = Array.from({ length: 10 }, (_, at) => `o${at}`);
    const large = game({
      sides: { home: { ...half, factions: ['a'] } },
      factions: [{ id: 'a', side: 'home' }],
      issues: Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`i${at}`, options])),
    });
    const referee = createReferee(large);
    expect(referee.counts([])).toEqual({ kind: 'too-large', deals: 1e20 });
    expect(members(large, [], { of: 'joint' })).toEqual({ kind: 'too-large', deals: 1e20 });
    expect(referee.evaluate({ i0: 'o1' }, []).complete).toBe(false);
  });
});

describe('members of a win-set', () => {
  const listed = (sort?: Parameters<typeof members>[2]['sort']) => {
    const found = members(twoIssues, [], { of: { side: 'home' }, ...(sort ? { sort } : {}) });
    return found.kind === 'exact'
      ? [...found.members].map(({ deal, value }) => [deal.land, deal.money, value])
      : [];
  };

  it('come in the order of the scenario', () => {
    expect(listed()).toEqual([
      ['none', 'little', null],
      ['some', 'little', null],
      ['some', 'much', null],
      ['much', 'much', null],
    ]);
  });

  it('come by the value that a negotiator or a faction puts on them, the highest first', () => {
    expect(listed({ kind: 'value', of: 'envoy' })).toEqual([
      ['some', 'little', 7],
      ['some', 'much', 6],
      ['none', 'little', 5],
      ['much', 'much', 5],
    ]);
    expect(listed({ kind: 'support', of: 'a' })).toEqual([
      ['some', 'little', 2],
      ['much', 'much', 2],
      ['none', 'little', 1],
      ['some', 'much', 1],
    ]);
  });

  it('are made as they are asked for', () => {
    const found = members(twoIssues, [], { of: 'all' });
    if (found.kind !== 'exact') throw new Error('too large');
    expect(found.count).toBe(5);
    for (const { deal } of found.members) {
      expect(deal).toEqual({ land: 'none', money: 'little' });
      break;
    }
  });
});

describe("a negotiator's value", () => {
  it('is the sum of own points and interactions', () => {
    expect(principalValue(twoIssues, 'envoy', { land: 'some', money: 'much' })).toBe(6);
    expect(principalValue(twoIssues, 'a', { land: 'some', money: 'little' })).toBe(2);
    expect(principalValue(twoIssues, 'nobody', {})).toBeNull();
  });

  it('is normalised between no agreement and the best possible deal', () => {
    expect(bestValue(twoIssues, 'envoy')).toEqual({ value: 7, deal: { land: 'some', money: 'little' } });
    expect(normalisedUtility(twoIssues, 'envoy', { land: 'some', money: 'little' })).toBe(1);
    expect(normalisedUtility(twoIssues, 'envoy', { land: 'much', money: 'much' })).toBe(3 / 5);
    expect(normalisedUtility(twoIssues, 'envoy', { land: 'none', money: 'much' })).toBe(-1 / 5);
    expect(normalisedUtility(twoIssues, 'nobody', {})).toBeNull();
  });

  it('has the best deal that going through all deals finds, ties to the first', () => {
    fc.assert(
      fc.property(randomGame({ issues: 4, options: 3, factions: 2 }), ({ scenario }) => {
        const faction = { ...scenario.factions[0]!, start: 0 };
        const deals = [...allDeals(scenario)];
        const values = deals.map((deal) => supportByDefinition(scenario, faction, deal, []));
        const best = Math.max(...values);
        const found = bestValue(scenario, faction.id);
        expect(found).toEqual(deals.length === 0 ? null : { value: best, deal: deals[values.indexOf(best)] });
      }),
      { numRuns: 200 },
    );
  });
});
