import { describe, expect, it } from 'vitest';
import { bargainingTable, refusalOf } from '../table';
import { changes, factsOf, make } from './scenes';

describe('an order not to triumph', () => {
  it('[D16] helps abroad while it is kept and costs at home each round', () => {
    const table = bargainingTable({ luck: 0.99 });
    expect(changes(table, () => make(table, 'mara', 'quiet-order'))).toEqual({ generals: 1, 'old-guard': 1 });
    const order = factsOf(table, 'bound').at(-1);
    table.clock();
    const upkeep = table.desk().effects.filter((one) => table.desk().behind[one.id]?.cause === order?.id);
    expect(upkeep.map((one) => [one.faction, one.points])).toEqual([['farmers', -1]]);
  });

  it('[D16] pays again when it has been kept to its end', () => {
    const table = bargainingTable({ luck: 0.99 });
    make(table, 'mara', 'quiet-order');
    table.clock();
    table.clock();
    expect(factsOf(table, 'released').at(-1)).toMatchObject({ obligation: 'quiet', how: 'kept' });
  });

  it('[D16, H8] ends with the first boast of anybody who is bound, and leaves the others angrier than before', () => {
    const table = bargainingTable({ luck: 0.99 });
    make(table, 'mara', 'quiet-order');
    const boast = changes(table, () => make(table, 'nils', 'victory-line'));
    // What stood is gone (−1), and the breach costs two more.
    expect(boast).toEqual({ farmers: 2, generals: -3, 'old-guard': -3 });
    expect(factsOf(table, 'released').at(-1)).toMatchObject({ how: 'broken' });
    table.clock();
    table.clock();
    expect(table.desk().obligations.quiet?.state).toBe('broken');
  });

  it('[H8] without an order a boast costs nothing at once: it waits for its echo', () => {
    const table = bargainingTable({ luck: 0.99 });
    expect(changes(table, () => make(table, 'nils', 'victory-line'))).toEqual({ farmers: 2 });
  });

  it('[D16] is known to those who are bound and to those whom it is to calm', () => {
    const table = bargainingTable();
    make(table, 'mara', 'quiet-order');
    for (const role of ['nils', 'farmers', 'sela'])
      expect(table.view(role).obligations.quiet?.state).toBe('standing');
    expect(table.view('wire').obligations).toEqual({});
    expect(refusalOf(table.seat('nils', { type: 'move', move: 'quiet-order' }))).toBe('used-up');
  });
});
