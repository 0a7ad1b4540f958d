import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { EventStore } from '../port';
import { unavailable } from './group-commit';
import { migrate } from './migrations';
import { createSqlStore } from './sql-store';
import type { Tables } from './tables';

/** Opens a PostgreSQL database and brings it up to date. A connection that breaks is replaced by the pool. */
export async function openPostgres(url: string): Promise<EventStore> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    // Versions and times are bigints, which the driver would give as text. They stay far below 2^53.
    types: {
      getTypeParser: (type, format) =>
        type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format),
    },
  });
  // A connection may break while it is idle, or between two queries of a transaction. Whoever asks next is told, or gets a new one.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db, 'postgres');
  } catch (error) {
    await db.destroy();
    throw unavailable(error);
  }
  return createSqlStore(db, { scrub: async () => undefined });
}
