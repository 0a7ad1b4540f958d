import { beforeAll, describe, expect, it } from 'vitest';
import type { Game } from '../../src';
import { agree, bargainingTable, refusalOf, type TestTable } from '../table';
import { act, changes, factsOf, granted, make, shipped } from './scenes';

let night: Game;
let flagship: Game;
beforeAll(async () => {
  night = await shipped('all-night-labour-contract');
  flagship = await shipped('german-reunification');
});

/** Supports given by one cause, summed for each faction. */
function givenBy(table: TestTable, causes: readonly string[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const one of table.desk().effects)
    if (causes.includes(table.desk().behind[one.id]?.cause ?? ''))
      sums[one.faction] = (sums[one.faction] ?? 0) + one.points;
  return sums;
}

const toDawn = (table: TestTable) => {
  while (table.desk().triggers.dawn === undefined) granted(table.clock());
};

describe('the long night', () => {
  it('[D6] takes away at dawn the suspicion with which a contract would be met, though no term has changed', () => {
    const table = bargainingTable({ game: night, luck: 0.99 });
    make(table, 'dillard', 'lock-the-door');
    const order = factsOf(table, 'bound').at(-1)?.id ?? '';
    expect(givenBy(table, [order])).toEqual({});
    toDawn(table);
    expect(givenBy(table, [order])).toEqual({
      'senior-trades': 2,
      'second-tier': 2,
      'open-book': 1,
      'near-retirement': 1,
      headquarters: 1,
    });
  });

  it('[D6] is worth nothing when something slips out before dawn', () => {
    const table = bargainingTable({ game: night, luck: 0.99 });
    make(table, 'dillard', 'lock-the-door');
    const order = factsOf(table, 'bound').at(-1)?.id ?? '';
    make(table, 'achterberg', 'knew-all-along');
    toDawn(table);
    expect(givenBy(table, [order])).toEqual({});
    expect(factsOf(table, 'released').at(-1)).toMatchObject({ how: 'broken' });
  });

  it('[H11] costs more than it could bring when it is found out', () => {
    const kept = { 'senior-trades': 2, 'second-tier': 2, 'near-retirement': 1, headquarters: 1 };
    const table = bargainingTable({ game: night, luck: 0 });
    const door = make(table, 'dillard', 'lock-the-door');
    table.clock();
    expect(factsOf(table, 'drawn').find((one) => one.draw === 'supper-filmed')).toMatchObject({
      odds: '1/8',
      hit: true,
    });
    const exposed = givenBy(table, [door]);
    for (const [faction, gain] of Object.entries(kept)) expect(exposed[faction]).toBeLessThanOrEqual(-gain);
    expect(exposed['senior-trades']).toBeLessThan(-2);
    expect(table.view('courier').moves.some((made) => made.id === door)).toBe(true);
  });

  it('[D6, H11] has an honest alternative that cannot be exposed, and the two exclude each other', () => {
    const table = bargainingTable({ game: night, luck: 0 });
    make(table, 'achterberg', 'open-the-room');
    expect(refusalOf(table.seat('dillard', { type: 'move', move: 'lock-the-door' }))).toBe('not-available');
    expect(factsOf(table, 'draw-pending')).toEqual([]);
    const order = factsOf(table, 'bound').at(-1)?.id ?? '';
    toDawn(table);
    expect(givenBy(table, [order])['senior-trades']).toBe(1);
  });
});

describe('a quick deal', () => {
  const quick = { water: 'free', dam: 'delayed', fund: 'small' };

  it('[H5] is noticed when both have initialled early, and suspected on both sides', () => {
    const table = bargainingTable({ luck: 0.99 });
    agree(table, quick);
    act(table, 'mara', { type: 'initial' });
    const seen = changes(table, () => act(table, 'sela', { type: 'initial' }));
    expect(seen).toMatchObject({ farmers: -1, generals: -1 });
    expect(factsOf(table, 'event').at(-1)?.headline).toBe('So soon?');
  });

  it('[H5] is no suspicion later', () => {
    const table = bargainingTable({ luck: 0.99 });
    table.clock();
    agree(table, quick);
    act(table, 'mara', { type: 'initial' });
    act(table, 'sela', { type: 'initial' });
    expect(table.desk().phase).toBe('ratification');
    expect(table.desk().triggers['quick-deal']).toBeUndefined();
  });
});

describe('a show of resistance', () => {
  it('[D7] that both sides have agreed on keeps the counterpart’s hard men loyal and costs nothing abroad', () => {
    const table = bargainingTable({ game: flagship, luck: 0.99 });
    make(table, 'ross', 'agree-the-show');
    expect(changes(table, () => make(table, 'gorbachev', 'fight-in-public'))).toEqual({
      'general-staff': 1,
      'party-conservatives': 1,
    });
  });

  it('[D7] is a term of its own at the barricade: what is done inside is the same, and the street cheers', async () => {
    const { index, referee } = await shipped('barricade');
    const rest = { gun: 'laid-down-inside', court: 'truthful-note' };
    const crowd = (exit: string) =>
      referee.support({ ...rest, exit }, []).find((one) => one.faction === 'crowd')?.support ?? 0;
    expect(index.option('exit', 'staged-struggle')).toBeDefined();
    expect(crowd('staged-struggle')).toBeGreaterThan(crowd('head-down') + 5);
  });

  it('[D7] that nobody agreed on is taken for the real thing', () => {
    const table = bargainingTable({ game: flagship, luck: 0.99 });
    expect(changes(table, () => make(table, 'gorbachev', 'fight-in-public'))).toMatchObject({
      congress: -1,
      'allied-capitals': -1,
    });
  });
});
