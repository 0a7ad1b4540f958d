import { Socket } from 'node:net';
import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { EventStore } from '../port';
import { unavailable } from './group-commit';
import { migrate } from './migrations';
import { createSqlStore } from './sql-store';
import type { Tables } from './tables';

/** How long a connection in use may be without a sign of life, in milliseconds. Longer than any wait for another's lock. */
const SILENCE = 15_000;

/** Opens a PostgreSQL database and brings it up to date. A connection that breaks or falls silent is replaced by the pool. */
export async function openPostgres(url: string, silence = SILENCE): Promise<EventStore> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    stream: () => impatientSocket(silence),
    // Versions and times are bigints, which the driver would give as text. They stay far below 2^53.
    types: {
      getTypeParser: (type, format) =>
        type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format),
    },
  });
  // A connection may break while it is idle, or between two queries of a transaction. Whoever asks next is told, or gets a new one.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const dialect = new PostgresDialect({
    pool,
    async onCreateConnection(connection) {
      // Not while connecting: poolers between us and the server refuse settings there. If this fails, so will the query that
      // wanted the connection, and it is the one that somebody listens to.
      const setting = `set idle_in_transaction_session_timeout = ${silence}`;
      await connection.executeQuery(CompiledQuery.raw(setting)).catch(() => undefined);
    },
  });
  const db = new Kysely<Tables>({ dialect });
  try {
    await migrate(db, 'postgres');
  } catch (error) {
    await db.destroy();
    throw unavailable(error);
  }
  return createSqlStore(db, { scrub: async () => undefined });
}

/**
 * A network can lose a connection without telling either end. Then we must not wait for ever, and the server must not keep
 * locked what we had locked: we hang up, and the server ends transactions in which nothing happens.
 */
function impatientSocket(silence: number): Socket {
  const socket = new Socket();
  socket.setTimeout(silence, () => socket.destroy(new Error('The database has fallen silent.')));
  return socket;
}
