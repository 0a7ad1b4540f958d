import { SMALL, SMALL_FILES, scenarioOf } from '@btt/scenario/test-support';
import { beforeAll, describe, expect, it } from 'vitest';
import { createGame, type Game } from '../../src';
import { bargainingTable } from '../table';
import { changes, make, shipped } from './scenes';

describe('pressure from outside', () => {
  it('[D13] helps with both keys: the other side has asked for it, and it comes', () => {
    const table = bargainingTable();
    make(table, 'sela', 'ask-pressure');
    expect(changes(table, () => make(table, 'mara', 'pressure'))).toEqual({ generals: 1 });
  });

  it('[H4] hardens with one key: nobody had asked', () => {
    const table = bargainingTable();
    expect(changes(table, () => make(table, 'mara', 'pressure'))).toEqual({ generals: -2, 'old-guard': -1 });
  });

  it('[D13] does nothing by being asked for alone', () => {
    const table = bargainingTable();
    expect(changes(table, () => make(table, 'sela', 'ask-pressure'))).toEqual({});
  });

  it('[D13, H4] opens once with each invitation: the second push is uninvited again', () => {
    const source = SMALL.replace(
      '{effect: {generals: -2, old-guard: -1}}',
      '{effect: {generals: -2, old-guard: -1}, stacking: each}',
    );
    const table = bargainingTable({ game: createGame(scenarioOf(source, SMALL_FILES), 'again'), luck: 0.99 });
    make(table, 'sela', 'ask-pressure');
    expect(changes(table, () => make(table, 'mara', 'pressure'))).toEqual({ generals: 1 });
    expect(changes(table, () => make(table, 'mara', 'pressure'))).toEqual({ generals: -2, 'old-guard': -1 });
  });

  it('[D13] is not seen to be invited by those who are to be pressed', () => {
    const table = bargainingTable();
    make(table, 'sela', 'ask-pressure');
    make(table, 'mara', 'pressure');
    const known = table.view('generals').moves.map((made) => made.move);
    expect(known).toContain('pressure');
    expect(known).not.toContain('ask-pressure');
  });
});

describe('the Bonn summit', () => {
  let game: Game;
  beforeAll(async () => {
    game = await shipped('bonn-summit-1978');
  });

  it('[D13, H4] gives American advisers an excuse when Washington asked to be pressed on oil, and an insult when not', () => {
    const asked = bargainingTable({ game, luck: 0.99 });
    make(asked, 'owen', 'ask-for-oil-pressure');
    expect(changes(asked, () => make(asked, 'schmidt', 'press-on-oil'))).toEqual({
      consumers: 1,
      'home-advisers': 2,
    });
    const alone = bargainingTable({ game, luck: 0.99 });
    expect(changes(alone, () => make(alone, 'schmidt', 'press-on-oil'))).toEqual({
      consumers: -1,
      'home-advisers': -2,
    });
  });
});
