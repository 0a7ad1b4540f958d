import Database from 'libsql';
import { Kysely, sql } from 'kysely';
import { StoreLocked } from '../errors';
import { unshared } from '../notices';
import { backUp } from './backup';
import { migrate } from './migrations';
import { powersOfTwo } from './pieces';
import { createSqlStore, guarded, type SqlStore } from './sql-store';
import { LibsqlDialect } from './sqlite-dialect';
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
export async function openSqliteHere({ file, lockWait }: SqliteOptions): Promise<SqlStore> {
  return sqliteStoreOn(lockedDatabase(file, lockWait));
}

/** The store on a SQLite database that is open already. Closing the one closes the other. */
export async function sqliteStoreOn(database: Database.Database): Promise<SqlStore> {
  const db = new Kysely<Tables>({ dialect: new LibsqlDialect(database) });
  try {
    await migrate(db, 'sqlite');
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const store = createSqlStore(db, {
    // There is no other server.
    hold: async () => undefined,
    notices: unshared(),
    pieces: powersOfTwo,
    now: () => Date.now(),
    scrub: async (all) => {
      await sql`pragma wal_checkpoint(truncate)`.execute(all);
    },
  });
  return { ...store, backup: (file) => guarded(() => backUp(db, file)) };
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
