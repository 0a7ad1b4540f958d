import type { Presence } from '@btt/protocol';
import type { Exit } from '../feeds/deliveries';
import type { Session } from '../sessions/session';
import type { Connection } from './connection';

/** Who is online. Never stored, never numbered. */
export interface PresenceBoard {
  /** Tells a session's pages who is online, soon. */
  changed(session: Session): void;
}

const SOON = 150;

/** `everywhere`: people with a page open, at this node or at another. */
export function createPresence(
  pagesOf: (session: string) => Iterable<Connection>,
  everywhere: (session: string) => ReadonlySet<string>,
  exit: Pick<Exit, 'tell'>,
): PresenceBoard {
  const due = new Map<string, NodeJS.Timeout>();
  const toldLast = new WeakMap<Connection, string>();

  function tell(session: Session): void {
    const pages = [...pagesOf(session.id)];
    const online = everywhere(session.id);
    const everybody = session.view().people.flatMap(({ person }) => (online.has(person) ? [person] : []));
    const alike = new Map<string, { readonly presence: Presence; readonly sockets: string[] }>();
    for (const page of pages) {
      const online = shownTo(page, session, everybody);
      const text = online.join();
      if (toldLast.get(page) === text) continue;
      toldLast.set(page, text);
      const group = alike.get(text) ?? { presence: { online }, sockets: [] };
      group.sockets.push(page.socket.id);
      alike.set(text, group);
    }
    for (const { presence, sockets } of alike.values()) exit.tell(sockets, 'presence', presence);
  }

  return {
    changed(session) {
      if (due.has(session.id)) return;
      const timer = setTimeout(() => {
        due.delete(session.id);
        tell(session);
      }, SOON);
      due.set(session.id, timer.unref());
    },
  };
}

/** A seat is shown who is online at its own table; the host, the projector and those in the lobby are shown everybody. */
function shownTo(
  { identity, welcome }: Connection,
  session: Session,
  everybody: readonly string[],
): readonly string[] {
  if (welcome?.me.kind === 'waiting') return [];
  if (identity?.kind !== 'person') return everybody;
  const { people } = session.view();
  const table = people.find(({ person }) => person === identity.person)?.seat?.table;
  if (table === undefined) return everybody;
  const there = new Set(people.flatMap(({ person, seat }) => (seat?.table === table ? [person] : [])));
  return everybody.filter((person) => there.has(person));
}
