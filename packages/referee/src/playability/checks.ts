/** One finding of the playability check. */
export interface Check {
  /** Stable name of what was looked at. */
  readonly id: string;
  /** `warn`: worth a look; the scenario can be played all the same. */
  readonly result: 'good' | 'warn' | 'bad';
  /** What was found, for the author. */
  readonly sentence: string;
}

export const good = (id: string, sentence: string): Check => ({ id, result: 'good', sentence });
export const warn = (id: string, sentence: string): Check => ({ id, result: 'warn', sentence });
export const bad = (id: string, sentence: string): Check => ({ id, result: 'bad', sentence });
