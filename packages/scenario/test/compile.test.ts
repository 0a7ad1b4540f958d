import { describe, expect, test } from 'vitest';
import { compileScenario, indexScenario, type Move, type Scenario } from '../src';
import { exactFraction } from '../src/compile/terms';
import { SMALL, SMALL_FILES, scenarioOf, smallScenario } from '../test-support';
import { MINIMAL, minimalBut, minimalWith } from './printed';

const small = smallScenario();
const index = indexScenario(small);

function move(id: string, scenario: Scenario = small): Move {
  const found = scenario.moves.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no move ${id}`);
  return found;
}

test('the small scenario has neither problems nor warnings', () => {
  expect(compileScenario([{ path: 'scenario.yaml', text: SMALL }, ...SMALL_FILES])).toEqual({
    ok: true,
    scenario: small,
    warnings: [],
  });
});

describe('a minimal scenario that can only be scored', () => {
  const minimal = scenarioOf(MINIMAL);

  test('gets names from ids, an order from the order written, and a rule in words', () => {
    expect(minimal.sides).toEqual([
      {
        id: 'west',
        name: 'West',
        short: 'West',
        place: 'West',
        colour: 'blue',
        rule: {
          kind: 'majority',
          test: 'more-than',
          fraction: { numerator: 1, denominator: 2 },
          of: 'cast',
          heads: false,
          factions: ['general-staff', 'congress'],
        },
        ruleText: 'More than 1/2 of the weight cast must be in favour.',
      },
    ]);
    expect(
      minimal.roles.map(({ id, kind, name, order, initials }) => ({ id, kind, name, order, initials })),
    ).toEqual([
      { id: 'general-staff', kind: 'faction', name: 'General staff', order: 1, initials: false },
      { id: 'congress', kind: 'faction', name: 'Congress', order: 2, initials: false },
    ]);
  });

  test('has no abstention, and reputations as the starting stance tells', () => {
    expect(
      minimal.factions.map(({ yes, no, fierce, reputation }) => ({ yes, no, fierce, reputation })),
    ).toEqual([
      { yes: 0, no: -1, fierce: -3, reputation: 'opponent' },
      { yes: 0, no: -1, fierce: -3, reputation: 'undecided' },
    ]);
  });

  test('has the default table and no principals, speech or history', () => {
    expect(minimal.table).toEqual({
      briefing: 9,
      rounds: [1, 2, 3].map((round) => ({ name: `Round ${round}`, date: '', minutes: 9 })),
      ratification: 8,
      returns: { times: 1, minutes: 5 },
      ballot: 'bounded',
      capital: { perRound: 3, carry: 0 },
    });
    expect([minimal.principals, minimal.speech, minimal.historic]).toEqual([[], null, null]);
  });

  test('may have unlimited capital', () => {
    expect(
      scenarioOf(minimalWith('table: {capital: {per-round: unlimited}}\n')).table.capital.perRound,
    ).toBeNull();
  });
});

test('the order written is kept everywhere', () => {
  expect(small.issues.map((issue) => issue.options.map((option) => option.id))).toEqual([
    ['free', 'quotas', 'upstream'],
    ['built', 'delayed', 'dropped'],
    ['none', 'small', 'large'],
  ]);
  expect(small.moves[0]?.id).toBe('quiet-order');
  expect(small.roles.map((role) => role.id).slice(0, 8)).toEqual([
    'mara',
    'nils',
    'nora',
    'sela',
    'simon',
    'sofia',
    'wire',
    'farmers',
  ]);
});

test('every table has its channels, and the author adds back channels', () => {
  const members = (id: string) => index.channel(id)?.members;
  expect(members('table')).toEqual(['mara', 'nils', 'nora', 'sela', 'simon', 'sofia']);
  expect(members('caucus-north')).toEqual(['mara', 'nils', 'nora', 'farmers', 'engineers', 'border-guard']);
  expect(members('direct-generals')).toEqual(['sela', 'generals']);
  expect(members('facilitator-nora')).toEqual(['nora']);
  expect(members('press')).toEqual(small.roles.map((role) => role.id));
  expect(index.channel('press')?.readers).toBe('everyone');
  expect(index.channel('nora-sofia')).toEqual({
    id: 'nora-sofia',
    kind: 'back-channel',
    name: 'Nora and Sofia',
    members: ['nora', 'sofia'],
    readers: 'members',
    leak: {
      odds: { numerator: 1, denominator: 4 },
      do: [
        { kind: 'tell', to: { kind: 'everyone' }, text: 'Aides of both sides meet in secret.' },
        ...['border-guard', 'old-guard'].map((faction) => ({
          kind: 'effect',
          faction,
          points: -1,
          until: { kind: 'end' },
          stacking: 'each',
          deal: [],
        })),
      ],
    },
  });
});

test('selectors mean roles, in the order of the scenario', () => {
  expect(move('pressure').by).toEqual(['mara']);
  expect(move('ask-pressure').audience).toEqual({
    kind: 'roles',
    roles: ['mara', 'nora', 'sela', 'simon', 'sofia'],
  });
  expect(move('hard-paper').audience).toEqual({ kind: 'roles', roles: ['mara', 'nils', 'sela', 'simon'] });
  expect(move('sharing-line').audience).toEqual({ kind: 'everyone' });
  expect(small.rumours[0]?.to).toEqual(['mara', 'nils', 'nora']);
});

test('a repeated measure adds nothing, a repeated statement less and less, unless written otherwise', () => {
  const stacking = (kind: string, more = '') =>
    move(
      'x',
      scenarioOf(
        minimalWith(`moves:\n  x: {kind: ${kind}, by: west, do: [{effect: {congress: 1}${more}}]}\n`),
      ),
    ).always.map((action) => action.kind === 'effect' && action.stacking);
  expect(stacking('measure')).toEqual(['once']);
  expect(stacking('statement')).toEqual(['diminishing']);
  expect(stacking('measure', ', stacking: each')).toEqual(['each']);
});

test('an obligation says what is allowed, and its standing effects hold while it is kept', () => {
  expect(index.trigger('freeze')?.always[0]).toMatchObject({
    kind: 'oblige',
    who: ['sela', 'simon'],
    ban: { kind: 'options', allowed: [{ issue: 'water', options: ['free'] }] },
  });
  expect(move('quiet-order').always[0]).toMatchObject({
    upkeep: [{ faction: 'farmers', points: -1, until: { kind: 'rounds', rounds: 1 }, stacking: 'each' }],
    standing: [
      { faction: 'generals', until: { kind: 'obligation', obligation: 'quiet' } },
      { faction: 'old-guard', until: { kind: 'obligation', obligation: 'quiet' } },
    ],
    kept: [{ until: { kind: 'end' } }, { until: { kind: 'end' } }],
  });
});

test('several keys of a condition must all hold', () => {
  const scenario = scenarioOf(
    minimalWith(
      'moves:\n  x: {kind: measure, by: west, available: {round: 2, not: {taken: {move: x, times: 2}}, draft: {alliance: neutral}}}\n',
    ),
  );
  expect(move('x', scenario).available).toEqual({
    kind: 'all',
    of: [
      { kind: 'not', of: { kind: 'taken', move: 'x', times: 2 } },
      { kind: 'round', from: 2, to: 2 },
      { kind: 'draft', terms: [{ issue: 'alliance', options: ['neutral'] }] },
    ],
  });
});

test('secrets are chosen among values, or fixed by the scenario', () => {
  const secrets = (written: string) =>
    move(
      'x',
      scenarioOf(minimalWith(`moves:\n  x: {kind: measure, by: west, secrets: {manner: ${written}}}\n`)),
    ).secrets;
  expect(secrets('{meant: As it stands, performed: For show}')).toEqual([
    { key: 'manner', values: ['meant', 'performed'], labels: ['As it stands', 'For show'] },
  ]);
  expect(secrets('[meant, performed]')).toEqual([
    { key: 'manner', values: ['meant', 'performed'], labels: ['Meant', 'Performed'] },
  ]);
  expect(secrets('performed')).toEqual([{ key: 'manner', values: ['performed'], labels: ['Performed'] }]);
});

test('things are picked from the move or from the criticisms', () => {
  expect(move('package').pick).toMatchObject({
    from: 'items',
    min: 2,
    max: 4,
    items: [{ id: 'gauges', label: 'Shared gauges', group: 'trust' }, {}, {}, {}],
  });
  expect(move('package').always[0]).toMatchObject({
    scale: {
      by: 'picked',
      steps: [
        { least: 3, times: 1 },
        { least: 4, times: 2 },
      ],
    },
  });
  expect(move('help-speech').pick).toEqual({ from: 'criticisms', items: [], min: 1, max: 2 });
});

test('points come from issues and from roles; a negotiator with points is a principal', () => {
  const scenario = scenarioOf(minimalBut('start: -1', 'start: -1, points: {alliance: {neutral: -3}}'));
  expect(indexScenario(scenario).faction('congress')?.points).toEqual({
    alliance: { neutral: -3, member: 2 },
  });
  expect(small.principals.map((principal) => principal.role)).toEqual(['mara', 'sela']);
  expect(index.principal('mara')).toMatchObject({
    noAgreement: 20,
    points: { water: { free: 0, quotas: 30, upstream: 40 } },
  });
});

test('private texts and the debrief come from Markdown files', () => {
  expect(index.role('generals')).toMatchObject({
    card: { who: 'You are generals.', want: 'wish-of-generals', question: 'question-of-generals' },
    stake: { concern: 'concern-of-generals', give: 'gift-of-generals', hurt: 'hurt-of-generals' },
    briefing: '## Who you are\nThis only-generals-knows.',
  });
  expect(small.debrief).toEqual({
    history: 'The river was shared.',
    disputes: 'Historians disagree.',
    questions: ['Who helped whom?', 'What would you do another time?'],
  });
});

test('private texts may also be written in the scenario', () => {
  const scenario = scenarioOf(
    minimalBut('start: -1', 'start: -1, briefing: You vote., card: {who: a, want: b, question: c}'),
  );
  expect(indexScenario(scenario).role('congress')).toMatchObject({
    briefing: 'You vote.',
    card: { who: 'a', want: 'b', question: 'c' },
  });
});

test.each([
  ['667/1000', 667, 1000],
  ['50%', 50, 100],
  ['66.7%', 667, 1000],
  [0.667, 667, 1000],
  [1, 1, 1],
  ['-1/2', -1, 2],
  [-0.5, -5, 10],
])('the fraction %s is taken exactly as written', (written, numerator, denominator) => {
  expect(exactFraction(written)).toEqual({ numerator, denominator });
});

test.each([
  ['unanimity', { kind: 'unanimity', factions: ['general-staff', 'congress'] }],
  ['{unanimity: [congress]}', { kind: 'unanimity', factions: ['congress'] }],
  [
    '{at-least: 667/1000, of: all, quorum: 1/2, heads: true, factions: [congress]}',
    {
      kind: 'majority',
      test: 'at-least',
      fraction: { numerator: 667, denominator: 1000 },
      of: 'all',
      quorum: { numerator: 1, denominator: 2 },
      heads: true,
      factions: ['congress'],
    },
  ],
  ['{quota: 20}', { kind: 'quota', weight: 20, heads: false, factions: ['general-staff', 'congress'] }],
  ['{consent-of: [congress]}', { kind: 'consent', factions: ['congress'] }],
  ['{no-objection: 19}', { kind: 'no-objection', weight: 19, factions: ['general-staff', 'congress'] }],
  [
    '{opinion: -1/2}',
    { kind: 'opinion', level: { numerator: -1, denominator: 2 }, factions: ['general-staff', 'congress'] },
  ],
  ['{no-bloc: [congress, general-staff]}', { kind: 'no-bloc', factions: ['congress', 'general-staff'] }],
  [
    '{all: [{consent-of: [congress]}]}',
    { kind: 'all', rules: [{ kind: 'consent', factions: ['congress'] }] },
  ],
  [
    '{any: [{consent-of: [congress]}]}',
    { kind: 'any', rules: [{ kind: 'consent', factions: ['congress'] }] },
  ],
  [
    '{k: 1, of-rules: [{consent-of: [congress]}]}',
    { kind: 'k-of', k: 1, rules: [{ kind: 'consent', factions: ['congress'] }] },
  ],
])('the rule %s is read', (written, rule) => {
  expect(scenarioOf(minimalBut('{more-than: 1/2, of: cast}', written)).sides[0]?.rule).toEqual(rule);
});
