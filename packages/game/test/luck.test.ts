import { describe, expect, it } from 'vitest';
import { tableSettings } from '../src';
import { bargainingTable, openTable, RIVER, type TestTable } from './table';

const HOSTS = tableSettings(RIVER.scenario, { luck: 'host' });

/** Up to the assembly, where chance decides whether Sela falls: a scenario's chance of the moment. */
function atTheAssembly(hostsLuck: boolean): TestTable {
  const table = openTable({ luck: 1, ...(hostsLuck ? { settings: HOSTS } : {}) });
  table.host({ type: 'start' });
  for (let step = 0; step < 3; step++) table.host({ type: 'skip' });
  return table;
}

const pending = (table: TestTable) => table.desk().draws.filter((draw) => draw.hit === null);

describe('a chance of the moment', () => {
  it('falls at once', () => {
    const table = atTheAssembly(false);
    expect(pending(table)).toEqual([]);
    expect(table.desk().draws.map(({ draw, hit }) => [draw, hit])).toContainEqual(['fall', false]);
  });

  it('waits for the host where the host has asked for it, and does what the host says', () => {
    const table = atTheAssembly(true);
    const [fall] = pending(table);
    expect([fall?.draw, table.desk().outcome]).toEqual(['fall', null]);
    table.host({ type: 'overrule-draw', draw: fall?.id ?? '', hit: true });
    expect(table.desk().outcome?.sentence).toBe('Sela falls.');
  });

  it('falls by itself when the round is over', () => {
    const table = bargainingTable({ luck: 1, settings: HOSTS });
    table.seat('mara', { type: 'move', move: 'victory-line' });
    const waiting = pending(table).length;
    table.clock();
    expect([waiting, pending(table).length]).toEqual([1, 0]);
  });
});
