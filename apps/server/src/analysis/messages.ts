import type { Countable, Vector, WinSets } from '@btt/game';

/** What can be worked out for a record. */
export type Task = { readonly kind: 'counts'; readonly adjustments: Vector['adjustments'] };

export type Answer = WinSets;

/** From the main thread. A game is told once, before the first task that needs it. */
export type ToThread =
  | { readonly type: 'learn'; readonly hash: string; readonly game: Countable }
  | { readonly type: 'forget'; readonly hash: string }
  | { readonly type: 'work'; readonly id: number; readonly hash: string; readonly task: Task }
  | { readonly type: 'cancel'; readonly id: number };

/** To the main thread. `part` is how much of the work is done, 0 to 1. */
export type FromThread =
  | { readonly type: 'progress'; readonly id: number; readonly part: number }
  | { readonly type: 'done'; readonly id: number; readonly answer: Answer }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };
