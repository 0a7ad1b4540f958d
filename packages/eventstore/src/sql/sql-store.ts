import { type Kysely, sql, type Transaction } from 'kysely';
import { type AppendOutcome, appends, type PreparedAppend, prepare, resultOf } from '../check';
import type { EventStore, Notices } from '../port';
import { appendWithin, commandEvents, toEvent } from './append';
import { createGroupCommit, unavailable } from './group-commit';
import { type Pieces, padded } from './pieces';
import { fromText } from './statements';
import type { Tables } from './tables';

/** What differs between the databases. */
export interface Dialect {
  /** Keeps other servers from writing to a stream until the end of the transaction. */
  readonly hold: (db: Transaction<Tables>, stream: string) => Promise<void>;
  readonly notices: Notices;
  /** In which many rows are inserted. */
  readonly pieces: Pieces;
  /** Milliseconds since the epoch by the clock of the database. */
  readonly now: () => number;
  /** After words were deleted: nothing of them may be left in the files. */
  readonly scrub: (db: Kysely<Tables>) => Promise<void>;
}

/** A store, and what whoever stands between it and its users may ask of it. */
export interface SqlStore extends EventStore {
  appendPrepared(requests: readonly PreparedAppend[]): Promise<readonly AppendOutcome[]>;
}

/** Names in one question: databases bound the length of a list. */
const NAMES_AT_ONCE = 512;

function listsOf(names: readonly string[]): string[][] {
  const lists: string[][] = [];
  for (let i = 0; i < names.length; i += NAMES_AT_ONCE) lists.push(padded(names.slice(i, i + NAMES_AT_ONCE)));
  return lists;
}

/** The store on a SQL database: the same queries for SQLite and PostgreSQL. */
export function createSqlStore(db: Kysely<Tables>, dialect: Dialect): SqlStore {
  const commit = createGroupCommit(db, dialect.pieces);
  return {
    ...appends(commit.appendInOrder),
    appendPrepared: commit.appendInOrder,
    appendInTurn: (stream, after, decide) =>
      guarded(() =>
        db.transaction().execute(async (transaction) => {
          await dialect.hold(transaction, stream);
          const rows = await transaction
            .selectFrom('events')
            .selectAll()
            .where('stream', '=', stream)
            .where('version', '>', after)
            .orderBy('version')
            .execute();
          const request = await decide(rows.map(toEvent));
          if (!request) return null;
          const prepared = prepare(request);
          return resultOf(prepared, await appendWithin(transaction, prepared));
        }),
      ),
    read: (stream, after = 0, limit) =>
      guarded(async () => {
        const query = db
          .selectFrom('events')
          .selectAll()
          .where('stream', '=', stream)
          .where('version', '>', after)
          .orderBy('version');
        return (await (limit === undefined ? query : query.limit(limit)).execute()).map(toEvent);
      }),
    findCommand: (stream, actor, commandId) =>
      guarded(() =>
        db.transaction().execute((transaction) => commandEvents(transaction, stream, actor, commandId)),
      ),
    version: (stream) =>
      guarded(
        async () =>
          (await db.selectFrom('streams').select('version').where('stream', '=', stream).executeTakeFirst())
            ?.version ?? 0,
      ),
    versions: (streams) =>
      guarded(async () => {
        const found = new Map<string, number>();
        for (const names of listsOf(streams)) {
          const rows = await db
            .selectFrom('streams')
            .select(['stream', 'version'])
            .where('stream', 'in', names)
            .execute();
          for (const { stream, version } of rows) found.set(stream, version);
        }
        return found;
      }),
    notices: dialect.notices,
    now: dialect.now,
    streams: (prefix) =>
      guarded(() =>
        db
          .selectFrom('streams')
          .select(['stream', 'version'])
          .where('stream', '>=', prefix)
          .where('stream', '<', `${prefix}\u{10ffff}`)
          .execute(),
      ),
    due: (before, limit = 1000) =>
      guarded(async () => {
        const rows = await db
          .selectFrom('streams')
          .select(['stream', 'deadline'])
          .where('deadline', '<=', before)
          .orderBy('deadline')
          .limit(limit)
          .execute();
        return rows.flatMap(({ stream, deadline }) => (deadline === null ? [] : [{ stream, deadline }]));
      }),
    words: (ids) =>
      guarded(async () => {
        const found = new Map<string, string>();
        for (const names of listsOf(ids)) {
          const rows = await db.selectFrom('words').select(['id', 'body']).where('id', 'in', names).execute();
          for (const { id, body } of rows) found.set(id, fromText(body));
        }
        return found;
      }),
    deleteWords: (stream) =>
      guarded(async () => {
        const done = await db.deleteFrom('words').where('stream', '=', stream).executeTakeFirst();
        await dialect.scrub(db);
        return Number(done.numDeletedRows);
      }),
    deleteStream: (stream) =>
      guarded(async () => {
        await db.transaction().execute(async (transaction) => {
          // The stream first: that keeps other servers from appending to it while the rest is being deleted.
          const done = await transaction
            .deleteFrom('streams')
            .where('stream', '=', stream)
            .executeTakeFirst();
          if (done.numDeletedRows === 0n) return;
          for (const table of ['words', 'commands', 'events'] as const)
            await transaction.deleteFrom(table).where('stream', '=', stream).execute();
        });
        await dialect.scrub(db);
      }),
    putDocument: (hash, body) =>
      guarded(async () => {
        await db
          .insertInto('documents')
          .values({ hash, body })
          .onConflict((conflict) => conflict.column('hash').doNothing())
          .execute();
      }),
    getDocument: (hash) =>
      guarded(
        async () =>
          (await db.selectFrom('documents').select('body').where('hash', '=', hash).executeTakeFirst())?.body,
      ),
    deleteDocument: (hash) =>
      guarded(async () => {
        await db.deleteFrom('documents').where('hash', '=', hash).execute();
      }),
    claimKey: (kind, key, value) =>
      guarded(async () => {
        const done = await db
          .insertInto('keys')
          .values({ kind, key, value })
          .onConflict((conflict) => conflict.columns(['kind', 'key']).doNothing())
          .executeTakeFirst();
        return Number(done.numInsertedOrUpdatedRows ?? 0) === 1;
      }),
    getKey: (kind, key) =>
      guarded(
        async () =>
          (
            await db
              .selectFrom('keys')
              .select('value')
              .where('kind', '=', kind)
              .where('key', '=', key)
              .executeTakeFirst()
          )?.value,
      ),
    releaseKey: (kind, key) =>
      guarded(async () => {
        await db.deleteFrom('keys').where('kind', '=', kind).where('key', '=', key).execute();
      }),
    keys: (kind, limit = 10_000) =>
      guarded(() =>
        db
          .selectFrom('keys')
          .select(['key', 'value'])
          .where('kind', '=', kind)
          .orderBy('key')
          .limit(limit)
          .execute(),
      ),
    health: () =>
      guarded(async () => {
        await sql`select 1`.execute(db);
      }),
    async close() {
      await commit.idle();
      await db.destroy();
    },
  };
}

/** Turns whatever the database throws into `StoreUnavailable`. */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw unavailable(error);
  }
}
