import { describe, expect, it } from 'vitest';
import { agree, bargainingTable, HISTORIC, openTable, refusalOf, supportOf, toLastRound } from './table';

describe('the course of a table', () => {
  it('[T1] goes from the lobby to the briefing when the host starts, and to bargaining when the clock runs out', () => {
    const table = openTable();
    expect(table.desk().phase).toBe('lobby');
    table.host({ type: 'start' });
    expect(table.desk().phase).toBe('briefing');
    table.clock();
    expect([table.desk().phase, table.desk().round]).toEqual(['bargaining', 1]);
  });

  it('[T2] fires a deadline once: a second notice of the same deadline is not due', () => {
    const table = openTable();
    table.host({ type: 'start' });
    const deadline = table.desk().deadline ?? 0;
    table.clock();
    expect(refusalOf(table.wish({ as: 'system', command: { type: 'deadline', deadline } }))).toBe('not-due');
  });

  it('[T3] stands still while paused and has the same time left afterwards', () => {
    const table = bargainingTable();
    table.host({ type: 'pause' });
    const left = table.desk().paused;
    expect(table.desk().deadline).toBeNull();
    expect(refusalOf(table.seat('mara', { type: 'propose', terms: HISTORIC }))).toBe('paused');
    table.host({ type: 'resume' });
    expect((table.desk().deadline ?? 0) - (left ?? 0)).toBeGreaterThan(0);
  });

  it('[T5] gives every purse its capital each round and carries over no more than the scenario says', () => {
    const table = bargainingTable();
    expect(table.view('mara').capital).toEqual({ mara: 3 });
    table.clock();
    expect(table.view('mara').capital).toEqual({ mara: 4 });
  });

  it('[T7] ends without agreement when the last round runs out', () => {
    const table = bargainingTable({ luck: 0.99 });
    toLastRound(table);
    table.clock();
    expect(table.desk().outcome).toMatchObject({ outcome: 'no-agreement', defection: 'voluntary' });
  });

  it('[T7] ends without agreement when a head walks away', () => {
    const table = bargainingTable();
    table.seat('sela', { type: 'walk-away' });
    expect(table.desk().outcome?.sentence).toContain('Southern side');
  });
});

describe('the draft agreement', () => {
  it('[D1] agrees a clause when every side stands by the same option', () => {
    const table = bargainingTable();
    table.seat('mara', { type: 'propose', terms: { fund: 'small' } });
    expect(table.desk().text.fund).toMatchObject({ option: 'small', accepted: ['north'], by: 'north' });
    table.seat('simon', { type: 'answer-clause', issue: 'fund', answer: 'accept' });
    expect(table.desk().text.fund?.accepted).toEqual(['north', 'south']);
  });

  it('[D4] removes all initials when the text changes', () => {
    const table = bargainingTable({ luck: 0.99 });
    toLastRound(table);
    agree(table);
    table.seat('mara', { type: 'initial' });
    expect(table.desk().initials).toEqual({ north: 'mara' });
    table.seat('simon', { type: 'propose', terms: { fund: 'large' } });
    expect(table.desk().initials).toEqual({});
  });

  it('[D2, D5] cannot be initialled while an issue is open, and only by the head of a side', () => {
    const table = bargainingTable();
    table.seat('mara', { type: 'propose', terms: HISTORIC });
    expect(refusalOf(table.seat('mara', { type: 'initial' }))).toBe('draft-open');
    expect(refusalOf(table.seat('nils', { type: 'initial' }))).toBe('not-entitled');
    expect(refusalOf(table.seat('farmers', { type: 'propose', terms: HISTORIC }))).toBe('not-entitled');
  });

  it('[D7] is known to a faction only as far as its negotiator has shown it', () => {
    const table = bargainingTable();
    table.seat('mara', { type: 'propose', terms: { fund: 'small' } });
    expect(table.view('farmers').text).toEqual({});
    table.seat('nils', { type: 'show-draft' });
    table.seat('mara', { type: 'propose', terms: { fund: 'none' } });
    expect(table.view('farmers').shown?.draft.fund?.option).toBe('small');
    expect(table.view('generals').shown).toBeNull();
  });

  it('[D6] may not be accepted outside a frozen range until the gate that releases it', () => {
    const table = bargainingTable({ luck: 0.99 });
    expect(refusalOf(table.seat('sela', { type: 'propose', terms: { water: 'quotas' } }))).toBe('frozen');
    expect(table.view('mara').obligations).toEqual({});
    toLastRound(table);
    expect(refusalOf(table.seat('sela', { type: 'propose', terms: { water: 'quotas' } }))).toBeNull();
  });
});

describe('moves', () => {
  it('[M4] help when invited and backfire when not', () => {
    const uninvited = bargainingTable();
    uninvited.seat('mara', { type: 'move', move: 'pressure' });
    expect(supportOf(uninvited, 'generals')).toBe(-2);
    const invited = bargainingTable();
    invited.seat('sela', { type: 'move', move: 'ask-pressure' });
    invited.seat('mara', { type: 'move', move: 'pressure' });
    expect(supportOf(invited, 'generals')).toBe(1);
  });

  it('[M5] keep their invitation when somebody pressed uninvited before it came', () => {
    const table = bargainingTable();
    table.seat('mara', { type: 'move', move: 'pressure' });
    table.seat('sela', { type: 'move', move: 'ask-pressure' });
    table.seat('mara', { type: 'move', move: 'pressure' });
    expect(supportOf(table, 'generals')).toBe(-2);
    expect(
      table
        .desk()
        .effects.filter((effect) => effect.faction === 'generals')
        .map((effect) => effect.points),
    ).toEqual([-2]);
  });

  it('[M2] cost capital, and are refused when it is spent', () => {
    const table = bargainingTable();
    table.seat('mara', { type: 'move', move: 'package', picked: ['gauges', 'visits', 'fish'] });
    expect(table.view('mara').capital.mara).toBe(1);
    expect(
      refusalOf(table.seat('mara', { type: 'move', move: 'package', picked: ['gauges', 'visits'] })),
    ).toBe('too-expensive');
  });

  it('[M6] grow with what is packed into them', () => {
    const three = bargainingTable();
    three.seat('mara', { type: 'move', move: 'package', picked: ['gauges', 'visits', 'fish'] });
    expect(supportOf(three, 'old-guard')).toBe(1);
    const four = bargainingTable();
    four.seat('mara', { type: 'move', move: 'package', picked: ['gauges', 'visits', 'fish', 'flood'] });
    expect(supportOf(four, 'old-guard')).toBe(2);
  });

  it('[M9, M11] of a standing order hold while it is kept, cost upkeep each round, and turn bad with one boast by a team mate', () => {
    const table = bargainingTable({ luck: 0.99 });
    table.seat('mara', { type: 'move', move: 'quiet-order' });
    expect([supportOf(table, 'generals'), supportOf(table, 'farmers')]).toEqual([1, 0]);
    table.clock();
    expect(
      table
        .desk()
        .effects.filter((effect) => effect.faction === 'farmers')
        .map((effect) => effect.points),
    ).toContain(-1);
    table.seat('nils', { type: 'move', move: 'victory-line' });
    expect(table.desk().obligations.quiet?.state).toBe('broken');
    expect(supportOf(table, 'generals')).toBe(-2);
  });

  it('[M9, M12] told at home are heard abroad when the draw of the next round says so, and fade when their time is over', () => {
    const table = bargainingTable({ luck: 0 });
    table.seat('mara', { type: 'move', move: 'victory-line', words: 'w1' });
    expect(table.view('sela').moves).toEqual([]);
    expect(supportOf(table, 'farmers')).toBe(2);
    table.clock();
    expect(table.view('sela').moves.map((made) => made.headline)).toEqual(['Mara: the river is ours']);
    expect(supportOf(table, 'farmers')).toBe(-1);
    expect(supportOf(table, 'old-guard')).toBe(-1);
  });

  it('[M12, M13] stay at home when the draw misses, or when the host overrules it', () => {
    const lucky = bargainingTable({ luck: 0.99 });
    lucky.seat('mara', { type: 'move', move: 'victory-line' });
    lucky.clock();
    expect(lucky.view('sela').moves).toEqual([]);
    const overruled = bargainingTable({ luck: 0 });
    overruled.seat('mara', { type: 'move', move: 'victory-line' });
    overruled.host({ type: 'overrule-draw', draw: overruled.desk().draws[0]?.id ?? '', hit: false });
    overruled.clock();
    expect(overruled.view('sela').moves).toEqual([]);
  });

  it('[M7] let a provocation be asked about before it is answered: the asker learns how it is meant', () => {
    const table = bargainingTable();
    table.seat('sela', { type: 'move', move: 'hard-paper', secrets: { manner: 'performed' } });
    const paper = table.desk().moves[0]?.id ?? '';
    expect(table.view('mara').secrets[paper]).toBeUndefined();
    table.seat('mara', { type: 'move', move: 'ask-quietly' });
    expect(table.view('mara').secrets[paper]?.manner?.value).toBe('performed');
    expect(table.view('farmers').secrets[paper]).toBeUndefined();
    table.seat('mara', { type: 'move', move: 'stand-firm' });
    expect(supportOf(table, 'old-guard')).toBe(1);
    expect(refusalOf(table.seat('mara', { type: 'move', move: 'match' }))).toBe('nothing-to-answer');
  });

  it('[M3] in public are one line a round for each seat', () => {
    const table = bargainingTable();
    table.seat('sela', { type: 'move', move: 'sharing-line' });
    expect(refusalOf(table.seat('sela', { type: 'move', move: 'sharing-line' }))).toBe('line-spent');
    expect(refusalOf(table.seat('simon', { type: 'move', move: 'sharing-line' }))).toBeNull();
  });

  it('[M8] reach a faction as a change with its cause, or as cause unknown where it may not know', () => {
    const table = bargainingTable();
    table.seat('sela', { type: 'move', move: 'ask-pressure' });
    table.seat('mara', { type: 'move', move: 'pressure' });
    expect(table.view('generals').effects[0]?.cause).toBe(table.desk().moves[1]?.id);
    table.seat('mara', { type: 'move', move: 'help-speech', picked: ['sold-out'] });
    expect(table.view('generals').effects.at(-1)).toMatchObject({ points: 1, cause: null });
    expect(table.view('old-guard').effects).toEqual([]);
  });
});

describe('a gate', () => {
  it('[T9] lets the leader stand when support is enough, and draws for the fall when it is not', () => {
    const fallen = bargainingTable({ luck: 0 });
    toLastRound(fallen);
    expect(fallen.desk().outcome?.sentence).toBe('Sela falls.');
    const saved = bargainingTable({ luck: 0 });
    saved.seat('fishers', { type: 'move', move: 'lobby' });
    toLastRound(saved);
    expect(saved.desk().outcome).toBeNull();
  });
});

describe('factions', () => {
  it('[F3] answer a statement with a mood of one point that fades with the round', () => {
    const table = bargainingTable();
    table.seat('mara', { type: 'move', move: 'sharing-line' });
    const line = table.desk().moves[0]?.id ?? '';
    table.seat('old-guard', { type: 'react', to: line, reaction: 'reassured' });
    expect(supportOf(table, 'old-guard')).toBe(1);
    table.clock();
    expect(supportOf(table, 'old-guard')).toBe(0);
  });

  it('[F1] state where they stand in public or to their negotiators alone', () => {
    const table = bargainingTable();
    table.seat('generals', { type: 'state-stance', stance: 'against', public: true });
    table.seat('fishers', { type: 'state-stance', stance: 'for', public: false });
    expect(table.view('mara').stances).toEqual({ generals: { public: 'against', private: null } });
    expect(table.view('sela').stances.fishers?.private).toBe('for');
  });

  it('[F2] instruct their own negotiators, and nobody else hears it', () => {
    const table = bargainingTable();
    const decision = table.seat('generals', { type: 'instruct', issue: 'dam', option: 'dropped' });
    expect(decision.ok && decision.event.parts[0]?.to).toEqual(['generals', 'sela', 'simon']);
  });
});
