import { SMALL, SMALL_FILES, scenarioOf } from '@btt/scenario/test-support';
import { beforeAll, describe, expect, it } from 'vitest';
import { createGame, type Game } from '../../src';
import { bargainingTable, refusalOf, supportOf, toLastRound } from '../table';
import { changes, factsOf, granted, make, shipped } from './scenes';

describe('a gate', () => {
  it('[S6, H10] is passed by a leader whose own people still bear what is happening', () => {
    const table = bargainingTable({ luck: 0 });
    make(table, 'mara', 'quiet-order');
    toLastRound(table);
    expect(factsOf(table, 'event').at(-1)).toMatchObject({ trigger: 'assembly', gate: true });
    expect(factsOf(table, 'drawn').some((draw) => draw.draw === 'fall')).toBe(false);
    expect(table.desk().outcome).toBeNull();
  });

  it('[S6, H10] may end the talks before any vote, by odds that the record keeps', () => {
    const table = bargainingTable({ luck: 0 });
    toLastRound(table);
    expect(factsOf(table, 'drawn').at(-1)).toMatchObject({ draw: 'fall', odds: '1/3', hit: true });
    expect(table.desk().outcome).toMatchObject({ outcome: 'no-agreement', sentence: 'Sela falls.' });
    expect(factsOf(table, 'result')).toEqual([]);
  });

  it('[H10] leaves a weaker partner where the leader hangs on', () => {
    const table = bargainingTable({ luck: 0.99 });
    toLastRound(table);
    expect(factsOf(table, 'drawn').at(-1)).toMatchObject({ draw: 'fall', hit: false });
    expect(supportOf(table, 'fishers')).toBe(-1);
    expect(table.desk().phase).toBe('bargaining');
  });

  it('[D22] counts double what came before it, and for nothing what comes after', () => {
    const source = SMALL.replace(
      'moves:\n',
      `moves:
  ammunition:
    kind: measure
    name: Arm them for the assembly
    by: north.head
    cost: 0
    cases:
      - {when: {before: assembly}, do: [{effect: {old-guard: 2}}]}
      - {do: [{effect: {old-guard: 0}}]}
`,
    );
    const game = createGame(scenarioOf(source, SMALL_FILES), 'ammunition');
    const table = bargainingTable({ game, luck: 0.99 });
    expect(changes(table, () => make(table, 'mara', 'ammunition'))).toEqual({ 'old-guard': 2 });
    toLastRound(table);
    expect(table.desk().triggers.assembly).toBe(3);
    expect(changes(table, () => make(table, 'mara', 'ammunition'))).toEqual({});
  });
});

describe('the Party Congress of 1990', () => {
  let game: Game;
  beforeAll(async () => {
    game = await shipped('german-reunification');
  });

  it('[D22] takes help that lands before it, and none that comes after', () => {
    const table = bargainingTable({ game, luck: 0.99 });
    table.clock();
    table.clock();
    expect(changes(table, () => make(table, 'baker', 'advance-draft'))).toMatchObject({
      'party-conservatives': 1,
      reformers: 1,
    });
    const late = bargainingTable({ game, luck: 0.99 });
    for (let round = 1; round < 5; round++) late.clock();
    expect(refusalOf(late.seat('baker', { type: 'move', move: 'advance-draft' }))).toBe('not-available');
  });

  it('[H10] that turns on the reformers takes most of the time that is left, for no round is to come', () => {
    const table = bargainingTable({ game, luck: 0.99 });
    for (let round = 1; round < 5; round++) table.clock();
    expect(table.desk().triggers['congress-gate']).toBe(5);
    expect(factsOf(table, 'drawn').find((one) => one.draw === 'fall')).toMatchObject({
      odds: '1/2',
      hit: false,
    });
    const whole = (table.desk().settings?.rounds[4]?.minutes ?? 0) * 60_000;
    expect((table.desk().deadline ?? 0) - (table.events.at(-1)?.at ?? 0)).toBe(whole / 4);
    expect(table.desk().obligations['frozen-text']?.state).toBe('standing');
  });

  it('[H7] comes after a summit at which one’s own staffs have weakened the text that they saw', () => {
    const atLondon = (guard: string | null) => {
      const table = bargainingTable({ game, luck: 0 });
      for (let round = 1; round < 4; round++) table.clock();
      table.seat('baker', { type: 'propose', terms: { 'nato-declaration': 'london-declaration' } });
      if (guard) make(table, 'baker', guard);
      table.clock();
      return table;
    };
    const staffed = atLondon(null);
    expect(factsOf(staffed, 'drawn').find((draw) => draw.draw === 'staff-dilution')).toMatchObject({
      odds: '4/6',
      hit: true,
    });
    expect(staffed.desk().text['nato-declaration']?.option).toBe('ordinary-communique');
    expect(
      refusalOf(
        staffed.seat('baker', { type: 'propose', terms: { 'nato-declaration': 'london-declaration' } }),
      ),
    ).not.toBeNull();
    const guarded = atLondon('leaders-only-text');
    expect(guarded.desk().text['nato-declaration']?.option).toBe('london-declaration');
  });

  it('[H7] is not escaped by signing before the summit: the allies are asked before the text goes home', () => {
    const sign = (luck: number, guard: string | null) => {
      const table = bargainingTable({ game, luck });
      table.clock();
      table.clock();
      if (guard) make(table, 'baker', guard);
      for (const head of ['baker', 'shevardnadze'])
        granted(table.seat(head, { type: 'propose', terms: { ...game.scenario.historic?.deal } }));
      for (const head of heads) granted(table.seat(head, { type: 'initial' }));
      return table;
    };
    const heads = game.scenario.roles.filter((role) => role.initials).map((role) => role.id);
    const weakened = sign(0, null);
    expect(factsOf(weakened, 'drawn').at(-1)).toMatchObject({
      draw: 'early-dilution',
      odds: '4/6',
      hit: true,
    });
    expect(weakened.desk()).toMatchObject({ phase: 'bargaining', initials: {}, deal: null });
    expect(weakened.desk().text['nato-declaration']).toMatchObject({
      option: 'ordinary-communique',
      accepted: ['west'],
    });
    weakened.clock();
    weakened.clock();
    expect(weakened.desk().triggers['london-summit']).toBeUndefined();
    for (const [luck, guard] of [
      [0.99, null],
      [0, 'eyes-on-the-ball'],
    ] as const)
      expect(sign(luck, guard).desk()).toMatchObject({
        phase: 'ratification',
        deal: { 'nato-declaration': 'london-declaration' },
      });
  });
});
