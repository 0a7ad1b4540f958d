import { epochOf, refereeLine, type SessionEvent, type TableEvent } from '@btt/game';
import type { Cursor, Frame, Viewer, Welcome } from '@btt/protocol';
import type { Listener, Session } from '../sessions/session';
import type { Recorded } from '../streams/stream';
import type { Table } from '../tables/table';
import type { Connection } from './connection';
import { frameOf, framesAfter } from './frames';
import { createPresence, type PresenceBoard } from './presence';
import type { WordBook } from './words';

/** Who is connected, and what is told to whom. */
export interface Hub extends Omit<Listener, 'failed'> {
  readonly connections: Set<Connection>;
  readonly presence: PresenceBoard;
  /** Starts to follow everything the connection is entitled to, from its cursors on. */
  follow(
    connection: Connection,
    session: Session,
    cursors: Readonly<Record<string, Cursor>>,
  ): Promise<Welcome | null>;
  /** Nobody is connected to the session. */
  isEmpty(session: string): boolean;
  forgetWords(): void;
  /** Bodies of words, for records. */
  wordsOf(ids: readonly string[]): Promise<Record<string, string>>;
  resync(
    connection: Connection,
    session: Session,
    feed: string,
    cursor: Cursor | undefined,
  ): Promise<boolean>;
}

export function createHub(words: WordBook, screenTokenOf: (session: string) => string): Hub {
  const connections = new Set<Connection>();
  const presence = createPresence(connections);
  const inSession = (session: Session) =>
    [...connections].filter((one) => one.identity?.session === session.id);

  /** The one exit: nothing else hands frames to sockets. */
  function send(connection: Connection, frame: Frame): void {
    connection.socket.emit('frame', frame);
  }

  async function broadcast(
    session: Session,
    table: Table | null,
    fresh: readonly Recorded<unknown>[],
  ): Promise<void> {
    const feed = table?.id ?? 'session';
    const frames = new Map<string, Promise<Frame | null>>();
    const versions = fresh.map((one) => one.version);
    for (const connection of inSession(session)) {
      const viewer = connection.following.get(feed);
      if (!viewer) continue;
      const key = epochOf(viewer);
      const made = frames.get(key) ?? frameFor(session, table, viewer, Math.min(...versions));
      frames.set(key, made);
      const frame = await made;
      if (frame && connection.following.get(feed) === viewer) send(connection, frame);
    }
  }

  async function frameFor(
    session: Session,
    table: Table | null,
    viewer: Viewer,
    from: number,
  ): Promise<Frame | null> {
    const numbering = table ? table.numbering(viewer) : session.entries;
    const entries = numbering.after(numbering.numberAt(from - 1));
    return entries.length === 0 ? null : frameOf(table?.id ?? 'session', epochOf(viewer), entries, words);
  }

  async function followFeed(
    connection: Connection,
    session: Session,
    table: Table | null,
    viewer: Viewer,
    cursor: Cursor | undefined,
  ): Promise<void> {
    const stream: { between<T>(work: () => Promise<T>): Promise<T> } = table ? table.stream : session.stream;
    await stream.between(async () => {
      for (const frame of await framesAfter(session, table, viewer, cursor, words)) send(connection, frame);
      connection.following.set(table?.id ?? 'session', viewer);
    });
  }

  async function follow(
    connection: Connection,
    session: Session,
    cursors: Readonly<Record<string, Cursor>>,
  ): Promise<Welcome | null> {
    const entitled = entitlement(connection, session, screenTokenOf);
    if (!entitled) return null;
    const { welcome, feeds } = entitled;
    connection.welcome = welcome;
    for (const [feed, before] of connection.following) {
      const viewer = feeds.get(feed);
      if (!viewer || epochOf(viewer) !== epochOf(before)) connection.following.delete(feed);
    }
    for (const [feed, viewer] of feeds) {
      if (connection.following.has(feed)) continue;
      await followFeed(connection, session, session.tables.get(feed) ?? null, viewer, cursors[feed]);
    }
    return welcome;
  }

  /** Pages whose seat changed are told who they are now, and get the feed of the new seat from its beginning. */
  async function refollow(session: Session): Promise<void> {
    for (const connection of inSession(session)) {
      const before = JSON.stringify(connection.welcome?.me) + connection.welcome?.feeds.join();
      const entitled = entitlement(connection, session, screenTokenOf);
      if (!entitled) {
        const closed = session.stream.state().view.closed;
        connection.following.clear();
        connection.socket.emit('gone', { code: closed ? 'session-closed' : 'removed' });
        connection.identity = null;
        continue;
      }
      if (JSON.stringify(entitled.welcome.me) + entitled.welcome.feeds.join() === before) continue;
      connection.socket.emit('welcome', entitled.welcome);
      await follow(connection, session, {});
    }
  }

  const readingsDue = new Map<string, { readonly session: Session; readonly table: Table }>();

  /** The referee's line goes to hosts after everything else has been answered, once for many events. */
  function readLater(session: Session, table: Table): void {
    if (readingsDue.size === 0) setImmediate(() => readNext());
    readingsDue.set(table.id, { session, table });
  }

  function readNext(): void {
    const next = readingsDue.entries().next();
    if (next.done) return;
    const [id, { session, table }] = next.value;
    readingsDue.delete(id);
    const hosts = inSession(session).filter((one) => one.identity?.kind === 'host');
    if (hosts.length > 0) {
      const line = refereeLine(session.game, table.stream.state().desk);
      for (const host of hosts) host.socket.emit('reading', { table: id, line });
    }
    if (readingsDue.size > 0) setImmediate(() => readNext());
  }

  return {
    connections,
    presence,
    wordsOf: words.find,
    forgetWords: words.forget,
    isEmpty: (session) => [...connections].every((one) => one.identity?.session !== session),
    async follow(connection, session, cursors) {
      const welcome = await follow(connection, session, cursors);
      if (connection.identity?.kind === 'host')
        for (const table of session.tables.values()) readLater(session, table);
      presence.changed(session.id);
      return welcome;
    },
    async resync(connection, session, feed, cursor) {
      const viewer = connection.following.get(feed);
      if (!viewer) return false;
      await followFeed(connection, session, session.tables.get(feed) ?? null, viewer, cursor);
      return true;
    },
    async sessionTold(session: Session, fresh: readonly Recorded<SessionEvent>[]) {
      for (const [id, name] of session.names) words.remember(id, name);
      await broadcast(session, null, fresh);
      // Not awaited: a page that follows the session anew waits for the very queue that this runs in.
      void refollow(session).then(() => presence.changed(session.id));
    },
    async tableTold(session: Session, table: Table, fresh: readonly Recorded<TableEvent>[]) {
      await broadcast(session, table, fresh);
      readLater(session, table);
    },
  };
}

/** Who a connection is in its session now, and through which eyes it sees which feed. Null when it may not be there any more. */
function entitlement(
  connection: Connection,
  session: Session,
  screenTokenOf: (session: string) => string,
): { readonly welcome: Welcome; readonly feeds: ReadonlyMap<string, Viewer> } | null {
  const { identity } = connection;
  const { view } = session.stream.state();
  if (!identity) return null;
  const feeds = new Map<string, Viewer>();
  const base = { ok: true, protocol: 1, session: session.id, now: Date.now() } as const;
  switch (identity.kind) {
    case 'host':
    case 'screen': {
      feeds.set('session', { kind: identity.kind });
      for (const table of session.tables.keys()) feeds.set(table, { kind: identity.kind });
      const me =
        identity.kind === 'host'
          ? { kind: 'host' as const, screenToken: screenTokenOf(session.id) }
          : { kind: 'screen' as const };
      return { welcome: { ...base, me, feeds: [...feeds.keys()] }, feeds };
    }
    case 'person': {
      const entry = view.people.find((one) => one.person === identity.person);
      if (!entry || view.closed) return null;
      feeds.set('session', { kind: 'observer' });
      if (entry.seat) feeds.set(entry.seat.table, { kind: 'seat', role: entry.seat.role });
      else for (const { table } of view.tables.slice(0, 1)) feeds.set(table, { kind: 'observer' });
      return {
        welcome: {
          ...base,
          me: { kind: 'person', person: identity.person, seat: entry.seat },
          feeds: [...feeds.keys()],
        },
        feeds,
      };
    }
  }
}
