import { epochOf } from '@btt/game';
import { type Cursor, type Gone, PROTOCOL, type Welcome } from '@btt/protocol';
import type { Deliveries, Follower } from '../feeds/deliveries';
import type { Session } from '../sessions/session';
import type { Identity } from '../sessions/tokens';
import { breath } from '../streams/breath';
import type { Connection } from './connection';
import { type Entitlement, entitlementOf, whyGone } from './entitlement';

type Cursors = Readonly<Record<string, Cursor>>;

/** Who is connected, and that each page follows what it may see: no more from the moment that changes, and no less. */
export interface Hub {
  /** Open pages of a session. */
  pagesOf(session: string): ReadonlySet<Connection>;
  hostsOf(session: string): Connection[];
  /** A page has said who it is: it follows everything it is entitled to, from its cursors on. Null = it may not be there. */
  greet(page: Connection, session: Session, identity: Identity, cursors: Cursors): Promise<Welcome | null>;
  leave(page: Connection): void;
  /** Sends a feed from a cursor on. False when the page does not follow it. */
  resync(page: Connection, feed: string, cursor: Cursor | undefined): Promise<boolean>;
  /** Something about a session has changed: pages that may not see what they saw are sent no more of it from now on, and all that see something else are told so, many of them in pieces. */
  realign(session: Session): void;
  /** A session has been deleted: all its pages are told so. */
  dismissAll(session: Session): void;
}

const NOBODY: ReadonlySet<Connection> = new Set();
/** Pages brought up to date before whatever else waits has its turn, where there are many. */
const AT_ONCE = 4;

/** `now`: milliseconds since the epoch, told to every page that it may set its clocks. */
export function createHub(deliveries: Deliveries, now: () => number, failed: (error: unknown) => void): Hub {
  const pages = new Map<string, Set<Connection>>();
  const pagesOf = (session: string) => pages.get(session) ?? NOBODY;

  /** What a page may see now, as far as it wants to. Null = it may not be there. */
  function seenBy(page: Connection, session: Session, identity: Identity): Entitlement | null {
    const entitled = entitlementOf(session, identity, page.screenToken);
    if (!entitled || page.tables) return entitled;
    return { ...entitled, feeds: entitled.feeds.filter(({ feed }) => !session.tables.has(feed.id)) };
  }

  /** Without waiting: what a page may not see any more stops here. */
  function restrain(page: Connection, entitled: Entitlement | null): void {
    for (const [id, follower] of page.following) {
      const still = entitled?.feeds.some(
        ({ feed, viewer }) => feed === follower.feed && epochOf(viewer) === epochOf(follower.viewer),
      );
      if (!still) unfollow(page, id);
    }
  }

  /** The page follows what it may see now, and nothing else. Says which feeds are new to it. */
  function align(
    page: Connection,
    session: Session,
    entitled: Entitlement,
    cursors: Cursors,
  ): { readonly welcome: Welcome; readonly fresh: readonly Follower[] } {
    const { me, feeds } = entitled;
    restrain(page, entitled);
    const fresh = feeds.flatMap(({ feed, viewer }) => {
      if (page.following.has(feed.id)) return [];
      const follower = deliveries.follow(page.socket.id, feed, viewer, cursors[feed.id]);
      page.following.set(feed.id, follower);
      return [follower];
    });
    const welcome: Welcome = {
      ok: true,
      protocol: PROTOCOL,
      session: session.id,
      now: now(),
      me,
      feeds: feeds.map(({ feed }) => feed.id),
    };
    return { welcome, fresh };
  }

  /** Tells a page what it may see now, if it is still there. */
  function bringUpToDate(page: Connection, session: Session): void {
    const { identity } = page;
    if (!identity || !pagesOf(session.id).has(page)) return;
    const entitled = seenBy(page, session, identity);
    if (!entitled) return;
    const { welcome, fresh } = align(page, session, entitled, {});
    if (!sameStanding(page.welcome, welcome)) page.socket.emit('welcome', welcome);
    page.welcome = welcome;
    for (const follower of fresh) deliveries.keepUp(follower);
  }

  /** Pages that have not been brought up to date since their session has changed. */
  const behind = new Map<Session, Set<Connection>>();

  async function bringAllUpToDate(session: Session, pages: Set<Connection>): Promise<void> {
    try {
      while (pages.size > 0)
        await breath.inTurn(() => {
          for (const page of [...pages].slice(0, AT_ONCE)) {
            pages.delete(page);
            bringUpToDate(page, session);
          }
        });
    } finally {
      behind.delete(session);
    }
  }

  function unfollow(page: Connection, feed: string): void {
    const follower = page.following.get(feed);
    if (follower) deliveries.unfollow(follower);
    page.following.delete(feed);
  }

  function leave(page: Connection): void {
    for (const feed of page.following.keys()) unfollow(page, feed);
    const session = page.identity?.session;
    if (session === undefined) return;
    const others = pages.get(session);
    others?.delete(page);
    if (others?.size === 0) pages.delete(session);
    page.identity = null;
    page.welcome = null;
  }

  function dismiss(page: Connection, code: Gone['code']): void {
    leave(page);
    page.socket.emit('gone', { code });
  }

  return {
    pagesOf,
    hostsOf: (session) => [...pagesOf(session)].filter((page) => page.identity?.kind === 'host'),
    leave,

    async greet(page, session, identity, cursors) {
      leave(page);
      if (!page.socket.connected) return null;
      const entitled = seenBy(page, session, identity);
      if (!entitled) return null;
      const aligned = align(page, session, entitled, cursors);
      page.identity = identity;
      page.welcome = aligned.welcome;
      const others = pages.get(session.id) ?? new Set();
      pages.set(session.id, others.add(page));
      await Promise.all(aligned.fresh.map(deliveries.catchUp));
      // What has changed meanwhile has been told already: the answer must not take it back.
      return page.welcome;
    },

    async resync(page, id, cursor) {
      const before = page.following.get(id);
      if (!before) return false;
      deliveries.unfollow(before);
      const follower = deliveries.follow(page.socket.id, before.feed, before.viewer, cursor);
      page.following.set(id, follower);
      await deliveries.catchUp(follower);
      return true;
    },

    realign(session) {
      const pages = behind.get(session) ?? new Set();
      for (const page of pagesOf(session.id)) {
        const { identity } = page;
        const entitled = identity && seenBy(page, session, identity);
        restrain(page, entitled);
        if (entitled) pages.add(page);
        else dismiss(page, (identity && whyGone(session, identity)) ?? 'removed');
      }
      if (behind.has(session) || pages.size === 0) return;
      behind.set(session, pages);
      bringAllUpToDate(session, pages).catch(failed);
    },

    dismissAll(session) {
      for (const page of pagesOf(session.id)) dismiss(page, 'session-closed');
    },
  };
}

function sameStanding(before: Welcome | null, after: Welcome): boolean {
  return JSON.stringify([before?.me, before?.feeds]) === JSON.stringify([after.me, after.feeds]);
}
