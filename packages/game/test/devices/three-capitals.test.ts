import { beforeAll, describe, expect, it } from 'vitest';
import type { Game } from '../../src';
import { bargainingTable, refusalOf } from '../table';
import { act, changes, factsOf, make, shipped } from './scenes';

/** Washington, Bonn and Moscow in 1990, each with a signature of its own. */
describe('three capitals', () => {
  let game: Game;
  beforeAll(async () => {
    game = await shipped('german-reunification-three');
  });
  const inRound = (round: number, luck = 0.99) => {
    const table = bargainingTable({ game, luck });
    for (let passed = 1; passed < round; passed++) table.clock();
    return table;
  };
  const assurances = { picked: ['follow-on-talks', 'no-abc-weapons', 'final-borders', 'economic-ties'] };

  it('[D18] make a package count in full when the friend whose promises it holds has lent them', () => {
    const alone = inRound(2);
    const unasked = changes(alone, () => make(alone, 'baker', 'nine-assurances', assurances));
    expect(unasked).not.toHaveProperty('party-conservatives');
    const together = inRound(2);
    make(together, 'kohl', 'lend-german-promises');
    const lent = changes(together, () => make(together, 'baker', 'nine-assurances', assurances));
    expect(lent).toMatchObject({ 'party-conservatives': 1, 'soviet-public': 1, reformers: 1 });
  });

  it('[D16, H8] let a boast of one friend break the order of the other', () => {
    const table = inRound(1);
    make(table, 'bush', 'no-gloating');
    const broken = changes(table, () => make(table, 'kohl', 'dance-on-the-wall'));
    expect(broken['party-conservatives']).toBeLessThan(-1);
  });

  it('[U5] break a promise of no surprises by one', () => {
    const table = inRound(2);
    make(table, 'genscher', 'no-surprises');
    expect(changes(table, () => make(table, 'kohl', 'surprise-timetable'))['allied-capitals']).toBeLessThan(
      -2,
    );
  });

  it('[D13, H4] make a push about the border welcome where it was asked for, and bitter where it was not', () => {
    const asked = inRound(1);
    make(asked, 'teltschik', 'ask-to-be-pressed');
    expect(changes(asked, () => make(asked, 'bush', 'press-on-border'))).toMatchObject({
      expellees: 1,
      poland: 1,
    });
    const unasked = inRound(1);
    expect(changes(unasked, () => make(unasked, 'bush', 'press-on-border'))).toMatchObject({ expellees: -2 });
  });

  it('[U8] tell only those who asked what the paper meant', () => {
    const table = inRound(4);
    make(table, 'shevardnadze', 'berlin-paper', { secrets: { manner: 'performed' } });
    make(table, 'ross', 'ask-tarasenko');
    const knows = (role: string) => JSON.stringify(table.view(role)).includes('"performed"');
    expect([knows('baker'), knows('kohl')]).toEqual([true, false]);
    expect(refusalOf(table.seat('genscher', { type: 'move', move: 'calm-answer' }))).toBeNull();
    expect(refusalOf(table.seat('baker', { type: 'move', move: 'calm-answer' }))).toBeNull();
  });

  it('[S1, S2] send nothing home before all three have initialled, and then count three votes', () => {
    const table = inRound(3);
    const heads = ['baker', 'kohl', 'shevardnadze'] as const;
    const terms = { ...game.scenario.historic?.deal };
    for (const move of ['no-gloating', 'nine-assurances', 'eyes-on-the-ball'])
      table.seat('baker', { type: 'move', move, ...(move === 'nine-assurances' ? assurances : {}) });
    for (const head of heads) act(table, head, { type: 'propose', terms });
    act(table, 'baker', { type: 'initial' });
    act(table, 'shevardnadze', { type: 'initial' });
    expect(table.desk().phase).toBe('bargaining');
    act(table, 'kohl', { type: 'initial' });
    expect(table.desk().phase).toBe('ratification');
    table.clock();
    const counted = factsOf(table, 'result')[0]?.sides.map(({ side }) => side);
    expect(counted).toEqual(['america', 'bonn', 'soviet']);
  });
});
