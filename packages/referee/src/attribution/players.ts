import { MOST_PLAYERS } from './shapley';

export type CauseId = string;

/** Something that happened and moved supports: a measure, a statement, an event. */
export interface Cause {
  readonly id: CauseId;
  /** As it is called in a sentence: "The declaration". */
  readonly name: string;
}

/** Causes that are judged as one, under one name. */
export interface CauseGroup {
  readonly id: string;
  readonly name: string;
  readonly causes: readonly CauseId[];
}

/** Who the outcome is shared out among. */
export interface Player {
  /** The cause's, or the group's; `rest` for everything else. */
  readonly id: string;
  /** Empty for everything else: each language has its own words for it. */
  readonly name: string;
  /** `rest`: the smallest causes, taken together because there are too many to be told apart. */
  readonly kind: 'cause' | 'group' | 'rest';
  /** What the player stands for, as written. */
  readonly causes: readonly CauseId[];
}

/** The players of causes and groups, as the causes are written. A cause in two groups belongs to the first. Empty groups are left out. */
export function groupedPlayers(causes: readonly Cause[], groups: readonly CauseGroup[]): Player[] {
  const groupOf = (id: CauseId) => groups.find((group) => group.causes.includes(id));
  const players: Player[] = [];
  const seen = new Set<CauseGroup>();
  for (const cause of causes) {
    const group = groupOf(cause.id);
    if (!group) players.push({ id: cause.id, name: cause.name, kind: 'cause', causes: [cause.id] });
    else if (!seen.has(group)) {
      seen.add(group);
      const members = causes.filter((one) => groupOf(one.id) === group).map((one) => one.id);
      players.push({ id: group.id, name: group.name, kind: 'group', causes: members });
    }
  }
  return players;
}

/**
 * At most `most` players (2 to 16): if there are more, the smallest are taken together. Of players of one size the earlier ones stay.
 */
export function fewestApart(
  players: readonly Player[],
  sizeOf: (player: Player) => number,
  most = MOST_PLAYERS,
): Player[] {
  const limit = Math.min(MOST_PLAYERS, Math.max(2, Math.trunc(most)));
  if (players.length <= limit) return [...players];
  const sizes = players.map(sizeOf);
  const order = [...players.keys()].sort((a, b) => {
    const [one = 0, other = 0] = [sizes[a], sizes[b]];
    return one === other ? a - b : one < other ? 1 : -1;
  });
  const kept = new Set(order.slice(0, limit - 1));
  const rest = players.filter((_, at) => !kept.has(at));
  return [
    ...players.filter((_, at) => kept.has(at)),
    { id: 'rest', name: '', kind: 'rest', causes: rest.flatMap((player) => player.causes) },
  ];
}
