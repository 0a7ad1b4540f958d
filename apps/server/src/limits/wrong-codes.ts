/**
 * Makes guessing room codes slow without locking anybody out: an address that sent many wrong codes lately waits its turn before
 * each further answer, right or wrong. A class behind one school address that mistypes still gets in.
 */
export interface WrongCodes {
  /** Milliseconds to wait before the next code of this address is looked at; null = the queue is too long. */
  wait(address: string, now: number): number | null;
  count(address: string, now: number): void;
}

const WINDOW = 60_000;
const FREE = 40;
const FREE_FOR_ALL = 400;
const STEP = 400;
const LONGEST = 8_000;

interface Tally {
  since: number;
  wrong: number;
  next: number;
}

export function createWrongCodes(): WrongCodes {
  const tallies = new Map<string, Tally>();
  const all: Tally = { since: 0, wrong: 0, next: 0 };

  function tallyOf(address: string, now: number): Tally {
    if (tallies.size > 10_000) tallies.clear();
    const tally = fresh(tallies.get(address) ?? { since: now, wrong: 0, next: 0 }, now);
    tallies.set(address, tally);
    return tally;
  }

  return {
    wait(address, now) {
      const own = tallyOf(address, now);
      const over = own.wrong > FREE || (fresh(all, now).wrong > FREE_FOR_ALL && own.wrong > 0);
      if (!over) return 0;
      const turn = Math.max(now, own.next) + STEP;
      if (turn - now > LONGEST) return null;
      own.next = turn;
      return turn - now;
    },
    count(address, now) {
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
