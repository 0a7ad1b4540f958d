import { Worker } from 'node:worker_threads';

/** A thread that works out what it is told to. */
export interface Thread<To> {
  post(message: To): void;
  stop(): Promise<void>;
}

/** Starts a thread. `ended` is called once when it has ended by itself, never after `stop`. */
export type StartThread<To, From> = (
  heard: (message: From) => void,
  ended: (why: Error) => void,
) => Thread<To>;

/** Megabytes of objects after which a thread ends, and not the whole server; and what it may have of short-lived ones at a time. */
const MOST_MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 12 };

/** A kind of thread by its folder, which holds `worker.ts`: `<folder>-worker.js` in the bundle. */
export function threadOf<To, From>(folder: 'analysis' | 'workbench'): StartThread<To, From> {
  return (heard, ended) => {
    const worker = startWorker(folder);
    let over = false;
    function end(why: Error): void {
      if (over) return;
      over = true;
      ended(why);
    }
    worker.on('message', heard);
    worker.on('error', end);
    worker.on('exit', (code) => end(new Error(`The thread of the ${folder} ended with code ${code}.`)));
    return {
      post: (message) => worker.postMessage(message, []),
      async stop() {
        over = true;
        await worker.terminate();
      },
    };
  };
}

function startWorker(folder: string): Worker {
  const options = { execArgv: [], resourceLimits: MOST_MEMORY };
  const fromSource = import.meta.url.endsWith('.ts');
  if (!fromSource) return new Worker(new URL(`./${folder}-worker.js`, import.meta.url), options);
  const entry = new URL(`../${folder}/worker.ts`, import.meta.url).href;
  return new Worker(new URL('./worker-from-source.mjs', import.meta.url), {
    ...options,
    workerData: { entry },
  });
}
