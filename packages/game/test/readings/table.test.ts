import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Game } from '../../src';
import { readTable } from '../../src/readings';
import { makeYardstick } from '../../src/readings/scores/yardstick';
import { make, shipped } from '../devices/scenes';
import { bargainingTable, RIVER } from '../table';
import { stories } from './played';

const YARDSTICK = makeYardstick(RIVER);

describe('the readings of a table', () => {
  it('are plain JSON, and the same whenever they are taken of the same record', () => {
    fc.assert(
      fc.property(stories, ({ table }) => {
        const reading = readTable(RIVER, table.events, YARDSTICK);
        expect(JSON.parse(JSON.stringify(reading))).toStrictEqual(reading);
        expect(readTable(RIVER, table.events, YARDSTICK)).toEqual(reading);
      }),
      { numRuns: 40 },
    );
  });

  it('can be taken of a table at which nothing has happened yet', () => {
    const reading = readTable(RIVER, [], YARDSTICK);
    expect(reading).toMatchObject({ withoutHelp: null, speeches: [], maps: [], legitimacy: [] });
    expect(reading.scores.outcome).toBeNull();
  });
});

describe('the flagship', () => {
  let game: Game;
  beforeAll(async () => {
    game = await shipped('german-reunification');
  });

  it('is measured by agreements that can be ratified only with help, and has a front for its two heads', () => {
    const yardstick = makeYardstick(game);
    expect(yardstick.missing).toBeNull();
    expect(yardstick.joint?.parties.map((party) => party.role)).toEqual(['baker', 'shevardnadze']);
    expect(Object.keys(yardstick.best)).toEqual(expect.arrayContaining(['kohl', 'gorbachev', 'bush']));
  });

  it('is read as a whole', () => {
    const table = bargainingTable({ game, luck: 0.99 });
    make(table, 'bush', 'no-gloating');
    make(table, 'kohl', 'dance-on-the-wall');
    const reading = readTable(game, table.events, makeYardstick(game));
    expect(reading.help.deeds.map((deed) => deed.move)).toEqual([
      'no-gloating',
      'dance-on-the-wall',
      'no-gloating',
    ]);
    expect(reading.promises.obligations[0]).toMatchObject({ state: 'broken', brokenBy: { role: 'kohl' } });
  });
});
