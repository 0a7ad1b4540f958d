import type { Kysely } from 'kysely';
import type { PreparedAppend } from '../check';
import { StoreUnavailable } from '../errors';
import type { AppendResult } from '../port';
import { appendInSavepoint } from './append';
import type { Tables } from './tables';

interface Waiting {
  readonly request: PreparedAppend;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: Error) => void;
}

export interface GroupCommit {
  append(request: PreparedAppend): Promise<AppendResult>;
  /** Waits until everything that was asked for has been answered. */
  idle(): Promise<void>;
}

/** Most appends in one transaction. */
const LARGEST_GROUP = 500;

/**
 * Appends of one turn of the event loop share a commit: one sync to disk for all of them. Nobody is answered before the commit,
 * and a conflict of one is no concern of the others.
 */
export function createGroupCommit(db: Kysely<Tables>): GroupCommit {
  let waiting: Waiting[] = [];
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    await new Promise((turnEnds) => setImmediate(turnEnds));
    while (waiting.length > 0) {
      const group = waiting.slice(0, LARGEST_GROUP);
      waiting = waiting.slice(LARGEST_GROUP);
      await commit(db, group);
    }
    running = null;
  }

  return {
    append: (request) =>
      new Promise((resolve, reject) => {
        waiting.push({ request, resolve, reject });
        running ??= run();
      }),
    idle: async () => running ?? undefined,
  };
}

async function commit(db: Kysely<Tables>, asked: readonly Waiting[]): Promise<void> {
  // Two servers whose groups meet in the same streams must lock them in the same order, or each would wait for the other.
  // Within a stream the order in which appends were asked for stays.
  const group = asked.toSorted((a, b) => compare(a.request.stream, b.request.stream));
  try {
    const outcomes = await db.transaction().execute(async (transaction) => {
      const done: Awaited<ReturnType<typeof appendInSavepoint>>[] = [];
      for (const one of group) done.push(await appendInSavepoint(transaction, one.request));
      return done;
    });
    for (const [i, one] of group.entries()) {
      const outcome = outcomes[i];
      if (outcome && 'result' in outcome) one.resolve(outcome.result);
      else one.reject(unavailable(outcome?.error));
    }
  } catch (error) {
    for (const one of group) one.reject(unavailable(error));
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What the database said, as an error of the port. */
export function unavailable(error: unknown): StoreUnavailable {
  return new StoreUnavailable(error instanceof Error ? error.message : 'The database did not answer.');
}
