/** Milliseconds of work after which whatever else waits for the event loop has its turn. */
const BUDGET = 3;

/** Work that comes all at once, such as a hundred commands in one commit, does not hold the event loop until it is done. */
export interface Breath {
  /** Does some work: at once where little has been done since others had their turn, else when it is its own, in the order in which they asked. */
  inTurn<T>(work: () => T | Promise<T>): Promise<T>;
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

  /** Null = at once. */
  function take(): Promise<void> | null {
    if (began === null) {
      began = now();
      setImmediate(turn);
    }
    if (waiting.length === 0 && now() - began < BUDGET) return null;
    return new Promise((resume) => waiting.push(resume));
  }

  return {
    async inTurn<T>(work: () => T | Promise<T>): Promise<T> {
      // Whoever need not wait works before the next one asks: a hundred who were let go together would all work in one turn.
      const wait = take();
      if (wait) await wait;
      return work();
    },
  };
}

/** The one of this process: it has one event loop. */
export const breath: Breath = createBreath(() => performance.now());
