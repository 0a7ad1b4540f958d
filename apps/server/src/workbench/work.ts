import {
  agreementsOf,
  compareTable,
  createGame,
  fairPoints,
  findingSteps,
  type Game,
  makeYardstick,
  type RecordedCause,
  readTable,
  type Yardstick,
} from '@btt/game';
import { changeValue, compileScenario } from '@btt/scenario';
import { createMemory } from '../analysis/memory';
import type { FromThread, Result, Task, ToThread } from './messages';

/** Milliseconds between two reports of a task. */
const REPORT_EVERY = 200;
/** Games of which debriefs have been read here lately. */
const GAMES = 4;

/** A game with what its tables are measured by. */
interface Measured {
  readonly game: Game;
  /** Made when a record is first read: it takes a second or so. */
  readonly yardstick: () => Yardstick;
}

/** Does one task after the other, inside the thread. */
export function createWork(post: (message: FromThread) => void): (message: ToThread) => void {
  const measured = createMemory<Measured>(GAMES);
  let record: RecordedCause[] = [];
  let about = 0;

  /** What came for this task, and is not needed again. */
  function taken(id: number): readonly RecordedCause[] {
    const pieces = about === id ? record : [];
    record = [];
    return pieces;
  }

  function gameOf({ scenario, hash }: Extract<Task, { readonly hash: string }>): Measured {
    const known = measured.get(hash);
    if (known) return known;
    const game = createGame(scenario, hash);
    let yardstick: Yardstick | null = null;
    const made = { game, yardstick: () => (yardstick ??= makeYardstick(game)) };
    measured.set(hash, made);
    return made;
  }

  function resultOf(task: Task, id: number, progress: (part: number) => void): Result {
    switch (task.kind) {
      case 'compile':
        return compileScenario(task.files, { language: task.language });
      case 'change':
        return changeValue(task.text, task.change);
      case 'check': {
        const steps = findingSteps(task.scenario);
        for (;;) {
          const step = steps.next();
          if (step.done) return step.value;
          progress(step.value);
        }
      }
      case 'read': {
        const { game, yardstick } = gameOf(task);
        return readTable(game, taken(id), yardstick());
      }
      case 'compare': {
        const { game, yardstick } = gameOf(task);
        return compareTable(game, taken(id), yardstick());
      }
      case 'fair': {
        const { game, yardstick } = gameOf(task);
        return fairPoints(game, yardstick()) ?? 'none';
      }
      case 'agreements': {
        const { game } = gameOf(task);
        return agreementsOf(game, task.adjustments, task.from);
      }
    }
  }

  return (message) => {
    const { id } = message;
    if (message.type === 'piece') {
      if (about !== id) record = [];
      about = id;
      for (const one of message.piece) record.push(one);
      return;
    }
    const { task } = message;
    let told = performance.now();
    const progress = (part: number): void => {
      const now = performance.now();
      if (now - told < REPORT_EVERY) return;
      told = now;
      post({ type: 'progress', id, part });
    };
    try {
      post({ type: 'done', id, result: resultOf(task, id, progress) });
    } catch (error) {
      post({ type: 'failed', id, message: error instanceof Error ? error.message : String(error) });
    }
  };
}
