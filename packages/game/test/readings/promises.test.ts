import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPromises } from '../../src/readings/promises';
import { act, factsOf, make } from '../devices/scenes';
import { agree, bargainingTable } from '../table';
import { stories, storyOf } from './played';

describe('promises', () => {
  it('[S14] are followed from the offer to what became of each, and by which move', () => {
    const table = bargainingTable({ luck: 0.99 });
    act(table, 'sela', {
      type: 'offer-plan',
      to: 'mara',
      promises: [
        { side: 'north', kind: 'do', what: 'pressure', until: 2 },
        { side: 'north', kind: 'avoid', what: 'boast', until: null },
      ],
    });
    act(table, 'mara', {
      type: 'answer-plan',
      plan: factsOf(table, 'plan-offered')[0]?.id ?? '',
      accept: true,
    });
    make(table, 'mara', 'pressure');
    table.clock();
    make(table, 'nils', 'victory-line');
    const { plans, sides } = readPromises(storyOf(table));
    expect(plans).toMatchObject([
      {
        by: 'sela',
        to: 'mara',
        state: 'signed',
        promises: [
          { what: 'pressure', state: 'kept', settled: 1, by: 'The north presses the generals' },
          { what: 'boast', state: 'broken', settled: 2, by: 'Mara: the river is ours' },
        ],
      },
    ]);
    expect(sides).toEqual([
      { side: 'north', given: 2, kept: 1, broken: 1 },
      { side: 'south', given: 0, kept: 0, broken: 0 },
    ]);
  });

  it('[D16, D10, D21] are followed where they are orders, words given and frozen positions', () => {
    const table = bargainingTable({ luck: 0.99 });
    make(table, 'mara', 'quiet-order');
    make(table, 'sela', 'word-on-the-border');
    make(table, 'nils', 'victory-line');
    table.clock();
    table.clock();
    const found = readPromises(storyOf(table)).obligations.map(
      ({ obligation, kind, side, state, brokenBy }) => ({ obligation, kind, side, state, brokenBy }),
    );
    expect(found).toEqual([
      { obligation: 'hold-out', kind: 'options', side: 'south', state: 'kept', brokenBy: null },
      {
        obligation: 'quiet',
        kind: 'tags',
        side: 'north',
        state: 'broken',
        brokenBy: { headline: 'Mara: the river is ours', role: 'nils' },
      },
      { obligation: 'border-word', kind: 'must', side: 'south', state: 'broken', brokenBy: null },
    ]);
  });

  it('are broken as assurances when what was ruled out comes home', () => {
    const table = bargainingTable({ luck: 0.99 });
    act(table, 'old-guard', { type: 'ask', issue: 'dam', option: 'delayed' });
    act(table, 'generals', { type: 'ask', issue: 'dam', option: 'built' });
    for (const { id } of factsOf(table, 'asked'))
      act(table, 'sela', { type: 'assure', question: id, yes: true });
    table.clock();
    table.clock();
    agree(table);
    act(table, 'mara', { type: 'initial' });
    act(table, 'sela', { type: 'initial' });
    expect(readPromises(storyOf(table)).assurances).toEqual([
      { faction: 'old-guard', issue: 'dam', option: 'delayed', ruledOut: true, by: 'sela', broken: true },
      { faction: 'generals', issue: 'dam', option: 'built', ruledOut: true, by: 'sela', broken: false },
    ]);
  });

  it('[D23] are asked for at home first: who agreed, who did not, and when the move was made at last', () => {
    const table = bargainingTable({ luck: 0.99 });
    act(table, 'mara', { type: 'ask-consent', move: 'water-gift' });
    act(table, 'farmers', { type: 'give-consent', move: 'water-gift', yes: false });
    act(table, 'engineers', { type: 'give-consent', move: 'water-gift', yes: true });
    table.clock();
    make(table, 'mara', 'water-gift');
    expect(readPromises(storyOf(table)).consents).toMatchObject([
      { move: 'water-gift', asked: 1, yes: ['engineers'], no: ['farmers'], made: 2 },
    ]);
  });

  it('[S14] are counted as the desk counts them, in any record', () => {
    fc.assert(
      fc.property(stories, ({ story }) => {
        const { plans, sides, obligations } = readPromises(story);
        const signed = plans.filter((plan) => plan.state === 'signed').flatMap((plan) => plan.promises);
        expect(sides.reduce((sum, side) => sum + side.given, 0)).toBe(signed.length);
        for (const promise of signed) expect(promise.state === 'open').toBe(promise.settled === null);
        for (const { obligation, state } of obligations)
          expect(story.end.obligations[obligation]?.state).toBe(state);
      }),
      { numRuns: 60 },
    );
  });
});
