import { beforeAll, describe, expect, it } from 'vitest';
import type { Game } from '../../src';
import { tellStory, toldOf } from '../../src/readings/story';
import { bargainingTable } from '../table';
import { act, changes, factsOf, make, shipped } from './scenes';

describe('letting oneself be pushed', () => {
  it('[D14] a faction says one thing to everybody and another to its negotiators, and the record holds both', () => {
    const table = bargainingTable();
    act(table, 'generals', { type: 'state-stance', stance: 'against', public: true });
    act(table, 'generals', { type: 'state-stance', stance: 'for', public: false });
    expect(table.desk().stances.generals).toEqual({ public: 'against', private: 'for' });
    expect(table.view('mara').stances.generals).toEqual({ public: 'against', private: null });
    expect(table.view('sela').stances.generals).toEqual({ public: 'against', private: 'for' });
  });

  it('[D14] a later yielding is seen by those who saw the pose, each step in its place', () => {
    const table = bargainingTable({ luck: 0.99 });
    act(table, 'generals', { type: 'state-stance', stance: 'against', public: true });
    table.clock();
    act(table, 'generals', { type: 'state-stance', stance: 'for', public: true });
    expect(table.view('wire').stances.generals?.public).toBe('for');
    const told = toldOf(tellStory(table.game, table.events), 'stance');
    expect(told.map(({ fact, before }) => [before.round, fact.stance])).toEqual([
      [1, 'against'],
      [2, 'for'],
    ]);
  });
});

describe('the Chancellor of 1978', () => {
  let game: Game;
  beforeAll(async () => {
    game = await shipped('bonn-summit-1978');
  });

  it('[D14] says no in public and may only pose: voters like it, and only he knows', () => {
    const table = bargainingTable({ game, luck: 0.99 });
    const said = changes(table, () =>
      make(table, 'schmidt', 'public-no-bonn', { secrets: { manner: 'performed' } }),
    );
    expect(said['wary-voters']).toBe(1);
    expect(Object.keys(table.view('schmidt').secrets)).toHaveLength(1);
    expect(table.view('lambsdorff').secrets).toEqual({});
  });

  it('[D14] can be pushed to where he wants to go, once he has winked', () => {
    const pushed = (wink: boolean) => {
      const table = bargainingTable({ game, luck: 0.99 });
      if (wink) make(table, 'schulmann', 'wink-from-bonn');
      const points = changes(table, () => make(table, 'carter', 'press-bonn'));
      return points['wary-voters'];
    };
    expect([pushed(true), pushed(false)]).toEqual([1, -2]);
  });

  it('[D14] leaves it to the press to guess: nobody is told of the wink but those whom it is for', () => {
    const table = bargainingTable({ game, luck: 0.99 });
    const wink = make(table, 'schulmann', 'wink-from-bonn');
    const told = table.events
      .flatMap(({ event }) => event.parts)
      .find(({ fact }) => fact.type === 'move')?.to;
    expect(told).toEqual(expect.arrayContaining(['schmidt', 'carter', 'owen']));
    expect(told).not.toContain('press');
    expect(factsOf(table, 'move').at(-1)?.made.id).toBe(wink);
  });
});
