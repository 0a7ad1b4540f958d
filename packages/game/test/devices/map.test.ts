import { describe, expect, it } from 'vitest';
import { bargainingTable, openTable, refusalOf } from '../table';
import { act, factsOf } from './scenes';

describe('the map of the other side', () => {
  it('[S3, U1] is kept by negotiators, aides and the press from the briefing on, about factions abroad, and read by nobody else', () => {
    const table = openTable();
    table.host({ type: 'start' });
    act(table, 'mara', { type: 'map', about: 'generals', stance: -4, influence: 40, concern: 'dam' });
    act(table, 'nora', { type: 'map', about: 'generals', stance: -1 });
    expect(table.view('mara').politics.maps).toEqual({
      mara: { generals: { stance: -4, influence: 40, concern: 'dam' } },
    });
    expect(table.view('nils').politics.maps).toEqual({});
    expect(refusalOf(table.seat('mara', { type: 'map', about: 'farmers', stance: 1 }))).toBe('unknown-role');
    expect(refusalOf(table.seat('farmers', { type: 'map', about: 'generals', stance: 1 }))).toBe(
      'not-entitled',
    );
    expect(refusalOf(table.seat('wire', { type: 'map', about: 'farmers', vote: 'yes' }))).toBeNull();
  });

  it('[U1] is filled in little by little: a new note leaves what was noted before', () => {
    const table = bargainingTable();
    act(table, 'mara', { type: 'map', about: 'generals', stance: -4 });
    act(table, 'mara', { type: 'map', about: 'generals', vote: 'no', confidence: 80 });
    expect(table.view('mara').politics.maps.mara?.generals).toEqual({
      stance: -4,
      vote: 'no',
      confidence: 80,
    });
    expect(factsOf(table, 'mapped').map((fact) => fact.round)).toEqual([1, 1]);
  });

  it('[U1] takes a guess that is bought: off by no more than the scenario says, and the truth lies within it', () => {
    for (const luck of [0, 0.3, 0.6, 0.99]) {
      const table = bargainingTable({ luck });
      const purse = table.view('mara').capital.mara ?? 0;
      act(table, 'mara', { type: 'estimate', about: 'generals' });
      const [guess] = factsOf(table, 'estimated');
      const { cost, error } = table.game.scenario.politics.intelligence;
      expect((guess?.max ?? 0) - (guess?.min ?? 0)).toBe(2 * error);
      expect(guess?.min).toBeLessThanOrEqual(-3);
      expect(guess?.max).toBeGreaterThanOrEqual(-3);
      expect(table.view('mara').capital.mara).toBe(purse - cost);
      expect(table.view('sela').politics.estimates).toEqual([]);
    }
  });

  it('[U7] can be shown to an expert, who says of one entry whether it is right, too high or too low, for capital', () => {
    const verdictFor = (stance: number) => {
      const table = bargainingTable();
      act(table, 'mara', { type: 'map', about: 'generals', stance });
      act(table, 'mara', { type: 'consult', about: 'generals' });
      const { expert } = table.game.scenario.politics.intelligence;
      expect(factsOf(table, 'capital').at(-1)).toMatchObject({ role: 'mara', change: -expert });
      return factsOf(table, 'corrected')[0]?.verdict;
    };
    expect([0, -3, -2, -5].map(verdictFor)).toEqual(['too-high', 'right', 'right', 'too-low']);
  });

  it('[U7] is not corrected where there is nothing to correct, nor for an empty purse', () => {
    const table = bargainingTable();
    expect(refusalOf(table.seat('mara', { type: 'consult', about: 'generals' }))).toBe('unknown-happening');
    for (let bought = 0; bought < 3; bought++) act(table, 'mara', { type: 'estimate', about: 'generals' });
    expect(refusalOf(table.seat('mara', { type: 'estimate', about: 'generals' }))).toBe('too-expensive');
  });
});
