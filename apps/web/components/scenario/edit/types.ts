import type { Draft, DraftState } from '@/lib/draft';

/** What every part of the editor works on. */
export interface Editing {
  readonly draft: Draft;
  readonly state: DraftState;
}
