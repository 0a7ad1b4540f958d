import { Worker } from 'node:worker_threads';
import type { FromThread, ToThread } from './messages';

/** A thread that works out what it is told to. */
export interface Thread {
  post(message: ToThread): void;
  stop(): Promise<void>;
}

/** Starts a thread. `ended` is called once when it has ended by itself, never after `stop`. */
export type StartThread = (heard: (message: FromThread) => void, ended: (why: Error) => void) => Thread;

/** Megabytes of objects after which the thread ends, and not the whole server. */
const MOST_MEMORY = 512;

/** The worker lies beside this file: as JavaScript in the bundle, as TypeScript in the source. */
export const startThread: StartThread = (heard, ended) => {
  const fromSource = import.meta.url.endsWith('.ts');
  const file = fromSource
    ? new URL('./worker-from-source.mjs', import.meta.url)
    : new URL('./analysis-worker.js', import.meta.url);
  const worker = new Worker(file, {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
  });
  let over = false;
  function end(why: Error): void {
    if (over) return;
    over = true;
    ended(why);
  }
  worker.on('message', heard);
  worker.on('error', end);
  worker.on('exit', (code) => end(new Error(`The thread of the referee ended with code ${code}.`)));
  return {
    post: (message) => worker.postMessage(message, []),
    async stop() {
      over = true;
      await worker.terminate();
    },
  };
};
