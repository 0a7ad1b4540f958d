import { epochOf } from '@btt/game';
import { type Cursor, type Gone, PROTOCOL, type Welcome } from '@btt/protocol';
import type { Deliveries, Follower } from '../feeds/deliveries';
import type { Session } from '../sessions/session';
import type { Identity } from '../sessions/tokens';
import type { Connection } from './connection';
import { entitlementOf, whyGone } from './entitlement';

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
  /** Something about a session has changed: pages that see something else now are told so, at once. */
  realign(session: Session): void;
  /** A session has been deleted: all its pages are told so. */
  dismissAll(session: Session): void;
}

const NOBODY: ReadonlySet<Connection> = new Set();

/** `now`: milliseconds since the epoch, told to every page that it may set its clocks. */
export function createHub(deliveries: Deliveries, now: () => number): Hub {
  const pages = new Map<string, Set<Connection>>();
  const pagesOf = (session: string) => pages.get(session) ?? NOBODY;

  /** Without waiting: what a page may not see any more stops here. Says which feeds are new to it. */
  function align(
    page: Connection,
    session: Session,
    identity: Identity,
    cursors: Cursors,
  ): { readonly welcome: Welcome; readonly fresh: readonly Follower[] } | null {
    const entitled = entitlementOf(session, identity, page.screenToken);
    const feeds = (entitled?.feeds ?? []).filter(({ feed }) => page.tables || !session.tables.has(feed.id));
    for (const [id, follower] of page.following) {
      const still = feeds.some(
        ({ feed, viewer }) => feed === follower.feed && epochOf(viewer) === epochOf(follower.viewer),
      );
      if (!still) unfollow(page, id);
    }
    if (!entitled) return null;
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
      me: entitled.me,
      feeds: feeds.map(({ feed }) => feed.id),
    };
    return { welcome, fresh };
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
      const aligned = align(page, session, identity, cursors);
      if (!aligned) return null;
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
      for (const page of pagesOf(session.id)) {
        const { identity, welcome } = page;
        const aligned = identity && align(page, session, identity, {});
        if (!aligned) {
          dismiss(page, (identity && whyGone(session, identity)) ?? 'removed');
          continue;
        }
        if (!sameStanding(welcome, aligned.welcome)) page.socket.emit('welcome', aligned.welcome);
        page.welcome = aligned.welcome;
        for (const follower of aligned.fresh) deliveries.keepUp(follower);
      }
    },

    dismissAll(session) {
      for (const page of pagesOf(session.id)) dismiss(page, 'session-closed');
    },
  };
}

function sameStanding(before: Welcome | null, after: Welcome): boolean {
  return JSON.stringify([before?.me, before?.feeds]) === JSON.stringify([after.me, after.feeds]);
}
