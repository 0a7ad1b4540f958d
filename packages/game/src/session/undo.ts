import { type Refusal, refuse, type SessionPart, type SessionView } from '@btt/protocol';
import type { Game } from '../game';
import { openRoom } from './seating';

const toHost = (fact: SessionPart['fact']): SessionPart => ({ to: 'host', fact });
const toAll = (fact: SessionPart['fact']): SessionPart => ({ to: 'everyone', fact });

/** Notes how those people and tables stand before something is done about them. */
export function undoPoint(
  view: SessionView,
  what: string,
  people: readonly string[],
  tables: readonly string[] = [],
): SessionPart {
  const concerned = new Set(people);
  return toHost({
    type: 'undo-point',
    what,
    people: view.people.flatMap(({ person, seat, watches }) =>
      concerned.has(person) ? [{ person, seat, watches }] : [],
    ),
    tables: view.tables.filter(({ table }) => tables.includes(table)),
  });
}

/**
 * Takes the newest undo point back: tables that were taken away are there again, people who were removed may come in again, and
 * everybody named stands as before. Whose seat somebody else has taken meanwhile waits in the lobby.
 */
export function undo(game: Game, view: SessionView): SessionPart[] | Refusal {
  const point = view.undo.at(-1);
  if (!point) return refuse('nothing-to-do');
  const { people, tables } = point;
  const concerned = new Set(people.map(({ person }) => person));
  const missing = tables.filter(({ table }) => !view.tables.some((one) => one.table === table));
  const after = { ...view, tables: [...view.tables, ...missing] };
  const room = openRoom(
    game,
    after,
    view.people.filter(({ person }) => !concerned.has(person)),
  );
  const back: SessionPart[] = tables.map((table) =>
    toAll({ type: missing.includes(table) ? 'table-added' : 'table-changed', ...table }),
  );
  for (const { person, seat, watches } of people) {
    const here = view.people.find((one) => one.person === person);
    if (!here) back.push(toAll({ type: 'person-joined', person }));
    const table = seat?.table ?? watches;
    const isThere = after.tables.some((one) => one.table === table);
    if (seat && isThere && room.isFree(seat)) {
      room.sit(seat);
      back.push(toAll({ type: 'seated', person, ...seat }));
    } else if (watches !== null && isThere) back.push(toAll({ type: 'watching', person, table: watches }));
    else if (here?.seat || here?.watches) back.push(toAll({ type: 'unseated', person }));
  }
  return [...back, toHost({ type: 'undone' })];
}
