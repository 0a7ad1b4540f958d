import type { EventStore } from '@btt/eventstore';
import type { Session } from '../sessions/session';
import type { Sessions } from '../sessions/sessions';
import { sessionOfStream } from '../streams/names';
import type { Post } from './post';

/** Brings the sessions in memory up to what other nodes have written. */
export interface KeepingUp {
  /** Resolves when a session knows everything that was written before. Fails with `StoreUnavailable`. */
  fresh(session: Session): Promise<void>;
  stop(): void;
}

export interface KeepingUpOptions {
  readonly store: EventStore;
  readonly post: Post;
  readonly sessions: Pick<Sessions, 'loaded'>;
  readonly inUse: (session: string) => boolean;
  /** A session that was open here has been deleted elsewhere. */
  readonly removed: (session: string) => void;
  readonly failed: (error: unknown) => void;
}

/** Milliseconds between two looks into the store: a notice that got lost is made up for within this time. */
const LOOK_EVERY = 1_000;

export function keepUp({ store, post, sessions, inUse, removed, failed }: KeepingUpOptions): KeepingUp {
  const { shared } = store.notices;
  let looking = false;

  /** Reads on what is behind; says which sessions are not there any more. */
  async function look(all: readonly Session[]): Promise<readonly string[]> {
    const names = all.flatMap((session) => session.streams());
    if (names.length === 0) return [];
    const versions = await store.versions(names);
    await Promise.all(all.map((session) => session.readOn(versions)));
    return all.filter((session) => isGone(session, versions)).map(({ id }) => id);
  }

  async function lookAround(): Promise<void> {
    if (looking) return;
    looking = true;
    try {
      for (const id of await look(sessions.loaded().filter(({ id }) => inUse(id)))) removed(id);
    } catch (error) {
      failed(error);
    } finally {
      looking = false;
    }
  }

  post.hear((notice) => {
    if (notice.type === 'removed') return removed(notice.session);
    if (notice.type !== 'wrote') return;
    const written = new Map(Object.entries(notice.streams));
    const ids = new Set([...written.keys()].map(sessionOfStream));
    for (const session of sessions.loaded()) if (ids.has(session.id)) session.readOn(written).catch(failed);
  });
  const timer = shared ? setInterval(() => void lookAround(), LOOK_EVERY) : undefined;

  return {
    async fresh(session) {
      if (shared) await look([session]);
    },
    stop: () => clearInterval(timer),
  };
}

/** It was written, and is not there any more. */
function isGone(session: Session, versions: ReadonlyMap<string, number>): boolean {
  return session.stream.log().length > 0 && !versions.has(session.stream.name);
}
