import { parentPort, workerData } from 'node:worker_threads';
import type { EventStore } from '../port';
import { openSqliteHere, type SqliteOptions } from './sqlite';

/** What the main thread can answer itself is not asked of this one. */
export type Asked = Exclude<keyof EventStore, 'notices' | 'now' | 'appendInTurn'>;

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

openSqliteHere(workerData as SqliteOptions).then(
  (store) => {
    port.on('message', ({ id, method, args }: Call) => {
      const work = (store[method] as (...args: readonly unknown[]) => Promise<unknown>)(...args);
      work.then(
        (value) => {
          port.postMessage({ id, value } satisfies Reply);
          if (method === 'close') port.close();
        },
        (error) => port.postMessage(failure(id, error)),
      );
    });
    port.postMessage({ id: 0, value: null } satisfies Reply);
  },
  (error) => {
    port.postMessage(failure(0, error));
    port.close();
  },
);
