import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMaps } from '../../src/readings/maps';
import { act, make } from '../devices/scenes';
import { bargainingTable, RIVER } from '../table';
import { stories, storyOf, toTheVote } from './played';

describe('a map held against the truth', () => {
  it('[S17] is scored at every change: signed and absolute error, share misread, Brier score', () => {
    const table = bargainingTable({ luck: 0.99 });
    act(table, 'mara', { type: 'map', about: 'generals', stance: 1 });
    act(table, 'mara', { type: 'map', about: 'fishers', stance: 1, vote: 'yes', confidence: 70 });
    const [map] = readMaps(storyOf(table));
    // The generals stand at −3 and were thought friendlier; the fishers stand at 2.
    expect(map?.moments.map((moment) => moment.score.signedError.mean)).toEqual([4, 1.5]);
    expect(map?.moments.map((moment) => moment.score.absoluteError.mean)).toEqual([4, 2.5]);
    expect(map?.moments.map((moment) => moment.score.misread.mean)).toEqual([1, 0.5]);
    expect(map?.moments.at(-1)?.score.brier.mean).toBeCloseTo(0.3 ** 2 + 2 * 0.15 ** 2);
    expect(map?.moments.at(-1)?.score.missing.stances).toEqual(['old-guard']);
  });

  it('[S17] shows how it came nearer to the truth, and how the truth moved away under it', () => {
    const table = bargainingTable({ luck: 0.99 });
    act(table, 'mara', { type: 'map', about: 'generals', stance: 0 });
    act(table, 'mara', { type: 'map', about: 'generals', stance: -3 });
    make(table, 'mara', 'pressure');
    act(table, 'mara', { type: 'map', about: 'old-guard', stance: -4 });
    const [map] = readMaps(storyOf(table));
    // The uninvited pressure took the generals to −5.
    expect(map?.moments.map((moment) => moment.score.signedError.sum)).toEqual([3, 0, 2]);
  });

  it('[U1] is held, too, against influence and chief concern', () => {
    const table = bargainingTable({ luck: 0.99 });
    act(table, 'mara', { type: 'map', about: 'generals', influence: 30, concern: 'water' });
    act(table, 'mara', { type: 'map', about: 'old-guard', influence: 35, concern: 'fund' });
    const last = readMaps(storyOf(table))[0]?.moments.at(-1);
    expect(last?.influenceError).toBe(5);
    expect(last?.concerns).toEqual({ noted: 2, right: 1 });
  });

  it('[S17] is held in the end against the votes that were given', () => {
    const table = bargainingTable({ luck: 0.99, ballot: 'model' });
    for (const about of ['generals', 'old-guard', 'fishers'])
      act(table, 'mara', { type: 'map', about, vote: 'no', confidence: 100 });
    toTheVote(table);
    const votes = table.desk().results.at(-1)?.votes ?? {};
    const wrong = ['generals', 'old-guard', 'fishers'].filter((one) => votes[one] !== 'no').length;
    expect(readMaps(storyOf(table))[0]?.atTheVote?.brier.sum).toBe(2 * wrong);
  });

  it('[U7, S17] tells what was bought for it, and that no guess was further off than it said', () => {
    const table = bargainingTable({ luck: 0.4 });
    act(table, 'mara', { type: 'estimate', about: 'generals' });
    act(table, 'mara', { type: 'map', about: 'generals', stance: 0 });
    act(table, 'mara', { type: 'consult', about: 'generals' });
    const bought = readMaps(storyOf(table))[0]?.bought;
    expect(bought?.estimates).toMatchObject([{ about: 'generals', round: 1, truth: -3 }]);
    expect(bought?.experts).toEqual([{ about: 'generals', round: 1, stance: 0, verdict: 'too-high' }]);
  });

  it('[S17] is scored for any record: errors are bounded by the truth, and every guess bought holds it', () => {
    fc.assert(
      fc.property(stories, ({ story }) => {
        for (const { moments, bought, atTheVote } of readMaps(story)) {
          for (const { score } of moments) {
            expect(score.absoluteError.sum).toBeGreaterThanOrEqual(Math.abs(score.signedError.sum));
            expect(score.entries.length).toBeLessThanOrEqual(RIVER.scenario.factions.length);
          }
          for (const { min, max, truth } of bought.estimates) expect(min <= truth && truth <= max).toBe(true);
          if (story.end.results.length === 0) expect(atTheVote).toBeNull();
        }
      }),
      { numRuns: 60 },
    );
  });
});
