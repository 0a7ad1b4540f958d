import { SMALL, SMALL_FILES, scenarioOf } from '@btt/scenario/test-support';
import { describe, expect, it } from 'vitest';
import { createGame } from '../../src';
import { bargainingTable, refusalOf } from '../table';
import { act, audienceOfLast, factsOf, make } from './scenes';

describe('being told what came of it', () => {
  it('[D28] is always true: helped, hurt, or nothing', () => {
    const told = (invited: boolean, move: string, picked?: string[]) => {
      const table = bargainingTable();
      if (invited) make(table, 'sela', 'ask-pressure');
      const happening = make(table, 'mara', move, picked ? { picked } : {});
      act(table, 'sela', { type: 'acknowledge', happening });
      return factsOf(table, 'acknowledged').at(-1)?.result;
    };
    expect(told(true, 'pressure')).toBe('helped');
    expect(told(false, 'pressure')).toBe('hurt');
    expect(told(false, 'help-speech', ['no-fish'])).toBe('nothing');
  });

  it('[D28] is the one certain sign of help before the debrief: whoever helped sees no support of anybody', () => {
    const table = bargainingTable();
    make(table, 'sela', 'ask-pressure');
    const help = make(table, 'mara', 'pressure');
    expect(table.view('mara').effects).toEqual([]);
    act(table, 'sofia', { type: 'acknowledge', happening: help });
    expect(table.view('mara').politics.acknowledged[help]).toBe('helped');
    expect(audienceOfLast(table, 'acknowledged')).toEqual(
      expect.arrayContaining(['sela', 'simon', 'sofia', 'mara', 'nils', 'nora']),
    );
    expect(table.view('generals').politics.acknowledged).toEqual({});
  });

  it('[D28] counts what the move did to the teller’s own factions alone', () => {
    const table = bargainingTable();
    const line = make(table, 'mara', 'sharing-line');
    act(table, 'sela', { type: 'acknowledge', happening: line });
    // It pleased the fishers of the south and annoyed the border guard of the north.
    expect(factsOf(table, 'acknowledged').at(-1)?.result).toBe('helped');
  });

  it('[D28] tells what it did, also when that did not last', () => {
    const source = SMALL.replace(
      '{do: [{effect: {generals: -2, old-guard: -1}}]}',
      '{do: [{effect: {generals: 1}, until: {rounds: 1}}]}',
    );
    const table = bargainingTable({ game: createGame(scenarioOf(source, SMALL_FILES), 'passing') });
    const help = make(table, 'mara', 'pressure');
    table.clock();
    expect(table.desk().effects.filter((effect) => effect.faction === 'generals')).toEqual([]);
    act(table, 'sela', { type: 'acknowledge', happening: help });
    expect(factsOf(table, 'acknowledged').at(-1)?.result).toBe('helped');
  });

  it('[D28] is said once, of a move of another side, by those at the table', () => {
    const table = bargainingTable();
    const help = make(table, 'mara', 'sharing-line');
    const tell = { type: 'acknowledge', happening: help } as const;
    expect(refusalOf(table.seat('nils', tell))).toBe('unknown-happening');
    expect(refusalOf(table.seat('fishers', tell))).toBe('not-entitled');
    act(table, 'sela', tell);
    expect(refusalOf(table.seat('simon', tell))).toBe('used-up');
  });
});
