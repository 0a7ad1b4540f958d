import fc from 'fast-check';
import type { Condition, Fact, SessionFact } from '../src';

/** Few names, so that facts meet one another. Scenarios have no names that JavaScript gives every object. */
export const name = fc.constantFrom('east', 'west', 'toll', 'low', 'high', 'h-1', 'h-2', 'h-3');
const names = fc.array(name, { maxLength: 3 });
const text = fc.string({ maxLength: 20 });
const whole = fc.integer({ min: -5, max: 9 });
const round = fc.integer({ min: 0, max: 6 });
const moment = fc.integer({ min: 0, max: 2_000_000_000_000 });
const flag = fc.boolean();
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const record = <T>(value: fc.Arbitrary<T>) => fc.dictionary(name, value, { maxKeys: 3 });

const test = fc.record({ issue: name, options: names });
const tests = fc.array(test, { maxLength: 2 });
const clause = fc.record({ option: maybe(name), accepted: names, rejected: names, by: maybe(name) });
const vote = fc.constantFrom('yes' as const, 'no' as const, 'abstain' as const);
const lasts = maybe(
  fc.oneof(
    fc.record({ kind: fc.constant('round' as const), round }),
    fc.record({ kind: fc.constant('trigger' as const), trigger: name }),
    fc.record({ kind: fc.constant('obligation' as const), obligation: name }),
    fc.record({ kind: fc.constant('bloc' as const), bloc: name }),
    fc.constant({ kind: 'return' as const }),
  ),
);
const ban = fc.oneof(
  fc.record({ kind: fc.constant('must' as const), moves: names }),
  fc.record({ kind: fc.constant('tags' as const), tags: names }),
  fc.record({ kind: fc.constant('options' as const), allowed: tests }),
);
const made = fc.record({
  id: name,
  move: name,
  kind: fc.constantFrom(
    'measure' as const,
    'statement' as const,
    'answer' as const,
    'invitation' as const,
    'faction' as const,
  ),
  role: name,
  side: maybe(name),
  headline: text,
  words: maybe(name),
  picked: names,
  tags: names,
  asserts: record(name),
  invites: names,
  expects: names,
  answers: maybe(name),
  audience: fc.constantFrom('everyone' as const, 'some' as const),
  round,
});
const settings = fc.record({
  briefing: whole,
  rounds: fc.array(fc.record({ name: text, date: text, minutes: whole }), { maxLength: 3 }),
  ratification: whole,
  returns: fc.record({ times: whole, minutes: whole }),
  ballot: fc.constantFrom('free' as const, 'bounded' as const, 'model' as const),
  capital: fc.record({ perRound: maybe(whole), carry: whole }),
  chat: flag,
});
const phase = fc.constantFrom(
  'lobby' as const,
  'briefing' as const,
  'bargaining' as const,
  'ratification' as const,
  'count' as const,
  'debrief' as const,
);
const stance = fc.constantFrom('for' as const, 'against' as const, 'undecided' as const);
const reaction = fc.constantFrom('inflamed' as const, 'unmoved' as const, 'reassured' as const);
const answered = fc.array(fc.record({ criticism: name, answer: name, attack: text, reply: text }), {
  maxLength: 2,
});
const result = fc.record({
  side: name,
  passed: flag,
  yes: whole,
  no: whole,
  abstained: whole,
  sentence: text,
});

const planPromise = fc.record({
  side: name,
  kind: fc.constantFrom('do' as const, 'avoid' as const),
  what: name,
  until: maybe(round),
});
const chart = fc.record({ for: name, constituencies: names, attacks: names, words: maybe(name) });

type Fields<F extends { type: string }> = {
  readonly [T in F['type']]: fc.Arbitrary<Omit<Extract<F, { type: T }>, 'type'>>;
};

/** A type of fact without an entry here does not compile. */
const FACTS: Fields<Fact> = {
  'table-opened': fc.record({ table: name, name: text, scenario: name, settings }),
  'seat-held': fc.record({ role: name, people: names }),
  ready: fc.record({ role: name }),
  phase: fc.record({ phase, round, deadline: maybe(moment), returned: fc.nat(3) }),
  clock: fc.record({ deadline: maybe(moment), paused: maybe(moment) }),
  capital: fc.record({ role: name, balance: maybe(whole), change: whole, cause: maybe(name) }),
  'capital-round': fc.record({ perRound: maybe(whole), carry: whole }),
  'rounds-lost': fc.record({ rounds: whole }),
  said: fc.record({
    id: name,
    channel: fc.constantFrom('press', 'table'),
    role: maybe(name),
    person: maybe(name),
    words: name,
  }),
  proposed: fc.record({ id: name, role: name, side: name, terms: record(name), words: maybe(name) }),
  'clause-answered': fc.record({
    id: name,
    role: name,
    side: name,
    issue: name,
    answer: fc.constantFrom('accept' as const, 'reject' as const),
    words: maybe(name),
  }),
  clause: fc.record({ issue: name, clause }),
  'draft-shown': fc.record({ id: name, role: name, side: name, draft: record(clause) }),
  initialled: fc.record({ side: name, role: name }),
  'initials-removed': fc.record({ side: name }),
  agreement: fc.record({ deal: record(name) }),
  move: fc.record({ made }),
  'move-secret': fc.record({ of: name, key: name, value: name, label: text }),
  disclosed: fc.record({ made, text }),
  effect: fc.record({
    effect: fc.record({ id: name, faction: name, points: whole, deal: tests, cause: maybe(name) }),
  }),
  'effect-ended': fc.record({ id: name, faction: name }),
  'effect-behind': fc.record({ id: name, cause: name, lasts }),
  'draw-pending': fc.record({ id: name, draw: name, odds: text, cause: name, round, hint: text }),
  drawn: fc.record({
    id: name,
    draw: name,
    odds: text,
    cause: name,
    hit: flag,
    by: fc.constantFrom('chance' as const, 'host' as const),
  }),
  event: fc.record({
    id: name,
    trigger: name,
    gate: flag,
    date: text,
    headline: text,
    text,
    audience: fc.constantFrom('everyone' as const, 'some' as const),
  }),
  told: fc.record({ id: name, text, cause: maybe(name) }),
  bound: fc.record({
    id: name,
    obligation: name,
    who: names,
    side: maybe(name),
    ban,
    text,
    lasts,
    cause: name,
  }),
  released: fc.record({
    obligation: name,
    how: fc.constantFrom('kept' as const, 'broken' as const),
    by: maybe(name),
  }),
  stance: fc.record({ faction: name, stance, public: flag }),
  instructed: fc.record({
    id: name,
    faction: name,
    issue: maybe(name),
    option: maybe(name),
    words: maybe(name),
  }),
  reacted: fc.record({ id: name, faction: name, to: name, reaction }),
  speech: fc.record({ id: name, side: name, role: name, answers: answered, words: maybe(name) }),
  'speech-rated': fc.record({ id: name, faction: name, rating: whole }),
  ballot: fc.record({ faction: name, person: name, vote }),
  'ballot-in': fc.record({ faction: name }),
  result: fc.record({
    sides: fc.array(result, { maxLength: 2 }),
    votes: record(vote),
    overruled: names,
    passed: flag,
    sentence: text,
  }),
  ended: fc.record({
    outcome: fc.constantFrom('ratified' as const, 'refused' as const, 'no-agreement' as const),
    defection: maybe(fc.constantFrom('voluntary' as const, 'involuntary' as const)),
    sentence: text,
  }),
  'help-asked': fc.record({ role: name, words: maybe(name) }),
  'help-given': fc.record({ role: name }),
  autopilot: fc.record({
    role: name,
    on: fc.boolean(),
    by: fc.constantFrom('host' as const, 'seat' as const, 'empty' as const, 'away' as const),
  }),
  broadcast: fc.record({ id: name, words: name }),
  'debrief-opened': fc.constant({ to: 'everyone' as const }),
  'plan-offered': fc.record({
    id: name,
    by: name,
    to: name,
    promises: fc.array(planPromise, { minLength: 1, maxLength: 3 }),
    words: maybe(name),
    round,
  }),
  'plan-answered': fc.record({ plan: name, role: name, accepted: flag }),
  'promise-settled': fc.record({
    plan: name,
    promise: fc.nat(2),
    how: fc.constantFrom('kept' as const, 'broken' as const),
    by: maybe(name),
  }),
  'consent-asked': fc.record({ id: name, move: name, headline: text, role: name, of: names }),
  'consent-given': fc.record({ move: name, role: name, yes: flag }),
  bloc: fc.record({ id: name, bloc: name, factions: names, members: names, stands: flag }),
  asked: fc.record({ id: name, faction: name, issue: name, option: name }),
  assured: fc.record({ question: name, role: name, yes: flag }),
  lobbied: fc.record({
    id: name,
    faction: name,
    target: name,
    wants: fc.constantFrom('for' as const, 'against' as const),
    words: maybe(name),
  }),
  'lobby-answered': fc.record({ lobby: name, swayed: flag }),
  mapped: fc.record({ id: name, role: name, about: name, entry: fc.record({ stance: whole }), round }),
  estimated: fc.record({ id: name, role: name, about: name, min: whole, max: whole, round }),
  corrected: fc.record({
    id: name,
    role: name,
    about: name,
    stance: whole,
    verdict: fc.constantFrom('right' as const, 'too-high' as const, 'too-low' as const),
    round,
  }),
  confided: fc.record({
    id: name,
    by: name,
    to: name,
    about: name,
    support: whole,
    yes: whole,
    redLines: names,
    round,
  }),
  'speech-drafted': fc.record({ id: name, role: name, side: maybe(name), chart }),
  'speech-handed': fc.record({ id: name, draft: name, by: name, to: name, chart }),
  contradiction: fc.record({ id: name, side: name, topic: name, first: name, second: name }),
  acknowledged: fc.record({
    id: name,
    of: name,
    role: name,
    side: name,
    result: fc.constantFrom('helped' as const, 'hurt' as const, 'nothing' as const),
  }),
  judged: fc.record({ of: name, person: name, defend: flag }),
};

const seatingRoles = fc.option(fc.array(name, { maxLength: 3 }));
const SESSION_FACTS: Fields<SessionFact> = {
  'session-opened': fc.record({ session: name, code: text, scenario: name, title: text, hash: text }),
  'table-added': fc.record({ table: name, name: text, roles: seatingRoles }),
  'table-changed': fc.record({ table: name, name: text, roles: seatingRoles }),
  'table-removed': fc.record({ table: name }),
  'person-joined': fc.record({ person: name }),
  'person-renamed': fc.record({ person: name }),
  'person-removed': fc.record({ person: name }),
  seated: fc.record({ person: name, table: name, role: name }),
  unseated: fc.record({ person: name }),
  watching: fc.record({ person: name, table: name }),
  grouped: fc.record({ person: name, group: fc.option(name) }),
  'seated-by': fc.record({
    way: fc.constantFrom('balanced' as const, 'random' as const, 'groups' as const),
    seed: fc.option(fc.nat()),
  }),
  'late-seating': fc.record({ on: flag }),
  expected: fc.record({
    people: fc.array(
      fc.record({ person: name, table: fc.option(name), role: fc.option(name), group: fc.option(name) }),
      { maxLength: 3 },
    ),
  }),
  'expected-gone': fc.record({ person: name }),
  'host-let-in': fc.record({ host: name }),
  'host-revoked': fc.record({ host: name }),
  'return-asked': fc.record({ request: name, person: name }),
  'return-answered': fc.record({ request: name, admitted: flag }),
  'names-shown': fc.record({ shown: flag }),
  message: fc.record({ id: name, person: name, words: name }),
  'undo-point': fc.record({
    what: name,
    people: fc.array(
      fc.record({
        person: name,
        seat: fc.option(fc.record({ table: name, role: name })),
        watches: fc.option(name),
      }),
      { maxLength: 3 },
    ),
    tables: fc.array(fc.record({ table: name, name: text, roles: seatingRoles }), { maxLength: 2 }),
  }),
  undone: fc.constant({}),
  archived: fc.record({ archived: flag }),
  'session-closed': fc.constant({}),
};

export const FACT_TYPES = Object.keys(FACTS) as Fact['type'][];
export const factOf = <T extends Fact['type']>(type: T): fc.Arbitrary<Extract<Fact, { type: T }>> =>
  FACTS[type].map((rest) => ({ ...rest, type }) as Extract<Fact, { type: T }>);
export const fact: fc.Arbitrary<Fact> = fc.constantFrom(...FACT_TYPES).chain(factOf);
export const facts = fc.array(fact, { maxLength: 60 });

const SESSION_FACT_TYPES = Object.keys(SESSION_FACTS) as SessionFact['type'][];
export const sessionFact = fc
  .constantFrom(...SESSION_FACT_TYPES)
  .chain((type) => SESSION_FACTS[type].map((rest) => ({ ...rest, type }) as SessionFact));

/** Conditions of every kind, one inside another. */
export const condition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition; leaf: Condition }>(
  (tie) => ({
    leaf: fc.oneof(
      fc.record({ kind: fc.constant('taken' as const), move: name, times: whole }),
      fc.record({ kind: fc.constantFrom('before' as const, 'after' as const), trigger: name }),
      fc.record({ kind: fc.constant('round' as const), from: round, to: round }),
      fc.record({ kind: fc.constant('invited' as const), by: name }),
      fc.record({ kind: fc.constant('secret' as const), key: name, value: name }),
      fc.record({ kind: fc.constantFrom('agreed' as const, 'draft' as const), terms: tests }),
      fc.record({ kind: fc.constant('support' as const), faction: name, least: whole }),
      fc.record({ kind: fc.constantFrom('kept' as const, 'broken' as const), obligation: name }),
      fc.record({ kind: fc.constant('picked' as const), least: whole }),
      fc.constant({ kind: 'initialled' as const }),
    ),
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('leaf'),
      fc.record({
        kind: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(tie('condition'), { maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant('not' as const), of: tie('condition') }),
    ),
  }),
).condition;
