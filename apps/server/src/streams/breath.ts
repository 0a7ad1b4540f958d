/** Milliseconds of work after which whatever else waits for the event loop has its turn. */
const BUDGET = 4;

/** Work that comes all at once, such as a hundred commands in one commit, does not hold the event loop until it is done. */
export interface Breath {
  /** Null = go on at once; else resolves when it is one's turn, in the order in which they asked. */
  take(): Promise<void> | null;
}

export function createBreath(now: () => number): Breath {
  const waiting: (() => void)[] = [];
  let began: number | null = null;

  function turn(): void {
    const next = waiting.shift();
    began = next ? now() : null;
    if (!next) return;
    next();
    setImmediate(turn);
  }

  return {
    take() {
      if (began === null) {
        began = now();
        setImmediate(turn);
      }
      if (waiting.length === 0 && now() - began < BUDGET) return null;
      return new Promise((resume) => waiting.push(resume));
    },
  };
}

/** The one of this process: it has one event loop. */
export const breath: Breath = createBreath(() => performance.now());
