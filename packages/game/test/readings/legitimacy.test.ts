import { describe, expect, it } from 'vitest';
import { readLegitimacy } from '../../src/readings/legitimacy';
import { act, granted, make } from '../devices/scenes';
import { bargainingTable } from '../table';
import { storyOf } from './played';

describe('legitimacy', () => {
  it('[S19, H11] puts first what the fewest would defend, and last what nobody has judged', () => {
    const table = bargainingTable({ luck: 0 });
    const order = make(table, 'mara', 'quiet-order');
    const boast = make(table, 'nils', 'victory-line');
    make(table, 'mara', 'pressure');
    table.clock();
    act(table, 'mara', { type: 'walk-away' });
    granted(table.host({ type: 'skip' }));
    granted(table.host({ type: 'open-debrief' }));
    for (const role of ['farmers', 'sela', 'wire']) {
      act(table, role, { type: 'judge', happening: order, defend: true });
      act(table, role, { type: 'judge', happening: boast, defend: role === 'farmers' });
    }
    const read = readLegitimacy(storyOf(table)).map(({ move, yes, no, share, exposed }) => ({
      move,
      yes,
      no,
      share,
      exposed,
    }));
    expect(read).toEqual([
      { move: 'victory-line', yes: 1, no: 2, share: 1 / 3, exposed: true },
      { move: 'quiet-order', yes: 3, no: 0, share: 1, exposed: false },
      { move: 'pressure', yes: 0, no: 0, share: null, exposed: false },
    ]);
  });
});
