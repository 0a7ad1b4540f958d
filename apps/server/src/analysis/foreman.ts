import { countable, type Game } from '@btt/game';
import { createMemory, type Memory } from './memory';
import type { Answer, FromThread, Task } from './messages';
import type { StartThread, Thread } from './thread';

/** Work that one thread has been given. */
export interface Work {
  readonly game: Game;
  readonly task: Task;
  readonly progress: (part: number) => void;
  readonly done: (answer: Answer) => void;
  readonly failed: (why: Error) => void;
}

/** Keeps a thread at work. It starts when it is to be ready or there is something to do, and is started again when it has ended by itself. */
export interface Foreman {
  ready(): void;
  give(work: Work): void;
  /** Nothing more comes of it. */
  withdraw(work: Work): void;
  stop(): Promise<void>;
}

/** One life of the thread. */
interface Shift {
  readonly thread: Thread;
  readonly taught: Memory<true>;
  readonly given: Map<number, Work>;
}

/** Games that a thread knows at the same time. */
const GAMES = 16;

/** `lost` is called when the thread has ended, with what it was given and has not answered. */
export function createForeman(
  start: StartThread,
  lost: (works: readonly Work[], why: Error) => void,
): Foreman {
  let shift: Shift | null = null;
  let ids = 0;

  function begin(): Shift {
    const given = new Map<number, Work>();
    const thread = start(
      (message) => hear(given, message),
      (why) => {
        if (shift?.given === given) shift = null;
        const works = [...given.values()];
        given.clear();
        lost(works, why);
      },
    );
    return { thread, given, taught: createMemory<true>(GAMES) };
  }

  return {
    ready() {
      shift ??= begin();
    },
    give(work) {
      shift ??= begin();
      const { thread, taught, given } = shift;
      const { hash, scenario } = work.game;
      if (!taught.has(hash)) thread.post({ type: 'learn', hash, game: countable(scenario) });
      const forgotten = taught.set(hash, true);
      if (forgotten !== null) thread.post({ type: 'forget', hash: forgotten });
      const id = ++ids;
      given.set(id, work);
      thread.post({ type: 'work', id, hash, task: work.task });
    },
    withdraw(work) {
      if (!shift) return;
      for (const [id, one] of shift.given) {
        if (one !== work) continue;
        shift.given.delete(id);
        shift.thread.post({ type: 'cancel', id });
      }
    },
    async stop() {
      const last = shift;
      shift = null;
      last?.given.clear();
      await last?.thread.stop();
    },
  };
}

/** What is said about work that was withdrawn is not listened to any more. */
function hear(given: Map<number, Work>, message: FromThread): void {
  const work = given.get(message.id);
  if (!work) return;
  switch (message.type) {
    case 'progress':
      return work.progress(message.part);
    case 'done':
      given.delete(message.id);
      return work.done(message.answer);
    case 'failed':
      given.delete(message.id);
      return work.failed(new Error(message.message));
  }
}
