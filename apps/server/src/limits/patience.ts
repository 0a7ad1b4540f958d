/**
 * Makes guessing slow without locking anybody out: whoever guessed wrong often of late waits for each further answer, right or
 * wrong. A class behind one school address that mistypes its room code still gets in.
 */
export interface Patience {
  /** Milliseconds to wait before the next guess of this address is looked at; null = too many are waiting already. */
  wait(address: string, now: number): number | null;
  /** A guess was wrong. */
  wrong(address: string, now: number): void;
}

export interface Leniency {
  /** Wrong guesses a minute that cost one address nothing. */
  readonly free: number;
  /** The same for all addresses together: above it, whoever has guessed wrong at all waits. */
  readonly freeForAll: number;
  /** Milliseconds between two guesses of an address that waits. */
  readonly step: number;
  /** Longest wait; whoever would wait longer is refused. */
  readonly longest: number;
}

const WINDOW = 60_000;
const MOST_ADDRESSES = 10_000;

interface Tally {
  since: number;
  wrong: number;
  /** When the newest of those who wait will be answered. */
  turn: number;
}

export function createPatience({ free, freeForAll, step, longest }: Leniency): Patience {
  const tallies = new Map<string, Tally>();
  const all: Tally = { since: 0, wrong: 0, turn: 0 };

  function tallyOf(address: string, now: number): Tally {
    const tally = tallies.get(address) ?? { since: now, wrong: 0, turn: 0 };
    tallies.delete(address);
    tallies.set(address, tally);
    const oldest = tallies.keys().next();
    if (tallies.size > MOST_ADDRESSES && !oldest.done) tallies.delete(oldest.value);
    return fresh(tally, now);
  }

  return {
    wait(address, now) {
      const own = tallyOf(address, now);
      const waits = own.wrong >= free || (own.wrong > 0 && fresh(all, now).wrong >= freeForAll);
      if (!waits) return 0;
      const turn = Math.max(now, own.turn) + step;
      if (turn - now > longest) return null;
      own.turn = turn;
      return turn - now;
    },
    wrong(address, now) {
      tallyOf(address, now).wrong += 1;
      fresh(all, now).wrong += 1;
    },
  };
}

function fresh(tally: Tally, now: number): Tally {
  if (now - tally.since > WINDOW) {
    tally.since = now;
    tally.wrong = 0;
  }
  return tally;
}
