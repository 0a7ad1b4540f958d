import { describe, expect, it } from 'vitest';
import { bargainingTable } from '../table';
import { act, changes, factsOf, granted, make } from './scenes';

describe('a line for domestic consumption', () => {
  it('[H1, H2] gains at home now and is unheard abroad for the moment', () => {
    const table = bargainingTable({ luck: 0 });
    let line = '';
    expect(changes(table, () => (line = make(table, 'mara', 'victory-line')))).toEqual({ farmers: 2 });
    expect(table.view('old-guard').moves.some((made) => made.id === line)).toBe(false);
    expect(factsOf(table, 'draw-pending').at(-1)).toMatchObject({
      draw: 'echo',
      odds: '1/2',
      cause: line,
      round: 2,
    });
  });

  it('[H1, H2] may be heard abroad at the next round, and loses more there than it was worth', () => {
    const table = bargainingTable({ luck: 0 });
    const line = make(table, 'mara', 'victory-line');
    const heard = changes(table, () => table.clock());
    expect(heard['old-guard']).toBe(-1);
    expect(heard.farmers).toBeLessThan(0);
    expect(factsOf(table, 'disclosed').at(-1)?.text).toBe('Heard in the south.');
    expect(table.view('old-guard').moves.some((made) => made.id === line)).toBe(true);
  });

  it('[H2] stays at home when chance will have it so', () => {
    const table = bargainingTable({ luck: 0.99 });
    make(table, 'mara', 'victory-line');
    expect(changes(table, () => table.clock())['old-guard']).toBeUndefined();
    expect(factsOf(table, 'disclosed')).toEqual([]);
  });

  it('[H2] can be let out, or held back, by the host, and the record says so', () => {
    for (const hit of [true, false]) {
      const table = bargainingTable({ luck: hit ? 0.99 : 0 });
      make(table, 'mara', 'victory-line');
      const draw = factsOf(table, 'draw-pending').at(-1)?.id ?? '';
      granted(table.host({ type: 'overrule-draw', draw, hit }));
      expect(factsOf(table, 'drawn').at(-1)).toMatchObject({ hit, by: 'host', odds: '1/2' });
      table.clock();
      expect(factsOf(table, 'drawn').filter((one) => one.id === draw)).toHaveLength(1);
    }
  });

  it('[H2] is settled before the vote also when it was said in the last hour', () => {
    const table = bargainingTable({ luck: 0 });
    table.seat('mara', { type: 'propose', terms: { water: 'free', dam: 'delayed', fund: 'small' } });
    table.seat('sela', { type: 'propose', terms: { water: 'free', dam: 'delayed', fund: 'small' } });
    make(table, 'mara', 'victory-line');
    act(table, 'mara', { type: 'initial' });
    act(table, 'sela', { type: 'initial' });
    expect(factsOf(table, 'drawn').at(-1)).toMatchObject({ draw: 'echo', hit: true });
    expect(table.desk().phase).toBe('ratification');
  });
});
