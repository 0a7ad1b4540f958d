import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { EventStore } from '../port';
import { migrate } from './migrations';
import { createSqlStore } from './sql-store';
import type { Tables } from './tables';

/** Opens a PostgreSQL database and brings it up to date. A connection that breaks is replaced by the pool. */
export async function openPostgres(url: string): Promise<EventStore> {
  const pool = new pg.Pool({ connectionString: url, max: 8, connectionTimeoutMillis: 5_000 });
  pool.on('error', () => undefined); // An idle connection broke: the next query takes a new one.
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  await migrate(db, true);
  return createSqlStore(db, { scrub: async () => undefined });
}
