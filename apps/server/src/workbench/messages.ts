import type { RecordedCause, TableReading, Vector } from '@btt/game';
import type { Agreements, FairPoints, Finding, TableStanding, Terms } from '@btt/protocol';
import type { Change, Compiled, Scenario, ScenarioFile } from '@btt/scenario';

/** What authors and debriefs need and what takes longer than a server's event loop may be held. */
export type Task =
  | { readonly kind: 'compile'; readonly files: readonly ScenarioFile[]; readonly language?: string }
  | { readonly kind: 'change'; readonly text: string; readonly change: Change }
  | { readonly kind: 'check'; readonly scenario: Scenario }
  /** The record has come before, piece by piece. */
  | { readonly kind: 'read' | 'compare'; readonly scenario: Scenario; readonly hash: string }
  | { readonly kind: 'fair'; readonly scenario: Scenario; readonly hash: string }
  | {
      readonly kind: 'agreements';
      readonly scenario: Scenario;
      readonly hash: string;
      readonly adjustments: Vector['adjustments'];
      /** What the nearest are looked for. */
      readonly from: Terms;
    };

export interface Results {
  readonly compile: Compiled;
  /** The new text; null where it cannot be changed so. */
  readonly change: string | null;
  readonly check: readonly Finding[];
  readonly read: TableReading;
  readonly compare: Omit<TableStanding, 'table'>;
  readonly fair: FairPoints | 'none';
  readonly agreements: Omit<Agreements, 'ok' | 'position'>;
}

export type Result = Results[Task['kind']];

/** A part of a record, small enough to be handed over without holding anybody up. */
export type Piece = readonly RecordedCause[];

/** To the thread: one task, after all pieces of what it is about, and no other before it is answered. */
export type ToThread =
  | { readonly type: 'piece'; readonly id: number; readonly piece: Piece }
  | { readonly type: 'task'; readonly id: number; readonly task: Task };

/** To the main thread. `part` is how much of the work is done, 0 to 1. */
export type FromThread =
  | { readonly type: 'progress'; readonly id: number; readonly part: number }
  | { readonly type: 'done'; readonly id: number; readonly result: Result }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };
