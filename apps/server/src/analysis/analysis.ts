import type { Game, Vector, WinSets } from '@btt/game';
import type { Asked, NoAnswer, Outcome, Question } from './ask';
import { createForeman, type Work } from './foreman';
import { createMemory } from './memory';
import { createFairQueue } from './queue';
import type { StartThread } from './thread';

/** The referee's long work, done beside the event loop. Asking costs next to nothing, and nobody has to wait for the answer. */
export interface Analysis {
  /** Starts the thread before anybody asks, so that the first class does not wait for it. */
  ready(): void;
  /** What has been worked out already. */
  known(game: Game, vector: Vector): WinSets | undefined;
  ask(question: Question): Asked;
  /** Answers everything that waits with `closed`, and ends the thread. */
  close(): Promise<void>;
}

/** Counts remembered, of all games together. */
const REMEMBERED = 4096;
/** Questions that may wait. */
const MOST_WAITING = 2000;
/** Tasks that the thread works on in turns. */
const AT_ONCE = 3;
/** How often a task is given to a thread that ends over it. */
const TRIES = 2;
/** Milliseconds before a thread is started again that ended without having answered anything; doubled each time, up to the longest. */
const PAUSE = 200;
const LONGEST_PAUSE = 10_000;

interface Asker {
  readonly question: Question;
  readonly settle: (outcome: Outcome) => void;
  job: Job | null;
}

interface Job {
  readonly key: string;
  readonly askers: Set<Asker>;
  work: Work | null;
  tries: number;
}

const keyOf = (game: Game, vector: Vector): string => `${game.hash}\n${vector.key}`;
const placeOf = ({ table, subject }: Question): string => JSON.stringify([table, subject]);

export function createAnalysis(start: StartThread, failed: (error: unknown) => void): Analysis {
  const memory = createMemory<WinSets>(REMEMBERED);
  const waiting = createFairQueue<Asker>();
  /** The newest asker of each table and subject. */
  const newest = new Map<string, Asker>();
  const running = new Map<string, Job>();
  /** What a thread was lost with: done again alone, so that only what is to blame fails. */
  const again: Job[] = [];
  const foreman = createForeman(start, lost);
  let fruitless = 0;
  let pause: NodeJS.Timeout | null = null;
  let closed = false;

  function ask(question: Question): Asked {
    let settle: Asker['settle'] = () => undefined;
    const answer = new Promise<Outcome>((resolve) => {
      settle = resolve;
    });
    const asker: Asker = { question, settle, job: null };
    const place = placeOf(question);
    const older = newest.get(place);
    newest.set(place, asker);
    const refused = admit(asker);
    if (older) dismiss(older, 'replaced');
    if (refused) end(asker, { ok: false, code: refused });
    pump();
    return { answer, cancel: () => dismiss(asker, 'cancelled') };
  }

  /** Lets an asker wait, or share in work that is under way. */
  function admit(asker: Asker): NoAnswer | null {
    if (closed) return 'closed';
    if (joined(asker)) return null;
    if (waiting.size >= MOST_WAITING) return 'busy';
    const { table, subject } = asker.question;
    waiting.put(table, subject, asker);
    return null;
  }

  function joined(asker: Asker): boolean {
    const { game, vector } = asker.question;
    const job = running.get(keyOf(game, vector));
    if (!job) return false;
    asker.job = job;
    job.askers.add(asker);
    return true;
  }

  function dismiss(asker: Asker, code: NoAnswer): void {
    const { table, subject } = asker.question;
    waiting.remove(table, subject, asker);
    const { job } = asker;
    end(asker, { ok: false, code });
    if (!job || job.askers.size > 0) return;
    running.delete(job.key);
    if (job.work) foreman.withdraw(job.work);
    pump();
  }

  function end(asker: Asker, outcome: Outcome): void {
    const place = placeOf(asker.question);
    if (newest.get(place) === asker) newest.delete(place);
    asker.job?.askers.delete(asker);
    asker.job = null;
    asker.settle(outcome);
  }

  /** Gives the thread as much as it may have. */
  function pump(): void {
    if (closed || pause) return;
    for (;;) {
      const busy = [...running.values()].filter((job) => job.work !== null);
      if (busy.some((job) => job.tries > 0)) return;
      while (again[0]?.askers.size === 0) again.shift();
      if (again.length > 0) {
        const retried = busy.length === 0 ? again.shift() : undefined;
        if (retried) give(retried);
        return;
      }
      if (busy.length >= AT_ONCE) return;
      const asker = waiting.take();
      if (!asker) return;
      begin(asker);
    }
  }

  function begin(asker: Asker): void {
    const { game, vector } = asker.question;
    const counts = memory.get(keyOf(game, vector));
    if (counts) return end(asker, { ok: true, counts });
    if (joined(asker)) return;
    const job: Job = { key: keyOf(game, vector), askers: new Set([asker]), work: null, tries: 0 };
    asker.job = job;
    running.set(job.key, job);
    give(job);
  }

  function give(job: Job): void {
    const [first] = job.askers;
    if (!first) return;
    const { game, vector } = first.question;
    const conclude = (outcome: Outcome): void => {
      fruitless = 0;
      running.delete(job.key);
      for (const asker of job.askers) end(asker, outcome);
      pump();
    };
    job.work = {
      game,
      task: { kind: 'counts', adjustments: vector.adjustments },
      progress(part) {
        for (const { question } of job.askers) question.progress?.(part);
      },
      done(counts) {
        memory.set(job.key, counts);
        conclude({ ok: true, counts });
      },
      failed(why) {
        failed(why);
        conclude({ ok: false, code: 'failed' });
      },
    };
    foreman.give(job.work);
  }

  function lost(works: readonly Work[], why: Error): void {
    failed(why);
    for (const job of running.values()) {
      if (!job.work || !works.includes(job.work)) continue;
      job.work = null;
      job.tries += 1;
      if (job.tries < TRIES) again.push(job);
      else {
        running.delete(job.key);
        for (const asker of job.askers) end(asker, { ok: false, code: 'crashed' });
      }
    }
    fruitless += 1;
    if (fruitless === 1) return pump();
    pause = setTimeout(
      () => {
        pause = null;
        pump();
      },
      Math.min(LONGEST_PAUSE, PAUSE * 2 ** (fruitless - 2)),
    ).unref();
  }

  return {
    ready: foreman.ready,
    known: (game, vector) => memory.get(keyOf(game, vector)),
    ask,
    async close() {
      closed = true;
      if (pause) clearTimeout(pause);
      for (const asker of newest.values()) {
        const { table, subject } = asker.question;
        waiting.remove(table, subject, asker);
        end(asker, { ok: false, code: 'closed' });
      }
      running.clear();
      await foreman.stop();
    },
  };
}
