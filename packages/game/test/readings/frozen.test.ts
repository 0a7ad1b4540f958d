import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFrozen } from '../../src/readings/frozen';
import { act, make } from '../devices/scenes';
import { agree, bargainingTable } from '../table';
import { stories, storyOf } from './played';

describe('what was wasted', () => {
  it('[D21] counts proposals put before a side that could not accept them, and what pressing cost', () => {
    const table = bargainingTable({ luck: 0.99 });
    act(table, 'mara', { type: 'propose', terms: { water: 'quotas', dam: 'delayed' } });
    act(table, 'mara', { type: 'propose', terms: { water: 'upstream' } });
    act(table, 'mara', { type: 'propose', terms: { water: 'free' } });
    const { presses, wasted } = readFrozen(storyOf(table));
    expect(
      presses.map(({ obligation, by, side, option, points }) => [obligation, by, side, option, points]),
    ).toEqual([
      ['hold-out', 'north', 'south', 'quotas', -1],
      ['hold-out', 'north', 'south', 'upstream', -1],
    ]);
    expect(wasted).toEqual([
      { side: 'north', proposals: 2, points: -2 },
      { side: 'south', proposals: 0, points: 0 },
    ]);
  });

  it('[H4] lists pressure that nobody had asked for', () => {
    const table = bargainingTable({ luck: 0.99 });
    make(table, 'mara', 'pressure');
    make(table, 'sela', 'ask-pressure');
    make(table, 'mara', 'pressure');
    expect(readFrozen(storyOf(table)).uninvited).toMatchObject([
      { move: 'pressure', side: 'north', points: -3 },
    ]);
  });

  it('[H5] lists the suspicion that a quick deal has met', () => {
    const table = bargainingTable({ luck: 0.99 });
    agree(table, { water: 'free', dam: 'delayed', fund: 'small' });
    act(table, 'mara', { type: 'initial' });
    act(table, 'sela', { type: 'initial' });
    expect(readFrozen(storyOf(table)).suspicion).toEqual([
      { trigger: 'quick-deal', headline: 'So soon?', round: 1, points: -2 },
    ]);
  });

  it('[D21] ascribes to pressing, in any record, exactly what was felt of it', () => {
    fc.assert(
      fc.property(stories, ({ story }) => {
        const felt = story.effects
          .filter((effect) => effect.origin.kind === 'pressing')
          .reduce((sum, effect) => sum + effect.points, 0);
        expect(readFrozen(story).wasted.reduce((sum, side) => sum + side.points, 0)).toBe(felt);
      }),
      { numRuns: 60 },
    );
  });
});
