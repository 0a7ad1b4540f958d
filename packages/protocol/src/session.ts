import type { PersonId } from './facts';

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
  | { readonly type: 'table-added'; readonly table: string; readonly name: string }
  | { readonly type: 'person-joined'; readonly person: PersonId }
  | { readonly type: 'person-renamed'; readonly person: PersonId }
  | { readonly type: 'person-removed'; readonly person: PersonId }
  | { readonly type: 'seated'; readonly person: PersonId; readonly table: string; readonly role: string }
  | { readonly type: 'unseated'; readonly person: PersonId }
  | { readonly type: 'session-closed' };

export interface SessionPart {
  readonly to: 'everyone' | 'host';
  readonly fact: SessionFact;
}

export interface SessionView {
  readonly session: string;
  readonly code: string;
  readonly scenario: string;
  readonly title: string;
  readonly hash: string;
  readonly tables: readonly { readonly table: string; readonly name: string }[];
  readonly people: readonly {
    readonly person: PersonId;
    readonly seat: { readonly table: string; readonly role: string } | null;
  }[];
  readonly closed: boolean;
}

export const EMPTY_SESSION: SessionView = {
  session: '',
  code: '',
  scenario: '',
  title: '',
  hash: '',
  tables: [],
  people: [],
  closed: false,
};

/** Adds one fact to a session view. Pure and total. */
export function foldSession(view: SessionView, fact: SessionFact): SessionView {
  switch (fact.type) {
    case 'session-opened': {
      const { type: _type, ...rest } = fact;
      return { ...EMPTY_SESSION, ...rest };
    }
    case 'table-added':
      return { ...view, tables: [...view.tables, { table: fact.table, name: fact.name }] };
    case 'person-joined':
      return { ...view, people: [...view.people, { person: fact.person, seat: null }] };
    case 'person-renamed':
      return view;
    case 'person-removed':
      return { ...view, people: view.people.filter((entry) => entry.person !== fact.person) };
    case 'seated':
      return {
        ...view,
        people: view.people.map((entry) =>
          entry.person === fact.person ? { ...entry, seat: { table: fact.table, role: fact.role } } : entry,
        ),
      };
    case 'unseated':
      return {
        ...view,
        people: view.people.map((entry) => (entry.person === fact.person ? { ...entry, seat: null } : entry)),
      };
    case 'session-closed':
      return { ...view, closed: true };
  }
}
