import { fileURLToPath } from 'node:url';
import { smallScenario } from '@btt/scenario/test-support';
import { listScenarios, loadScenario } from '@btt/scenario/load';
import { describe, expect, it } from 'vitest';
import { checkBalance } from '../src';

const library = await listScenarios(fileURLToPath(new URL('../../../scenarios', import.meta.url)));

describe.each(library)('$slug', ({ folder }) => {
  it('comes out as its author says', async () => {
    const loaded = await loadScenario(folder);
    if (!loaded.ok) throw new Error(loaded.problems.map((one) => one.message).join('\n'));
    expect(loaded.scenario.balance.length).toBeGreaterThan(0);
    expect(checkBalance(loaded.scenario).filter((row) => !row.holds)).toEqual([]);
  });
});

describe('a row of the balance', () => {
  const small = smallScenario();
  const deal = small.historic?.deal ?? {};
  const row = { name: 'history', deal, moves: [], bad: [], uninvited: [], events: [], joint: null };

  it('fails where a side decides otherwise, and says how', () => {
    const expectation = { side: 'south', passes: true, yes: null, no: null };
    const [found] = checkBalance({ ...small, balance: [{ ...row, expect: [expectation] }] });
    expect(found).toMatchObject({ holds: false });
    expect(found?.sentence).toMatch(/^history: south refuses \d+ to \d+, expected: ratifies any to any$/);
  });

  it('counts a move as invited, unless the row says that nobody asked for it', () => {
    const south = { side: 'south', passes: true, yes: null, no: -1 };
    const voteOf = (uninvited: readonly string[]) => {
      const [found] = checkBalance({
        ...small,
        balance: [{ ...row, moves: ['quiet-order', 'pressure'], uninvited, expect: [south] }],
      });
      return found?.sentence ?? '';
    };
    expect(voteOf([])).toContain('south ratifies 65 to 0');
    expect(voteOf(['pressure'])).toContain('south refuses');
  });

  it('counts what an event has done for good, where the row says that it has happened', () => {
    const countWith = (events: readonly string[]) => {
      const north = { side: 'north', passes: true, yes: -1, no: null };
      const [found] = checkBalance({ ...small, balance: [{ ...row, events, expect: [north] }] });
      return found?.sentence ?? '';
    };
    expect(countWith([])).toContain('north ratifies 75 to 25');
    expect(countWith(['quick-deal'])).toContain('north refuses 35 to 25');
  });

  it('fails where a weight or the size of the joint win-set is another', () => {
    const north = { side: 'north', passes: true, yes: 75, no: null };
    const sound = { ...row, expect: [north] };
    const other = { ...row, expect: [{ ...north, yes: 76 }] };
    const sized = { ...sound, joint: 1_000_000 };
    const found = checkBalance({ ...small, balance: [sound, other, sized] });
    expect(found.map((one) => one.holds)).toEqual([true, false, false]);
  });
});
