import { findingSteps } from '@btt/game';
import { changeValue, compileScenario } from '@btt/scenario';
import type { FromThread, Result, Task, ToThread } from './messages';

/** Milliseconds between two reports of a task. */
const REPORT_EVERY = 200;

/** Does one task after the other, inside the thread. */
export function createWork(post: (message: FromThread) => void): (message: ToThread) => void {
  return ({ id, task }) => {
    let told = performance.now();
    const progress = (part: number): void => {
      const now = performance.now();
      if (now - told < REPORT_EVERY) return;
      told = now;
      post({ type: 'progress', id, part });
    };
    try {
      post({ type: 'done', id, result: resultOf(task, progress) });
    } catch (error) {
      post({ type: 'failed', id, message: error instanceof Error ? error.message : String(error) });
    }
  };
}

function resultOf(task: Task, progress: (part: number) => void): Result {
  switch (task.kind) {
    case 'compile':
      return compileScenario(task.files);
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
  }
}
