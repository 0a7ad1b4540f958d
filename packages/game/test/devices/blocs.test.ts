import { describe, expect, it } from 'vitest';
import { bargainingTable, refusalOf, supportOf } from '../table';
import { act, audienceOfLast, changes } from './scenes';

const BLOC = 'south-bloc-1';
const join = { type: 'join-bloc', bloc: BLOC } as const;
const leave = { type: 'leave-bloc', bloc: BLOC } as const;

describe('a blocking coalition', () => {
  it('[S8] can be seen forming: everybody is told who has joined, and it stands when all have', () => {
    const table = bargainingTable();
    act(table, 'generals', join);
    expect(table.view('wire').politics.blocs[BLOC]).toMatchObject({ members: ['generals'], stands: false });
    act(table, 'old-guard', join);
    expect(audienceOfLast(table, 'bloc')).toBe('everyone');
    expect(table.view('wire').politics.blocs[BLOC]).toMatchObject({ stands: true });
  });

  it('[S8] hardens its members while it stands, and only then', () => {
    const table = bargainingTable();
    const points = table.game.scenario.politics.bloc;
    expect(changes(table, () => act(table, 'generals', join))).toEqual({});
    expect(changes(table, () => act(table, 'old-guard', join))).toEqual({
      generals: points,
      'old-guard': points,
    });
    expect(changes(table, () => act(table, 'generals', leave))).toEqual({
      generals: -points,
      'old-guard': -points,
    });
  });

  it('[S8] may form again after one member has broken it, and hardens no more than once at a time', () => {
    const table = bargainingTable();
    for (const [faction, command] of [
      ['generals', join],
      ['old-guard', join],
      ['old-guard', leave],
      ['old-guard', join],
    ] as const)
      act(table, faction, command);
    expect(supportOf(table, 'generals')).toBe(table.game.scenario.politics.bloc);
  });

  it('[S8] is open to those alone whom the rule of ratification names', () => {
    const table = bargainingTable();
    expect(refusalOf(table.seat('fishers', join))).toBe('not-entitled');
    expect(refusalOf(table.seat('sela', join))).toBe('not-entitled');
    act(table, 'generals', join);
    expect(refusalOf(table.seat('generals', join))).toBe('nothing-to-do');
    expect(refusalOf(table.seat('old-guard', leave))).toBe('nothing-to-do');
  });

  it('[S8] sinks an agreement when all its members are fiercely against', () => {
    const table = bargainingTable();
    const { referee } = table.game;
    const deal = { water: 'quotas', dam: 'delayed', fund: 'large' };
    const lift = ['generals', 'old-guard', 'fishers'].map((faction) => ({ faction, points: -2, deal: [] }));
    const verdict = referee.verdict(deal, lift);
    expect(verdict.factions.filter((one) => one.fierce).map((one) => one.faction)).toEqual([
      'generals',
      'old-guard',
    ]);
    expect(verdict.sides.find((one) => one.side === 'south')).toMatchObject({
      passes: false,
      blocs: [['generals', 'old-guard']],
    });
  });
});
