import { describe, expect, it } from 'vitest';
import { bargainingTable, refusalOf, type TestTable } from '../table';
import { act, audienceOfLast, changes, factsOf } from './scenes';

const card = { type: 'confide', about: 'generals', to: 'nora' } as const;

function confided(luck: number): TestTable {
  const table = bargainingTable({ luck });
  act(table, 'sofia', card);
  return table;
}

describe('confiding a card of one’s own faction', () => {
  it('[U3] is proof: what the other side reads is true', () => {
    const table = confided(0.99);
    expect(table.view('nora').politics.cards).toMatchObject([
      { by: 'sofia', about: 'generals', support: -3, yes: 1, redLines: ['A dam is a weapon.'] },
    ]);
  });

  it('[U3] is known to the two of them alone', () => {
    const table = confided(0.99);
    expect(audienceOfLast(table, 'confided')).toEqual(['sofia', 'nora']);
    for (const role of ['mara', 'sela', 'generals', 'wire'])
      expect(table.view(role).politics.cards).toEqual([]);
  });

  it('[U3] may come out at the next round, and then the faction knows who told whom, and is angry', () => {
    const table = confided(0);
    expect(factsOf(table, 'draw-pending').at(-1)).toMatchObject({
      draw: 'confidence-generals',
      odds: '1/10',
    });
    const { points } = table.game.scenario.politics.confidence;
    expect(changes(table, () => table.clock()).generals).toBe(points);
    expect(table.view('generals').politics.cards).toMatchObject([{ by: 'sofia', to: 'nora' }]);
  });

  it('[U3] is forgiven if it does not come out', () => {
    const table = confided(0.99);
    expect(changes(table, () => table.clock()).generals).toBeUndefined();
    expect(factsOf(table, 'drawn').some((draw) => draw.draw === 'confidence-generals' && !draw.hit)).toBe(
      true,
    );
    expect(table.view('generals').politics.cards).toEqual([]);
  });

  it('[U3] needs a line to somebody across the table, an own faction, and a new round for the same card', () => {
    const table = bargainingTable();
    expect(refusalOf(table.seat('sela', card))).toBe('no-channel');
    expect(refusalOf(table.seat('sofia', { ...card, about: 'farmers' }))).toBe('unknown-role');
    expect(refusalOf(table.seat('generals', card))).toBe('not-entitled');
    act(table, 'sofia', card);
    expect(refusalOf(table.seat('sofia', card))).toBe('used-up');
    table.clock();
    expect(refusalOf(table.seat('sofia', card))).toBeNull();
  });
});
