import type { HappeningId, PersonId, WordsId } from './facts';

/** How a whole class is seated at once. */
export type SeatingWay = 'balanced' | 'random' | 'groups';

/** Where somebody is: on a seat, watching a table, or neither. Never both. */
export interface Whereabouts {
  readonly seat: { readonly table: string; readonly role: string } | null;
  /** The table that is watched without a seat at it. */
  readonly watches: string | null;
}

export interface SessionTable {
  readonly table: string;
  readonly name: string;
  /** Roles that are filled when people are seated; null = all of the scenario. */
  readonly roles: readonly string[] | null;
}

/** Somebody of the class list who has not come yet. The name is kept under the id. */
export interface Expected {
  readonly person: PersonId;
  /** Where they shall sit when they come, as far as that is said. */
  readonly table: string | null;
  readonly role: string | null;
  readonly group: string | null;
}

/** What can become known about a session. Nicknames are words kept under the person's id. */
export type SessionFact =
  | {
      readonly type: 'session-opened';
      readonly session: string;
      readonly code: string;
      readonly scenario: string;
      readonly title: string;
      readonly hash: string;
    }
  /** `roles` missing or null = all roles of the scenario are filled. */
  | {
      readonly type: 'table-added';
      readonly table: string;
      readonly name: string;
      readonly roles?: readonly string[] | null;
    }
  | {
      readonly type: 'table-changed';
      readonly table: string;
      readonly name: string;
      readonly roles: readonly string[] | null;
    }
  /** Whoever was there has neither seat nor view from then on. */
  | { readonly type: 'table-removed'; readonly table: string }
  | { readonly type: 'person-joined'; readonly person: PersonId }
  | { readonly type: 'person-renamed'; readonly person: PersonId }
  | { readonly type: 'person-removed'; readonly person: PersonId }
  | { readonly type: 'seated'; readonly person: PersonId; readonly table: string; readonly role: string }
  | { readonly type: 'unseated'; readonly person: PersonId }
  /** Has no seat and looks at a table as everybody may see it. */
  | { readonly type: 'watching'; readonly person: PersonId; readonly table: string }
  | { readonly type: 'grouped'; readonly person: PersonId; readonly group: string | null }
  /** How people were seated just now, so that it can be told and repeated. */
  | { readonly type: 'seated-by'; readonly way: SeatingWay; readonly seed: number | null }
  /** Whether people who come from now on are seated at once. */
  | { readonly type: 'late-seating'; readonly on: boolean }
  | { readonly type: 'expected'; readonly people: readonly Expected[] }
  | { readonly type: 'expected-gone'; readonly person: PersonId }
  | { readonly type: 'host-let-in'; readonly host: string }
  | { readonly type: 'host-revoked'; readonly host: string }
  /** Somebody wants to come back on another device and waits for the host's word. */
  | { readonly type: 'return-asked'; readonly request: string; readonly person: PersonId }
  | { readonly type: 'return-answered'; readonly request: string; readonly admitted: boolean }
  /** Whether nicknames are shown in what the class looks at together. */
  | { readonly type: 'names-shown'; readonly shown: boolean }
  | {
      readonly type: 'message';
      readonly id: HappeningId;
      readonly person: PersonId;
      readonly words: WordsId;
    }
  /** Before something that can be taken back: how those whom it concerns stood until then. */
  | ({ readonly type: 'undo-point' } & UndoPoint)
  | { readonly type: 'undone' }
  | { readonly type: 'archived'; readonly archived: boolean }
  | { readonly type: 'session-closed' };

export interface UndoPoint {
  /** The session command that can be taken back. */
  readonly what: string;
  readonly people: readonly (Whereabouts & { readonly person: PersonId })[];
  readonly tables: readonly SessionTable[];
}

/** Who is told: everybody of the session, the hosts alone, or the hosts and one person. */
export type SessionAudience = 'everyone' | 'host' | { readonly person: PersonId };

export interface SessionPart {
  readonly to: SessionAudience;
  readonly fact: SessionFact;
}

export interface SessionView {
  readonly session: string;
  readonly code: string;
  readonly scenario: string;
  readonly title: string;
  readonly hash: string;
  readonly tables: readonly SessionTable[];
  /** Tables that there have ever been. */
  readonly tablesMade: number;
  readonly people: readonly (Whereabouts & { readonly person: PersonId; readonly group: string | null })[];
  readonly lateSeating: boolean;
  readonly namesShown: boolean;
  readonly archived: boolean;
  readonly closed: boolean;
  /** The following is told to hosts alone, messages also to whom they are for. */
  readonly expected: readonly Expected[];
  readonly seatedBy: { readonly way: SeatingWay; readonly seed: number | null } | null;
  /** Co-hosts. */
  readonly hosts: readonly string[];
  readonly returns: readonly {
    readonly request: string;
    readonly person: PersonId;
    readonly admitted: boolean;
  }[];
  readonly messages: readonly {
    readonly id: HappeningId;
    readonly person: PersonId;
    readonly words: WordsId;
  }[];
  /** What can be taken back, the newest last. */
  readonly undo: readonly UndoPoint[];
}

export const EMPTY_SESSION: SessionView = {
  session: '',
  code: '',
  scenario: '',
  title: '',
  hash: '',
  tables: [],
  tablesMade: 0,
  people: [],
  lateSeating: false,
  namesShown: false,
  archived: false,
  closed: false,
  expected: [],
  seatedBy: null,
  hosts: [],
  returns: [],
  messages: [],
  undo: [],
};

/** Steps that can be taken back, one after the other. */
const MOST_UNDO = 10;

/** Adds one fact to a session view. Pure and total. */
export function foldSession(view: SessionView, fact: SessionFact): SessionView {
  switch (fact.type) {
    case 'session-opened': {
      const { type: _type, ...rest } = fact;
      return { ...EMPTY_SESSION, ...rest };
    }
    case 'table-added':
      return {
        ...view,
        tables: [...view.tables, { table: fact.table, name: fact.name, roles: fact.roles ?? null }],
        tablesMade: view.tablesMade + 1,
      };
    case 'table-changed': {
      const { table, name, roles } = fact;
      return {
        ...view,
        tables: view.tables.map((one) => (one.table === table ? { table, name, roles } : one)),
      };
    }
    case 'table-removed':
      return {
        ...view,
        tables: view.tables.filter((one) => one.table !== fact.table),
        people: view.people.map((one) =>
          one.seat?.table === fact.table || one.watches === fact.table
            ? { ...one, seat: null, watches: null }
            : one,
        ),
      };
    case 'person-joined':
      return {
        ...view,
        people: [...view.people, { person: fact.person, seat: null, watches: null, group: null }],
      };
    case 'person-renamed':
      return view;
    case 'person-removed':
      return {
        ...view,
        people: view.people.filter((entry) => entry.person !== fact.person),
        returns: view.returns.filter((one) => one.person !== fact.person),
      };
    case 'seated':
      return stand(view, fact.person, { seat: { table: fact.table, role: fact.role }, watches: null });
    case 'unseated':
      return stand(view, fact.person, { seat: null, watches: null });
    case 'watching':
      return stand(view, fact.person, { seat: null, watches: fact.table });
    case 'grouped':
      return stand(view, fact.person, { group: fact.group });
    case 'seated-by':
      return { ...view, seatedBy: { way: fact.way, seed: fact.seed } };
    case 'late-seating':
      return { ...view, lateSeating: fact.on };
    case 'expected':
      return { ...view, expected: [...view.expected, ...fact.people] };
    case 'expected-gone':
      return { ...view, expected: view.expected.filter((one) => one.person !== fact.person) };
    case 'host-let-in':
      return { ...view, hosts: [...view.hosts, fact.host] };
    case 'host-revoked':
      return { ...view, hosts: view.hosts.filter((host) => host !== fact.host) };
    case 'return-asked': {
      const { request, person } = fact;
      return { ...view, returns: [...view.returns, { request, person, admitted: false }] };
    }
    case 'return-answered':
      return {
        ...view,
        returns: view.returns.flatMap((one) => {
          if (one.request !== fact.request) return [one];
          return fact.admitted ? [{ ...one, admitted: true }] : [];
        }),
      };
    case 'names-shown':
      return { ...view, namesShown: fact.shown };
    case 'message': {
      const { type: _type, ...message } = fact;
      return { ...view, messages: [...view.messages, message] };
    }
    case 'undo-point': {
      const { type: _type, ...point } = fact;
      return { ...view, undo: [...view.undo, point].slice(-MOST_UNDO) };
    }
    case 'undone':
      return { ...view, undo: view.undo.slice(0, -1) };
    case 'archived':
      return { ...view, archived: fact.archived };
    case 'session-closed':
      return { ...view, closed: true };
  }
}

function stand(
  view: SessionView,
  person: PersonId,
  now: Partial<SessionView['people'][number]>,
): SessionView {
  return {
    ...view,
    people: view.people.map((entry) => (entry.person === person ? { ...entry, ...now } : entry)),
  };
}
