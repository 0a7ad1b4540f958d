import { describe, expect, it } from 'vitest';
import { bargainingTable, refusalOf, type TestTable } from '../table';
import { act, audienceOfLast, changes, factsOf } from './scenes';

const LINE = 'nora-sofia';
const word = { type: 'say', channel: LINE, words: 'w1' } as const;
const leaks = (table: TestTable) =>
  factsOf(table, 'draw-pending').filter((one) => one.draw === `leak-of-${LINE}`);

describe('a back channel', () => {
  it('[U5] is between two named people, and nobody else can read or write there', () => {
    const table = bargainingTable();
    act(table, 'nora', word);
    expect(audienceOfLast(table, 'said')).toEqual(['nora', 'sofia']);
    expect(refusalOf(table.seat('mara', word))).toBe('unknown-channel');
  });

  it('[U5] may come out at the next round: one chance a round, however much is said', () => {
    const table = bargainingTable({ luck: 0.99 });
    act(table, 'nora', word);
    act(table, 'sofia', word);
    act(table, 'nora', word);
    expect(leaks(table)).toHaveLength(1);
    expect(leaks(table)[0]).toMatchObject({ odds: '1/4', round: 2 });
    table.clock();
    act(table, 'nora', word);
    expect(leaks(table)).toHaveLength(2);
  });

  it('[U5] that comes out does what the scenario says: everybody hears of it, and the hard men of both sides mind', () => {
    const quiet = bargainingTable({ luck: 0 });
    const calendar = changes(quiet, () => quiet.clock());
    const table = bargainingTable({ luck: 0 });
    act(table, 'nora', word);
    const out = changes(table, () => table.clock());
    expect(out['border-guard']).toBe((calendar['border-guard'] ?? 0) - 1);
    expect(out['old-guard']).toBe((calendar['old-guard'] ?? 0) - 1);
    const told = factsOf(table, 'told').map((fact) => fact.text);
    expect(told).toContain('Aides of both sides meet in secret.');
  });

  it('[U5] does not let its words out with it', () => {
    const table = bargainingTable({ luck: 0 });
    act(table, 'nora', word);
    table.clock();
    const said = table.events.flatMap(({ event }) => event.parts).filter(({ fact }) => fact.type === 'said');
    expect(said.map((part) => part.to)).toEqual([['nora', 'sofia']]);
  });

  it('[U5] that nobody uses cannot come out', () => {
    const table = bargainingTable({ luck: 0 });
    table.clock();
    expect(leaks(table)).toEqual([]);
  });
});
