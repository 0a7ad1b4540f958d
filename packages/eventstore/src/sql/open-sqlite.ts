import { Worker } from 'node:worker_threads';
import { type AppendOutcome, appends } from '../check';
import { reviveError, StoreUnavailable } from '../errors';
import { unshared } from '../notices';
import type { EventStore, StoredEvent } from '../port';
import { createOutbox } from './outbox';
import type { SqliteOptions } from './sqlite';
import type { Asked, Call, Reply } from './sqlite-worker';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Opens SQLite in a worker thread: syncing to disk never holds up the event loop that serves the class. */
export async function openSqlite(options: SqliteOptions): Promise<EventStore> {
  const worker = startWorker(options);
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  let ended = false;
  let closing: Promise<void> | null = null;

  const opened = new Promise<unknown>((resolve, reject) => waiting.set(0, { resolve, reject }));
  worker.on('message', (replies: readonly Reply[]) => {
    for (const reply of replies) {
      const one = waiting.get(reply.id);
      waiting.delete(reply.id);
      if ('error' in reply) one?.reject(reviveError(reply.error.name, reply.error.message));
      else one?.resolve(reply.value);
    }
  });
  const fail = (error: Error) => {
    ended = true;
    for (const one of waiting.values()) one.reject(new StoreUnavailable(error.message));
    waiting.clear();
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('The database has been closed.')));

  const ask = createOutbox<Call>((calls) => worker.postMessage(calls, []));

  function call<T>(method: Asked, ...args: readonly unknown[]): Promise<T> {
    if (ended) return Promise.reject(new StoreUnavailable('The database has been closed.'));
    return new Promise<T>((resolve, reject) => {
      const id = ++calls;
      waiting.set(id, { resolve: (value) => resolve(value as T), reject });
      ask({ id, method, args });
    });
  }

  async function end(): Promise<void> {
    if (ended) return;
    await call('close');
    await worker.terminate();
  }

  try {
    await opened;
  } catch (error) {
    // Only the end of the thread lets go of the file for certain.
    await worker.terminate();
    throw error;
  }
  // JSON is made and read here: as text it passes from thread to thread quickly.
  const { append, appendInOrder } = appends((requests) =>
    call<readonly AppendOutcome[]>('appendPrepared', requests),
  );
  const read = (stream: string, after?: number, limit?: number) =>
    call<readonly StoredEvent[]>('read', stream, after, limit);
  return {
    // The thread of the database cannot call back; and there is no other server that could write meanwhile.
    async appendInTurn(stream, after, decide) {
      const request = await decide(await read(stream, after));
      return request && append(request);
    },
    append,
    appendInOrder,
    read,
    findCommand: (stream, actor, commandId) => call('findCommand', stream, actor, commandId),
    version: (stream) => call('version', stream),
    versions: (streams) => call('versions', streams),
    streams: (prefix) => call('streams', prefix),
    due: (before, limit) => call('due', before, limit),
    words: (ids) => call('words', ids),
    deleteWords: (stream) => call('deleteWords', stream),
    deleteStream: (stream) => call('deleteStream', stream),
    putDocument: (hash, body) => call('putDocument', hash, body),
    getDocument: (hash) => call('getDocument', hash),
    deleteDocument: (hash) => call('deleteDocument', hash),
    claimKey: (kind, key, value) => call('claimKey', kind, key, value),
    getKey: (kind, key) => call('getKey', kind, key),
    releaseKey: (kind, key) => call('releaseKey', kind, key),
    keys: (kind, limit) => call('keys', kind, limit),
    backup: (file) => call('backup', file),
    notices: unshared(),
    now: () => Date.now(),
    health: () => call('health'),
    close() {
      closing ??= end();
      return closing;
    },
  };
}

/** The worker lies beside this file: as JavaScript in the bundle, as TypeScript in the source. */
function startWorker(options: SqliteOptions): Worker {
  const fromSource = import.meta.url.endsWith('.ts');
  const file = fromSource
    ? new URL('./sqlite-worker-from-source.mjs', import.meta.url)
    : new URL('./sqlite-worker.js', import.meta.url);
  // What the thread makes lives for one answer: little memory for it is enough.
  const resourceLimits = { maxYoungGenerationSizeMb: 3 };
  return new Worker(file, { workerData: options, execArgv: [], resourceLimits });
}
