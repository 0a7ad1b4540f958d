import type { FromThread, ToThread } from '../src/analysis/messages';
import type { StartThread, Thread } from '../src/analysis/thread';
import { createWorkshop, type Rhythm } from '../src/analysis/workshop';
import type * as threads from '../src/threads/thread';
import { createWork } from '../src/workbench/work';
import type { StartWork } from '../src/workbench/workbench';

/** The referee's work done in this very thread, a slice at a time: for tests that are about something else. */
export const workHere: StartThread = workingHere();

export function workingHere(rhythm?: Rhythm): StartThread {
  return (heard) => here(heard, rhythm);
}

function here(heard: (message: FromThread) => void, rhythm: Rhythm | undefined): Thread {
  let over = false;
  const take = createWorkshop((message) => {
    if (!over) heard(message);
  }, rhythm);
  return {
    post: (message) => {
      if (!over) setImmediate(take, message);
    },
    stop() {
      over = true;
      return Promise.resolve();
    },
  };
}

/** A thread that answers when the test does, and ends when the test says so. */
export interface PuppetThread<To = ToThread, From = FromThread> {
  readonly posted: To[];
  stopped: boolean;
  say(message: From): void;
  die(): void;
}

/** Threads in the order in which they were started. */
export function puppets<To = ToThread, From = FromThread>(): {
  readonly start: threads.StartThread<To, From>;
  readonly threads: PuppetThread<To, From>[];
} {
  const threads: PuppetThread<To, From>[] = [];
  return {
    threads,
    start(heard, ended) {
      const thread: PuppetThread<To, From> = {
        posted: [],
        stopped: false,
        say: heard,
        die: () => ended(new Error('The thread has died.')),
      };
      threads.push(thread);
      return {
        post: (message) => void thread.posted.push(message),
        stop() {
          thread.stopped = true;
          return Promise.resolve();
        },
      };
    },
  };
}

/** Authors' work done in this very thread, for tests that are about something else. */
export const benchHere: StartWork = (heard) => {
  let over = false;
  const take = createWork((message) => {
    if (!over) heard(message);
  });
  return {
    post: (message) => {
      setImmediate(() => {
        if (!over) take(message);
      });
    },
    stop() {
      over = true;
      return Promise.resolve();
    },
  };
};
