import type { HostCommand, SeatCommand } from '@btt/protocol';
import fc from 'fast-check';
import { happeningId } from '../src/table/ids';
import { RIVER, type TestTable } from './table';

/** A wish as a random player would have it: often refused, sometimes clever. */
export type Wish =
  | { readonly as: 'seat'; readonly role: string; readonly command: SeatCommand }
  | { readonly as: 'host'; readonly command: HostCommand }
  | { readonly as: 'clock' }
  /** Whatever is waiting for an answer: the nth of it. */
  | { readonly as: 'reply'; readonly nth: number; readonly yes: boolean };

const { scenario } = RIVER;
const role = fc.constantFrom(...scenario.roles.map((one) => one.id));
const issue = fc.constantFrom(...scenario.issues.map((one) => one.id));
const option = fc.constantFrom(...scenario.issues.flatMap((one) => one.options.map((choice) => choice.id)));
const words = fc.constantFrom('w1', 'w2', 'w3');
const happening = fc.integer({ min: 1, max: 60 }).map((n) => happeningId(`c${n}`, 1));

const move = fc.constantFrom(...scenario.moves).chain((one) =>
  fc.record({
    type: fc.constant('move' as const),
    move: fc.constant(one.id),
    ...(one.pick
      ? {
          picked: fc.subarray(
            one.pick.from === 'items'
              ? one.pick.items.map((item) => item.id)
              : scenario.criticisms.map((held) => held.id),
            { minLength: 1, maxLength: 4 },
          ),
        }
      : {}),
    ...(one.secrets.length > 0
      ? { secrets: fc.constantFrom({ manner: 'meant' }, { manner: 'performed' }) }
      : {}),
  }),
);

/** What nobody is bound not to accept. */
const AGREED = { water: 'free', dam: 'delayed', fund: 'small' } as const;

const seatWish = (who: string, command: SeatCommand): Wish => ({ as: 'seat', role: who, command });

const wholeDeal = fc.record({
  water: fc.constantFrom('quotas', 'free'),
  dam: fc.constantFrom('delayed', 'dropped'),
  fund: fc.constantFrom('small', 'large'),
});

const faction = fc.constantFrom(...scenario.factions.map((one) => one.id));
const side = fc.constantFrom(...scenario.sides.map((one) => one.id));
const attack = fc.constantFrom(...scenario.criticisms.map((one) => one.id));
const promise = fc.record({
  side,
  kind: fc.constantFrom('do' as const, 'avoid' as const),
  what: fc.constantFrom('pressure', 'quiet-order', 'boast', ...scenario.moves.map((one) => one.id)),
  until: fc.constantFrom(null, 1, 2),
});

const politics: fc.Arbitrary<SeatCommand> = fc.oneof(
  fc.record({
    type: fc.constant('offer-plan' as const),
    to: role,
    promises: fc.array(promise, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({ type: fc.constant('answer-plan' as const), plan: happening, accept: fc.boolean() }),
  fc.record({
    type: fc.constant('ask-consent' as const),
    move: fc.constantFrom(...scenario.moves.map((one) => one.id)),
  }),
  fc.record({
    type: fc.constant('give-consent' as const),
    move: fc.constantFrom(...scenario.moves.map((one) => one.id)),
    yes: fc.boolean(),
  }),
  fc.record({
    type: fc.constantFrom('join-bloc' as const, 'leave-bloc' as const),
    bloc: fc.constantFrom(...RIVER.blocs.map((one) => one.id), 'no-bloc'),
  }),
  fc.record({ type: fc.constant('ask' as const), issue, option }),
  fc.record({ type: fc.constant('assure' as const), question: happening, yes: fc.boolean() }),
  fc.record({
    type: fc.constant('lobby' as const),
    faction,
    wants: fc.constantFrom('for' as const, 'against' as const),
  }),
  fc.record({ type: fc.constant('answer-lobby' as const), lobby: happening, swayed: fc.boolean() }),
  fc.record({ type: fc.constant('map' as const), about: faction, stance: fc.integer({ min: -5, max: 5 }) }),
  fc.record({ type: fc.constantFrom('estimate' as const, 'consult' as const), about: faction }),
  fc.record({ type: fc.constant('confide' as const), about: faction, to: role }),
  fc.record({
    type: fc.constant('draft-speech' as const),
    for: side,
    constituencies: fc.array(faction, { maxLength: 2 }),
    attacks: fc.array(attack, { maxLength: 2 }),
    words,
  }),
  fc.record({ type: fc.constant('hand-speech' as const), draft: happening, to: role }),
  fc.record({ type: fc.constantFrom('leak' as const, 'acknowledge' as const), happening }),
  fc.record({ type: fc.constant('judge' as const), happening, defend: fc.boolean() }),
);

const seatCommand: fc.Arbitrary<SeatCommand> = fc.oneof(
  { weight: 6, arbitrary: move },
  { weight: 3, arbitrary: wholeDeal.map((terms) => ({ type: 'propose' as const, terms })) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('propose' as const),
      terms: fc.dictionary(issue, option, { minKeys: 1, maxKeys: 2 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('answer-clause' as const),
      issue,
      answer: fc.constantFrom('accept' as const, 'reject' as const),
    }),
  },
  { weight: 3, arbitrary: fc.constant({ type: 'initial' as const }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom({ type: 'walk-away' as const }, { type: 'withdraw-initials' as const }),
  },
  fc.constant({ type: 'show-draft' as const }),
  fc.constant({ type: 'ready' as const }),
  fc.record({
    type: fc.constant('say' as const),
    channel: fc.constantFrom(...scenario.channels.map((channel) => channel.id)),
    words,
  }),
  fc.record({
    type: fc.constant('state-stance' as const),
    stance: fc.constantFrom('for' as const, 'against' as const, 'undecided' as const),
    public: fc.boolean(),
  }),
  fc.record({ type: fc.constant('instruct' as const), issue, words }),
  fc.record({
    type: fc.constant('react' as const),
    to: happening,
    reaction: fc.constantFrom('inflamed' as const, 'unmoved' as const, 'reassured' as const),
  }),
  fc.record({
    type: fc.constant('give-speech' as const),
    answers: fc.constantFrom<{ criticism: string; answer: string }[]>(
      [],
      [{ criticism: 'gave-away', answer: 'quotas-hold' }],
      [{ criticism: 'too-soft', answer: 'dam-stands' }],
    ),
  }),
  fc.record({
    type: fc.constant('rate-speech' as const),
    rating: fc.constantFrom(-1 as const, 0 as const, 1 as const),
  }),
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('vote' as const),
      vote: fc.constantFrom('yes' as const, 'no' as const, 'abstain' as const),
    }),
  },
  fc.constant({ type: 'ask-help' as const }),
  fc.record({ type: fc.constant('autopilot' as const), on: fc.boolean() }),
  { weight: 12, arbitrary: politics },
);

const hostCommand: fc.Arbitrary<HostCommand> = fc.oneof(
  fc.constant({ type: 'skip' as const }),
  fc.constant({ type: 'pause' as const }),
  fc.constant({ type: 'resume' as const }),
  fc.constant({ type: 'finish' as const }),
  fc.constant({ type: 'fire' as const, trigger: 'flood' }),
  fc.record({ type: fc.constant('extend' as const), minutes: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ type: fc.constant('broadcast' as const), words }),
  fc.record({ type: fc.constant('say' as const), channel: fc.constant('press'), words }),
  fc.record({ type: fc.constant('give-help' as const), role }),
  fc.record({ type: fc.constant('autopilot' as const), role, on: fc.boolean() }),
);

export const wish: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 24, arbitrary: fc.record({ as: fc.constant('seat' as const), role, command: seatCommand }) },
  { weight: 2, arbitrary: fc.record({ as: fc.constant('host' as const), command: hostCommand }) },
  { weight: 2, arbitrary: fc.constant({ as: 'clock' as const }) },
  {
    weight: 12,
    arbitrary: fc.record({ as: fc.constant('reply' as const), nth: fc.nat({ max: 400 }), yes: fc.boolean() }),
  },
);

/** Two heads who agree, and initial at once. */
const AGREE: readonly Wish[] = [
  ...['mara', 'sela'].map((who) => seatWish(who, { type: 'propose', terms: AGREED })),
  ...['mara', 'sela'].map((who) => seatWish(who, { type: 'initial' })),
];

/** The host who has had enough, whatever the phase. */
const CLOSE: readonly Wish[] = [
  { as: 'host', command: { type: 'skip' } },
  { as: 'host', command: { type: 'finish' } },
  { as: 'host', command: { type: 'skip' } },
  { as: 'host', command: { type: 'open-debrief' } },
];

/** A table from its first round on: some never agree, some go home with a text, some come as far as the debrief. */
export const wishes: fc.Arbitrary<Wish[]> = fc
  .tuple(
    fc.array(wish, { minLength: 10, maxLength: 50 }),
    // All of it, all but the last initials, or nothing.
    fc.constantFrom(AGREE, AGREE.slice(0, -1), []),
    fc.array(wish, { maxLength: 20 }),
    fc.boolean(),
    fc.array(wish, { maxLength: 10 }),
  )
  .map(([first, agree, then, close, last]) => [
    ...first,
    ...agree,
    ...then,
    ...(close ? CLOSE : []),
    ...last,
  ]);

export function grant(table: TestTable, one: Wish): void {
  if (one.as === 'reply') {
    const kinds = kindsOf(repliesAt(table, one.yes));
    const waiting = kinds[one.nth % Math.max(1, kinds.length)] ?? [];
    const reply = waiting[Math.floor(one.nth / Math.max(1, kinds.length)) % Math.max(1, waiting.length)];
    if (reply) grant(table, reply);
  } else if (one.as === 'clock') table.clock();
  else if (one.as === 'host') table.host(one.command);
  else table.seat(one.role, one.command);
}

/** Sorted by what is done, so that what can be done once has as good a chance as what can be done by everybody. */
function kindsOf(replies: readonly Wish[]): Wish[][] {
  const kinds = new Map<string, Wish[]>();
  for (const one of replies) {
    const kind =
      'command' in one ? `${one.command.type} ${'move' in one.command ? one.command.move : ''}` : '';
    kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
  }
  return [...kinds.values()];
}

/** What somebody who pays attention would do now. */
function repliesAt(table: TestTable, yes: boolean): Wish[] {
  const { desk } = table.state();
  const { plans, questions, lobbies, consents, charts } = desk.politics;
  const replies: Wish[] = [];
  const seat = (who: string, command: SeatCommand) => replies.push(seatWish(who, command));
  const host = (command: HostCommand) => replies.push({ as: 'host', command });
  const teams = scenario.roles.filter((one) => one.kind === 'negotiator' || one.kind === 'aide');
  const factions = scenario.roles.filter((one) => one.kind === 'faction');

  for (const [plan, { to, state }] of Object.entries(plans))
    if (state === 'offered') seat(to, { type: 'answer-plan', plan, accept: yes });
  for (const [question, one] of Object.entries(questions)) {
    const side = factions.find(({ id }) => id === one.faction)?.side;
    for (const { id } of teams.filter((other) => other.side === side))
      if (one.yes === null) seat(id, { type: 'assure', question, yes });
  }
  for (const [lobby, { target, swayed }] of Object.entries(lobbies))
    if (swayed === null) seat(target, { type: 'answer-lobby', lobby, swayed: yes });
  for (const [asked, { of, given }] of Object.entries(consents))
    for (const who of of) if (given[who] === undefined) seat(who, { type: 'give-consent', move: asked, yes });
  for (const [draft, { role: author, handedTo }] of Object.entries(charts))
    for (const { id } of teams)
      if (id !== author && !handedTo.includes(id)) seat(author, { type: 'hand-speech', draft, to: id });
  for (const { id, bloc } of RIVER.blocs.flatMap((one) =>
    one.factions.map((who) => ({ id: who, bloc: one.id })),
  ))
    seat(id, { type: yes ? 'join-bloc' : 'leave-bloc', bloc });
  for (const made of desk.moves) {
    for (const one of scenario.moves.filter((other) => other.answers?.includes(made.move)))
      for (const who of one.by) seat(who, { type: 'move', move: one.id, answering: made.id });
    for (const { id } of teams.filter((other) => other.side !== made.side))
      seat(id, { type: 'acknowledge', happening: made.id });
    for (const { id } of factions) {
      if (made.audience !== 'everyone') seat(id, { type: 'leak', happening: made.id });
      seat(id, { type: 'react', to: made.id, reaction: yes ? 'reassured' : 'inflamed' });
      if (desk.debriefOpen) seat(id, { type: 'judge', happening: made.id, defend: yes });
    }
  }
  seat('nora', { type: 'draft-speech', for: 'south', constituencies: ['generals'], attacks: ['gave-away'] });
  seat('mara', { type: 'ask-consent', move: 'water-gift' });
  seat('mara', { type: 'move', move: 'water-gift' });
  seat('sela', { type: 'move', move: 'hard-paper', secrets: { manner: yes ? 'meant' : 'performed' } });
  seat('nora', { type: 'confide', about: 'farmers', to: 'sofia' });
  seat('mara', {
    type: 'offer-plan',
    to: 'sela',
    promises: [{ side: 'north', kind: 'avoid', what: 'boast', until: null }],
  });
  for (const [who, map] of Object.entries(desk.politics.maps))
    for (const about of Object.keys(map)) seat(who, { type: 'consult', about });
  for (const who of Object.keys(desk.help)) host({ type: 'give-help', role: who });
  for (const { id, hit } of desk.draws) if (hit === null) host({ type: 'overrule-draw', draw: id, hit: yes });
  for (const who of ['mara', 'sela']) {
    if (Object.keys(desk.initials).length > 0) seat(who, { type: 'withdraw-initials' });
    if (desk.phase === 'ratification') seat(who, { type: 'give-speech', answers: [] });
  }
  if (desk.phase === 'ratification')
    for (const { id } of factions) {
      seat(id, { type: 'rate-speech', rating: yes ? 1 : -1 });
      seat(id, { type: 'vote', vote: yes ? 'yes' : 'no' });
    }
  if (desk.phase === 'count' || desk.phase === 'ratification') host({ type: yes ? 'skip' : 'finish' });
  if (desk.phase === 'debrief') host({ type: 'open-debrief' });
  return replies;
}
