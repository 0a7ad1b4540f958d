import type { Faction, Rule } from '@btt/scenario';
import { describe, expect, it } from 'vitest';
import { type Ballots, createReferee, explainVerdict, verdict } from '../src';
import { messagesFor } from '../src/words/language';
import { type FactionSketch, game, half } from './games';

const NAMES = {
  staff: 'The General Staff',
  party: 'The party conservatives',
  reformers: 'Reformers',
  managers: 'Managers',
};

function moscow(rule: Rule, starts: Readonly<Record<string, number>>, more: Partial<Faction> = {}) {
  const weights: Readonly<Record<string, number>> = { staff: 22, party: 22, reformers: 26, managers: 30 };
  const factions = Object.entries(starts).map(
    ([id, start]): FactionSketch => ({
      id,
      side: 'moscow',
      start,
      weight: weights[id] ?? 1,
      ...(id === 'staff' ? more : {}),
    }),
  );
  return game({
    sides: { moscow: rule },
    factions,
    issues: { alliance: ['chosen', 'neutral'] },
    names: NAMES,
  });
}

const sentence = (rule: Rule, starts: Readonly<Record<string, number>>) =>
  createReferee(moscow(rule, starts)).verdict({ alliance: 'chosen' }, []).sentence;

const all = ['staff', 'party', 'reformers', 'managers'];
const majority: Rule = { ...half, factions: all };
const bloc: Rule = { kind: 'no-bloc', factions: ['staff', 'party'] };

describe('a verdict in words', () => {
  it('names the place and the count', () => {
    expect(sentence(majority, { staff: -2, party: 2, reformers: 2, managers: 2 })).toBe(
      'Ratified in Moscow, 78 to 22.',
    );
    expect(sentence(majority, { staff: -2, party: -2, reformers: 2, managers: 0 })).toBe(
      'Refused in Moscow, 26 to 44.',
    );
  });

  it('names a blocking coalition by its members', () => {
    expect(
      sentence({ kind: 'all', rules: [majority, bloc] }, { staff: -4, party: -5, reformers: 2, managers: 2 }),
    ).toBe(
      'Refused in Moscow, 56 to 44: the General Staff and the party conservatives together hold a blocking coalition.',
    );
  });

  it('tells the share that was missing where the count alone looks like a win', () => {
    const twoThirds: Rule = {
      ...half,
      test: 'at-least',
      fraction: { numerator: 2, denominator: 3 },
      factions: all,
    };
    const starts = { staff: -2, party: -2, reformers: 2, managers: 2 };
    expect(sentence(twoThirds, starts)).toBe(
      'Refused in Moscow, 56 to 44: at least two thirds of the 100 votes cast must be yes.',
    );
    expect(sentence({ ...twoThirds, fraction: { numerator: 667, denominator: 1000 } }, starts)).toBe(
      'Refused in Moscow, 56 to 44: at least 66.7 per cent of the 100 votes cast must be yes.',
    );
    expect(sentence({ ...twoThirds, fraction: { numerator: 4, denominator: 7 }, of: 'all' }, starts)).toBe(
      'Refused in Moscow, 56 to 44: at least 4/7 of all 100 votes must be yes.',
    );
  });

  it('says what each kind of rule lacked', () => {
    const starts = { staff: -4, party: 0, reformers: 2, managers: 0 };
    const why = (rule: Rule) => sentence(rule, starts);
    expect(why({ kind: 'quota', weight: 30, heads: false, factions: all })).toBe(
      'Refused in Moscow, 26 to 22: it has 26 of the 30 votes it must have.',
    );
    expect(why({ kind: 'consent', factions: ['staff', 'reformers'] })).toBe(
      'Refused in Moscow: it lacks the consent of the General Staff.',
    );
    expect(why({ kind: 'unanimity', factions: ['staff', 'party', 'reformers'] })).toBe(
      'Refused in Moscow, 26 to 22: all must say yes, and a yes is missing from the General Staff and the party conservatives.',
    );
    expect(why({ kind: 'no-objection', weight: 20, factions: all })).toBe(
      'Refused in Moscow, 26 to 22: the objections weigh 22, and 20 are enough to stop it.',
    );
    expect(why({ kind: 'opinion', level: { numerator: 1, denominator: 2 }, factions: all })).toBe(
      'Refused in Moscow: opinion stands at -0.36, and 0.5 is needed.',
    );
    expect(why({ kind: 'no-bloc', factions: ['staff'] })).toBe(
      'Refused in Moscow: the fierce opposition of the General Staff alone blocks it.',
    );
    expect(sentence(majority, { staff: 0, party: 0, reformers: 0, managers: 0 })).toBe(
      'Refused in Moscow, 0 to 0: nobody voted yes or no.',
    );
  });

  it('says what alternatives and conditions lacked', () => {
    const starts = { staff: -4, party: -2, reformers: 2, managers: 0 };
    const consent = (...factions: string[]): Rule => ({ kind: 'consent', factions });
    expect(sentence({ kind: 'any', rules: [consent('staff'), consent('party')] }, starts)).toBe(
      'Refused in Moscow: no way to ratify is open, because it lacks the consent of the General Staff; it lacks the consent of the party conservatives.',
    );
    expect(
      sentence(
        { kind: 'k-of', k: 2, rules: [consent('staff'), consent('party'), consent('reformers')] },
        starts,
      ),
    ).toBe(
      'Refused in Moscow: 1 of the 2 conditions needed is met, because it lacks the consent of the General Staff; it lacks the consent of the party conservatives.',
    );
  });

  it('tells a missing quorum', () => {
    const scenario = moscow(
      { ...half, factions: all, quorum: { numerator: 3, denominator: 5 } },
      { staff: 2, party: 2, reformers: 2, managers: 2 },
    );
    const ballots: Ballots = { mode: 'free', cast: { staff: 'absent', party: 'absent' } };
    expect(createReferee(scenario).verdict({ alliance: 'chosen' }, [], ballots).sentence).toBe(
      'Refused in Moscow, 56 to 0: only 56 of 100 were present, and the quorum is three fifths.',
    );
  });
});

describe('what a verdict adds', () => {
  const details = (starts: Readonly<Record<string, number>>, more: Partial<Faction> = {}) =>
    createReferee(moscow(majority, starts, more)).verdict({ alliance: 'chosen' }, []).sides[0]?.details;

  it('tells how much support was missing or to spare, and who could have turned it', () => {
    expect(details({ staff: -2, party: -2, reformers: 2, managers: -1 })).toEqual([
      'Moscow needed 2 points more support in every faction.',
      'Managers alone could have saved it by a yes.',
    ]);
    expect(details({ staff: -4, party: -4, reformers: 3, managers: 1 })).toEqual([
      'Moscow had nothing to spare: one point less in every faction would have sunk it.',
      'Any one of Reformers or Managers could have stopped it.',
    ]);
    expect(details({ staff: -4, party: 3, reformers: 3, managers: 3 })).toEqual([
      'Moscow could have lost 2 points in every faction and still ratified.',
      'Managers alone could have stopped it.',
    ]);
  });

  it('tells of red lines', () => {
    const redLines = [{ deal: [{ issue: 'alliance', options: ['chosen'] }], text: 'No NATO in Germany' }];
    expect(details({ staff: 4, party: 2, reformers: -2, managers: 2 }, { redLines })).toContain(
      'It crosses a red line of the General Staff: No NATO in Germany.',
    );
    const veto = moscow({ kind: 'consent', factions: ['staff'] }, { staff: 4 }, { redLines });
    expect(createReferee(veto).verdict({ alliance: 'chosen' }, []).sides[0]?.details[0]).toBe(
      'No rise in support can carry it in Moscow as long as its terms stand.',
    );
  });

  it('tells who was overruled, and when cast votes and model differ', () => {
    const scenario = moscow(majority, { staff: -4, party: 1, reformers: 1, managers: -1 });
    const found = createReferee(scenario).verdict({ alliance: 'chosen' }, [], {
      mode: 'bounded',
      cast: { staff: 'yes', party: 'no', reformers: 'yes' },
    });
    expect(found.details).toEqual([
      'The General Staff voted yes, but its constituency overruled it: it counts as no.',
    ]);
    const free = createReferee(scenario).verdict({ alliance: 'chosen' }, [], {
      mode: 'free',
      cast: { staff: 'yes' },
    });
    expect(free.sides[0]?.details).toContain(
      'Had every faction in Moscow voted by its support, it would have been refused.',
    );
  });

  it('speaks of a draft as something yet to come', () => {
    const found = createReferee(
      moscow(majority, { staff: -2, party: -2, reformers: 2, managers: 0 }),
    ).evaluate({}, []);
    expect(found.sentence).toBe('Would be refused in Moscow, 26 to 44.');
    expect(found.sides[0]?.details).toEqual([
      'Moscow needs 1 point more support in every faction.',
      'Any one of the General Staff, the party conservatives or Managers could save it by a yes.',
    ]);
  });

  it('puts refusals first when several sides are told in one breath', () => {
    const scenario = game({
      sides: { bonn: { ...half, factions: ['a'] }, paris: { ...half, factions: ['b'] } },
      factions: [
        { id: 'a', side: 'bonn', start: 2 },
        { id: 'b', side: 'paris', start: -2 },
      ],
      issues: { alliance: ['chosen'] },
    });
    expect(explainVerdict(scenario, verdict(scenario, { alliance: 'chosen' }, [])).sentence).toBe(
      'Refused in Paris, 0 to 1. Ratified in Bonn, 1 to 0.',
    );
  });
});

describe('languages', () => {
  it('fall back to English until they have a table of their own', () => {
    expect(messagesFor('en-GB')).toBe(messagesFor('en'));
    expect(messagesFor('eo')).toBe(messagesFor('en'));
  });
});
