import { parentPort, workerData } from 'node:worker_threads';
import { createOutbox } from './outbox';
import type { SqlStore } from './sql-store';
import { openSqliteHere, type SqliteOptions } from './sqlite';

/** What the main thread can answer itself is not asked of this one. */
export type Asked = Exclude<keyof SqlStore, 'notices' | 'now' | 'append' | 'appendInOrder' | 'appendInTurn'>;

/** A call of one method of the store, from the main thread. */
export interface Call {
  readonly id: number;
  readonly method: Asked;
  readonly args: readonly unknown[];
}

/** Id 0 says whether the store opened. */
export type Reply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: { readonly name: string; readonly message: string } };

const port = parentPort;
if (!port) throw new Error('This file runs in a worker thread.');

const failure = (id: number, error: unknown): Reply => ({
  id,
  error:
    error instanceof Error
      ? { name: error.name, message: error.message }
      : { name: 'StoreUnavailable', message: String(error) },
});

const tell = createOutbox<Reply>((replies) => port.postMessage(replies));

const answer = async (store: SqlStore, { id, method, args }: Call): Promise<void> => {
  try {
    const value = await (store[method] as (...args: readonly unknown[]) => Promise<unknown>)(...args);
    tell({ id, value });
  } catch (error) {
    tell(failure(id, error));
  }
  // What has been told is still sent.
  if (method === 'close') queueMicrotask(() => port.close());
};

openSqliteHere(workerData as SqliteOptions).then(
  (store) => {
    port.on('message', (calls: readonly Call[]) => {
      for (const call of calls) void answer(store, call);
    });
    tell({ id: 0, value: null });
  },
  (error) => {
    tell(failure(0, error));
    queueMicrotask(() => port.close());
  },
);
