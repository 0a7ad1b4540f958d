import {
  EMPTY_SESSION,
  foldSession,
  type Refusal,
  refuse,
  type SessionCommand,
  type SessionFact,
  type SessionPart,
  type SessionView,
} from '@btt/protocol';
import type { Game } from '../game';

/** Most people in one session, and most tables. */
export const SESSION_LIMITS = { people: 250, tables: 64 } as const;

export type SessionWish =
  | {
      readonly type: 'open';
      readonly session: string;
      readonly code: string;
      readonly table: string;
      readonly tableName: string;
    }
  | { readonly type: 'join'; readonly person: string }
  | { readonly type: 'leave-seat'; readonly person: string }
  | (SessionCommand & { readonly newTable?: string });

export interface SessionEvent {
  readonly type: string;
  readonly parts: readonly SessionPart[];
}

export interface SessionState {
  readonly version: number;
  readonly view: SessionView;
}

export const initialSession = (): SessionState => ({ version: 0, view: EMPTY_SESSION });

export function evolveSession(state: SessionState, event: SessionEvent): SessionState {
  return {
    version: state.version + 1,
    view: event.parts.reduce((view, part) => foldSession(view, part.fact), state.view),
  };
}

/** What comes of a wish for a session: exactly one event, or why not. Names are words and are not looked at here. */
export function decideSession(
  game: Game,
  state: SessionState,
  wish: SessionWish,
): { readonly ok: true; readonly event: SessionEvent } | Refusal {
  const { view } = state;
  if (wish.type !== 'open' && view.session === '') return refuse('unknown-code');
  if (view.closed) return refuse('session-closed');
  const facts = factsOf(game, view, wish);
  if (!Array.isArray(facts)) return facts;
  return { ok: true, event: { type: wish.type, parts: facts.map((fact) => ({ to: 'everyone', fact })) } };
}

function factsOf(game: Game, view: SessionView, wish: SessionWish): SessionFact[] | Refusal {
  switch (wish.type) {
    case 'open':
      if (view.session !== '') return refuse('nothing-to-do');
      return [
        {
          type: 'session-opened',
          session: wish.session,
          code: wish.code,
          scenario: game.scenario.id,
          title: game.scenario.title,
          hash: game.hash,
        },
        { type: 'table-added', table: wish.table, name: wish.tableName },
      ];
    case 'join':
      if (view.people.some((entry) => entry.person === wish.person)) return refuse('nothing-to-do');
      if (view.people.length >= SESSION_LIMITS.people) return refuse('session-full');
      return [{ type: 'person-joined', person: wish.person }];
    case 'add-table':
      if (view.tables.length >= SESSION_LIMITS.tables) return refuse('session-full');
      if (wish.newTable === undefined) return refuse('unknown-table');
      return [
        { type: 'table-added', table: wish.newTable, name: wish.name ?? `Table ${view.tables.length + 1}` },
      ];
    case 'seat-everyone':
      return seatEveryone(game, view);
    case 'seat':
      return seat(game, view, wish);
    case 'unseat':
    case 'leave-seat':
      if (!seatOf(view, wish.person)) return refuse('nothing-to-do');
      return [{ type: 'unseated', person: wish.person }];
    case 'rename':
      return known(view, wish.person)
        ? [{ type: 'person-renamed', person: wish.person }]
        : refuse('unknown-person');
    case 'remove':
      return known(view, wish.person)
        ? [{ type: 'person-removed', person: wish.person }]
        : refuse('unknown-person');
    case 'close':
      return [{ type: 'session-closed' }];
  }
}

function seat(
  game: Game,
  view: SessionView,
  wish: { readonly person: string; readonly table: string; readonly role: string },
): SessionFact[] | Refusal {
  if (!known(view, wish.person)) return refuse('unknown-person');
  if (!view.tables.some((table) => table.table === wish.table)) return refuse('unknown-table');
  const role = game.scenario.roles.find((one) => one.id === wish.role);
  if (!role) return refuse('unknown-role');
  const before = seatOf(view, wish.person);
  if (before?.table === wish.table && before.role === wish.role) return refuse('nothing-to-do');
  if (holders(view, wish.table, wish.role).length >= role.capacity) return refuse('seat-full');
  return [{ type: 'seated', person: wish.person, table: wish.table, role: wish.role }];
}

/** Balanced: every table fills in the scenario's order, one seat at a time; then seats are shared up to their capacity. */
function seatEveryone(game: Game, view: SessionView): SessionFact[] | Refusal {
  const roles = [...game.scenario.roles].sort((a, b) => a.order - b.order);
  const waiting = view.people.filter((entry) => entry.seat === null).map((entry) => entry.person);
  if (waiting.length === 0) return refuse('nothing-to-do');
  const held = new Map<string, number>();
  for (const entry of view.people)
    if (entry.seat)
      held.set(
        `${entry.seat.table} ${entry.seat.role}`,
        (held.get(`${entry.seat.table} ${entry.seat.role}`) ?? 0) + 1,
      );
  const most = Math.max(1, ...roles.map((role) => role.capacity));
  const free: { table: string; role: string }[] = [];
  for (let place = 1; place <= most; place++) {
    for (const role of roles) {
      for (const { table } of view.tables) {
        if (role.capacity >= place && (held.get(`${table} ${role.id}`) ?? 0) < place)
          free.push({ table, role: role.id });
      }
    }
  }
  return waiting
    .slice(0, free.length)
    .map((person, i) => ({ type: 'seated', person, table: free[i]?.table ?? '', role: free[i]?.role ?? '' }));
}

const known = (view: SessionView, person: string) => view.people.some((entry) => entry.person === person);
const seatOf = (view: SessionView, person: string) =>
  view.people.find((entry) => entry.person === person)?.seat ?? null;

/** Who sits on a role, in the order of joining. */
export function holders(view: SessionView, table: string, role: string): string[] {
  return view.people
    .filter((entry) => entry.seat?.table === table && entry.seat.role === role)
    .map((entry) => entry.person);
}
