import {
  dueAnswer,
  hasConsent,
  mayMove,
  openInvitation,
  type OwnMove,
  type SeatCommand,
  timesMade,
} from '@btt/protocol';
import type { Player } from '../seat/seat';
import { type Intent, intentOf, wantsInvitation } from './intent';

/** How much help is needed now, at home and abroad: 0 none, 1 much. */
export interface Need {
  readonly home: number;
  readonly abroad: number;
  /** A faction that is wronged raises its voice. */
  readonly hard: number;
}

/** What a move must be worth to be made. */
const ENOUGH = 1;

/** The move that is most worth making now; null when none is. */
export function chooseMove(player: Player, need: Need): SeatCommand | null {
  let best: SeatCommand | null = null;
  let most = ENOUGH;
  for (const move of player.own.moves) {
    if (move.kind === 'answer') continue;
    const worth = worthOf(player, move, need);
    if (worth <= most) continue;
    const command = commandFor(player, move);
    if (command) [best, most] = [command, worth];
  }
  return best;
}

/**
 * The answer to a provocation that is due. First a quiet question, where the card offers one; then restraint: never words that a card
 * calls hard, as long as there is another answer.
 */
export function chooseAnswer(player: Player): SeatCommand | null {
  const { side } = player.role;
  if (side === null) return null;
  const answers = player.own.moves
    .filter(
      (move) => move.kind === 'answer' && move.answers !== null && dueAnswer(player.desk, move.answers, side),
    )
    .filter((move) => !isAsked(player, move))
    .map((move) => ({ move, worth: ANSWERS[kindOfAnswer(move)] + player.dice(move.id) * 0.1 }))
    .sort((a, b) => b.worth - a.worth);
  for (const { move } of answers) {
    const command = commandFor(player, move);
    if (command) return command;
  }
  return null;
}

const ANSWERS = { inquiry: 3, soft: 2, open: 1, hard: 0 } as const;

function kindOfAnswer(move: OwnMove): keyof typeof ANSWERS {
  if (move.tags.includes('inquiry')) return 'inquiry';
  const intent = intentOf(move);
  return intent === 'hard' ? 'hard' : intent === 'open' ? 'open' : 'soft';
}

/** A question about this provocation has been put already. */
function isAsked(player: Player, move: OwnMove): boolean {
  return move.tags.includes('inquiry') && timesMade(player.desk, move.id) > 0;
}

function worthOf(player: Player, move: OwnMove, need: Need): number {
  const { desk, notes } = player;
  const intent = intentOf(move);
  const made = timesMade(desk, move.id);
  if (notes.regretted.includes(move.id) || (made > 0 && move.limit === null && move.kind !== 'measure'))
    return 0;
  const invited = player.sides.some(
    (side) => side !== player.role.side && openInvitation(desk, move.id, side) !== null,
  );
  if (wantsInvitation(move) && !invited && move.kind !== 'invitation') return 0;
  // Words fade, so they are kept for the time when they count.
  if (move.kind === 'statement' && roundsLeft(player) > 1) return 0;
  const asking = move.kind === 'invitation' ? 1.2 : 0;
  return (
    gain(intent, need) +
    (invited ? 2.5 : 0) +
    asking -
    0.3 * move.cost -
    1.1 * made +
    0.4 * player.dice(`${move.id} ${desk.round}`)
  );
}

function gain(intent: Intent, { home, abroad, hard }: Need): number {
  switch (intent) {
    case 'hard':
      return 3 * hard - 1.5;
    case 'help':
      return 3 * abroad;
    case 'home':
      return 3 * home;
    case 'both':
      return 1.8 * (home + abroad);
    case 'open':
      return 0.9 * Math.max(home, abroad) + 0.3;
  }
}

/** Bargaining rounds after this one, returns to the table not counted. */
export function roundsLeft({ desk }: Pick<Player, 'desk'>): number {
  return desk.returned > 0 ? 0 : Math.max(0, (desk.settings?.rounds.length ?? 0) - desk.round);
}

/** The move as a command, where its terms allow it now; else, where it only lacks consent that was not asked for yet, the question. */
function commandFor(player: Player, move: OwnMove): SeatCommand | null {
  const { desk, role, sides } = player;
  if (breaksOrder(player, move)) return null;
  const asked = desk.politics.consents[move.id];
  if (move.consent && !hasConsent(desk, move.id, move.consent)) {
    const mayWithout = mayMove(desk, { ...move, consent: null }, role, sides) === null;
    return mayWithout && !asked ? { type: 'ask-consent', move: move.id } : null;
  }
  if (mayMove(desk, move, role, sides) !== null) return null;
  const picked = picksFor(player, move);
  if (picked === null) return null;
  const secrets = Object.fromEntries(
    move.secrets.map(({ key, values }) => [
      key,
      values.find((value) => value !== 'meant') ?? values[0] ?? '',
    ]),
  );
  return {
    type: 'move',
    move: move.id,
    ...(picked.length > 0 ? { picked: [...picked] } : {}),
    ...(move.secrets.length > 0 ? { secrets } : {}),
  };
}

/** A standing order forbids it to this seat. */
function breaksOrder(player: Player, move: OwnMove): boolean {
  return Object.values(player.desk.obligations).some(
    ({ state, who, ban }) =>
      state === 'standing' &&
      who.includes(player.role.id) &&
      ban.kind === 'tags' &&
      ban.tags.some((tag) => move.tags.includes(tag)),
  );
}

/** Things to pick with a move: as many as it takes, spread over groups; or attacks that the other side's factions may make. */
function picksFor(player: Player, move: OwnMove): readonly string[] | null {
  if (move.pick === null) return [];
  const { from, items, min, max } = move.pick;
  const offered =
    from === 'items' ? spread(items) : player.own.theirCriticisms.map((criticism) => criticism.id);
  const inOrder =
    from === 'items'
      ? offered
      : offered.toSorted((a, b) => player.dice(`attack ${a}`) - player.dice(`attack ${b}`));
  const picked = inOrder.slice(0, max);
  return picked.length >= min ? picked : null;
}

/** One of each group in turn. */
function spread(items: readonly { readonly id: string; readonly group: string }[]): string[] {
  const groups = [...new Set(items.map((item) => item.group))];
  const places = items.map((item) => {
    const peers = items.filter((other) => other.group === item.group);
    return { id: item.id, at: peers.indexOf(item), group: groups.indexOf(item.group) };
  });
  return places.sort((a, b) => a.at - b.at || a.group - b.group).map((place) => place.id);
}
