import Database from 'libsql';
import { Kysely, sql, SqliteDialect } from 'kysely';
import { StoreLocked } from '../errors';
import type { EventStore } from '../port';
import { migrate } from './migrations';
import { createSqlStore } from './sql-store';
import type { Tables } from './tables';

export interface SqliteOptions {
  readonly file: string;
  /** How long to wait for another process to let go of the file, in milliseconds. */
  readonly lockWait: number;
}

/**
 * Opens a SQLite file for this process alone and brings it up to date. Every commit is synced to disk before it is answered.
 * Fails with `StoreLocked` when another process keeps the file.
 */
export async function openSqliteHere({ file, lockWait }: SqliteOptions): Promise<EventStore> {
  const database = lockedDatabase(file, lockWait);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  await migrate(db, 'sqlite');
  return createSqlStore(db, {
    scrub: async (all) => {
      await sql`pragma wal_checkpoint(truncate)`.execute(all);
    },
  });
}

function lockedDatabase(file: string, lockWait: number) {
  const database = new Database(file, { timeout: lockWait });
  try {
    database.pragma(`busy_timeout = ${lockWait}`);
    database.pragma('locking_mode = exclusive');
    database.pragma('journal_mode = wal');
    database.pragma('synchronous = full');
    database.pragma('secure_delete = on');
    database.exec('begin exclusive; commit;');
    return database;
  } catch (error) {
    database.close();
    if (error instanceof Error && /locked|busy/i.test(error.message))
      throw new StoreLocked(
        `Another process is using ${file}. Stop it first, or choose another data folder.`,
      );
    throw error;
  }
}
