/** What a command may do to the world: write lines, find paths, show how far it is. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** A path as the person meant it. */
  readonly resolve: (path: string) => string;
  /** Rewrites one line; null where nobody watches. */
  readonly progress: ((text: string) => void) | null;
}

export type ExitCode = 0 | 1 | 2;

export const GOOD = 0;
export const PROBLEMS = 1;
export const UNUSABLE = 2;
