import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Game } from '../../src';
import { bargainingTable, refusalOf } from '../table';
import { changes, factsOf, make, shipped } from './scenes';

const ITEMS = ['gauges', 'visits', 'fish', 'flood'] as const;

describe('a package of small steps', () => {
  it('[D18] grows with the number of steps, and with the fields that they spread over', () => {
    const wrapped = (picked: string[]) => {
      const table = bargainingTable();
      return changes(table, () => make(table, 'mara', 'package', { picked }));
    };
    expect(wrapped(['gauges', 'visits'])).toEqual({});
    expect(wrapped(['gauges', 'visits', 'flood'])).toEqual({ 'old-guard': 1 });
    expect(wrapped([...ITEMS])).toEqual({ 'old-guard': 2, generals: 1, fishers: 1 });
  });

  it('[D18] lets a step do something of its own', () => {
    const table = bargainingTable();
    expect(changes(table, () => make(table, 'mara', 'package', { picked: ['gauges', 'fish'] }))).toEqual({
      fishers: 1,
    });
  });

  it('[D18] is never worth less for one step more', () => {
    fc.assert(
      fc.property(
        fc.subarray([...ITEMS], { minLength: 2, maxLength: 3 }),
        fc.constantFrom(...ITEMS),
        (few, more) => {
          const worth = (picked: string[]) => {
            const table = bargainingTable();
            const points = Object.values(changes(table, () => make(table, 'mara', 'package', { picked })));
            return points.reduce((sum, one) => sum + one, 0);
          };
          expect(worth([...new Set([...few, more])])).toBeGreaterThanOrEqual(worth(few));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('[D18] holds what was picked in the record, and no more than may be wrapped', () => {
    const table = bargainingTable();
    const wrap = (picked: string[]) =>
      refusalOf(table.seat('mara', { type: 'move', move: 'package', picked }));
    expect(wrap(['gauges'])).toBe('wrong-picks');
    expect(wrap(['gauges', 'gauges'])).toBe('wrong-picks');
    expect(wrap(['gauges', 'a-horse'])).toBe('wrong-picks');
    expect(wrap(['gauges', 'visits'])).toBeNull();
    expect(factsOf(table, 'move').at(-1)?.made.picked).toEqual(['gauges', 'visits']);
  });
});

describe('the nine assurances', () => {
  let game: Game;
  beforeAll(async () => {
    game = await shipped('german-reunification');
  });

  it('[D18] add support in Moscow from three steps on, and more when security, politics and trade are all among them', () => {
    const offered = (picked: string[]) => {
      const table = bargainingTable({ game, luck: 0.99 });
      table.clock();
      return changes(table, () => make(table, 'baker', 'nine-assurances', { picked }));
    };
    const narrow = offered(['follow-on-talks', 'short-range-talks', 'no-abc-weapons']);
    expect(narrow).toEqual({ 'party-conservatives': 1, reformers: 1, 'soviet-public': 1 });
    expect(offered(['follow-on-talks', 'nato-review', 'economic-ties'])).toEqual({
      ...narrow,
      'economic-managers': 1,
      'officers-families': 1,
    });
  });
});
