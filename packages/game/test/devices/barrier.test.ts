import { beforeAll, describe, expect, it } from 'vitest';
import type { Game } from '../../src';
import { agree, bargainingTable, HISTORIC, initialled, RIVER, toLastRound } from '../table';
import { act, changes, factsOf, make, shipped } from './scenes';

/** What a deal is worth to the head of a side, by the head’s own points. */
function worthTo(role: string, deal: Readonly<Record<string, string>>): number {
  const own = RIVER.scenario.principals.find((one) => one.role === role);
  return Object.entries(deal).reduce((sum, [issue, option]) => sum + (own?.points[issue]?.[option] ?? 0), 0);
}

describe('the barrier behind the table', () => {
  it('[S1, S2] stops a deal that both heads prefer to none and have signed, where nobody has helped at home', () => {
    for (const head of ['mara', 'sela']) {
      const own = RIVER.scenario.principals.find((one) => one.role === head);
      expect(worthTo(head, HISTORIC)).toBeGreaterThan(own?.noAgreement ?? 0);
    }
    const table = bargainingTable({ luck: 0.99, ballot: 'model' });
    toLastRound(table);
    agree(table);
    for (const head of ['mara', 'sela']) act(table, head, { type: 'initial' });
    expect(table.desk().results[0]).toMatchObject({
      passed: false,
      sides: [
        { side: 'north', passed: true },
        { side: 'south', passed: false },
      ],
    });
    table.host({ type: 'finish' });
    expect(table.desk().outcome).toMatchObject({ outcome: 'refused', defection: 'involuntary' });
  });

  it('[S1, S2, S18] lets the same deal through where the two sides have helped each other', () => {
    const table = initialled({ ballot: 'model' });
    expect(table.desk().deal).toEqual(HISTORIC);
    expect(table.desk().outcome).toMatchObject({ outcome: 'ratified', defection: null });
  });
});

describe('tailored terms', () => {
  let flagship: Game;
  let slave: Game;
  beforeAll(async () => {
    flagship = await shipped('german-reunification');
    slave = await shipped('slave-labour-compensation');
  });

  it('[D1] pay one faction what another has to bear', () => {
    const points = (faction: string) => flagship.index.faction(faction)?.points['stationing-money'];
    expect(points('officers-families')?.['dm-12']).toBeGreaterThan(0);
    expect(points('officers-families')?.['already-promised']).toBeLessThan(0);
    expect(points('bundesbank')?.['dm-12']).toBeLessThan(0);
  });

  it('[D1] count with some only in a deal that has the term: a move is worth what is in the text', () => {
    const tied = slave.scenario.moves.flatMap((move) =>
      [...move.always, ...move.cases.flatMap((one) => one.do)].flatMap((one) =>
        one.kind === 'effect' && one.deal.length > 0 ? [one] : [],
      ),
    );
    expect(tied.length).toBeGreaterThan(0);
    for (const { faction, points, deal } of tied) {
      const supportIn = (terms: Readonly<Record<string, string>>) =>
        slave.referee.support(terms, [{ faction, points, deal }]).find((one) => one.faction === faction);
      const fitting = Object.fromEntries(deal.map(({ issue, options }) => [issue, options[0] ?? '']));
      expect(supportIn(fitting)?.parts.adjustments).toBe(points);
      expect(supportIn({})?.parts.adjustments).toBe(0);
    }
  });
});

describe('a private ultimatum beside the sweetener', () => {
  let cuba: Game;
  beforeAll(async () => {
    cuba = await shipped('cuban-missile-crisis');
  });
  const inRoundTwo = () => {
    const table = bargainingTable({ game: cuba, luck: 0.99 });
    table.clock();
    return table;
  };

  it('[D10] moves Moscow while it is unseen, and sets a clock of which only the negotiators know', () => {
    const table = inRoundTwo();
    expect(changes(table, () => make(table, 'robert-kennedy', 'brother-to-ambassador'))).toEqual({
      presidium: 1,
      diplomats: 1,
    });
    const order = 'answer-by-sunday';
    expect(table.view('khrushchev').obligations[order]).toMatchObject({ state: 'standing' });
    for (const role of ['marshals', 'chiefs', 'havana'])
      expect(table.view(role).obligations[order]).toBeUndefined();
  });

  it('[D10] stiffens those who are to give way when the clock is set before everybody', () => {
    const table = inRoundTwo();
    const aloud = changes(table, () => make(table, 'kennedy', 'deadline-in-public'));
    expect(aloud).toMatchObject({ presidium: -2, marshals: -1, fraternal: -1, chiefs: 1, congress: 1 });
  });

  it('[D9, D10] costs at home and with allies when one who knows of it gives it to the press', () => {
    const table = inRoundTwo();
    const word = make(table, 'robert-kennedy', 'brother-to-ambassador');
    expect(changes(table, () => act(table, 'doves', { type: 'leak', happening: word }))).toEqual({
      chiefs: -1,
      congress: -3,
      nato: -3,
    });
  });
});

describe('selling at home', () => {
  let debt: Game;
  beforeAll(async () => {
    debt = await shipped('debt-ceiling');
  });

  it('[D3] wins over those who are spoken to and costs with those who are not', () => {
    const table = bargainingTable({ game: debt, luck: 0.99 });
    const sold = changes(table, () => make(table, 'obama', 'past-the-election'));
    expect(sold).toEqual({ 'senate-democrats': 1, centrists: 1, business: 1, freshmen: -1 });
    expect(factsOf(table, 'move').at(-1)?.made.audience).toBe('everyone');
  });

  it('[D3] wears off: the same words a second time are worth half, and less each time', () => {
    const table = bargainingTable();
    const told = [1, 2].map(() => changes(table, () => make(table, 'fishers', 'lobby'))['old-guard']);
    expect(told).toEqual([2, 1]);
  });
});

describe('the sentence of Geneva', () => {
  let geneva: Game;
  beforeAll(async () => {
    geneva = await shipped('geneva-accord');
  });

  it('[H1] wins the centre at home, is translated nearly for certain, and then costs four factions abroad more', () => {
    const table = bargainingTable({ game: geneva, luck: 0.5 });
    const speaker = geneva.index.move('say-they-gave-up')?.by[0] ?? '';
    const secrets = { manner: 'performed' };
    expect(changes(table, () => make(table, speaker, 'say-they-gave-up', { secrets }))).toEqual({
      centre: 2,
    });
    const line = table.desk().moves.at(-1)?.id;
    expect(table.view('refugees').moves.some((made) => made.id === line)).toBe(false);
    expect(factsOf(table, 'draw-pending').at(-1)).toMatchObject({ draw: 'echo-gave-up', odds: '9/10' });
    table.clock();
    expect(table.view('refugees').moves.some((made) => made.id === line)).toBe(true);
    const cost = table
      .desk()
      .effects.filter((one) => table.desk().behind[one.id]?.cause === line && one.points < 0)
      .map((one) => [one.faction, one.points]);
    expect(Object.fromEntries(cost)).toEqual({ leadership: -1, cadres: -2, refugees: -2, public: -1 });
  });

  it('[H1, H2] is denied over there in words for home use, which come back by the same way', () => {
    const table = bargainingTable({ game: geneva, luck: 0.5 });
    const speaker = geneva.index.move('say-they-gave-up')?.by[0] ?? '';
    const denier = geneva.index.move('say-nothing-given-up')?.by[0] ?? '';
    make(table, speaker, 'say-they-gave-up', { secrets: { manner: 'meant' } });
    table.clock();
    const denied = changes(table, () =>
      table.seat(denier, { type: 'move', move: 'say-nothing-given-up', secrets: { manner: 'meant' } }),
    );
    expect(denied).toEqual({ refugees: 1, public: 1 });
    const denial = table.desk().moves.at(-1)?.id;
    table.clock();
    const { effects, behind } = table.desk();
    const back = effects.filter((one) => behind[one.id]?.cause === denial && one.points < 0);
    expect(back.map((one) => [one.faction, one.points])).toEqual([
      ['centre', -2],
      ['security', -1],
    ]);
  });
});
