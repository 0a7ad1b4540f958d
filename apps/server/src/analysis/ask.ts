import type { Game, Vector, WinSets } from '@btt/game';

/** Why there is no answer. The codes are stable. */
export type NoAnswer =
  /** The same table has asked something newer about the same subject. */
  | 'replaced'
  | 'cancelled'
  /** Too much is waiting already. */
  | 'busy'
  /** The thread ended while it worked on this, and did so again. */
  | 'crashed'
  /** The work itself went wrong. */
  | 'failed'
  /** The server stops. */
  | 'closed';

export type Outcome =
  | { readonly ok: true; readonly counts: WinSets }
  | { readonly ok: false; readonly code: NoAnswer };

export interface Question {
  /** Tables take turns. */
  readonly table: string;
  /** What it is for: a newer question of the same table on the same subject takes the place of the older. */
  readonly subject: string;
  readonly game: Game;
  readonly vector: Vector;
  /** Told now and then how much of the work is done, 0 to 1, when it takes longer than a moment. */
  readonly progress?: (part: number) => void;
}

export interface Asked {
  /** Never fails. */
  readonly answer: Promise<Outcome>;
  /** Does nothing when the answer is there already. */
  cancel(): void;
}
