import type { FromThread, ToThread } from '../src/analysis/messages';
import type { StartThread, Thread } from '../src/analysis/thread';
import { createWorkshop, type Rhythm } from '../src/analysis/workshop';

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
export interface PuppetThread {
  readonly posted: ToThread[];
  stopped: boolean;
  say(message: FromThread): void;
  die(): void;
}

/** Threads in the order in which they were started. */
export function puppets(): { readonly start: StartThread; readonly threads: PuppetThread[] } {
  const threads: PuppetThread[] = [];
  return {
    threads,
    start(heard, ended) {
      const thread: PuppetThread = {
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
