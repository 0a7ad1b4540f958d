import { SMALL, SMALL_FILES, scenarioOf } from '@btt/scenario/test-support';
import { describe, expect, it } from 'vitest';
import { createGame } from '../src';
import { agree, bargainingTable, initialled, openTable, refusalOf, supportOf, toLastRound } from './table';

describe('the host’s clock', () => {
  it('[T4] is extended while it runs and while it is paused, and not where there is none', () => {
    const table = bargainingTable();
    const deadline = table.desk().deadline ?? 0;
    table.host({ type: 'extend', minutes: 2 });
    expect(table.desk().deadline).toBe(deadline + 120_000);
    table.host({ type: 'pause' });
    const left = table.desk().paused ?? 0;
    table.host({ type: 'extend', minutes: 1 });
    expect(table.desk().paused).toBe(left + 60_000);
    expect(refusalOf(openTable().host({ type: 'extend', minutes: 1 }))).toBe('wrong-phase');
  });

  it('[T6] starts a round with the phase, then the purses, then what has lapsed, then the news', () => {
    const table = bargainingTable({ luck: 0 });
    table.seat('mara', { type: 'move', move: 'victory-line' });
    const decision = table.clock();
    const types = decision.ok ? decision.event.parts.map((part) => part.fact.type) : [];
    const order = ['phase', 'capital-round', 'effect-ended', 'drawn', 'event'].map((type) =>
      types.findIndex((one) => one === type),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order.every((at) => at >= 0)).toBe(true);
  });
});

describe('events', () => {
  it('[T8] happen at most once, also at the host’s word', () => {
    const table = bargainingTable();
    expect(refusalOf(table.host({ type: 'fire', trigger: 'flood' }))).toBeNull();
    expect(refusalOf(table.host({ type: 'fire', trigger: 'flood' }))).toBe('used-up');
  });

  it('[T8] may come true by what happens: a quick deal is noticed when both have initialled', () => {
    const table = bargainingTable({ luck: 0.99 });
    const terms = { water: 'free', dam: 'delayed', fund: 'small' };
    agree(table, terms);
    table.seat('mara', { type: 'initial' });
    table.seat('sela', { type: 'initial' });
    expect(table.desk().triggers['quick-deal']).toBe(1);
    expect(supportOf(table, 'farmers')).toBe(-1);
    expect(table.desk().phase).toBe('ratification');
  });

  it('[T8] of the calendar stand still while an agreement is back at the table', () => {
    const table = bargainingTable({ luck: 0.99, ballot: 'free' });
    agree(table, { water: 'free', dam: 'delayed', fund: 'small' });
    table.seat('mara', { type: 'initial' });
    table.seat('sela', { type: 'initial' });
    for (const faction of ['farmers', 'engineers', 'border-guard', 'generals', 'old-guard', 'fishers'])
      table.seat(faction, { type: 'vote', vote: 'no' });
    table.host({ type: 'skip' });
    expect([table.desk().round, table.desk().returned]).toEqual([2, 1]);
    expect(table.desk().triggers.drought).toBeUndefined();
  });

  it('[T8] take rounds away, and where too few are to come half of the time that is left for each', () => {
    const strike = (rounds: number) =>
      createGame(
        scenarioOf(
          SMALL.replace('do: [{deliver: {fund: small}}]', `do: [{skip-rounds: ${rounds}}]`),
          SMALL_FILES,
        ),
        `strike-${rounds}`,
      );
    const minute = 60_000;
    const left = (table: ReturnType<typeof bargainingTable>) => {
      table.host({ type: 'pause' });
      const before = table.desk().paused ?? 0;
      table.host({ type: 'fire', trigger: 'flood' });
      return [before, table.desk().paused];
    };
    const early = bargainingTable({ game: strike(1) });
    const [had, has] = left(early);
    expect(has).toBe(had);
    early.host({ type: 'resume' });
    early.clock();
    expect(early.desk().round).toBe(3);
    const late = bargainingTable({ game: strike(2), luck: 0.99 });
    toLastRound(late);
    const [whole, quarter] = left(late).map((time) => time ?? 0);
    expect(whole).toBeGreaterThan(2 * minute);
    expect(quarter).toBe(Math.round((whole ?? 0) / 4));
    const running = bargainingTable({ game: strike(3), luck: 0.99 });
    const deadline = running.desk().deadline ?? 0;
    running.host({ type: 'fire', trigger: 'flood' });
    const now = running.events.at(-1)?.at ?? 0;
    expect((running.desk().deadline ?? 0) - now).toBe(Math.round((deadline - now) / 2));
    running.clock();
    expect(running.desk().outcome?.outcome).toBe('no-agreement');
  });

  it('[D8] may put an option into the draft for the sides they name', () => {
    const table = bargainingTable();
    table.host({ type: 'fire', trigger: 'flood' });
    expect(table.desk().text.fund).toMatchObject({ option: 'small', by: null });
    expect(table.desk().text.fund?.accepted).toEqual(expect.arrayContaining(['north', 'south']));
  });
});

describe('wishes', () => {
  it('[D3] that would change nothing are refused', () => {
    const table = bargainingTable();
    table.seat('mara', { type: 'propose', terms: { fund: 'small' } });
    expect(refusalOf(table.seat('nils', { type: 'propose', terms: { fund: 'small' } }))).toBe(
      'nothing-to-do',
    );
    expect(refusalOf(table.seat('mara', { type: 'withdraw-initials' }))).toBe('nothing-to-do');
  });

  it('[M1] for a move that is somebody else’s, or spent, are refused', () => {
    const table = bargainingTable();
    expect(refusalOf(table.seat('sela', { type: 'move', move: 'quiet-order' }))).toBe('unknown-move');
    table.seat('mara', { type: 'move', move: 'quiet-order' });
    expect(refusalOf(table.seat('nils', { type: 'move', move: 'quiet-order' }))).toBe('used-up');
  });

  it('[M10] repeated too often lose their effect: what diminishes counts for its n-th part', () => {
    const table = bargainingTable();
    table.seat('fishers', { type: 'move', move: 'lobby' });
    table.seat('fishers', { type: 'move', move: 'lobby' });
    expect(supportOf(table, 'old-guard')).toBe(3);
  });

  it('[L5] in the lobby are a call for help and being ready, nothing else', () => {
    const table = openTable();
    expect(refusalOf(table.seat('mara', { type: 'ask-help' }))).toBeNull();
    expect(refusalOf(table.seat('mara', { type: 'ready' }))).toBeNull();
    expect(refusalOf(table.seat('mara', { type: 'say', channel: 'table', words: 'w' }))).toBe('wrong-phase');
  });

  it('[F5] carry words only to the host when chat is switched off', () => {
    const table = openTable({ chat: false });
    table.host({ type: 'start' });
    expect(refusalOf(table.seat('mara', { type: 'say', channel: 'table', words: 'w' }))).toBe('chat-off');
    expect(
      refusalOf(table.seat('mara', { type: 'say', channel: 'facilitator-mara', words: 'w' })),
    ).toBeNull();
  });
});

describe('at home', () => {
  it('[R4] each faction rates the speech once, and moves only itself', () => {
    const table = initialled();
    table.seat('sela', { type: 'give-speech', answers: [] });
    const before = supportOf(table, 'fishers');
    table.seat('fishers', { type: 'rate-speech', rating: 1 });
    expect(supportOf(table, 'fishers')).toBe(before + 1);
    expect(refusalOf(table.seat('fishers', { type: 'rate-speech', rating: -1 }))).toBe('used-up');
    expect(refusalOf(table.seat('farmers', { type: 'rate-speech', rating: 1 }))).toBe('unknown-happening');
  });

  it('[R5] a vote may be changed until the count opens, and not after', () => {
    const table = initialled({ ballot: 'free' });
    table.seat('generals', { type: 'vote', vote: 'no' });
    table.seat('generals', { type: 'vote', vote: 'yes' });
    table.clock();
    expect(table.desk().results[0]?.votes.generals).toBe('yes');
    expect(refusalOf(table.seat('generals', { type: 'vote', vote: 'no' }))).toBe('wrong-phase');
  });

  it('[D5] initials may be withdrawn while the table bargains', () => {
    const table = bargainingTable({ luck: 0.99 });
    toLastRound(table);
    agree(table);
    table.seat('mara', { type: 'initial' });
    table.seat('mara', { type: 'withdraw-initials' });
    expect(table.desk().initials).toEqual({});
  });
});
