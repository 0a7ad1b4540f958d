import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableSettings } from '../../src';
import { isAcross } from '../../src/readings/votes';
import { grant, wishes } from '../random-play';
import { anyLuck, storyOf, toTheVote } from '../readings/played';
import { bargainingTable, RIVER, type TestTable } from '../table';
import { act, changes, factsOf, make } from './scenes';

/** A table without reach across it, or with. */
function homeAlone(luck = 0.99, crossTable = false): TestTable {
  const settings = tableSettings(RIVER.scenario, { ballot: 'model', crossTable });
  return bargainingTable({ luck, settings });
}

describe('a table without reach across it', () => {
  it('[S20] says so in its settings', () => {
    expect(factsOf(homeAlone(), 'table-opened')[0]?.settings.crossTable).toBe(false);
    expect(factsOf(bargainingTable(), 'table-opened')[0]?.settings.crossTable).not.toBe(false);
  });

  it('[S20] does not record what the moves of one side would do to the factions of the other', () => {
    const table = homeAlone();
    make(table, 'sela', 'ask-pressure');
    expect(changes(table, () => make(table, 'mara', 'pressure'))).toEqual({});
    expect(changes(table, () => make(table, 'mara', 'sharing-line'))).toEqual({ 'border-guard': -1 });
    expect(changes(table, () => make(table, 'mara', 'quiet-order'))).toEqual({});
  });

  it('[S20] leaves everything that a side does at home', () => {
    const table = homeAlone();
    expect(changes(table, () => make(table, 'mara', 'victory-line'))).toEqual({ farmers: 2 });
    expect(changes(table, () => make(table, 'fishers', 'lobby'))).toEqual({ 'old-guard': 2 });
  });

  it('[S20] has no reach by promises, orders, drafts of speeches or contradictions either', () => {
    const table = homeAlone(0);
    const promises = [{ side: 'north', kind: 'do' as const, what: 'pressure', until: 2 }];
    act(table, 'sela', { type: 'offer-plan', to: 'mara', promises });
    act(table, 'mara', {
      type: 'answer-plan',
      plan: factsOf(table, 'plan-offered')[0]?.id ?? '',
      accept: true,
    });
    expect(changes(table, () => make(table, 'mara', 'pressure'))).toEqual({});
    make(table, 'mara', 'sharing-line');
    make(table, 'nils', 'victory-line');
    table.clock();
    expect(factsOf(table, 'contradiction').length).toBeGreaterThan(0);
    expect(storyOf(table).effects.filter(isAcross)).toEqual([]);
  });

  it('[S20] has, whatever is played, no effect of what one side did on the other', () => {
    fc.assert(
      fc.property(anyLuck, wishes, (luck, list) => {
        const table = homeAlone(luck);
        for (const one of list) grant(table, one);
        expect(storyOf(table).effects.filter(isAcross)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('[S20] refuses the historic terms that pass where each side helps the other', () => {
    const outcomes = [true, false].map((crossTable) => {
      const table = homeAlone(0.99, crossTable);
      make(table, 'sela', 'ask-pressure');
      make(table, 'mara', 'pressure');
      make(table, 'mara', 'sharing-line');
      make(table, 'mara', 'help-speech', { picked: ['gave-away', 'sold-out'] });
      toTheVote(table);
      return table.desk().results.at(-1)?.passed;
    });
    expect(outcomes).toEqual([true, false]);
  });
});
