import { describe, expect, it } from 'vitest';
import { readProvocations } from '../../src/readings/provocations';
import { make } from '../devices/scenes';
import { bargainingTable } from '../table';
import { storyOf } from './played';

/** The hard paper, meant or performed, and what Mara did about it. */
function answered(manner: 'meant' | 'performed', moves: readonly string[]) {
  const table = bargainingTable({ luck: 0.99 });
  make(table, 'sela', 'hard-paper', { secrets: { manner } });
  for (const move of moves) make(table, 'mara', move);
  const [provocation] = readProvocations(storyOf(table));
  if (!provocation) throw new Error('The paper was read.');
  return provocation;
}

describe('a provocation', () => {
  it('[U8, D20] is shown with what was hidden behind it, and with every answer', () => {
    const read = answered('performed', ['ask-quietly', 'stand-firm']);
    expect(read).toMatchObject({
      headline: 'The south tables a hard paper',
      side: 'south',
      secrets: [{ key: 'manner', value: 'performed', label: 'Performed for the generals' }],
      unanswered: [],
    });
    expect(read.answers).toMatchObject([
      { inquiry: true, right: null, knew: false },
      { inquiry: false, right: true, knew: true, abroad: 1, home: -1 },
    ]);
  });

  it('[H6] that was performed was answered wrongly by an answer that hurt those behind it', () => {
    expect(answered('performed', ['match']).answers).toMatchObject([
      { right: false, knew: false, abroad: -3 },
    ]);
  });

  it('[D20] that was meant was answered rightly in kind, and rightly by an answer that did not reward it', () => {
    expect(answered('meant', ['match']).answers[0]?.right).toBe(true);
    expect(answered('meant', ['stand-firm']).answers[0]?.right).toBe(true);
  });

  it('[D20] that only met a question stands unanswered', () => {
    expect(answered('meant', ['ask-quietly']).unanswered).toEqual(['north']);
    expect(answered('meant', []).unanswered).toEqual(['north']);
  });
});
