import { describe, expect, it } from 'vitest';
import { tableSettings } from '../src';
import { bargainingTable, HISTORIC, openTable, refusalOf, RIVER, supportOf, initialled } from './table';

describe('the course of a table', () => {
  it('[T1] leaves out a briefing of no minutes', () => {
    const settings = tableSettings(RIVER.scenario, { briefing: 0 });
    const table = openTable({ settings });
    table.host({ type: 'start' });
    expect([table.desk().phase, table.desk().round]).toEqual(['bargaining', 1]);
    expect(table.events.flatMap(({ event }) => event.parts).map(({ fact }) => fact)).not.toContainEqual(
      expect.objectContaining({ type: 'phase', phase: 'briefing' }),
    );
  });

  it('[T2] takes no notice of a deadline before its time, nor of one that is not set', () => {
    const table = bargainingTable();
    const deadline = table.desk().deadline ?? 0;
    for (const one of [deadline, deadline + 1])
      expect(refusalOf(table.wish({ as: 'system', command: { type: 'deadline', deadline: one } }))).toBe(
        'not-due',
      );
    expect(table.desk().round).toBe(1);
  });

  it('[T3] lets people talk, instruct, say where they stand and show the draft while it is paused, and nothing that binds', () => {
    const table = bargainingTable();
    table.seat('mara', { type: 'propose', terms: { fund: 'small' } });
    table.host({ type: 'pause' });
    const refused = [
      table.seat('sela', { type: 'propose', terms: HISTORIC }),
      table.seat('sela', { type: 'answer-clause', issue: 'fund', answer: 'accept' }),
      table.seat('sela', { type: 'initial' }),
      table.seat('sela', { type: 'walk-away' }),
      table.seat('sela', { type: 'move', move: 'sharing-line' }),
    ];
    expect(refused.map(refusalOf)).toEqual(refused.map(() => 'paused'));
    const granted = [
      table.seat('mara', { type: 'say', channel: 'table', words: 'w1' }),
      table.seat('generals', { type: 'instruct', issue: 'dam' }),
      table.seat('generals', { type: 'state-stance', stance: 'against', public: true }),
      table.seat('mara', { type: 'show-draft' }),
    ];
    expect(granted.map(refusalOf)).toEqual(granted.map(() => null));
  });

  it('[T3] lets home hear the speech and vote while it is paused', () => {
    const table = initialled();
    table.host({ type: 'pause' });
    const granted = [
      table.seat('sela', { type: 'give-speech', answers: [] }),
      table.seat('fishers', { type: 'rate-speech', rating: 1 }),
      table.seat('fishers', { type: 'vote', vote: 'yes' }),
    ];
    expect(granted.map(refusalOf)).toEqual([null, null, null]);
  });
});

describe('what a wish may not do', () => {
  it('[D4] a side that rejects a clause takes all initials away', () => {
    const table = bargainingTable({ luck: 0.99 });
    const free = { water: 'free', dam: 'delayed', fund: 'small' };
    for (const head of ['mara', 'sela']) table.seat(head, { type: 'propose', terms: free });
    table.seat('mara', { type: 'initial' });
    table.seat('simon', { type: 'answer-clause', issue: 'fund', answer: 'reject' });
    expect(table.desk()).toMatchObject({ initials: {}, text: { fund: { rejected: ['south'] } } });
  });

  it('[M3] words in the press channel use up the one public line of a round, and the press has as many as it likes', () => {
    const table = bargainingTable();
    const words = { type: 'say', channel: 'press', words: 'w1' } as const;
    expect(refusalOf(table.seat('mara', words))).toBeNull();
    expect(refusalOf(table.seat('mara', words))).toBe('line-spent');
    expect(refusalOf(table.seat('mara', { type: 'move', move: 'sharing-line' }))).toBe('line-spent');
    expect([table.seat('wire', words), table.seat('wire', words)].map(refusalOf)).toEqual([null, null]);
  });

  it('[M6] a move that offers things to choose is refused outside its bounds', () => {
    const table = bargainingTable();
    for (const picked of [[], ['gauges'], ['gauges', 'gauges'], ['gauges', 'no-such-thing']])
      expect(refusalOf(table.seat('mara', { type: 'move', move: 'package', picked }))).toBe('wrong-picks');
    expect(refusalOf(table.seat('mara', { type: 'move', move: 'pressure', picked: ['gauges'] }))).toBe(
      'wrong-picks',
    );
  });

  it('[M11] an obligation that comes to its end unbroken is kept, and what was promised for that happens', () => {
    const table = bargainingTable({ luck: 0 });
    table.seat('mara', { type: 'move', move: 'quiet-order' });
    const before = supportOf(table, 'generals');
    table.clock();
    expect(table.desk().obligations.quiet?.state).toBe('standing');
    table.clock();
    expect(table.desk().obligations.quiet?.state).toBe('kept');
    expect(supportOf(table, 'generals')).toBe(before + 1);
  });
});

describe('at home', () => {
  it('[R6] the count opens also when the host says so, and at once where the model votes', () => {
    const asked = initialled();
    asked.host({ type: 'skip' });
    expect(asked.desk().phase).toBe('count');
    expect(initialled({ ballot: 'model' }).desk()).toMatchObject({ phase: 'count', ballots: {} });
  });

  it('[R11] what the speech did is gone when the text comes back, and what moves did is not', () => {
    const table = initialled({ ballot: 'free' });
    const moved = supportOf(table, 'old-guard');
    table.seat('sela', {
      type: 'give-speech',
      answers: [{ criticism: 'gave-away', answer: 'quotas-hold' }],
    });
    table.seat('old-guard', { type: 'rate-speech', rating: 1 });
    expect(supportOf(table, 'old-guard')).toBe(moved + 2);
    for (const { id } of RIVER.scenario.factions) table.seat(id, { type: 'vote', vote: 'no' });
    table.host({ type: 'skip' });
    expect(table.desk()).toMatchObject({ phase: 'bargaining', returned: 1, speeches: {}, ratings: {} });
    expect(supportOf(table, 'old-guard')).toBe(moved);
  });
});
