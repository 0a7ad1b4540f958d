import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHelp } from '../../src/readings/help';
import { make } from '../devices/scenes';
import { bargainingTable, toLastRound } from '../table';
import { stories, storyOf, toTheVote } from './played';

const RUNS = { numRuns: 80 };

describe('help across the table', () => {
  it('[S11] adds up: all arrows together are all points that were ever felt', () => {
    fc.assert(
      fc.property(stories, ({ table, story }) => {
        const recorded = table.events
          .flatMap(({ event }) => event.parts)
          .reduce((sum, { fact }) => (fact.type === 'effect' ? sum + fact.effect.points : sum), 0);
        const { arrows } = readHelp(story);
        expect(arrows.reduce((sum, arrow) => sum + arrow.gained + arrow.lost, 0)).toBe(recorded);
      }),
      RUNS,
    );
  });

  it('[S11] is a balance: what one side gives the other receives, in help and in hurt', () => {
    fc.assert(
      fc.property(stories, ({ story }) => {
        const { sides, deeds } = readHelp(story);
        const total = (key: 'given' | 'received' | 'hurtGiven' | 'hurtReceived') =>
          sides.reduce((sum, side) => sum + side[key], 0);
        expect(total('given')).toBe(total('received'));
        expect(total('hurtGiven')).toBe(total('hurtReceived'));
        for (const { side, given, hurtGiven } of sides) {
          const own = deeds.filter((deed) => deed.side === side);
          expect(own.reduce((sum, deed) => sum + deed.abroad.gained, 0)).toBe(given);
          expect(own.reduce((sum, deed) => sum + deed.abroad.lost, 0)).toBe(hurtGiven);
        }
      }),
      RUNS,
    );
  });

  it('[S11] finds for every effect whose doing it was, or that it was nobody’s', () => {
    fc.assert(
      fc.property(stories, ({ table, story }) => {
        const recorded = table.events
          .flatMap(({ event }) => event.parts)
          .filter(({ fact }) => fact.type === 'effect');
        expect(story.effects).toHaveLength(recorded.length);
        for (const { origin } of story.effects)
          expect(origin.kind === 'event' || origin.kind === 'channel').toBe(origin.side === null);
      }),
      RUNS,
    );
  });

  it('[S11, S18] tells for every move what it gave abroad and what was paid for it at home', () => {
    const table = bargainingTable({ luck: 0.99 });
    make(table, 'mara', 'quiet-order');
    toLastRound(table);
    const { deeds, sides } = readHelp(storyOf(table));
    expect(deeds.find((deed) => deed.kind === 'move')).toMatchObject({
      move: 'quiet-order',
      home: { gained: 0, lost: 0 },
      abroad: { gained: 2, lost: 0 },
    });
    // The order goes on to work: each round it costs the farmers a point, and when it was kept it pays again.
    expect(deeds.find((deed) => deed.kind === 'order')).toMatchObject({
      move: 'quiet-order',
      home: { gained: 0, lost: -2 },
      abroad: { gained: 2, lost: 0 },
    });
    expect(sides).toEqual([
      { side: 'north', given: 4, hurtGiven: 0, received: 0, hurtReceived: 0, price: -2 },
      { side: 'south', given: 0, hurtGiven: 0, received: 4, hurtReceived: 0, price: 0 },
    ]);
  });

  it('[S13] holds what was meant against what came of it', () => {
    const table = bargainingTable({ luck: 0 });
    make(table, 'mara', 'pressure');
    make(table, 'nils', 'victory-line');
    make(table, 'sela', 'hard-paper', { secrets: { manner: 'meant' } });
    make(table, 'mara', 'match');
    table.clock();
    const signs = readHelp(storyOf(table))
      .deeds.filter((deed) => deed.kind === 'move')
      .map(({ move, intended, actual, againstIntention }) => [move, intended, actual, againstIntention]);
    expect(signs).toEqual([
      ['pressure', 'help', 'hurt', true],
      ['victory-line', 'neither', 'hurt', true],
      ['hard-paper', 'neither', 'neither', false],
      ['match', 'hurt', 'hurt', false],
    ]);
  });

  it('[D13] counts what was invited among what could have been', () => {
    const table = bargainingTable({ luck: 0.99 });
    make(table, 'sela', 'ask-pressure');
    make(table, 'mara', 'pressure');
    make(table, 'mara', 'pressure');
    make(table, 'mara', 'quiet-order');
    const { invitable, deeds } = readHelp(storyOf(table));
    expect(invitable).toEqual({ made: 2, invited: 1 });
    expect(deeds.filter((deed) => deed.kind === 'move').map((deed) => deed.invited)).toEqual([
      null,
      true,
      false,
      null,
    ]);
  });

  it('[S18] names the causes without which the vote would have gone another way', () => {
    const table = bargainingTable({ luck: 0.99, ballot: 'model' });
    make(table, 'mara', 'quiet-order');
    make(table, 'sela', 'ask-pressure');
    make(table, 'mara', 'pressure');
    toTheVote(table);
    expect(table.desk().outcome?.outcome).toBe('ratified');
    const { turning } = readHelp(storyOf(table));
    expect(turning.length).toBeGreaterThan(0);
    expect(turning.every((one) => one.sides.every(({ side, passes }) => side === 'south' && passes))).toBe(
      true,
    );
    expect(turning.map((one) => one.headline)).toContain('The north keeps quiet');
  });
});
