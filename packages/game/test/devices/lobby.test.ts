import { describe, expect, it } from 'vitest';
import { bargainingTable, refusalOf } from '../table';
import { act, audienceOfLast, changes, factsOf } from './scenes';

const talk = { type: 'lobby', faction: 'old-guard', wants: 'for' } as const;

describe('lobbying', () => {
  it('moves a faction of one’s own side only when that one says that it is swayed, and fades after the next round', () => {
    const table = bargainingTable({ luck: 0.99 });
    expect(changes(table, () => act(table, 'fishers', talk))).toEqual({});
    const lobby = factsOf(table, 'lobbied')[0]?.id ?? '';
    const { lobby: points } = table.game.scenario.politics;
    const swayed = changes(table, () =>
      act(table, 'old-guard', { type: 'answer-lobby', lobby, swayed: true }),
    );
    expect(swayed).toEqual({ 'old-guard': points });
    expect(changes(table, () => table.clock())['old-guard']).toBeUndefined();
    expect(changes(table, () => table.clock())['old-guard']).toBe(-points);
  });

  it('can be refused, and then leaves no trace but the answer', () => {
    const table = bargainingTable();
    act(table, 'fishers', talk);
    const lobby = factsOf(table, 'lobbied')[0]?.id ?? '';
    const unmoved = changes(table, () =>
      act(table, 'old-guard', { type: 'answer-lobby', lobby, swayed: false }),
    );
    expect(unmoved).toEqual({});
    expect(refusalOf(table.seat('old-guard', { type: 'answer-lobby', lobby, swayed: true }))).toBe('used-up');
  });

  it('is between the two of them, costs capital, and is tried once', () => {
    const table = bargainingTable();
    const purse = table.view('fishers').capital.fishers ?? 0;
    act(table, 'fishers', talk);
    expect(audienceOfLast(table, 'lobbied')).toEqual(['fishers', 'old-guard']);
    expect(table.view('fishers').capital.fishers).toBe(purse - 1);
    expect(refusalOf(table.seat('fishers', talk))).toBe('used-up');
  });

  it('does not reach across the table', () => {
    const table = bargainingTable();
    expect(refusalOf(table.seat('farmers', talk))).toBe('unknown-role');
    expect(refusalOf(table.seat('sela', talk))).toBe('not-entitled');
  });
});
