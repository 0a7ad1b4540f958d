import type { Presence } from '@btt/protocol';
import type { Exit } from '../feeds/deliveries';
import type { Session } from '../sessions/session';
import { breath } from '../streams/breath';
import type { Connection } from './connection';

/** Who is online. Never stored, never numbered. */
export interface PresenceBoard {
  /** Tells a session's pages who is online, soon. */
  changed(session: Session): void;
}

const SOON = 150;
/** Pages told before whatever else waits has its turn, where there are many. */
const AT_ONCE = 10;

/** People, and the same as one text: it tells lists apart, and is made once for all who see everybody. */
interface Listed {
  readonly people: readonly string[];
  readonly text: string;
}

const listed = (people: readonly string[]): Listed => ({ people, text: people.join() });
const NOBODY = listed([]);

/** `everywhere`: people with a page open, at this node or at another. */
export function createPresence(
  pagesOf: (session: string) => Iterable<Connection>,
  everywhere: (session: string) => ReadonlySet<string>,
  exit: Pick<Exit, 'tell'>,
): PresenceBoard {
  const due = new Map<string, NodeJS.Timeout>();
  const toldLast = new WeakMap<Connection, string>();

  async function tell(session: Session): Promise<void> {
    const online = everywhere(session.id);
    const everybody = listed(
      session.view().people.flatMap(({ person }) => (online.has(person) ? [person] : [])),
    );
    const pages = [...pagesOf(session.id)];
    while (pages.length > 0)
      await breath.inTurn(() => tellSome(showing(session, everybody), pages.splice(0, AT_ONCE)));
  }

  function tellSome(shownTo: (page: Connection) => Listed, pages: readonly Connection[]): void {
    const alike = new Map<string, { readonly presence: Presence; readonly sockets: string[] }>();
    for (const page of pages) {
      const { people, text } = shownTo(page);
      if (toldLast.get(page) === text) continue;
      toldLast.set(page, text);
      const group = alike.get(text) ?? { presence: { online: people }, sockets: [] };
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
        void tell(session);
      }, SOON);
      due.set(session.id, timer.unref());
    },
  };
}

/** Who is shown to a page: to a seat those at its own table; to the host, the projector and those in the lobby everybody. */
function showing(session: Session, everybody: Listed): (page: Connection) => Listed {
  const { people } = session.view();
  const tableOf = new Map(people.map(({ person, seat }) => [person, seat?.table]));
  const atTables = new Map<string, Listed>();
  return ({ identity, welcome }) => {
    if (welcome?.me.kind === 'waiting') return NOBODY;
    const table = identity?.kind === 'person' ? tableOf.get(identity.person) : undefined;
    if (table === undefined) return everybody;
    const there =
      atTables.get(table) ?? listed(everybody.people.filter((person) => tableOf.get(person) === table));
    atTables.set(table, there);
    return there;
  };
}
