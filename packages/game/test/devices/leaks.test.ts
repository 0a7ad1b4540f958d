import { beforeAll, describe, expect, it } from 'vitest';
import { createGame, type Game } from '../../src';
import { SMALL, SMALL_FILES, scenarioOf } from '@btt/scenario/test-support';
import { bargainingTable, refusalOf, type TestTable } from '../table';
import { act, audienceOfLast, changes, factsOf, make, shipped } from './scenes';

/** Water that the north sends by night: the north’s farmers know of it, the public does not. */
function sentByNight(): { readonly table: TestTable; readonly gift: string } {
  const table = bargainingTable();
  act(table, 'mara', { type: 'ask-consent', move: 'water-gift' });
  act(table, 'engineers', { type: 'give-consent', move: 'water-gift', yes: true });
  return { table, gift: make(table, 'mara', 'water-gift') };
}

describe('a private concession', () => {
  it('[D9, S16] counts for nothing at home while it is private, and hurts at home when it is out', () => {
    const { table, gift } = sentByNight();
    expect(factsOf(table, 'move').at(-1)?.made).toMatchObject({ id: gift, audience: 'some' });
    expect(table.view('old-guard').moves.some((made) => made.id === gift)).toBe(false);
    expect(changes(table, () => act(table, 'farmers', { type: 'leak', happening: gift }))).toEqual({
      farmers: -1,
    });
  });

  it('[D9] reaches everybody when a faction gives it to the press, and nobody learns who did', () => {
    const { table, gift } = sentByNight();
    act(table, 'farmers', { type: 'leak', happening: gift });
    expect(audienceOfLast(table, 'disclosed')).toBe('everyone');
    expect(table.view('old-guard').moves.find((made) => made.id === gift)?.audience).toBe('everyone');
    const told = table.events.at(-1)?.event.parts.filter((part) => part.to === 'everyone') ?? [];
    expect(JSON.stringify(told)).not.toContain('farmers');
  });

  it('[D9] comes out once: what everybody knows cannot be leaked again', () => {
    const { table, gift } = sentByNight();
    act(table, 'farmers', { type: 'leak', happening: gift });
    expect(refusalOf(table.seat('engineers', { type: 'leak', happening: gift }))).toBe('nothing-to-do');
  });

  it('[D9] can be leaked only by a faction that was told of it, and that can pay for it', () => {
    const { table, gift } = sentByNight();
    expect(refusalOf(table.seat('old-guard', { type: 'leak', happening: gift }))).toBe('unknown-happening');
    expect(refusalOf(table.seat('sela', { type: 'leak', happening: gift }))).toBe('not-entitled');
    const purse = table.view('farmers').capital.farmers ?? 0;
    act(table, 'farmers', { type: 'leak', happening: gift });
    expect(table.view('farmers').capital.farmers).toBe(purse - 1);
  });

  it('[D9, M10] costs once what it costs once, however often it was done before it came out', () => {
    const source = SMALL.replace(
      'leaked: [{effect: {farmers: -1}}]',
      'leaked: [{effect: {farmers: -2}, stacking: once}, {effect: {engineers: -2}, stacking: diminishing}]',
    );
    const game = createGame(scenarioOf(source, SMALL_FILES), 'twice');
    const table = bargainingTable({ game });
    act(table, 'mara', { type: 'ask-consent', move: 'water-gift' });
    act(table, 'engineers', { type: 'give-consent', move: 'water-gift', yes: true });
    const gifts = [make(table, 'mara', 'water-gift'), make(table, 'mara', 'water-gift')];
    const costs = gifts.map((happening) =>
      changes(table, () => act(table, 'farmers', { type: 'leak', happening })),
    );
    expect(costs).toEqual([{ farmers: -2, engineers: -2 }, { engineers: -1 }]);
  });

  it('[D9, H2] does all that would follow if chance had let it out when a faction does, and chance adds nothing to that', () => {
    const table = bargainingTable({ luck: 0 });
    const line = make(table, 'mara', 'victory-line');
    expect(changes(table, () => act(table, 'engineers', { type: 'leak', happening: line }))).toEqual({
      'old-guard': -1,
    });
    expect(factsOf(table, 'disclosed').at(-1)?.text).toBe('Heard in the south.');
    table.clock();
    expect(factsOf(table, 'drawn').at(-1)).toMatchObject({ draw: 'echo', hit: true });
    const cost = table.desk().effects.filter((one) => one.faction === 'old-guard');
    expect(cost.map((one) => one.points)).toEqual([-1]);
    expect(factsOf(table, 'disclosed')).toHaveLength(1);
  });

  it('[D9, H2] can be let out by a faction also when chance has spared it before', () => {
    const table = bargainingTable({ luck: 0.99 });
    const line = make(table, 'mara', 'victory-line');
    table.clock();
    expect(factsOf(table, 'drawn').at(-1)).toMatchObject({ draw: 'echo', hit: false });
    expect(changes(table, () => act(table, 'engineers', { type: 'leak', happening: line }))).toEqual({
      'old-guard': -1,
    });
  });

  it('[D9] does what its leak does also when a draw lets it out', () => {
    const source = SMALL.replace(
      'leaked: [{effect: {farmers: -1}}]',
      'leaked: [{effect: {farmers: -1}}]\n    cases: [{do: [{draw: slip, odds: 1/2, at: next-round, hit: [{disclose: move, to: everyone}]}]}]',
    );
    const game = createGame(scenarioOf(source, SMALL_FILES), 'slip');
    const table = bargainingTable({ game, luck: 0, empty: ['farmers', 'engineers'] });
    make(table, 'mara', 'water-gift');
    table.clock();
    const out = table.events.at(-1)?.event.parts.map((part) => part.fact) ?? [];
    const gift = factsOf(table, 'move').at(-1)?.made.id;
    const told = out.flatMap((fact) =>
      fact.type === 'effect-behind' && fact.cause === gift ? [fact.id] : [],
    );
    const felt = out.flatMap((fact) =>
      fact.type === 'effect' && told.includes(fact.effect.id) ? [fact] : [],
    );
    expect(felt.map(({ effect }) => [effect.faction, effect.points])).toEqual([['farmers', -1]]);
  });
});

describe('the text that is kept among the leaders', () => {
  let game: Game;
  beforeAll(async () => {
    game = await shipped('german-reunification');
  });

  it('[D24] brings a strong declaration through the summit, and is resented by those whom it passes over', () => {
    const table = bargainingTable({ game, luck: 0.99 });
    table.clock();
    table.clock();
    expect(changes(table, () => make(table, 'baker', 'leaders-only-text'))).toEqual({
      'nato-staff': -1,
      'allied-capitals': -1,
    });
    expect(factsOf(table, 'draw-pending').at(-1)).toMatchObject({ draw: 'leaders-text-leak', odds: '1/6' });
    table.clock();
    table.clock();
    expect(table.desk().text['nato-declaration']?.option).toBe('london-declaration');
  });

  it('[D24] costs as much when those who were passed over give it to the press', () => {
    const table = bargainingTable({ game, luck: 0.99 });
    table.clock();
    table.clock();
    const text = make(table, 'baker', 'leaders-only-text');
    expect(changes(table, () => act(table, 'nato-staff', { type: 'leak', happening: text }))).toEqual({
      'allied-capitals': -2,
      'nato-staff': -1,
    });
  });

  it('[D24] costs far more when it leaks', () => {
    const table = bargainingTable({ game, luck: 0 });
    table.clock();
    table.clock();
    const text = make(table, 'baker', 'leaders-only-text');
    table.clock();
    expect(factsOf(table, 'drawn').find((draw) => draw.draw === 'leaders-text-leak')?.hit).toBe(true);
    expect(table.view('press').moves.some((made) => made.id === text)).toBe(true);
    const byIt = table.desk().effects.filter((one) => table.desk().behind[one.id]?.cause === text);
    expect(byIt.filter((one) => one.faction === 'allied-capitals').map((one) => one.points)).toEqual([
      -1, -2,
    ]);
  });
});
