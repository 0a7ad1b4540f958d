import type { AppendResult, EventStore, Notices } from '@btt/eventstore';
import { z } from 'zod';

/** What one node tells the others. They may hear it late, twice or never: everything in it can be found out in another way. */
export type Notice =
  /** Streams that were written to, with their newest versions. */
  | { readonly type: 'wrote'; readonly streams: Readonly<Record<string, number>> }
  /** People with a page open at the sender, in one session; null = it has no page of the session any more. */
  | { readonly type: 'here'; readonly session: string; readonly people: string | null }
  /** The sender has just come and would like to know who is here. */
  | { readonly type: 'asks' }
  /** A session was deleted. */
  | { readonly type: 'removed'; readonly session: string };

/** Tells the other nodes, and hears them. */
export interface Post {
  readonly node: string;
  tell(notice: Notice): void;
  /** Streams written in one turn of the event loop are told together. */
  wrote(stream: string, version: number): void;
  /** Hears the others, never itself. */
  hear(listener: (notice: Notice, from: string) => void): void;
  stop(): void;
}

const Heard = z.object({
  from: z.string(),
  notice: z.discriminatedUnion('type', [
    z.object({ type: z.literal('wrote'), streams: z.record(z.string(), z.number()) }),
    z.object({ type: z.literal('here'), session: z.string(), people: z.string().nullable() }),
    z.object({ type: z.literal('asks') }),
    z.object({ type: z.literal('removed'), session: z.string() }),
  ]),
});

/** Streams in one notice: their names are short. */
const STREAMS_AT_ONCE = 80;

export function createPost(notices: Notices, node: string): Post {
  const stops = new Set<() => void>();
  let written = new Map<string, number>();

  function tell(notice: Notice): void {
    notices.post(JSON.stringify({ from: node, notice }));
  }

  function tellWritten(): void {
    const all = [...written];
    written = new Map();
    for (let i = 0; i < all.length; i += STREAMS_AT_ONCE)
      tell({ type: 'wrote', streams: Object.fromEntries(all.slice(i, i + STREAMS_AT_ONCE)) });
  }

  return {
    node,
    tell,
    wrote(stream, version) {
      if (!notices.shared) return;
      if (written.size === 0) setImmediate(tellWritten);
      written.set(stream, version);
    },
    hear(listener) {
      const stop = notices.hear((text) => {
        const heard = Heard.safeParse(parsed(text));
        // Something else, perhaps of a newer version: it is found out in another way.
        if (heard.success && heard.data.from !== node) listener(heard.data.notice, heard.data.from);
      });
      stops.add(stop);
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}

/** The store as a node uses it: what it writes, the others are told. */
export function announcing(store: EventStore, post: Post): EventStore {
  const told = <T extends AppendResult | null>(result: T): T => {
    const newest = result?.kind === 'appended' && result.events.at(-1);
    if (newest) post.wrote(newest.stream, newest.version);
    return result;
  };
  return {
    ...store,
    append: async (request) => told(await store.append(request)),
    appendInOrder: async (requests) => (await store.appendInOrder(requests)).map(told),
    appendInTurn: async (...asked) => told(await store.appendInTurn(...asked)),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
