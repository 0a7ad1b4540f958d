import {
  EMPTY_SESSION,
  foldSession,
  type Refusal,
  refuse,
  type SessionCommand,
  type SessionPart,
  type SessionView,
} from '@btt/protocol';
import type { Game } from '../game';
import { decidePeople, type PeopleWish } from './people';
import { decideTables, type TablesWish } from './tables';
import { undo } from './undo';

/** Most people in one session, and most tables. */
export const SESSION_LIMITS = { people: 250, tables: 64 } as const;

type HostWish = Exclude<
  SessionCommand,
  { type: 'add-table' | 'seat-everyone' | 'expect' | 'message' | 'rename' }
>;

/** What may be wished of a session. Names and free text are ids here, never the words. */
export type SessionWish =
  | {
      readonly type: 'open';
      readonly session: string;
      readonly code: string;
      readonly table: string;
      readonly tableName: string;
    }
  | TablesWish
  | PeopleWish
  | HostWish
  | { readonly type: 'let-in-host'; readonly host: string }
  | { readonly type: 'ask-return'; readonly person: string; readonly request: string };

export interface SessionEvent {
  /** The wish that it grants; or the session was played elsewhere, or goes on from a moment of another. */
  readonly type: SessionWish['type'] | 'import' | 'branch';
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
  if (view.archived && wish.type !== 'archive' && wish.type !== 'close') return refuse('session-archived');
  const parts = partsOf(game, view, wish);
  return Array.isArray(parts) ? { ok: true, event: { type: wish.type, parts } } : parts;
}

/** Requests to come back that may wait for one person at a time. */
const MOST_REQUESTS = 3;
const MOST_HOSTS = 20;

function partsOf(game: Game, view: SessionView, wish: SessionWish): SessionPart[] | Refusal {
  switch (wish.type) {
    case 'open': {
      if (view.session !== '') return refuse('nothing-to-do');
      const { session, code, table, tableName } = wish;
      const { id, title } = game.scenario;
      return everyone(
        { type: 'session-opened', session, code, scenario: id, title, hash: game.hash },
        { type: 'table-added', table, name: tableName },
      );
    }
    case 'add-table':
    case 'change-table':
    case 'remove-table':
      return decideTables(game, view, wish);
    case 'let-in-host':
      if (view.hosts.includes(wish.host)) return refuse('nothing-to-do');
      if (view.hosts.length >= MOST_HOSTS) return refuse('session-full');
      return hosts({ type: 'host-let-in', host: wish.host });
    case 'revoke-host':
      if (!view.hosts.includes(wish.host)) return refuse('nothing-to-do');
      return hosts({ type: 'host-revoked', host: wish.host });
    case 'ask-return': {
      const { request, person } = wish;
      if (!view.people.some((one) => one.person === person)) return refuse('unknown-person');
      const open = view.returns.filter((one) => one.person === person && !one.admitted);
      if (open.length >= MOST_REQUESTS) return refuse('too-many');
      return hosts({ type: 'return-asked', request, person });
    }
    case 'answer-return': {
      const { request, admit: admitted } = wish;
      const asked = view.returns.find((one) => one.request === request);
      if (!asked || asked.admitted) return refuse('nothing-to-do');
      return hosts({ type: 'return-answered', request, admitted });
    }
    case 'late-seating':
      if (view.lateSeating === wish.on) return refuse('nothing-to-do');
      return everyone({ type: 'late-seating', on: wish.on });
    case 'show-names':
      if (view.namesShown === wish.shown) return refuse('nothing-to-do');
      return everyone({ type: 'names-shown', shown: wish.shown });
    case 'undo':
      return undo(game, view);
    case 'archive':
      if (view.archived === wish.archived) return refuse('nothing-to-do');
      return everyone({ type: 'archived', archived: wish.archived });
    case 'close':
      return everyone({ type: 'session-closed' });
    default:
      return decidePeople(game, view, wish, SESSION_LIMITS.people);
  }
}

const everyone = (...facts: SessionPart['fact'][]): SessionPart[] =>
  facts.map((fact) => ({ to: 'everyone', fact }));
const hosts = (...facts: SessionPart['fact'][]): SessionPart[] => facts.map((fact) => ({ to: 'host', fact }));

/** Who sits on a role, in the order of joining. */
export function holders(view: SessionView, table: string, role: string): string[] {
  return view.people
    .filter((entry) => entry.seat?.table === table && entry.seat.role === role)
    .map((entry) => entry.person);
}
