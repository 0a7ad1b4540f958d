import { describe, expect, it } from 'vitest';
import { bargainingTable, refusalOf } from '../table';
import { act, changes, factsOf, make } from './scenes';

describe('words that inflame or mollify', () => {
  it('[D27] move factions of all sides, each in its own way', () => {
    const table = bargainingTable();
    expect(changes(table, () => make(table, 'mara', 'sharing-line'))).toEqual({
      fishers: 1,
      'border-guard': -1,
    });
  });

  it('[D27] are answered by each faction that hears them: inflamed, unmoved or reassured, by one point at most', () => {
    const answer = (reaction: 'inflamed' | 'unmoved' | 'reassured') => {
      const table = bargainingTable();
      const to = make(table, 'mara', 'sharing-line');
      return changes(table, () => act(table, 'generals', { type: 'react', to, reaction }));
    };
    expect(answer('inflamed')).toEqual({ generals: -1 });
    expect(answer('unmoved')).toEqual({});
    expect(answer('reassured')).toEqual({ generals: 1 });
  });

  it('[D27] move a faction by one answer a round, and the mood is gone with the round', () => {
    const table = bargainingTable({ luck: 0.99 });
    const first = make(table, 'mara', 'sharing-line');
    const second = make(table, 'sela', 'sharing-line');
    act(table, 'generals', { type: 'react', to: first, reaction: 'inflamed' });
    expect(
      changes(table, () => act(table, 'generals', { type: 'react', to: second, reaction: 'inflamed' })),
    ).toEqual({});
    expect(factsOf(table, 'reacted')).toHaveLength(2);
    expect(changes(table, () => table.clock()).generals).toBe(1);
  });

  it('[D27] are not answered by those who have not heard them', () => {
    const table = bargainingTable();
    const to = make(table, 'mara', 'victory-line');
    expect(refusalOf(table.seat('generals', { type: 'react', to, reaction: 'inflamed' }))).toBe(
      'unknown-happening',
    );
  });
});
