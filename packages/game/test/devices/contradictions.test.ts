import { beforeAll, describe, expect, it } from 'vitest';
import type { Game } from '../../src';
import { bargainingTable, type TestTable } from '../table';
import { audienceOfLast, changes, factsOf, make, shipped } from './scenes';

const { home, abroad } = bargainingTable().game.scenario.politics.contradiction;

/** The north has said at the table that the river is shared, and at home that it is its own. */
function twoLines(luck: number): TestTable {
  const table = bargainingTable({ luck });
  make(table, 'mara', 'sharing-line');
  make(table, 'nils', 'victory-line');
  return table;
}

describe('acoustic separation', () => {
  it('[H3] fails with those who have heard both lines, at home at once', () => {
    const table = twoLines(0.99);
    const [found] = factsOf(table, 'contradiction');
    const [first, second] = table.desk().moves.map((made) => made.id);
    expect(found).toMatchObject({ side: 'north', topic: 'river', first, second });
    expect(audienceOfLast(table, 'contradiction')).toEqual(expect.arrayContaining(['farmers', 'engineers']));
    expect(audienceOfLast(table, 'contradiction')).not.toContain('generals');
    const cost = table.desk().effects.filter((one) => table.desk().behind[one.id]?.cause === found?.id);
    expect(cost.map((one) => [one.faction, one.points])).toEqual([
      ['farmers', home],
      ['engineers', home],
      ['border-guard', home],
    ]);
  });

  it('[H3] fails abroad when the domestic line is heard there', () => {
    const table = twoLines(0);
    table.clock();
    const last = factsOf(table, 'contradiction').at(-1);
    const cost = table.desk().effects.filter((one) => table.desk().behind[one.id]?.cause === last?.id);
    expect(cost.map((one) => [one.faction, one.points])).toEqual([
      ['generals', abroad],
      ['old-guard', abroad],
      ['fishers', abroad],
    ]);
  });

  it('[H3] is found out once by each listener and on each subject, however often it is said again', () => {
    const table = twoLines(0.99);
    table.clock();
    expect(changes(table, () => make(table, 'mara', 'victory-line'))).toEqual({ farmers: 1 });
    expect(factsOf(table, 'contradiction')).toHaveLength(1);
  });

  it('[H3] is no matter where both lines say the same', () => {
    const table = bargainingTable({ luck: 0.99 });
    make(table, 'mara', 'sharing-line');
    make(table, 'nils', 'sharing-line');
    expect(factsOf(table, 'contradiction')).toEqual([]);
  });

  it('[H3] is no matter between sides: they may differ', () => {
    const table = bargainingTable({ luck: 0 });
    make(table, 'sela', 'sharing-line');
    make(table, 'mara', 'victory-line');
    table.clock();
    expect(factsOf(table, 'contradiction')).toEqual([]);
  });
});

describe('partners of one side', () => {
  let game: Game;
  beforeAll(async () => {
    game = await shipped('german-reunification');
  });

  it('[U6] have a line of their own to settle what each will say', () => {
    const line = game.scenario.channels.find((channel) => channel.id === 'zoellick-genscher');
    expect(line?.members.map((role) => game.index.role(role)?.side)).toEqual(['west', 'west']);
    const table = bargainingTable({ game, luck: 0.99 });
    table.seat('zoellick', { type: 'say', channel: 'zoellick-genscher', words: 'w1' });
    expect(audienceOfLast(table, 'said')).toEqual(['genscher', 'zoellick']);
  });

  it('[U6] who do not, contradict each other, and it counts against their side', () => {
    const table = bargainingTable({ game, luck: 0.99 });
    make(table, 'bush', 'full-nato');
    make(table, 'genscher', 'every-state-chooses');
    const [found] = factsOf(table, 'contradiction');
    expect(found).toMatchObject({ side: 'west', topic: 'alliance' });
    const cost = table.desk().effects.filter((one) => table.desk().behind[one.id]?.cause === found?.id);
    expect(cost.filter((one) => game.index.faction(one.faction)?.side === 'west').length).toBeGreaterThan(0);
    expect(cost.every((one) => one.points < 0)).toBe(true);
  });
});
