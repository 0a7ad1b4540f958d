import { EMPTY_DESK, type Fact, foldAll, type PublicScenario } from '@btt/protocol';
import { beforeAll, describe as group, expect, it } from 'vitest';
import { oddsText } from '../lib/describe-chance';
import { describe } from '../lib/describe';
import { logNames } from '../lib/log-names';

const role = (id: string, kind: 'negotiator' | 'faction', side: string) => ({
  id,
  kind,
  side,
  name: `Name of ${id}`,
  short: `The ${id.replace('-x', '')}`,
  office: '',
  initials: false,
  order: 1,
  capacity: 1,
  weight: null,
  reputation: null,
});

const SCENARIO: PublicScenario = {
  id: 'river',
  title: '',
  tagline: '',
  summary: '',
  period: '',
  language: 'en',
  scale: { min: -10, max: 10 },
  table: {
    briefing: 1,
    rounds: [],
    ratification: 1,
    returns: { times: 0, minutes: 1 },
    ballot: 'free',
    capital: { perRound: 1, carry: 0 },
  },
  sides: [
    { id: 'east', name: 'The East', short: 'E', place: '', colour: 'blue', ruleText: '' },
    { id: 'west', name: 'The West', short: 'W', place: '', colour: 'green', ruleText: '' },
  ],
  roles: [
    role('anna-x', 'negotiator', 'east'),
    role('ben-x', 'negotiator', 'west'),
    role('guild-x', 'faction', 'east'),
    role('guard-x', 'faction', 'east'),
  ],
  issues: [
    {
      id: 'toll-x',
      name: 'The toll',
      short: 'Toll',
      question: '',
      options: [{ id: 'high-x', label: 'A high toll', short: 'high', note: '' }],
    },
  ],
};

const RECORD: Fact[] = [
  {
    type: 'move',
    made: {
      id: 'happening-1',
      move: 'open-gate-x',
      kind: 'measure',
      role: 'anna-x',
      side: 'east',
      headline: 'The gate opens',
      words: null,
      picked: [],
      tags: [],
      asserts: {},
      invites: [],
      expects: [],
      answers: null,
      audience: 'some',
      round: 1,
    },
  },
  {
    type: 'plan-offered',
    id: 'happening-2',
    by: 'anna-x',
    to: 'ben-x',
    promises: [{ side: 'west', kind: 'do', what: 'open-gate-x', until: null }],
    words: null,
    round: 1,
  },
  { type: 'plan-answered', plan: 'happening-2', role: 'ben-x', accepted: true },
  { type: 'promise-settled', plan: 'happening-2', promise: 0, how: 'broken', by: null },
  {
    type: 'consent-asked',
    id: 'happening-3',
    move: 'open-gate-x',
    headline: 'Open the gate',
    role: 'anna-x',
    of: ['guild-x'],
  },
  { type: 'consent-given', move: 'open-gate-x', role: 'guild-x', yes: false },
  {
    type: 'bloc',
    id: 'happening-b1',
    bloc: 'east-bloc-1',
    factions: ['guild-x', 'guard-x'],
    members: ['guild-x'],
    stands: false,
  },
  {
    type: 'bloc',
    id: 'happening-b2',
    bloc: 'east-bloc-1',
    factions: ['guild-x', 'guard-x'],
    members: [],
    stands: false,
  },
  { type: 'asked', id: 'happening-4', faction: 'guild-x', issue: 'toll-x', option: 'high-x' },
  { type: 'assured', question: 'happening-4', role: 'anna-x', yes: true },
  {
    type: 'lobbied',
    id: 'happening-5',
    faction: 'guild-x',
    target: 'guard-x',
    wants: 'against',
    words: null,
  },
  { type: 'lobby-answered', lobby: 'happening-5', swayed: true },
  { type: 'mapped', id: 'happening-6', role: 'ben-x', about: 'guild-x', entry: { stance: 1 }, round: 1 },
  { type: 'estimated', id: 'happening-7', role: 'ben-x', about: 'guild-x', min: -1, max: 3, round: 1 },
  {
    type: 'corrected',
    id: 'happening-8',
    role: 'ben-x',
    about: 'guild-x',
    stance: 1,
    verdict: 'too-low',
    round: 1,
  },
  {
    type: 'confided',
    id: 'happening-9',
    by: 'anna-x',
    to: 'ben-x',
    about: 'guild-x',
    support: 2,
    yes: 1,
    redLines: [],
    round: 1,
  },
  {
    type: 'speech-drafted',
    id: 'happening-10',
    role: 'ben-x',
    side: 'west',
    chart: { for: 'east', constituencies: ['guild-x'], attacks: ['sold-x'], words: null },
  },
  {
    type: 'speech-handed',
    id: 'happening-11',
    draft: 'happening-10',
    by: 'ben-x',
    to: 'anna-x',
    chart: { for: 'east', constituencies: ['guild-x'], attacks: ['sold-x'], words: null },
  },
  {
    type: 'contradiction',
    id: 'happening-12',
    side: 'east',
    topic: 'gate-x',
    first: 'happening-1',
    second: 'happening-1',
  },
  {
    type: 'acknowledged',
    id: 'happening-13',
    of: 'happening-1',
    role: 'ben-x',
    side: 'west',
    result: 'helped',
  },
  { type: 'judged', of: 'happening-1', person: 'person-x', defend: true },
  {
    type: 'drawn',
    id: 'happening-14:leak-of-line-x',
    draw: 'leak-of-line-x',
    odds: '1/12',
    cause: 'happening-14',
    hit: true,
    by: 'chance',
  },
  {
    type: 'draw-pending',
    id: 'happening-1:echo-x',
    draw: 'echo-x',
    odds: '1/3',
    cause: 'happening-1',
    round: 2,
    hint: '',
  },
  {
    type: 'drawn',
    id: 'happening-7:estimate-2',
    draw: 'estimate-2',
    odds: '1/5',
    cause: 'happening-7',
    hit: true,
    by: 'chance',
  },
  { type: 'released', obligation: 'restraint-x', how: 'kept', by: null },
  {
    type: 'said',
    id: 'happening-15',
    channel: 'line-x',
    role: 'anna-x',
    person: 'person-x',
    words: 'words-x',
  },
];

group('the log', () => {
  let lines: string[] = [];
  beforeAll(async () => {
    await import('../messages/full');
    const desk = foldAll(EMPTY_DESK, RECORD);
    const names = logNames(SCENARIO, desk, {}, new Map([['line-x', 'Anna and Ben alone']]));
    lines = RECORD.map((fact) => describe(fact, names)?.text ?? '');
  });

  it('has a sentence for everything behind the tables', () => {
    expect(lines.filter((line) => line === '')).toEqual([]);
  });

  it('never shows an id, nor a name that was left out', () => {
    for (const line of lines) expect(line).not.toMatch(/-x\b|happening-|bloc-1|\{\w+\}|undefined/);
  });

  it('tells one promise from many', () => {
    expect(lines[1]).toBe('The anna offers The ben a plan with 1 promise');
  });

  it('says which side broke a plan, and with whom', () => {
    expect(lines[3]).toBe('The West has broken a promise of the joint plan between The anna and The ben');
  });

  it('names a back channel that came out by its name', () => {
    expect(lines.find((line) => line.includes('comes out'))).toBe(
      'Chance, 1 in 12: it happens (it comes out that this line is used: Anna and Ben alone)',
    );
  });

  it('names a chance by what set it going', () => {
    expect(lines.find((line) => line.startsWith('Left to chance'))).toContain('“The gate opens”');
  });

  it('does not say who would defend a move', () => {
    expect(lines.find((line) => line.includes('defend'))).toBe(
      'Somebody would defend it in public: “The gate opens”',
    );
  });
});

group('odds', () => {
  it('are written as people say them', () => {
    expect(oddsText('1/12')).toBe('1 in 12');
  });
});
