/**
 * Makes guessing slow without locking anybody out. An address may be wrong so often a minute at no cost. Beyond that its guesses are looked
 * at one after the other, and after each wrong one the rest wait a step; a right one costs nobody anything. So however many are sent
 * at once, and on however many pages, an address learns of no more wrong guesses than its budget and one a step; and what is refused has
 * not been looked at, so a refusal tells nothing. Whoever has not been wrong goes first: a class behind the address of somebody who
 * guesses still gets in.
 */
export interface Patience {
  /**
   * Looks at a guess when it is its turn. Null = it has waited too long, and has not been looked at. Fails as `look` fails.
   * @param page Whoever guesses, as far as that is known: its guesses come after those of others who were wrong less often.
   */
  guess<T>(from: { readonly address: string; readonly page?: object }, look: Look<T>): Promise<T | null>;
}

interface Look<T> {
  readonly look: () => Promise<T>;
  readonly isWrong: (found: T) => boolean;
}

export interface Leniency {
  /** Wrong guesses a minute that cost one address nothing. */
  readonly free: number;
  /** The same for all addresses together: above it, whoever has guessed wrong at all waits. */
  readonly freeForAll: number;
  /** Milliseconds after a wrong guess of an address that waits, before its next guess is looked at. */
  readonly step: number;
  /** Longest wait in milliseconds; whoever would wait longer is refused. */
  readonly longest: number;
}

const WINDOW = 60_000;
const MOST_ADDRESSES = 10_000;

interface Tally {
  since: number;
  wrong: number;
}

interface Waiting {
  /** Guesses of the same page that are wrong or not known to be right. */
  readonly tries: number;
  readonly start: () => void;
}

interface Address extends Tally {
  /** Guesses that are being looked at. Each may turn out wrong. */
  looking: number;
  /** A wrong guess has just been answered. */
  resting: boolean;
  readonly waiting: Set<Waiting>;
}

export function createPatience({ free, freeForAll, step, longest }: Leniency): Patience {
  const addresses = new Map<string, Address>();
  const all: Tally = { since: 0, wrong: 0 };
  const triesOf = new WeakMap<object, number>();

  function addressOf(name: string): Address {
    const one = addresses.get(name) ?? {
      since: Date.now(),
      wrong: 0,
      looking: 0,
      resting: false,
      waiting: new Set(),
    };
    addresses.delete(name);
    addresses.set(name, one);
    const oldest = addresses.keys().next();
    if (addresses.size > MOST_ADDRESSES && !oldest.done) addresses.delete(oldest.value);
    return one;
  }

  /** Guesses that may turn out wrong at no cost. */
  function budgetOf(one: Address): number {
    const wrong = wrongLately(one);
    return wrong > 0 && wrongLately(all) >= freeForAll ? 0 : Math.max(0, free - wrong);
  }

  function startNext(one: Address): void {
    for (;;) {
      const [first, ...others] = one.waiting;
      const mayStart = one.looking < budgetOf(one) || (one.looking === 0 && !one.resting);
      if (!first || !mayStart) return;
      const next = others.reduce((best, other) => (other.tries < best.tries ? other : best), first);
      one.waiting.delete(next);
      one.looking += 1;
      next.start();
    }
  }

  /** False when it has waited too long. */
  function turn(one: Address, tries: number): Promise<boolean> {
    return new Promise((resolve) => {
      const waiting: Waiting = {
        tries,
        start() {
          clearTimeout(timer);
          resolve(true);
        },
      };
      const timer = setTimeout(() => {
        // Whoever waits only for others to be looked at, as in a large class that comes at once, is not refused.
        if (budgetOf(one) > 0) timer.refresh();
        else if (one.waiting.delete(waiting)) resolve(false);
      }, longest);
      timer.unref();
      one.waiting.add(waiting);
      startNext(one);
    });
  }

  function wasWrong(one: Address): void {
    wrongLately(one);
    one.wrong += 1;
    wrongLately(all);
    all.wrong += 1;
    if (budgetOf(one) > 0) return;
    one.resting = true;
    setTimeout(() => {
      one.resting = false;
      startNext(one);
    }, step).unref();
  }

  function count(page: object, by: 1 | -1): number {
    const before = triesOf.get(page) ?? 0;
    triesOf.set(page, before + by);
    return before;
  }

  return {
    async guess({ address, page = {} }, { look, isWrong }) {
      const one = addressOf(address);
      if (!(await turn(one, count(page, 1)))) return null;
      try {
        const found = await look();
        if (isWrong(found)) wasWrong(one);
        else count(page, -1);
        return found;
      } finally {
        one.looking -= 1;
        startNext(one);
      }
    },
  };
}

/** How often it was wrong since the last minute began. */
function wrongLately(tally: Tally): number {
  const now = Date.now();
  if (now - tally.since > WINDOW) {
    tally.since = now;
    tally.wrong = 0;
  }
  return tally.wrong;
}
