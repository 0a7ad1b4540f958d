import {
  type Expected,
  type Refusal,
  refuse,
  type SessionCommand,
  type SessionPart,
  type SessionView,
} from '@btt/protocol';
import type { Game } from '../game';
import { openRoom, type Place, seatAll, tableOfGroup } from './seating';
import { undoPoint } from './undo';

/** Most names of a class list that wait for their people. */
const MOST_EXPECTED = 300;

type Of<T extends SessionCommand['type']> = Extract<SessionCommand, { type: T }>;

export type PeopleWish =
  /** `expected` is the entry of the class list whose name this is. */
  | { readonly type: 'join'; readonly person: string; readonly expected?: string | null }
  | { readonly type: 'rename'; readonly person: string }
  | { readonly type: 'message'; readonly id: string; readonly person: string; readonly words: string }
  | { readonly type: 'expect'; readonly people: readonly Expected[] }
  /** `seed` is used where chance seats people and the host named none. */
  | (Omit<Of<'seat-everyone'>, 'seed'> & { readonly seed?: number | undefined })
  | Of<'seat' | 'unseat' | 'watch' | 'group' | 'remove' | 'expect-no-more'>;

/** Who is here, and where everybody sits. */
export function decidePeople(
  game: Game,
  view: SessionView,
  wish: PeopleWish,
  mostPeople: number,
): SessionPart[] | Refusal {
  switch (wish.type) {
    case 'join':
      if (personIn(view, wish.person)) return refuse('nothing-to-do');
      if (view.people.length >= mostPeople) return refuse('session-full');
      return join(game, view, wish.person, wish.expected ?? null);
    case 'seat-everyone':
      return seatEveryone(game, view, wish);
    case 'expect':
      if (view.expected.length + wish.people.length > MOST_EXPECTED) return refuse('session-full');
      return expect(game, view, wish.people);
    case 'expect-no-more':
      if (!view.expected.some((one) => one.person === wish.person)) return refuse('nothing-to-do');
      return [{ to: 'host', fact: { type: 'expected-gone', person: wish.person } }];
    default:
      return decidePerson(game, view, wish);
  }
}

const personIn = (view: SessionView, person: string) => view.people.find((one) => one.person === person);

/** What is done about somebody who is here. */
function decidePerson(
  game: Game,
  view: SessionView,
  wish: Exclude<PeopleWish, { type: 'join' | 'seat-everyone' | 'expect' | 'expect-no-more' }>,
): SessionPart[] | Refusal {
  const here = personIn(view, wish.person);
  if (!here) return refuse(wish.type === 'unseat' ? 'nothing-to-do' : 'unknown-person');
  const { person } = wish;
  const undoable = undoPoint(view, wish.type, [person]);
  switch (wish.type) {
    case 'seat':
    case 'watch': {
      const place = { table: wish.table, role: wish.type === 'seat' ? wish.role : null };
      if (!view.tables.some(({ table }) => table === place.table)) return refuse('unknown-table');
      if (place.role !== null && !game.index.role(place.role)) return refuse('unknown-role');
      const { seat, watches } = here;
      const stays =
        place.role === null
          ? watches === place.table
          : seat?.table === place.table && seat.role === place.role;
      if (stays) return refuse('nothing-to-do');
      if (!openRoom(game, view, view.people).isFree(place)) return refuse('seat-full');
      return [undoable, seated(person, place)];
    }
    case 'unseat':
      if (here.seat === null && here.watches === null) return refuse('nothing-to-do');
      return [undoable, { to: 'everyone', fact: { type: 'unseated', person } }];
    case 'group':
      if (here.group === wish.group) return refuse('nothing-to-do');
      return [{ to: 'host', fact: { type: 'grouped', person, group: wish.group } }];
    case 'rename':
      return [{ to: 'everyone', fact: { type: 'person-renamed', person } }];
    case 'remove':
      return [undoable, { to: 'everyone', fact: { type: 'person-removed', person } }];
    case 'message':
      return [{ to: { person }, fact: { type: 'message', id: wish.id, person, words: wish.words } }];
  }
}

const seated = (person: string, { table, role }: Place): SessionPart => ({
  to: 'everyone',
  fact: role === null ? { type: 'watching', person, table } : { type: 'seated', person, table, role },
});

/** Who is on the class list gets the place that is kept; who comes late is seated at once, if the host wants that. */
function join(game: Game, view: SessionView, person: string, expected: string | null): SessionPart[] {
  const entry = view.expected.find((one) => one.person === expected);
  const room = openRoom(game, view, view.people);
  const place = placeFor(view, room, entry);
  const parts: SessionPart[] = [{ to: 'everyone', fact: { type: 'person-joined', person } }];
  if (entry) parts.push({ to: 'host', fact: { type: 'expected-gone', person: entry.person } });
  if (entry?.group) parts.push({ to: 'host', fact: { type: 'grouped', person, group: entry.group } });
  if (place) parts.push(seated(person, place));
  return parts;
}

function placeFor(
  view: SessionView,
  room: ReturnType<typeof openRoom>,
  entry: Expected | undefined,
): Place | null {
  const kept = view.tables.find((one) => one.table === entry?.table)?.table;
  if (entry && kept !== undefined) {
    const seat = { table: kept, role: entry.role };
    return entry.role !== null && room.isFree(seat) ? seat : room.next(kept);
  }
  if (!view.lateSeating) return null;
  return room.next(entry?.group ? tableOfGroup(view, entry.group) : undefined);
}

function expect(game: Game, view: SessionView, people: readonly Expected[]): SessionPart[] | Refusal {
  for (const { table, role } of people) {
    if (table !== null && !view.tables.some((one) => one.table === table)) return refuse('unknown-table');
    if (role !== null && !game.index.role(role)) return refuse('unknown-role');
  }
  return [{ to: 'host', fact: { type: 'expected', people } }];
}

function seatEveryone(
  game: Game,
  view: SessionView,
  wish: Extract<PeopleWish, { type: 'seat-everyone' }>,
): SessionPart[] | Refusal {
  const { way = 'balanced', seed = 0, anew = false, late } = wish;
  const plans = seatAll(game, view, way, seed, anew).filter(({ person, place }) => {
    const now = view.people.find((one) => one.person === person);
    const [table, role] = now?.seat ? [now.seat.table, now.seat.role] : [now?.watches, null];
    return table !== place.table || role !== place.role;
  });
  const later = late !== undefined && late !== view.lateSeating;
  if (plans.length === 0 && !later) return refuse('nothing-to-do');
  const moved = plans.map(({ person }) => person);
  return [
    ...(plans.length > 0 ? [undoPoint(view, wish.type, moved)] : []),
    ...plans.map(({ person, place }) => seated(person, place)),
    { to: 'host', fact: { type: 'seated-by', way, seed: way === 'random' ? seed : null } },
    ...(later ? [{ to: 'everyone', fact: { type: 'late-seating', on: late } } as const] : []),
  ];
}
