import { fileURLToPath } from 'node:url';
import { loadScenario } from '@btt/scenario/load';
import { describe, expect, it } from 'vitest';
import { type Adjustment, plannedAdjustments } from '../src';
import { cheapestHelp } from '../src/advice/cheapest';
import { distanceToPassing } from '../src/advice/distance';
import { attribution } from '../src/attribution/additive';
import { attributionOfReplay, type ReplayedSide } from '../src/attribution/replayed';
import { messagesFor } from '../src/words/language';
import {
  explainAttributions,
  explainDistance,
  explainHelp,
  type SpokenAttribution,
} from '../src/words/turning';
import { game, half } from './games';

const names = { staff: 'The General Staff', party: 'The party conservatives', reformers: 'Reformers' };
const council = game({
  sides: { moscow: { ...half, factions: Object.keys(names) } },
  factions: [
    { id: 'staff', side: 'moscow', weight: 24, start: -1 },
    { id: 'party', side: 'moscow', weight: 30, start: -3 },
    { id: 'reformers', side: 'moscow', weight: 38, start: 2 },
  ],
  issues: { alliance: ['chosen'] },
  names,
});
const deal = { alliance: 'chosen' };
const points = (faction: string, sum: number): Adjustment => ({ faction, points: sum, deal: [] });

const textsOf = (spoken: SpokenAttribution | undefined, kind: string) =>
  (spoken?.details ?? []).filter((detail) => detail.kind === kind).map((detail) => detail.text);

describe('what brought a result about, in words', () => {
  const causes = [
    { id: 'declaration', name: 'The declaration', adjustments: [points('staff', 3)] },
    { id: 'letter', name: 'The letter', adjustments: [points('staff', 2), points('party', 1)] },
    { id: 'boast', name: 'Celebrate at the Wall', adjustments: [points('staff', -2)] },
    { id: 'visit', name: 'A visit', adjustments: [points('party', -1)] },
  ];
  const spoken = explainAttributions(
    council,
    attribution(council, deal, [], { causes, order: ['boast', 'letter', 'declaration', 'visit'] }),
    causes,
  );
  const [moscow] = spoken.sides;

  it('tells the way that all causes together have moved a side', () => {
    expect(moscow?.sentence).toBe('All this took Moscow from 1 point missing to 1 point to spare.');
    expect(spoken.whole.sentence).toBe(
      'All this took the agreement from 1 point missing to 1 point to spare.',
    );
  });

  it('tells without which cause the result would have been the other one, with the count', () => {
    expect(textsOf(moscow, 'without')).toEqual([
      'Without the declaration Moscow would have refused, 38 to 54.',
    ]);
    expect(textsOf(spoken.whole, 'without')).toEqual([
      'Without the declaration the agreement would have failed.',
    ]);
  });

  it('tells when the result turned', () => {
    expect(textsOf(moscow, 'turning-point')).toEqual(['With the declaration Moscow came round, 62 to 30.']);
    expect(textsOf(spoken.whole, 'turning-point')).toEqual([
      'With the declaration the agreement came within reach on all sides.',
    ]);
  });

  it('tells what each earned or cost, and what did harm alone', () => {
    expect(textsOf(moscow, 'worth')).toEqual([
      'The declaration earned about 1.8 points in Moscow.',
      'The letter earned about 1.3 points in Moscow.',
      '“Celebrate at the Wall” cost about 1.2 points in Moscow.',
    ]);
    expect(textsOf(moscow, 'alone')).toEqual([
      'Alone, “Celebrate at the Wall” would have cost 2 points in Moscow.',
    ]);
    expect(textsOf(moscow, 'no-difference')).toEqual(['A visit made no difference in Moscow.']);
  });

  it('tells which causes did the same work, and which did more together', () => {
    expect(textsOf(moscow, 'together')).toEqual([
      'The declaration and the letter partly did the same work in Moscow: together they did less than each alone, added up (−2).',
      'The declaration and “Celebrate at the Wall” together did more in Moscow than each alone, added up (+1).',
    ]);
  });

  it('tells what each changed at its time, apart from its worth', () => {
    expect(textsOf(moscow, 'at-its-time')).toEqual([
      'In the order of events, “Celebrate at the Wall” cost 2 points in Moscow.',
      'In the order of events, the letter won 2 points in Moscow.',
      'In the order of events, the declaration won 2 points in Moscow.',
    ]);
  });

  it('puts a headline in quotation marks, also one that begins with an article', () => {
    const told = [
      {
        id: 'order',
        name: 'The White House tells its side to keep quiet',
        adjustments: [points('staff', -2)],
      },
    ];
    const { sides } = explainAttributions(council, attribution(council, deal, [], { causes: told }), told);
    expect(textsOf(sides[0], 'worth')).toEqual([
      '“The White House tells its side to keep quiet” cost 2 points in Moscow.',
    ]);
  });

  it('puts what was lost as what was lost', () => {
    const lost = [{ id: 'boast', name: 'The boast', adjustments: [points('staff', -2)] }];
    const found = attribution(council, deal, [points('staff', 2)], { causes: lost, order: ['boast'] });
    const words = explainAttributions(council, found, lost);
    expect(textsOf(words.sides[0], 'turning-point')).toEqual(['With the boast Moscow was lost, 38 to 54.']);
    expect(textsOf(words.sides[0], 'without')).toEqual([
      'Without the boast Moscow would have ratified, 62 to 30.',
    ]);
    expect(textsOf(words.sides[0], 'worth')).toEqual(['The boast cost 2 points in Moscow.']);
    expect(textsOf(words.whole, 'turning-point')).toEqual(['With the boast the agreement was lost.']);
    expect(textsOf(words.whole, 'without')).toEqual([
      'Without the boast the agreement would have been ratified.',
    ]);
  });

  it('says so where nothing moved', () => {
    const none = attribution(council, deal, [], { causes: [] });
    expect(explainAttributions(council, none, []).whole).toEqual({
      side: null,
      sentence: 'All this left the agreement where it was, with 1 point missing.',
      details: [],
    });
  });

  it('names what groups and everything else stand for', () => {
    const found = attribution(council, deal, [], {
      causes,
      groups: [{ id: 'gifts', name: 'What was given', causes: ['letter', 'declaration'] }],
      most: 2,
    });
    expect(explainAttributions(council, found, causes).groups).toEqual([
      '“What was given”, taken as one: the declaration and the letter.',
      'Everything else, taken as one: “Celebrate at the Wall” and a visit.',
    ]);
  });

  it('speaks of the result itself where there is no margin', () => {
    const both = [
      { id: 'letter', name: 'The letter' },
      { id: 'terms', name: 'The terms' },
    ];
    const replayed = (passes: boolean): ReplayedSide[] => [
      passes
        ? { side: 'moscow', margin: 0, fixed: null }
        : { side: 'moscow', margin: null, fixed: 'never-passes' },
    ];
    const words = (needed: number) =>
      explainAttributions(
        council,
        attributionOfReplay({ causes: both, order: ['letter', 'terms'] }, (ids) =>
          replayed(ids.size >= needed),
        ),
        both,
      ).sides[0];
    const together = words(2);
    expect(together?.sentence).toBe('Without all this Moscow would have refused; with it, it ratified.');
    expect(together?.details.map((detail) => detail.text)).toEqual([
      'No change of support alone turns the result in Moscow, so it is the result itself that is shared out.',
      'With the terms Moscow came round.',
      'Without the letter Moscow would have refused.',
      'Without the terms Moscow would have refused.',
      'The letter earned 50 per cent of a yes in Moscow.',
      'The terms earned 50 per cent of a yes in Moscow.',
      'The letter and the terms together did more in Moscow than each alone, added up.',
      'In the order of events, the terms turned the result in Moscow into a ratification.',
    ]);
    expect(words(3)?.sentence).toBe('Moscow would have refused with or without all this.');
    expect(textsOf(words(1), 'together')).toEqual([
      'The letter and the terms partly did the same work in Moscow: together they did less than each alone, added up.',
    ]);
  });
});

describe('how far it was from passing, in words', () => {
  it('tells who would have needed how many points, and how many other ways there are', () => {
    const distance = distanceToPassing(council, 'moscow', deal, []);
    expect(explainDistance(council, 'moscow', distance)).toBe(
      'Moscow was 1 point short: 1 point for the General Staff would have carried it.',
    );
    const further = distanceToPassing(council, 'moscow', deal, [
      points('reformers', -1),
      points('staff', -1),
    ]);
    expect(explainDistance(council, 'moscow', further)).toBe(
      'Moscow was 2 points short: 2 points for the General Staff would have carried it.',
    );
  });

  it('joins several factions and several ways', () => {
    const ways = (count: bigint) => ({
      kind: 'exact' as const,
      points: 3,
      count,
      ways: [
        [
          { faction: 'staff', points: 2, vote: 'yes' as const, fierce: false },
          { faction: 'reformers', points: 1, vote: 'yes' as const, fierce: false },
        ],
        [{ faction: 'party', points: 3, vote: 'yes' as const, fierce: false }],
      ],
    });
    const start =
      'Moscow was 3 points short: 2 points for the General Staff and 1 point for Reformers or 3 points for the party conservatives would have carried it';
    expect(explainDistance(council, 'moscow', ways(2n))).toBe(`${start}.`);
    expect(explainDistance(council, 'moscow', ways(3n))).toBe(`${start}; there is 1 more way.`);
    expect(explainDistance(council, 'moscow', ways(9n))).toBe(`${start}; there are 7 more ways.`);
  });

  it('says so where nothing was missing, nothing helps, or too much would have to be gone through', () => {
    const passing = distanceToPassing(council, 'moscow', deal, [points('staff', 4)]);
    expect(explainDistance(council, 'moscow', passing)).toBe('Moscow was not short of a single point.');
    expect(explainDistance(council, 'moscow', { kind: 'never' })).toBe(
      'No rise in support could have carried it in Moscow, as its terms stood.',
    );
    expect(explainDistance(council, 'moscow', { kind: 'too-large' })).toBe(
      'The votes in Moscow can add up in too many ways to say how far it was from passing.',
    );
  });
});

describe('the cheapest help, in words', () => {
  const measures = [
    { id: 'letter', cost: 2, adjustments: [points('staff', 2)] },
    { id: 'visit', cost: 1, adjustments: [points('staff', 1)] },
    { id: 'word', cost: 1, adjustments: [points('staff', 1)] },
  ];
  const nameOf = (id: string) => `The ${id}`;
  const help = (wanted: Partial<Parameters<typeof cheapestHelp>[1]>) =>
    cheapestHelp(council, { measures, deal, ...wanted });

  it('names the sets and what they cost', () => {
    expect(explainHelp(council, help({}), nameOf)).toBe(
      'The cheapest help that carries it on all sides costs 1: the visit; or the word.',
    );
    expect(explainHelp(council, help({ adjustments: [points('staff', -1)] }), nameOf, { mostSets: 1 })).toBe(
      'The cheapest help that carries it on all sides costs 2: the letter; 1 more set costs the same.',
    );
    expect(explainHelp(council, help({ adjustments: [points('staff', -3)] }), nameOf, { any: true })).toBe(
      'The cheapest help that carries some agreement on all sides costs 4: the letter, the visit and the word.',
    );
  });

  it('says so where none is needed, none is enough, or there is too much to go through', () => {
    expect(explainHelp(council, help({ adjustments: [points('staff', 3)] }), nameOf)).toBe(
      'It passes on all sides without any help.',
    );
    expect(explainHelp(council, help({ most: 0 }), nameOf)).toBe(
      'No help that can be paid for carries it on all sides.',
    );
    expect(explainHelp(council, help({ most: 0 }), nameOf, { any: true })).toBe(
      'No help that can be paid for carries any agreement on all sides.',
    );
    expect(explainHelp(council, help({ effort: 1 }), nameOf)).toBe(
      'There are too many ways to help to go through them all.',
    );
  });
});

describe('German reunification', () => {
  it('tells what carried the historic terms, from the scenario’s own names', async () => {
    const loaded = await loadScenario(
      fileURLToPath(new URL('../../../scenarios/german-reunification', import.meta.url)),
    );
    if (!loaded.ok) throw new Error('the flagship does not load');
    const { scenario } = loaded;
    const causes = (scenario.historic?.moves ?? []).map((id) => ({
      id,
      name: scenario.moves.find((move) => move.id === id)?.name ?? id,
      adjustments: plannedAdjustments(scenario, [id]),
    }));
    const found = attribution(scenario, scenario.historic?.deal ?? {}, [], {
      causes,
      order: causes.map((one) => one.id),
    });
    const [west, soviet] = explainAttributions(scenario, found, causes).sides;
    expect(soviet?.sentence).toBe('All this took Moscow from 1 point missing to 3 points to spare.');
    expect(textsOf(west, 'without')).toContain(
      'Without “Ease the blockade of Lithuania” Washington would have refused, 46 to 44.',
    );
    for (const { text } of [...(west?.details ?? []), ...(soviet?.details ?? [])]) {
      for (const { id } of causes) if (id.includes('-')) expect(text).not.toContain(id);
    }
  });
});

describe('languages', () => {
  it('have the messages on causes in the same table as those on verdicts', () => {
    expect(messagesFor('en').without({ name: null, place: 'Moscow', passes: true, count: null })).toBe(
      'Without everything else Moscow would have ratified.',
    );
  });
});
