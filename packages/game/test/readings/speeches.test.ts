import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSpeeches } from '../../src/readings/speeches';
import { act, factsOf } from '../devices/scenes';
import { bargainingTable, initialled } from '../table';
import { stories, storyOf, toTheVote } from './played';

describe('a speech', () => {
  it('[D11] is held against what its hearers truly had in mind: held, foreseen, answered truly, missed', () => {
    const table = initialled();
    act(table, 'sela', {
      type: 'give-speech',
      answers: [
        { criticism: 'gave-away', answer: 'quotas-hold' },
        { criticism: 'no-fish', answer: 'ladder' },
      ],
    });
    const [speech] = readSpeeches(storyOf(table));
    expect(speech).toMatchObject({ side: 'south', held: 2, anticipated: 1, answeredTruly: 1, draft: null });
    expect(speech?.answers.map(({ heldBy, true: holds }) => [heldBy, holds])).toEqual([
      [['old-guard'], true],
      [[], true],
    ]);
    expect(speech?.missed.map((one) => one.criticism)).toEqual(['sold-out']);
    expect(speech?.points.answers).toEqual({ 'old-guard': 1 });
  });

  it('[D12] that answers with what the agreement does not bear out has foreseen the attack and not answered it', () => {
    const table = bargainingTable({ luck: 0.99 });
    toTheVote(table);
    act(table, 'sela', {
      type: 'give-speech',
      answers: [
        { criticism: 'gave-away', answer: 'north-is-quiet' },
        { criticism: 'sold-out', answer: 'fund-pays' },
      ],
    });
    const [speech] = readSpeeches(storyOf(table));
    expect(speech).toMatchObject({ anticipated: 2, answeredTruly: 1 });
    expect(speech?.answers.map((answer) => answer.true)).toEqual([false, true]);
  });

  it('[U2, D19] tells who had drafted it, and which attacks that one had foreseen', () => {
    const table = initialled();
    act(table, 'nora', {
      type: 'draft-speech',
      for: 'south',
      constituencies: ['old-guard'],
      attacks: ['gave-away', 'sold-out'],
    });
    const draft = factsOf(table, 'speech-drafted')[0]?.id ?? '';
    act(table, 'nora', { type: 'hand-speech', draft, to: 'sofia' });
    act(table, 'sela', { type: 'give-speech', answers: [], draft });
    const [speech] = readSpeeches(storyOf(table));
    expect(speech?.draft).toMatchObject({ role: 'nora', side: 'north', foreseen: ['gave-away'] });
    expect(speech?.points).toEqual({
      answers: {},
      foreseen: { 'old-guard': table.game.scenario.politics.foreseen },
      ratings: {},
    });
  });

  it('[D11] is rated by its hearers, and their ratings are kept apart from what it answered', () => {
    const table = initialled();
    act(table, 'sela', { type: 'give-speech', answers: [] });
    act(table, 'fishers', { type: 'rate-speech', rating: 1 });
    act(table, 'generals', { type: 'rate-speech', rating: -1 });
    expect(readSpeeches(storyOf(table))[0]).toMatchObject({
      ratings: { fishers: 1, generals: -1 },
      points: { ratings: { fishers: 1, generals: -1 } },
    });
  });

  it('[D11] moves its hearers, in any record, by what was felt of it and by nothing else', () => {
    fc.assert(
      fc.property(stories, ({ story }) => {
        const kinds = ['speech', 'draft', 'rating'];
        const felt = story.effects
          .filter((effect) => kinds.includes(effect.origin.kind))
          .reduce((sum, effect) => sum + effect.points, 0);
        const told = readSpeeches(story)
          .flatMap(({ points }) => [points.answers, points.foreseen, points.ratings])
          .flatMap((points) => Object.values(points))
          .reduce((sum, points) => sum + points, 0);
        expect(told).toBe(felt);
      }),
      { numRuns: 80 },
    );
  });
});
