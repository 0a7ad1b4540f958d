import { describe, expect, it } from 'vitest';
import { bargainingTable, refusalOf, type TestTable } from '../table';
import { act, audienceOfLast, granted, make } from './scenes';

/** A table that made one move, walked away, and sits in its debrief. */
function afterwards(opened: boolean): { readonly table: TestTable; readonly move: string } {
  const table = bargainingTable();
  const move = make(table, 'mara', 'quiet-order');
  act(table, 'mara', { type: 'walk-away' });
  granted(table.host({ type: 'skip' }));
  if (opened) granted(table.host({ type: 'open-debrief' }));
  return { table, move };
}

describe('judging a move', () => {
  it('[S19, H11] lets each person say of each move whether it could be defended in public, and change that', () => {
    const { table, move } = afterwards(true);
    act(table, 'farmers', { type: 'judge', happening: move, defend: false });
    act(table, 'sela', { type: 'judge', happening: move, defend: true });
    expect(table.desk().politics.judgements[move]).toEqual({ 'p-farmers': false, 'p-sela': true });
    act(table, 'farmers', { type: 'judge', happening: move, defend: true });
    expect(table.desk().politics.judgements[move]?.['p-farmers']).toBe(true);
    expect(refusalOf(table.seat('farmers', { type: 'judge', happening: move, defend: true }))).toBe(
      'nothing-to-do',
    );
  });

  it('[S19] is nobody else’s business: a judgement is told to whoever gave it', () => {
    const { table, move } = afterwards(true);
    act(table, 'farmers', { type: 'judge', happening: move, defend: false });
    expect(audienceOfLast(table, 'judged')).toEqual(['farmers']);
    expect(table.view('mara').politics.judgements).toEqual({});
  });

  it('[S19] waits for the debrief, in which the whole record may be read', () => {
    const { table, move } = afterwards(false);
    const judge = { type: 'judge', happening: move, defend: true } as const;
    expect(refusalOf(table.seat('farmers', judge))).toBe('debrief-closed');
    granted(table.host({ type: 'open-debrief' }));
    expect(refusalOf(table.seat('farmers', { ...judge, happening: 'nothing' }))).toBe('unknown-happening');
    expect(refusalOf(table.seat('farmers', judge))).toBeNull();
  });
});
