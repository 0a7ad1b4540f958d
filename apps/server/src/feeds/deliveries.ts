import { epochOf } from '@btt/game';
import type { Cursor, Frame, Viewer } from '@btt/protocol';
import { breath } from '../streams/breath';
import type { Feed } from './feed';
import { LARGEST_FRAME, type Outline, outlineAfter } from './frames';
import type { Bodies, WordBook } from './word-book';

/** A page that follows a feed, through one pair of eyes. Another seat or a new greeting makes another follower. */
export interface Follower {
  /** Of the socket. */
  readonly socket: string;
  readonly feed: Feed;
  readonly viewer: Viewer;
  /** Number of the newest entry sent; null = nothing yet. */
  sent: number | null;
  /** Somebody is sending it entries already. */
  busy: boolean;
}

/** Brings what is new in feeds to those who follow them. */
export interface Deliveries {
  /** Starts to follow after the cursor, or from the first entry when the cursor belongs to another entitlement. */
  follow(socket: string, feed: Feed, viewer: Viewer, cursor: Cursor | undefined): Follower;
  /** Nothing is sent to it from now on. */
  unfollow(follower: Follower): void;
  /** Sends until nothing is missing. Fails with `StoreUnavailable` when words cannot be read. */
  catchUp(follower: Follower): Promise<void>;
  /** The same without waiting: tried again until it succeeds. */
  keepUp(follower: Follower): void;
  /** Sends what is new to all who follow the feed, at once where every word is at hand; to many of them in pieces, in between which others have their turn. */
  deliver(feed: Feed): void;
  /** The same in a moment, once for all that comes until then. */
  deliverSoon(feed: Feed): void;
}

/** How frames leave. */
export interface Exit {
  /** Hands one frame to sockets, encoded once for all of them. */
  send(sockets: readonly string[], frame: Frame): void;
  /** Hands one message to sockets, encoded once for all of them. */
  tell(sockets: readonly string[], name: string, message: object): void;
  /** Null when the socket can take more; else resolves when it can again, or is gone. */
  room(socket: string): Promise<void> | null;
}

const TRY_AGAIN_AFTER = 1_000;
const SOON = 80;
/** Followers told before whatever else waits has its turn, where there are many. */
const AT_ONCE = 25;

export function createDeliveries(exit: Exit, words: WordBook, failed: (error: unknown) => void): Deliveries {
  const followers = new Map<Feed, Set<Follower>>();
  const soon = new Set<Feed>();
  const isFollowing = (one: Follower) => followers.get(one.feed)?.has(one) ?? false;

  /** The one exit: no other line hands a frame to a socket. */
  function send(to: readonly Follower[], outline: Outline, bodies: Bodies): void {
    for (const one of to) one.sent = outline.upTo;
    exit.send(
      to.map((one) => one.socket),
      outline.frame(bodies),
    );
  }

  async function catchUp(one: Follower): Promise<void> {
    if (one.busy) return;
    one.busy = true;
    try {
      while (isFollowing(one)) {
        // Whoever reads slowly is sent the next piece when the last one has left: nothing piles up here.
        const room = exit.room(one.socket);
        if (room) await room;
        const outline = outlineAfter(one.feed, one.viewer, one.sent);
        if (!outline) return;
        const bodies = words.atHand(outline.refers) ?? (await words.find(outline.refers));
        if (isFollowing(one)) send([one], outline, bodies);
        // A long record is sent in pieces, and others get their turn in between.
        if (outline.entries.length === LARGEST_FRAME) await new Promise((resume) => setImmediate(resume));
      }
    } finally {
      one.busy = false;
    }
  }

  function keepUp(one: Follower): void {
    catchUp(one).catch((error) => {
      failed(error);
      setTimeout(() => keepUp(one), TRY_AGAIN_AFTER).unref();
    });
  }

  function deliver(feed: Feed): void {
    const ready = readyOf(feed);
    tellAll(feed, ready.splice(0, AT_ONCE));
    if (ready.length === 0) feed.told();
    else deliverToOthers(feed, ready).catch(failed);
  }

  async function deliverToOthers(feed: Feed, others: Follower[]): Promise<void> {
    while (others.length > 0)
      await breath.inTurn(() => tellAll(feed, others.splice(0, AT_ONCE).filter(canTell)));
    feed.told();
  }

  function tellAll(feed: Feed, ready: readonly Follower[]): void {
    const found = new Map<readonly string[], Bodies | null>();
    const atHand = (refers: readonly string[]): Bodies | null => {
      const known = found.get(refers);
      if (known !== undefined) return known;
      const bodies = words.atHand(refers);
      found.set(refers, bodies);
      return bodies;
    };
    for (const group of alike(ready)) {
      const [first] = group;
      const outline = first && outlineAfter(feed, first.viewer, first.sent);
      if (!outline) continue;
      const bodies = atHand(outline.refers);
      if (bodies) send(group, outline, bodies);
      // What did not fit into one frame, or waits for words, follows one by one.
      for (const one of group) if (!bodies || one.sent !== feed.last(one.viewer)) keepUp(one);
    }
  }

  const readyOf = (feed: Feed): Follower[] => [...(followers.get(feed) ?? [])].filter(canTell);

  /** Whether somebody can be told something at once; who cannot follows after having read more. */
  function canTell(one: Follower): boolean {
    if (one.busy || !isFollowing(one)) return false;
    if (exit.room(one.socket) === null) return true;
    keepUp(one);
    return false;
  }

  return {
    follow(socket, feed, viewer, cursor) {
      const fits = cursor !== undefined && cursor.epoch === epochOf(viewer) && cursor.n <= feed.last(viewer);
      const one: Follower = { socket, feed, viewer, sent: fits ? cursor.n : null, busy: false };
      const all = followers.get(feed) ?? new Set();
      followers.set(feed, all.add(one));
      return one;
    },
    unfollow(one) {
      const all = followers.get(one.feed);
      all?.delete(one);
      if (all?.size === 0) followers.delete(one.feed);
    },
    catchUp,
    keepUp,
    deliver,
    deliverSoon(feed) {
      if (soon.has(feed)) return;
      soon.add(feed);
      setTimeout(() => {
        soon.delete(feed);
        deliver(feed);
      }, SOON).unref();
    },
  };
}

/** Those who see with the same eyes and have got equally far. */
function alike(followers: Iterable<Follower>): Follower[][] {
  const groups = new Map<string, Follower[]>();
  for (const one of followers) {
    const key = `${epochOf(one.viewer)} ${one.sent}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}
