import { eventsOf as written, prepare } from '../check';
import { createNotices } from '../notices';
import type { AppendResult, EventStore, StoredEvent } from '../port';

interface Stream {
  readonly events: StoredEvent[];
  /** Actor and command id, as JSON → first and last version. */
  readonly commands: Map<string, readonly [number, number]>;
  readonly words: Map<string, string>;
  deadline: number | null;
}

const emptyStream = (): Stream => ({ events: [], commands: new Map(), words: new Map(), deadline: null });

/** A store that lives as long as the process: for tests and trials. */
export function createMemoryStore(): EventStore {
  const notices = createNotices();
  const streams = new Map<string, Stream>();
  const documents = new Map<string, string>();
  const keys = new Map<string, Map<string, string>>();
  const eventsOf = (name: string) => streams.get(name)?.events ?? [];
  const commandEvents = (name: string, actor: string, commandId: string) => {
    const range = streams.get(name)?.commands.get(JSON.stringify([actor, commandId]));
    return range ? eventsOf(name).slice(range[0] - 1, range[1]) : [];
  };
  const store: EventStore = {
    async appendInTurn(name, after, decide) {
      const request = await decide(eventsOf(name).slice(after));
      return request && store.append(request);
    },
    async append(request) {
      const { stream: name, actor, commandId } = request;
      const prepared = prepare(request);
      const repeated = commandEvents(name, actor, commandId);
      if (repeated.length > 0) return { kind: 'repeated', events: repeated };
      const stream = streams.get(name) ?? emptyStream();
      if (stream.events.length !== request.expected)
        return { kind: 'conflict', version: stream.events.length };
      const at = Math.max(request.at, stream.events.at(-1)?.at ?? 0);
      const events = written(prepared, at);
      stream.events.push(...events);
      stream.commands.set(JSON.stringify([actor, commandId]), [request.expected + 1, stream.events.length]);
      for (const one of request.words ?? []) stream.words.set(one.id, one.body);
      if (request.deadline !== undefined) stream.deadline = request.deadline;
      streams.set(name, stream);
      return { kind: 'appended', events };
    },
    async appendInOrder(requests) {
      const results: AppendResult[] = [];
      for (const request of requests) {
        const upset = results.some(({ kind }) => kind !== 'appended');
        results.push(
          upset
            ? { kind: 'conflict', version: eventsOf(request.stream).length }
            : await store.append(request),
        );
      }
      return results;
    },
    read: async (name, after = 0, limit) =>
      eventsOf(name).slice(after, limit === undefined ? undefined : after + limit),
    findCommand: async (name, actor, commandId) => commandEvents(name, actor, commandId),
    version: async (name) => eventsOf(name).length,
    versions: async (names) =>
      new Map(names.flatMap((name) => (streams.has(name) ? [[name, eventsOf(name).length] as const] : []))),
    notices,
    now: () => Date.now(),
    streams: async (prefix) =>
      [...streams]
        .filter(([name]) => name.startsWith(prefix))
        .map(([stream, { events }]) => ({ stream, version: events.length })),
    due: async (before, limit = 1000) =>
      [...streams]
        .flatMap(([stream, { deadline }]) =>
          deadline !== null && deadline <= before ? [{ stream, deadline }] : [],
        )
        .sort((a, b) => a.deadline - b.deadline)
        .slice(0, limit),
    async words(ids) {
      const found = ids.flatMap((id) =>
        [...streams.values()].flatMap((stream) =>
          stream.words.has(id) ? [[id, stream.words.get(id) ?? ''] as const] : [],
        ),
      );
      return new Map(found);
    },
    async deleteWords(name) {
      const words = streams.get(name)?.words;
      const count = words?.size ?? 0;
      words?.clear();
      return count;
    },
    async deleteStream(name) {
      streams.delete(name);
    },
    async putDocument(hash, body) {
      if (!documents.has(hash)) documents.set(hash, body);
    },
    getDocument: async (hash) => documents.get(hash),
    async deleteDocument(hash) {
      documents.delete(hash);
    },
    async claimKey(kind, key, value) {
      const taken = keys.get(kind) ?? new Map<string, string>();
      if (taken.has(key)) return false;
      keys.set(kind, taken.set(key, value));
      return true;
    },
    getKey: async (kind, key) => keys.get(kind)?.get(key),
    async releaseKey(kind, key) {
      keys.get(kind)?.delete(key);
    },
    keys: async (kind, limit = 10_000) =>
      [...(keys.get(kind) ?? [])]
        .map(([key, value]) => ({ key, value }))
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .slice(0, limit),
    async health() {},
    async close() {},
  };
  return store;
}
