import { describe, expect, it } from 'vitest';
import { bargainingTable, refusalOf, type TestTable } from '../table';
import { changes, factsOf, make } from './scenes';

/** Sela reads the hard paper, meant or performed; nobody but she knows which. */
function read(manner: 'meant' | 'performed'): TestTable {
  const table = bargainingTable({ luck: 0.99 });
  make(table, 'sela', 'hard-paper', { secrets: { manner } });
  return table;
}

describe('a hard statement', () => {
  it('[U8, D20] is meant or performed, and only its reader knows which', () => {
    const table = read('performed');
    const paper = table.desk().moves.at(-1)?.id ?? '';
    expect(table.view('sela').secrets[paper]?.manner?.value).toBe('performed');
    for (const role of ['simon', 'mara', 'nora', 'generals']) expect(table.view(role).secrets).toEqual({});
  });

  it('[D20] that was performed is best answered by standing firm and calm', () => {
    const table = read('performed');
    expect(changes(table, () => make(table, 'mara', 'stand-firm'))).toEqual({ farmers: -1, 'old-guard': 1 });
  });

  it('[D20] that was meant gains nothing by restraint, which still costs at home', () => {
    const table = read('meant');
    expect(changes(table, () => make(table, 'mara', 'stand-firm'))).toEqual({ farmers: -1 });
  });

  it('[H6] that is answered in kind hurts those who meant well, and breaks an order not to boast', () => {
    const table = read('performed');
    make(table, 'mara', 'quiet-order');
    const changed = changes(table, () => make(table, 'nils', 'match'));
    expect(changed).toMatchObject({ farmers: 1, generals: -4, 'old-guard': -5 });
    expect(factsOf(table, 'released').at(-1)).toMatchObject({ obligation: 'quiet', how: 'broken' });
  });

  it('[U8] whose manner was asked for through the channel is answered in the knowledge of it, and the question is no answer', () => {
    const table = read('performed');
    const paper = table.desk().moves.at(-1)?.id ?? '';
    expect(changes(table, () => make(table, 'mara', 'ask-quietly'))).toEqual({});
    for (const role of ['mara', 'nils', 'nora'])
      expect(table.view(role).secrets[paper]?.manner?.value).toBe('performed');
    expect(table.view('farmers').secrets).toEqual({});
    expect(refusalOf(table.seat('mara', { type: 'move', move: 'stand-firm' }))).toBeNull();
  });

  it('[D20] is answered once by each side', () => {
    const table = read('meant');
    make(table, 'mara', 'stand-firm');
    expect(refusalOf(table.seat('nils', { type: 'move', move: 'match' }))).toBe('nothing-to-answer');
  });
});
