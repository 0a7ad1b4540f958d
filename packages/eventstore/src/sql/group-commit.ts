import type { Kysely } from 'kysely';
import type { AppendOutcome, PreparedAppend } from '../check';
import { StoreUnavailable } from '../errors';
import { appendInSavepoint } from './append';
import { appendTogether, MOST_ROWS, rowsOf } from './append-together';
import type { Pieces } from './pieces';
import type { Tables } from './tables';

/** Appends to one stream, in order. */
interface Waiting {
  readonly requests: readonly PreparedAppend[];
  readonly stream: string;
  readonly resolve: (outcomes: readonly AppendOutcome[]) => void;
  readonly reject: (error: Error) => void;
}

export interface GroupCommit {
  /** To one stream: after the first that is not appended all others meet a conflict. */
  appendInOrder(requests: readonly PreparedAppend[]): Promise<readonly AppendOutcome[]>;
  /** Waits until everything that was asked for has been answered. */
  idle(): Promise<void>;
}

/**
 * Appends of one turn of the event loop share a commit: one sync to disk for all of them. Nobody is answered before the commit,
 * and a conflict of one is no concern of the others.
 */
export function createGroupCommit(db: Kysely<Tables>, pieces: Pieces): GroupCommit {
  const waiting: Waiting[] = [];
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    await new Promise((turnEnds) => setImmediate(turnEnds));
    while (waiting.length > 0) await commit(db, pieces, waiting.splice(0, sizeOfGroup(waiting)));
    running = null;
  }

  return {
    appendInOrder: (requests) =>
      new Promise((resolve, reject) => {
        const stream = requests[0]?.stream ?? '';
        waiting.push({ requests, stream, resolve, reject });
        running ??= run();
      }),
    idle: async () => running ?? undefined,
  };
}

/** As many of the first as one statement can write; at least one. */
function sizeOfGroup(waiting: readonly Waiting[]): number {
  let rows = 0;
  const end = waiting.findIndex(({ requests }) => {
    rows += rowsOf(requests);
    return rows > MOST_ROWS;
  });
  return end === -1 ? waiting.length : Math.max(1, end);
}

async function commit(db: Kysely<Tables>, pieces: Pieces, asked: readonly Waiting[]): Promise<void> {
  // Two servers whose groups meet in the same streams must lock them in the same order, or each would wait for the other.
  // Within a stream the order in which appends were asked for stays.
  const group = asked.toSorted((a, b) => compare(a.stream, b.stream));
  try {
    const moments = await allTogether(db, pieces, group);
    if (!moments) return await oneByOne(db, group);
    let next = 0;
    for (const { requests, resolve } of group) {
      const own = moments.slice(next, (next += requests.length));
      resolve(own.map((at) => ({ kind: 'appended', at })));
    }
  } catch (error) {
    for (const one of group) one.reject(unavailable(error));
  }
}

/** The moments of all appends. Null = they have to be looked at one by one, and nothing was written. */
async function allTogether(
  db: Kysely<Tables>,
  pieces: Pieces,
  group: readonly Waiting[],
): Promise<readonly number[] | null> {
  try {
    return await db.transaction().execute(async (transaction) => {
      const moments = await appendTogether(
        transaction,
        group.flatMap(({ requests }) => requests),
        pieces,
      );
      if (!moments) throw new NotTogether();
      return moments;
    });
  } catch (error) {
    // Others do not suffer from what is wrong with one of them.
    if (error instanceof NotTogether || group.length > 1) return null;
    throw error;
  }
}

/** Takes a transaction back. */
class NotTogether extends Error {}

async function oneByOne(db: Kysely<Tables>, group: readonly Waiting[]): Promise<void> {
  const results = await db.transaction().execute(async (transaction) => {
    const done: Awaited<ReturnType<typeof appendInSavepoint>>[] = [];
    for (const { requests } of group) done.push(await appendInSavepoint(transaction, requests));
    return done;
  });
  for (const [i, one] of group.entries()) {
    const result = results[i];
    if (result && 'outcomes' in result) one.resolve(result.outcomes);
    else one.reject(unavailable(result?.error));
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What the database said, as an error of the port. */
export function unavailable(error: unknown): StoreUnavailable {
  return new StoreUnavailable(error instanceof Error ? error.message : 'The database did not answer.');
}
