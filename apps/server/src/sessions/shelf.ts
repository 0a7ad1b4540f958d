import type { EventStore } from '@btt/eventstore';
import { evolveSession, initialSession, type SessionEvent } from '@btt/game';
import type { SessionCard } from '@btt/protocol';
import { readEvent } from '../streams/format';
import type { ReturnCodes } from './return-codes';
import { lessonStream, sessionStream, tablesOfSession } from '../streams/names';
import type { Tokens } from './tokens';

const DAY = 24 * 60 * 60_000;

/** The sessions of this installation as they lie in the store, without being opened. */
export interface Shelf {
  /** What is known of a session; null when there is none of it. */
  card(id: string): Promise<Omit<SessionCard, 'own'> | null>;
  /** Ids of all of them. */
  all(): Promise<string[]>;
  /** Takes everything of a session out of the store for good. Again is harmless, also after half of it was done. */
  remove(id: string): Promise<void>;
}

export interface ShelfOptions {
  readonly store: EventStore;
  readonly tokens: Tokens;
  readonly returnCodes: ReturnCodes;
  /** Days without any event after which a session is deleted; 0 = never. */
  readonly retentionDays: number;
}

export function createShelf({ store, tokens, returnCodes, retentionDays }: ShelfOptions): Shelf {
  const tablesOf = async (id: string) =>
    (await store.streams(tablesOfSession(id))).map(({ stream }) => stream);

  /** The moment of a stream's newest event. */
  async function lastOf(stream: string): Promise<number> {
    const newest = await store.read(stream, (await store.version(stream)) - 1, 1);
    return newest[0]?.at ?? 0;
  }

  return {
    async card(id) {
      const events = await store.read(sessionStream(id));
      const [first] = events;
      if (!first) return null;
      const { view } = events
        .map(({ payload }) => readEvent<SessionEvent>(payload))
        .reduce(evolveSession, initialSession());
      const lasts = await Promise.all([sessionStream(id), ...(await tablesOf(id))].map(lastOf));
      const last = Math.max(...lasts);
      return {
        session: id,
        code: view.code,
        scenario: view.scenario,
        title: view.title,
        tables: view.tables.length,
        people: view.people.length,
        opened: first.at,
        last,
        deleted: retentionDays > 0 ? last + retentionDays * DAY : null,
        archived: view.archived,
        closed: view.closed,
      };
    },

    async all() {
      return (await store.keys('session')).map(({ key }) => key);
    },

    async remove(id) {
      for (const stream of await tablesOf(id)) await store.deleteStream(stream);
      await store.deleteStream(lessonStream(id));
      await returnCodes.forget(id);
      await tokens.forget(id);
      const code = await store.getKey('code-of', id);
      if (code !== undefined && (await store.getKey('code', code)) === id)
        await store.releaseKey('code', code);
      await store.releaseKey('code-of', id);
      // Last, so that a deletion that was cut short can be found and done again.
      await store.deleteStream(sessionStream(id));
      await store.releaseKey('session', id);
    },
  };
}
