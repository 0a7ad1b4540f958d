import type { Finding } from '@btt/protocol';
import type { Change, Compiled, Scenario, ScenarioFile } from '@btt/scenario';

/** What authors need and what takes longer than a server's event loop may be held. */
export type Task =
  | { readonly kind: 'compile'; readonly files: readonly ScenarioFile[] }
  | { readonly kind: 'change'; readonly text: string; readonly change: Change }
  | { readonly kind: 'check'; readonly scenario: Scenario };

export interface Results {
  readonly compile: Compiled;
  /** The new text; null where it cannot be changed so. */
  readonly change: string | null;
  readonly check: readonly Finding[];
}

export type Result = Results[Task['kind']];

/** To the thread: one task, and no other before it is answered. */
export interface ToThread {
  readonly id: number;
  readonly task: Task;
}

/** To the main thread. `part` is how much of the work is done, 0 to 1. */
export type FromThread =
  | { readonly type: 'progress'; readonly id: number; readonly part: number }
  | { readonly type: 'done'; readonly id: number; readonly result: Result }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };
