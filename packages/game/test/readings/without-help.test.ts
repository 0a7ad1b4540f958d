import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWithoutHelp } from '../../src/readings/without-help';
import { make } from '../devices/scenes';
import { bargainingTable } from '../table';
import { stories, storyOf, toTheVote } from './played';

describe('ratification with and without help', () => {
  it('[S20] with help is the result of the record, wherever the model votes', () => {
    fc.assert(
      fc.property(stories, ({ table, story }) => {
        const result = table.desk().results.at(-1);
        const reading = readWithoutHelp(story);
        expect(reading === null).toBe(result === undefined);
        if (!reading || !result) return;
        expect(reading.recorded.passes).toBe(result.passed);
        if (table.desk().settings?.ballot !== 'model') return;
        expect(reading.withHelp.passes).toBe(result.passed);
        expect(reading.withHelp.sides.map(({ passes, yes, no }) => ({ passes, yes, no }))).toEqual(
          result.sides.map(({ passed, yes, no }) => ({ passes: passed, yes, no })),
        );
      }),
      { numRuns: 80 },
    );
  });

  it('[S20] shows what help did: the same terms pass with it and fail without it, by effects and by causes', () => {
    const table = bargainingTable({ luck: 0.99, ballot: 'model' });
    make(table, 'mara', 'quiet-order');
    make(table, 'sela', 'ask-pressure');
    make(table, 'mara', 'pressure');
    toTheVote(table);
    const reading = readWithoutHelp(storyOf(table));
    const south = (standing: { sides: readonly { side: string; passes: boolean }[] } | null | undefined) =>
      standing?.sides.find((one) => one.side === 'south')?.passes;
    expect(reading?.recorded).toEqual({ passes: true, sides: { north: true, south: true } });
    expect([south(reading?.withHelp), south(reading?.effectsRemoved)]).toEqual([true, false]);
    expect(reading?.effectsRemoved.points).toBe(5);
    expect(reading?.causesRemoved.causes).toBe(2);
    expect(reading?.causesRemoved.outcome).not.toBe('ratified');
  });

  it('[S20] changes nothing where no side did anything to the factions of the other', () => {
    const table = bargainingTable({ luck: 0.99, ballot: 'model' });
    make(table, 'fishers', 'lobby');
    toTheVote(table);
    const reading = readWithoutHelp(storyOf(table));
    expect(reading?.effectsRemoved).toMatchObject({ ...reading?.withHelp, effects: 0, points: 0 });
    expect(reading?.causesRemoved).toMatchObject({ causes: 0, standing: reading?.withHelp });
  });

  it('[S20] is silent where nothing was voted on', () => {
    expect(readWithoutHelp(storyOf(bargainingTable()))).toBeNull();
  });
});
