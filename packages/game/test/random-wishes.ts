import type { HostCommand, SeatCommand, Terms } from '@btt/protocol';
import type { Move } from '@btt/scenario';
import fc from 'fast-check';
import type { Game } from '../src';
import { happeningId } from '../src/table/ids';

/** A wish as a random player would have it: often refused, sometimes clever. */
export type Wish =
  | { readonly as: 'seat'; readonly role: string; readonly command: SeatCommand }
  | { readonly as: 'host'; readonly command: HostCommand }
  | { readonly as: 'clock' }
  /** Whatever is waiting for an answer: the nth of it. */
  | { readonly as: 'reply'; readonly nth: number; readonly yes: boolean };

/** What heads would agree on: a deal that nobody is bound not to accept, and by issue what comes into question. */
interface Deals {
  readonly agreed: Terms;
  readonly likely: Readonly<Record<string, readonly string[]>>;
}

/** Deals of a scenario of which no more is known than what is written in it. */
function dealsOf({ scenario }: Game): Deals {
  const options = scenario.issues.map((issue) => [issue.id, issue.options.map((one) => one.id)] as const);
  const first = Object.fromEntries(options.map(([id, [one = '']]) => [id, one]));
  return { agreed: scenario.historic?.deal ?? first, likely: Object.fromEntries(options) };
}

export const seatWish = (who: string, command: SeatCommand): Wish => ({ as: 'seat', role: who, command });

export const headsOf = ({ scenario }: Game): string[] =>
  scenario.roles.filter((one) => one.initials).map((one) => one.id);

/** The ways in which the hidden values of a move may be chosen, one after the other. */
export function secretsOf(move: Move): Readonly<Record<string, string>>[] {
  const [first, ...others] = move.secrets;
  const rest = Object.fromEntries(others.map(({ key, values }) => [key, values[0] ?? '']));
  return (first?.values ?? []).map((value) => ({ ...rest, [first?.key ?? '']: value }));
}

/** For each side the first answer to the first attack. */
function firstAnswers({ scenario }: Game): { criticism: string; answer: string }[][] {
  const sides = [...new Set(scenario.criticisms.map((one) => one.side))];
  return sides.flatMap((side) => {
    const attack = scenario.criticisms.find((one) => one.side === side);
    const answer = attack?.answers[0];
    return attack && answer ? [[{ criticism: attack.id, answer: answer.id }]] : [];
  });
}

/** Something to name where a scenario has nothing of the kind. */
const insteadOf = (list: readonly unknown[]): string[] => (list.length === 0 ? ['nothing'] : []);

/** The host who has had enough, whatever the phase. */
const CLOSE: readonly Wish[] = [
  { as: 'host', command: { type: 'skip' } },
  { as: 'host', command: { type: 'finish' } },
  { as: 'host', command: { type: 'skip' } },
  { as: 'host', command: { type: 'open-debrief' } },
];

/** Wishes at tables of a game. */
export function wishesAt(
  game: Game,
  deals: Deals = dealsOf(game),
): { readonly wish: fc.Arbitrary<Wish>; readonly wishes: fc.Arbitrary<Wish[]> } {
  const { scenario } = game;
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
      ...(one.secrets.length > 0 ? { secrets: fc.constantFrom(...secretsOf(one)) } : {}),
    }),
  );

  const wholeDeal = fc.record(
    Object.fromEntries(
      Object.entries(deals.likely).map(([id, options]) => [id, fc.constantFrom(...options)]),
    ),
  );

  const faction = fc.constantFrom(...scenario.factions.map((one) => one.id));
  const side = fc.constantFrom(...scenario.sides.map((one) => one.id));
  const attack = fc.constantFrom(
    ...scenario.criticisms.map((one) => one.id),
    ...insteadOf(scenario.criticisms),
  );
  const { plan } = scenario.politics;
  const promised = plan ? [...plan.moves.slice(0, 2), ...plan.avoid.map((one) => one.tag)] : [];
  const promise = fc.record({
    side,
    kind: fc.constantFrom('do' as const, 'avoid' as const),
    what: fc.constantFrom(...promised, ...scenario.moves.map((one) => one.id)),
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
      bloc: fc.constantFrom(...game.blocs.map((one) => one.id), 'no-bloc'),
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
      answers: fc.constantFrom([], ...firstAnswers(game)),
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

  const ofHost = scenario.triggers.find(({ at }) => at.kind === 'host');
  const hostCommand: fc.Arbitrary<HostCommand> = fc.oneof(
    fc.constant({ type: 'skip' as const }),
    fc.constant({ type: 'pause' as const }),
    fc.constant({ type: 'resume' as const }),
    fc.constant({ type: 'finish' as const }),
    fc.constant({ type: 'fire' as const, trigger: ofHost?.id ?? 'nothing' }),
    fc.record({ type: fc.constant('extend' as const), minutes: fc.integer({ min: 1, max: 5 }) }),
    fc.record({ type: fc.constant('broadcast' as const), words }),
    fc.record({ type: fc.constant('say' as const), channel: fc.constant('press'), words }),
    fc.record({ type: fc.constant('give-help' as const), role }),
    fc.record({ type: fc.constant('autopilot' as const), role, on: fc.boolean() }),
  );

  const wish: fc.Arbitrary<Wish> = fc.oneof(
    { weight: 24, arbitrary: fc.record({ as: fc.constant('seat' as const), role, command: seatCommand }) },
    { weight: 2, arbitrary: fc.record({ as: fc.constant('host' as const), command: hostCommand }) },
    { weight: 2, arbitrary: fc.constant({ as: 'clock' as const }) },
    {
      weight: 12,
      arbitrary: fc.record({
        as: fc.constant('reply' as const),
        nth: fc.nat({ max: 400 }),
        yes: fc.boolean(),
      }),
    },
  );

  /** Two heads who agree, and initial at once. */
  const AGREE: readonly Wish[] = [
    ...headsOf(game).map((who) => seatWish(who, { type: 'propose', terms: { ...deals.agreed } })),
    ...headsOf(game).map((who) => seatWish(who, { type: 'initial' })),
  ];

  /** A table from its first round on: some never agree, some go home with a text, some come as far as the debrief. */
  const wishes: fc.Arbitrary<Wish[]> = fc
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
  return { wish, wishes };
}
