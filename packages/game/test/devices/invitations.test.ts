import { beforeAll, describe, expect, it } from 'vitest';
import type { Game } from '../../src';
import { bargainingTable, refusalOf } from '../table';
import { changes, factsOf, make, shipped } from './scenes';

let flagship: Game;
beforeAll(async () => {
  flagship = await shipped('german-reunification');
});

/** The table of 1990 in its third round, with no luck for anybody's leaks. */
function inRoundThree() {
  const table = bargainingTable({ game: flagship, luck: 0.99 });
  table.clock();
  table.clock();
  return table;
}

describe('supporters who join hands across the table', () => {
  it('[S12] move people on both sides when the other side’s faction answers the invitation', () => {
    const table = inRoundThree();
    expect(changes(table, () => make(table, 'expellees', 'invite-veterans'))).toEqual({});
    const joined = changes(table, () => make(table, 'soviet-public', 'veterans-join'));
    const sides = Object.keys(joined).map((id) => flagship.index.faction(id)?.side);
    expect(new Set(sides)).toEqual(new Set(['west', 'soviet']));
    expect(Object.values(joined).every((points) => points > 0)).toBe(true);
  });

  it('[S12] do nothing of the kind when nobody had invited them', () => {
    const invited = inRoundThree();
    make(invited, 'expellees', 'invite-veterans');
    const good = changes(invited, () => make(invited, 'soviet-public', 'veterans-join'));
    const alone = inRoundThree();
    const bad = changes(alone, () => make(alone, 'soviet-public', 'veterans-join'));
    expect(bad).not.toEqual(good);
    expect(sum(bad)).toBeLessThan(sum(good));
  });
});

describe('advice across the table', () => {
  it('[U4] is an invitation: what was advised works, and works for as long as the scenario says', () => {
    const table = inRoundThree();
    make(table, 'ross', 'advise-their-letter');
    expect(changes(table, () => make(table, 'gorbachev', 'letter-to-the-senate'))).toMatchObject({
      congress: 1,
      'allied-capitals': 1,
    });
  });

  it('[U4] that nobody gave is missed: the same letter, unasked for, hurts', () => {
    const table = inRoundThree();
    expect(changes(table, () => make(table, 'gorbachev', 'letter-to-the-senate'))).toEqual({ congress: -1 });
  });

  it('[U4] reaches those whom the scenario names, and is used up by one taking', () => {
    const table = inRoundThree();
    const advice = make(table, 'tarasenko', 'ask-west-to-press');
    const knows = flagship.scenario.roles
      .map((role) => role.id)
      .filter((role) => table.view(role).moves.some((made) => made.id === advice));
    expect(knows.toSorted()).toEqual(['baker', 'bush', 'ross', 'shevardnadze', 'tarasenko']);
    expect(changes(table, () => make(table, 'baker', 'press-on-emigration'))).toMatchObject({ kgb: 1 });
    expect(changes(table, () => make(table, 'baker', 'press-on-emigration')).kgb ?? 0).toBe(0);
    expect(refusalOf(table.seat('baker', { type: 'move', move: 'press-on-emigration' }))).toBe('used-up');
    expect(factsOf(table, 'move').filter(({ made }) => made.move === 'press-on-emigration')).toHaveLength(2);
  });
});

function sum(points: Readonly<Record<string, number>>): number {
  return Object.values(points).reduce((total, one) => total + one, 0);
}
