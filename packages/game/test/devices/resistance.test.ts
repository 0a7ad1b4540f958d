import fc from 'fast-check';
import { SMALL, SMALL_FILES, scenarioOf } from '@btt/scenario/test-support';
import { beforeAll, describe, expect, it } from 'vitest';
import { createGame, type Game } from '../../src';
import { bargainingTable } from '../table';
import { changes, make, shipped } from './scenes';

/** The river, with a gift of so many points. */
function giftOf(points: number): Game {
  const source = SMALL.replace(
    '{effect: {generals: 2, fishers: 2}}',
    `{effect: {generals: ${points}, fishers: ${points}}}`,
  );
  return createGame(scenarioOf(source, SMALL_FILES), `gift-${points}`);
}

describe('a side payment', () => {
  it('[D4, H9] gains half with a faction that resists being bought, and all with others', () => {
    const table = bargainingTable({ empty: ['farmers', 'engineers'] });
    expect(table.game.index.faction('generals')?.resists).toEqual(['money']);
    expect(changes(table, () => make(table, 'mara', 'water-gift'))).toEqual({ generals: 1, fishers: 2 });
  });

  it('[H9] is cut toward zero, and what it takes away is never halved', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5, max: 5 }).filter((points) => points !== 0),
        (points) => {
          const table = bargainingTable({ game: giftOf(points), empty: ['farmers', 'engineers'] });
          const { generals = 0, fishers } = changes(table, () => make(table, 'mara', 'water-gift'));
          expect(fishers).toBe(points);
          expect(generals).toBe(points > 0 ? Math.floor(points / 2) : points);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('[H9] is the only thing that they resist: other help from the same people counts in full', () => {
    const table = bargainingTable();
    make(table, 'sela', 'ask-pressure');
    expect(changes(table, () => make(table, 'mara', 'pressure'))).toEqual({ generals: 1 });
  });
});

describe('money for Moscow', () => {
  let game: Game;
  beforeAll(async () => {
    game = await shipped('german-reunification');
  });

  it('[D4] moves managers abroad and is paid for at home', () => {
    const table = bargainingTable({ game, luck: 0.99, empty: ['bundesbank'] });
    table.clock();
    expect(changes(table, () => make(table, 'kohl', 'early-guarantee'))).toEqual({
      bundesbank: -1,
      'economic-managers': 1,
      reformers: 1,
    });
  });
});
