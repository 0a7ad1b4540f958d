import { describe, expect, it } from 'vitest';
import { bargainingTable, refusalOf, toLastRound } from '../table';
import { act, audienceOfLast, changes, factsOf, make } from './scenes';

const quotas = { type: 'propose', terms: { water: 'quotas' } } as const;

describe('a frozen position', () => {
  it('[D21] binds a side until a date, and is told to those alone who are bound', () => {
    const table = bargainingTable();
    expect(factsOf(table, 'bound')[0]).toMatchObject({
      obligation: 'hold-out',
      side: 'south',
      lasts: { kind: 'trigger', trigger: 'assembly' },
    });
    expect(audienceOfLast(table, 'bound')).toEqual(['sela', 'simon']);
    expect(table.view('mara').obligations).toEqual({});
  });

  it('[D21] refuses what the side may not accept, by whoever of it wishes that', () => {
    const table = bargainingTable();
    expect(refusalOf(table.seat('simon', quotas))).toBe('frozen');
    act(table, 'mara', quotas);
    expect(refusalOf(table.seat('sela', { type: 'answer-clause', issue: 'water', answer: 'accept' }))).toBe(
      'frozen',
    );
    expect(refusalOf(table.seat('sela', { type: 'propose', terms: { water: 'free' } }))).toBeNull();
  });

  it('[D21] costs when it is pressed: the hard men abroad stiffen, and whoever pressed does not learn why', () => {
    const table = bargainingTable();
    expect(changes(table, () => act(table, 'mara', quotas))).toEqual({ 'old-guard': -1 });
    expect(table.view('old-guard').effects.at(-1)?.cause).toBeNull();
    expect(table.view('mara').effects).toEqual([]);
  });

  it('[D21] costs nothing where the other side asks for what may be accepted', () => {
    const table = bargainingTable();
    expect(changes(table, () => act(table, 'mara', { type: 'propose', terms: { water: 'free' } }))).toEqual(
      {},
    );
  });

  it('[D21] is over when its date has come, and then the same words are only a proposal', () => {
    const table = bargainingTable({ luck: 0.99 });
    make(table, 'mara', 'quiet-order');
    toLastRound(table);
    expect(factsOf(table, 'released').find((one) => one.obligation === 'hold-out')?.how).toBe('kept');
    expect(changes(table, () => act(table, 'mara', quotas))).toEqual({});
    expect(refusalOf(table.seat('sela', quotas))).toBeNull();
  });
});
