import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTurning } from '../../src/readings/turning';
import { make } from '../devices/scenes';
import { bargainingTable } from '../table';
import { stories, storyOf, toTheVote } from './played';

describe('what a result is owed to', () => {
  it('is shared out exactly: the shares of all causes add up to what they changed together', () => {
    fc.assert(
      fc.property(stories, ({ story }) => {
        const reading = readTurning(story, 8);
        if (!reading) return;
        for (const { shares, none, all } of [reading.whole, ...reading.sides]) {
          const sum = shares.reduce((total, share) => total + share.shapley.value, 0);
          expect(sum).toBeCloseTo(all.worth - none.worth, 9);
          const path = shares.reduce((total, share) => total + (share.path ?? 0), 0);
          expect(path).toBeCloseTo(all.worth - none.worth, 9);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('ends, with all causes, at the result that the model gives to the record', () => {
    fc.assert(
      fc.property(stories, ({ table, story }) => {
        const result = table.desk().results.at(-1);
        if (!result || table.desk().settings?.ballot !== 'model') return;
        expect(readTurning(story, 8)?.whole.all.passes).toBe(result.passed);
      }),
      { numRuns: 60 },
    );
  });

  it('names each move with all that it went on to do, and says in words what it was worth', () => {
    const table = bargainingTable({ luck: 0.99, ballot: 'model' });
    make(table, 'mara', 'quiet-order');
    make(table, 'sela', 'ask-pressure');
    make(table, 'mara', 'pressure');
    toTheVote(table);
    const reading = readTurning(storyOf(table));
    expect(reading?.players.map((player) => player.name)).toEqual(
      expect.arrayContaining(['The north keeps quiet', 'The north presses the generals']),
    );
    const south = reading?.sides.find((side) => side.side === 'south');
    const order = reading?.players.findIndex((player) => player.name === 'The north keeps quiet');
    expect(south?.shares[order ?? -1]).toMatchObject({ decisive: true });
    const sentences = reading?.words.sides.flatMap((side) => side.details.map((detail) => detail.text)) ?? [];
    expect(sentences.join(' ')).toContain('The north keeps quiet');
  });

  it('is nothing where nothing was voted on', () => {
    expect(readTurning(storyOf(bargainingTable()))).toBeNull();
  });
});
