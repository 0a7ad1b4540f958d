import type { HostCommand, SeatCommand } from '@btt/protocol';
import fc from 'fast-check';
import { happeningId } from '../src/table/ids';
import { RIVER, type TestTable } from './table';

/** A wish as a random player would have it: often refused, sometimes clever. */
export type Wish =
  | { readonly as: 'seat'; readonly role: string; readonly command: SeatCommand }
  | { readonly as: 'host'; readonly command: HostCommand }
  | { readonly as: 'clock' };

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
  fc.constant({ type: 'show-draft' as const }),
  fc.constant({ type: 'ready' as const }),
  fc.constant({ type: 'withdraw-initials' as const }),
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
  fc.record({ type: fc.constant('give-help' as const), role }),
);

export const wish: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 24, arbitrary: fc.record({ as: fc.constant('seat' as const), role, command: seatCommand }) },
  { weight: 2, arbitrary: fc.record({ as: fc.constant('host' as const), command: hostCommand }) },
  { weight: 2, arbitrary: fc.constant({ as: 'clock' as const }) },
);

export const wishes: fc.Arbitrary<Wish[]> = fc.array(wish, { minLength: 10, maxLength: 70 });

export function grant(table: TestTable, one: Wish): void {
  if (one.as === 'clock') table.clock();
  else if (one.as === 'host') table.host(one.command);
  else table.seat(one.role, one.command);
}
