import { type Countable, type Counting, createCounting } from '@btt/game';
import type { Answer, FromThread, Task, ToThread } from './messages';

/** A game as it was told, and what it is counted with once it has been needed. */
interface Lesson {
  readonly game: Countable;
  counting: Counting | null;
}

interface Job {
  readonly id: number;
  readonly steps: Generator<number, Answer, void>;
  /** When its progress was told last, in milliseconds of the thread's own clock. */
  told: number;
}

export interface Rhythm {
  /** Milliseconds that one job works before the next has its turn, and before messages are listened to. */
  readonly turn: number;
  /** Milliseconds between two reports of one job. */
  readonly reportEvery: number;
}

const RHYTHM: Rhythm = { turn: 10, reportEvery: 200 };

/**
 * Does the work inside the thread: a slice of one job, then a slice of the next. Between slices it listens, so that a task can be cancelled
 * and a short one does not wait for the end of a long one.
 */
export function createWorkshop(
  post: (message: FromThread) => void,
  { turn: turnTime, reportEvery }: Rhythm = RHYTHM,
): (message: ToThread) => void {
  const games = new Map<string, Lesson>();
  const jobs = new Map<number, Job>();
  let working = false;

  function turn(): void {
    working = false;
    const next = jobs.values().next();
    if (next.done) return;
    const job = next.value;
    jobs.delete(job.id);
    if (!advance(job)) jobs.set(job.id, job);
    goOn();
  }

  /** Works on a job for a while; true when that was the last of it. */
  function advance(job: Job): boolean {
    const start = performance.now();
    try {
      for (;;) {
        const step = job.steps.next();
        if (step.done) {
          post({ type: 'done', id: job.id, answer: step.value });
          return true;
        }
        const now = performance.now();
        if (now - job.told > reportEvery) {
          job.told = now;
          post({ type: 'progress', id: job.id, part: step.value });
        }
        if (now - start > turnTime) return false;
      }
    } catch (error) {
      post(failure(job.id, error));
      return true;
    }
  }

  function goOn(): void {
    if (working || jobs.size === 0) return;
    working = true;
    setImmediate(turn);
  }

  return (message) => {
    switch (message.type) {
      case 'learn':
        games.set(message.hash, { game: message.game, counting: null });
        return;
      case 'forget':
        games.delete(message.hash);
        return;
      case 'work': {
        const { id, hash, task } = message;
        const lesson = games.get(hash);
        if (!lesson) return post(failure(id, new Error('That game has not been told.')));
        jobs.set(id, { id, steps: stepsFor(lesson, task), told: performance.now() });
        return goOn();
      }
      case 'cancel':
        jobs.delete(message.id);
    }
  };
}

function* stepsFor(lesson: Lesson, task: Task): Generator<number, Answer, void> {
  lesson.counting ??= createCounting(lesson.game);
  switch (task.kind) {
    case 'counts':
      return yield* lesson.counting.steps(task);
  }
}

function failure(id: number, error: unknown): FromThread {
  return { type: 'failed', id, message: error instanceof Error ? error.message : String(error) };
}
