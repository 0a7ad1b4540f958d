import type { Refusal } from '@btt/protocol';

/** What a handler says: nothing when it has told the chronicle what happened, or why not. */
export type Verdict = Refusal | null;
