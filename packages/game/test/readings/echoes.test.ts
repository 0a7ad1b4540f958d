import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEchoes } from '../../src/readings/echoes';
import { act, make } from '../devices/scenes';
import { bargainingTable } from '../table';
import { stories, storyOf } from './played';

describe('what came out', () => {
  it('[H1, H2] names each domestic line that was heard abroad, with what it brought at home and cost abroad', () => {
    const table = bargainingTable({ luck: 0 });
    const line = make(table, 'mara', 'victory-line');
    table.clock();
    expect(readEchoes(storyOf(table)).heard).toEqual([
      {
        happening: line,
        kind: 'statement',
        headline: 'Mara: the river is ours',
        side: 'north',
        role: 'mara',
        said: 1,
        heard: 2,
        how: 'chance',
        gainedAtHome: 2,
        costAbroad: -1,
      },
    ]);
  });

  it('[H2] tells of every chance its odds, its outcome, who decided it, and what came of it', () => {
    const table = bargainingTable({ luck: 0 });
    make(table, 'mara', 'victory-line');
    act(table, 'nora', { type: 'say', channel: 'nora-sofia', words: 'w1' });
    act(table, 'sofia', { type: 'confide', about: 'generals', to: 'nora' });
    table.clock();
    table.clock();
    const draws = readEchoes(storyOf(table)).draws.map(({ draw, odds, hit, kind, factions }) => ({
      draw,
      odds,
      hit,
      kind,
      factions,
    }));
    expect(draws).toEqual([
      { draw: 'echo', odds: '1/2', hit: true, kind: 'echo', factions: { 'old-guard': -1 } },
      {
        draw: 'leak-of-nora-sofia',
        odds: '1/4',
        hit: true,
        kind: 'leak',
        factions: { 'border-guard': -1, 'old-guard': -1 },
      },
      { draw: 'confidence-generals', odds: '1/10', hit: true, kind: 'leak', factions: { generals: -1 } },
      { draw: 'fall', odds: '1/3', hit: true, kind: 'other', factions: {} },
    ]);
  });

  it('[H2] leaves out numbers drawn for an estimate: nothing came out', () => {
    const table = bargainingTable({ luck: 0 });
    act(table, 'mara', { type: 'estimate', about: 'generals' });
    expect(readEchoes(storyOf(table)).draws).toEqual([]);
  });

  it('[D9] tells a leak by a faction from one by chance', () => {
    const table = bargainingTable({ luck: 0.99, empty: ['farmers'] });
    act(table, 'mara', { type: 'ask-consent', move: 'water-gift' });
    act(table, 'engineers', { type: 'give-consent', move: 'water-gift', yes: true });
    const happening = make(table, 'mara', 'water-gift');
    act(table, 'engineers', { type: 'leak', happening });
    expect(readEchoes(storyOf(table)).heard).toMatchObject([{ happening, kind: 'measure', how: 'faction' }]);
  });

  it('[H3] shows both lines of a contradiction, who had heard both, and what it cost', () => {
    const table = bargainingTable({ luck: 0.99 });
    make(table, 'mara', 'sharing-line');
    make(table, 'nils', 'victory-line');
    expect(readEchoes(storyOf(table)).contradictions).toMatchObject([
      {
        side: 'north',
        topic: 'river',
        first: { headline: 'The river belongs to all', value: 'shared', role: 'mara' },
        second: { headline: 'Mara: the river is ours', value: 'ours', role: 'nils' },
        heardBy: ['farmers', 'engineers', 'border-guard'],
        factions: { farmers: -1, engineers: -1, 'border-guard': -1 },
      },
    ]);
  });

  it('never ascribes to a draw more than was felt', () => {
    fc.assert(
      fc.property(stories, ({ story }) => {
        const { draws } = readEchoes(story);
        const felt = story.effects.filter((effect) => effect.draw !== null).length;
        expect(felt).toBeLessThanOrEqual(story.effects.length);
        for (const { id, hit, factions, kind } of draws)
          if (!hit && kind !== 'other') expect([id, factions]).toEqual([id, {}]);
      }),
      { numRuns: 60 },
    );
  });
});
