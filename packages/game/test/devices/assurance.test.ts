import { describe, expect, it } from 'vitest';
import { agree, bargainingTable, HISTORIC, refusalOf, type TestTable } from '../table';
import { act, audienceOfLast, changes, factsOf, granted } from './scenes';

/** Old guard asks Sela to rule out quotas, and she answers. */
function asked(yes: boolean): { readonly table: TestTable; readonly question: string } {
  const table = bargainingTable({ luck: 0.99 });
  act(table, 'old-guard', { type: 'ask', issue: 'dam', option: 'delayed' });
  const question = factsOf(table, 'asked')[0]?.id ?? '';
  act(table, 'sela', { type: 'assure', question, yes });
  return { table, question };
}

/** The historic terms go home. */
function bringHome(table: TestTable): void {
  table.clock();
  table.clock();
  agree(table, HISTORIC);
  act(table, 'mara', { type: 'initial' });
  act(table, 'sela', { type: 'initial' });
}

describe('a faction’s question to its negotiators', () => {
  it('is heard, and answered, inside the side alone', () => {
    const { table } = asked(true);
    expect(audienceOfLast(table, 'asked')).toEqual(['old-guard', 'sela', 'simon']);
    expect(audienceOfLast(table, 'assured')).toEqual(['old-guard', 'sela', 'simon']);
  });

  it('costs trust when what was ruled out is brought home all the same', () => {
    const { table, question } = asked(true);
    bringHome(table);
    const { assurance } = table.game.scenario.politics;
    const broken = table.desk().effects.filter((one) => table.desk().behind[one.id]?.cause === question);
    expect(broken.map((one) => [one.faction, one.points])).toEqual([['old-guard', assurance]]);
  });

  it('costs nothing when the answer was that it cannot be ruled out', () => {
    const { table, question } = asked(false);
    bringHome(table);
    expect(Object.values(table.desk().behind).some((one) => one.cause === question)).toBe(false);
  });

  it('is forgiven when the agreement returns to the table', () => {
    const { table } = asked(true);
    bringHome(table);
    granted(table.host({ type: 'skip' }));
    const { assurance } = table.game.scenario.politics;
    expect(changes(table, () => granted(table.host({ type: 'skip' })))['old-guard']).toBe(-assurance);
  });

  it('is put once for each option, and answered once', () => {
    const { table, question } = asked(true);
    expect(refusalOf(table.seat('old-guard', { type: 'ask', issue: 'dam', option: 'delayed' }))).toBe(
      'used-up',
    );
    expect(refusalOf(table.seat('sela', { type: 'assure', question, yes: false }))).toBe('used-up');
    expect(refusalOf(table.seat('mara', { type: 'assure', question, yes: false }))).toBe('unknown-happening');
  });
});
