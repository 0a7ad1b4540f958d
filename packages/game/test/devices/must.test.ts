import { describe, expect, it } from 'vitest';
import { bargainingTable } from '../table';
import { act, audienceOfLast, changes, factsOf, make } from './scenes';

describe('a private word with a date', () => {
  it('[D10] binds those who gave it, and is known to the two teams alone', () => {
    const table = bargainingTable();
    make(table, 'sela', 'word-on-the-border');
    expect(factsOf(table, 'bound').at(-1)).toMatchObject({
      obligation: 'border-word',
      side: 'south',
      ban: { kind: 'must', moves: ['open-border'] },
    });
    const told = audienceOfLast(table, 'bound');
    expect(told).toEqual(expect.arrayContaining(['sela', 'mara']));
    expect(told).not.toContain('generals');
  });

  it('[D10] is kept by doing in time what was promised, by anybody who is bound', () => {
    const table = bargainingTable({ luck: 0.99 });
    make(table, 'sela', 'word-on-the-border');
    table.clock();
    const changed = changes(table, () => make(table, 'simon', 'open-border'));
    expect(factsOf(table, 'released').at(-1)).toMatchObject({ obligation: 'border-word', how: 'kept' });
    // Two for the open border and one for the kept word.
    expect(changed['border-guard']).toBe(3);
  });

  it('[D10] is broken when the date comes and nothing was done', () => {
    const table = bargainingTable({ luck: 0.99 });
    make(table, 'sela', 'word-on-the-border');
    table.clock();
    const changed = changes(table, () => table.clock());
    expect(table.desk().obligations['border-word']?.state).toBe('broken');
    expect(changed['border-guard']).toBe(-2);
  });

  it('[D10] does no more when what was promised is done too late', () => {
    const table = bargainingTable({ luck: 0.99 });
    make(table, 'sela', 'word-on-the-border');
    table.clock();
    table.clock();
    expect(changes(table, () => make(table, 'sela', 'open-border'))['border-guard']).toBe(2);
    expect(table.desk().obligations['border-word']?.state).toBe('broken');
  });

  it('[D10] is broken, too, by leaving the table', () => {
    const table = bargainingTable({ luck: 0.99 });
    make(table, 'sela', 'word-on-the-border');
    act(table, 'sela', { type: 'walk-away' });
    expect(table.desk().outcome?.outcome).toBe('no-agreement');
  });
});
