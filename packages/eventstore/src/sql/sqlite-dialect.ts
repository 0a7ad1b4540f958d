import type Database from 'libsql';
import {
  type DatabaseConnection,
  type Driver,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';

/** Statements kept: more than there are texts, as lists come in powers of two only (`pieces.ts`). */
const MOST_KEPT = 200;

/**
 * A database that prepares each text once. Preparing takes as long as running; and a statement that is let go of holds memory outside the heap
 * until the garbage collector comes by, which may be late.
 */
function preparingOnce(database: Database.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => void database.close(),
    prepare(text) {
      const statement = kept.get(text) ?? database.prepare(text);
      kept.delete(text);
      kept.set(text, statement);
      const oldest = kept.keys().next();
      if (kept.size > MOST_KEPT && !oldest.done) kept.delete(oldest.value);
      return statement;
    },
  };
}

/** Kysely on libsql, except that statements are kept, and that a failed transaction says why it failed. */
export class LibsqlDialect extends SqliteDialect {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    super({ database: preparingOnce(database) });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new LibsqlDriver(this.#database);
  }
}

class LibsqlDriver extends SqliteDriver {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    super({ database: preparingOnce(database) });
    this.#database = database;
  }

  /** On a full disk SQLite rolls back by itself. Doing it again would fail, and hide the cause behind that failure. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}
