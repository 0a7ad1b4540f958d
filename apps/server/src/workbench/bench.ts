import { createFairQueue } from '../analysis/queue';
import type { StartThread, Thread } from '../threads/thread';
import type { FromThread, Piece, Result, Results, Task, ToThread } from './messages';

/** Why there is no result. The codes are stable. */
export type NoResult =
  /** The same author has asked something newer about the same subject. */
  | 'replaced'
  | 'cancelled'
  /** Too much is waiting already. */
  | 'busy'
  | 'too-long'
  /** The work went wrong, or the thread ended over it. */
  | 'failed'
  /** The server stops. */
  | 'closed';

export type Outcome<R> =
  | { readonly ok: true; readonly result: R }
  | { readonly ok: false; readonly code: NoResult };

export interface Asked<R> {
  /** Never fails. */
  readonly answer: Promise<Outcome<R>>;
  /** Does nothing when the answer is there already. */
  cancel(): void;
}

export interface Asking {
  /** Authors take turns. */
  readonly owner: string;
  /** A newer question of the same author on the same subject takes the place of one that waits. */
  readonly subject: string;
  readonly progress?: (part: number) => void;
  /** What the task is about, when that is too much to be handed over at once. */
  readonly pieces?: readonly Piece[];
}

/** A thread for one kind of authors' work. It does one task at a time, and rests when there is nothing to do. */
export interface Bench {
  ask<K extends Task['kind']>(task: Extract<Task, { kind: K }>, asking: Asking): Asked<Results[K]>;
  close(): Promise<void>;
}

export interface BenchOptions {
  readonly start: StartThread<ToThread, FromThread>;
  /** Milliseconds after which a task is given up: whatever somebody wrote into a scenario, the next one has its turn. */
  readonly longest: number;
  readonly failed: (error: unknown) => void;
}

/** Tasks that may wait. */
const MOST_WAITING = 200;
/** Milliseconds without work after which the thread ends. */
const REST = 60_000;

interface Job {
  readonly task: Task;
  readonly asking: Asking;
  readonly settle: (outcome: Outcome<Result>) => void;
}

interface Running {
  readonly id: number;
  readonly job: Job;
  readonly timer: NodeJS.Timeout;
}

export function createBench({ start, longest, failed }: BenchOptions): Bench {
  const waiting = createFairQueue<Job>();
  let thread: Thread<ToThread> | null = null;
  let running: Running | null = null;
  let resting: NodeJS.Timeout | null = null;
  let closed = false;
  let ids = 0;

  function next(): void {
    if (running || closed) return;
    const job = waiting.take();
    if (!job) {
      resting ??= setTimeout(dismiss, REST).unref();
      return;
    }
    if (resting) clearTimeout(resting);
    resting = null;
    const id = ++ids;
    running = { id, job, timer: setTimeout(() => giveUp('too-long'), longest).unref() };
    thread ??= begin();
    hand(id, job, job.asking.pieces ?? []);
  }

  /** One piece in a turn of the event loop, so that nobody waits for a long record to be copied. */
  function hand(id: number, job: Job, pieces: readonly Piece[], at = 0): void {
    if (running?.id !== id || !thread) return;
    const piece = pieces[at];
    if (!piece) return thread.post({ type: 'task', id, task: job.task });
    thread.post({ type: 'piece', id, piece });
    setImmediate(() => hand(id, job, pieces, at + 1));
  }

  function begin(): Thread<ToThread> {
    const mine: Thread<ToThread> = start(hear, (why) => {
      if (thread === mine) thread = null;
      failed(why);
      conclude({ ok: false, code: 'failed' });
    });
    return mine;
  }

  function hear(message: FromThread): void {
    if (running?.id !== message.id) return;
    switch (message.type) {
      case 'progress':
        return running.job.asking.progress?.(message.part);
      case 'done':
        return conclude({ ok: true, result: message.result });
      case 'failed':
        failed(new Error(message.message));
        return conclude({ ok: false, code: 'failed' });
    }
  }

  function conclude(outcome: Outcome<Result>): void {
    if (!running) return;
    clearTimeout(running.timer);
    running.job.settle(outcome);
    running = null;
    next();
  }

  /** Ends the thread over a task that it cannot be stopped at otherwise. */
  function giveUp(code: NoResult): void {
    dismiss();
    conclude({ ok: false, code });
  }

  function dismiss(): void {
    const last = thread;
    thread = null;
    resting = null;
    last?.stop().catch(failed);
  }

  function put(job: Job): void {
    const { owner, subject } = job.asking;
    if (closed) return job.settle({ ok: false, code: 'closed' });
    if (waiting.size >= MOST_WAITING) return job.settle({ ok: false, code: 'busy' });
    waiting.put(owner, subject, job)?.settle({ ok: false, code: 'replaced' });
    next();
  }

  function cancel(job: Job): void {
    if (running?.job === job) return giveUp('cancelled');
    if (waiting.remove(job.asking.owner, job.asking.subject, job))
      job.settle({ ok: false, code: 'cancelled' });
  }

  return {
    ask<K extends Task['kind']>(task: Extract<Task, { kind: K }>, asking: Asking): Asked<Results[K]> {
      let settle: Job['settle'] = () => undefined;
      const answer = new Promise<Outcome<Result>>((resolve) => {
        settle = resolve;
      });
      const job: Job = { task, asking, settle };
      put(job);
      // The thread answers each kind of task with its own kind of result.
      return { answer: answer as Promise<Outcome<Results[K]>>, cancel: () => cancel(job) };
    },
    async close() {
      closed = true;
      if (resting) clearTimeout(resting);
      for (let job = waiting.take(); job; job = waiting.take()) job.settle({ ok: false, code: 'closed' });
      const last = thread;
      thread = null;
      if (running) {
        clearTimeout(running.timer);
        running.job.settle({ ok: false, code: 'closed' });
        running = null;
      }
      await last?.stop();
    },
  };
}
