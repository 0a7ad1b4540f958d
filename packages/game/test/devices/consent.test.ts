import { describe, expect, it } from 'vitest';
import { bargainingTable, refusalOf } from '../table';
import { act, audienceOfLast, make } from './scenes';

const gift = { type: 'move', move: 'water-gift' } as const;

describe('settling one’s own side first', () => {
  it('[D23] a move that needs consent is refused until enough of those asked have agreed', () => {
    const table = bargainingTable();
    expect(refusalOf(table.seat('mara', gift))).toBe('no-consent');
    act(table, 'mara', { type: 'ask-consent', move: 'water-gift' });
    expect(refusalOf(table.seat('mara', gift))).toBe('no-consent');
    act(table, 'farmers', { type: 'give-consent', move: 'water-gift', yes: false });
    expect(refusalOf(table.seat('mara', gift))).toBe('no-consent');
    act(table, 'engineers', { type: 'give-consent', move: 'water-gift', yes: true });
    expect(refusalOf(table.seat('mara', gift))).toBeNull();
  });

  it('[D23] is asked of, and answered before, those concerned, and nobody across the table hears of it', () => {
    const table = bargainingTable();
    act(table, 'mara', { type: 'ask-consent', move: 'water-gift' });
    expect(audienceOfLast(table, 'consent-asked')).toEqual(['mara', 'farmers', 'engineers']);
    act(table, 'farmers', { type: 'give-consent', move: 'water-gift', yes: true });
    expect(audienceOfLast(table, 'consent-given')).toEqual(['mara', 'farmers', 'engineers']);
    expect(table.view('sela').politics.consents).toEqual({});
  });

  it('[D23] consent can be withdrawn while the move has not been made, and asked for again after a no', () => {
    const table = bargainingTable();
    act(table, 'mara', { type: 'ask-consent', move: 'water-gift' });
    expect(refusalOf(table.seat('mara', { type: 'ask-consent', move: 'water-gift' }))).toBe('nothing-to-do');
    act(table, 'farmers', { type: 'give-consent', move: 'water-gift', yes: true });
    act(table, 'farmers', { type: 'give-consent', move: 'water-gift', yes: false });
    expect(refusalOf(table.seat('mara', gift))).toBe('no-consent');
    act(table, 'mara', { type: 'ask-consent', move: 'water-gift' });
    expect(table.view('mara').politics.consents['water-gift']?.given).toEqual({});
  });

  it('[D23] an empty seat holds nobody up', () => {
    const table = bargainingTable({ empty: ['farmers', 'engineers'] });
    expect(make(table, 'mara', 'water-gift')).not.toBe('');
  });

  it('[D23] is asked by those who may make the move, and given by those who were asked', () => {
    const table = bargainingTable();
    expect(refusalOf(table.seat('nils', { type: 'ask-consent', move: 'water-gift' }))).toBe('unknown-move');
    expect(refusalOf(table.seat('mara', { type: 'ask-consent', move: 'quiet-order' }))).toBe('unknown-move');
    act(table, 'mara', { type: 'ask-consent', move: 'water-gift' });
    expect(
      refusalOf(table.seat('border-guard', { type: 'give-consent', move: 'water-gift', yes: true })),
    ).toBe('unknown-happening');
  });
});
