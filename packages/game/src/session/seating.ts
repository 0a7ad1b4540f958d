import type { SeatingWay, SessionView } from '@btt/protocol';
import type { Role } from '@btt/scenario';
import type { Game } from '../game';
import { shuffled } from './shuffle';

/** A place in the room: a role at a table, or with null a chair from which the table is watched. */
export interface Place {
  readonly table: string;
  readonly role: string | null;
}

export interface Plan {
  readonly person: string;
  readonly place: Place;
}

/** Seats that are taken, and who watches where; changed as people sit down. */
export interface Room {
  /** The best place that is free: heads of all tables before anybody else, then the rest in the scenario's order, shared seats, press, and watching. */
  next(at?: string): Place;
  /** Whether a place is free. Watching always is. */
  isFree(place: Place): boolean;
  sit(place: Place): void;
  /** Free seats at a table. */
  free(table: string): number;
}

/** Who is given a seat first. Domestic politics absorbs a crowd: seats are shared among factions before press and observers come. */
function ranksOf(game: Game): { readonly role: Role; readonly place: number }[] {
  const inOrder = [...game.scenario.roles].sort((a, b) => a.order - b.order);
  const ranks = inOrder.flatMap((role) =>
    Array.from({ length: Math.max(1, role.capacity) }, (_, i) => ({ role, place: i + 1 })),
  );
  const tier = ({ role, place }: (typeof ranks)[number]) => {
    if (role.kind === 'press') return 3;
    if (place === 1) return 0;
    return role.kind === 'faction' ? 1 : 2;
  };
  // Sorting is stable: within a tier, first places of all roles before second ones, and roles in their order.
  return ranks.sort((a, b) => tier(a) - tier(b) || a.place - b.place || a.role.order - b.role.order);
}

export function openRoom(game: Game, view: SessionView, sitting: SessionView['people']): Room {
  const ranks = ranksOf(game);
  const held = new Map<string, number>();
  const key = (table: string, role: string | null) => `${table} ${role ?? ''}`;
  const count = (table: string, role: string | null) => held.get(key(table, role)) ?? 0;
  const sit = ({ table, role }: Place) => void held.set(key(table, role), count(table, role) + 1);
  for (const { seat, watches } of sitting) {
    if (seat) sit(seat);
    else if (watches !== null) sit({ table: watches, role: null });
  }
  const inUse = new Map(view.tables.map(({ table, roles }) => [table, roles && new Set(roles)]));
  const plays = (table: string, role: string) => inUse.get(table)?.has(role) ?? true;
  /** So many of the first ranks are taken at every table: nobody gets up again. */
  let full = 0;
  return {
    sit,
    isFree: ({ table, role }) => role === null || count(table, role) < (game.index.role(role)?.capacity ?? 0),
    free: (table) =>
      ranks.filter(({ role, place }) => plays(table, role.id) && count(table, role.id) < place).length,
    next(at) {
      const tables = view.tables.filter(({ table }) => at === undefined || table === at);
      for (const [rank, { role, place }] of ranks.entries()) {
        if (rank < full) continue;
        const found = tables.find(({ table }) => plays(table, role.id) && count(table, role.id) < place);
        if (found) return { table: found.table, role: role.id };
        if (at === undefined) full = rank + 1;
      }
      const quietest = tables.reduce<string | null>(
        (best, { table }) => (best === null || count(table, null) < count(best, null) ? table : best),
        null,
      );
      return { table: quietest ?? '', role: null };
    },
  };
}

/** A place for everybody named; nobody else is moved. `anew` names everybody, so that all begin from an empty room. */
export function seatAll(
  game: Game,
  view: SessionView,
  way: SeatingWay,
  seed: number,
  anew: boolean,
): readonly Plan[] {
  const waits = (one: SessionView['people'][number]) => anew || (one.seat === null && one.watches === null);
  const waiting = view.people.filter(waits);
  const room = openRoom(game, view, anew ? [] : view.people);
  const plans: Plan[] = [];
  const sit = (person: string, place: Place) => {
    room.sit(place);
    plans.push({ person, place });
  };
  const inTurn = way === 'random' ? shuffled(waiting, seed) : waiting;
  const alone = way === 'groups' ? inTurn.filter((one) => one.group === null) : inTurn;
  if (way === 'groups') {
    for (const { group, members } of groupsOf(inTurn)) {
      const table =
        (anew ? undefined : tableOfGroup(view, group)) ?? roomiest(view, room) ?? room.next().table;
      for (const { person } of members) sit(person, room.next(table));
    }
  }
  for (const { person } of alone) sit(person, room.next());
  return plans;
}

/** The groups among those people, the largest first. */
function groupsOf(people: SessionView['people']) {
  const groups = new Map<string, SessionView['people'][number][]>();
  for (const one of people)
    if (one.group !== null) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  return [...groups]
    .map(([group, members]) => ({ group, members }))
    .sort((a, b) => b.members.length - a.members.length);
}

/** Where somebody of the group already is. */
export function tableOfGroup(view: SessionView, group: string): string | undefined {
  const there = view.people.find((one) => one.group === group && (one.seat !== null || one.watches !== null));
  return there?.seat?.table ?? there?.watches ?? undefined;
}

function roomiest(view: SessionView, room: Room): string | undefined {
  const tables = view.tables.map(({ table }) => table);
  return tables.reduce<string | undefined>(
    (best, table) => (best === undefined || room.free(table) > room.free(best) ? table : best),
    undefined,
  );
}
