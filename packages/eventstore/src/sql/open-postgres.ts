import { Socket } from 'node:net';
import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { EventStore } from '../port';
import { unavailable } from './group-commit';
import { migrate } from './migrations';
import { whole } from './pieces';
import { listenToPostgres, NOTIFY } from './postgres-notices';
import { createSqlStore } from './sql-store';
import type { Tables } from './tables';

/** How long a connection in use may be without a sign of life, in milliseconds. Longer than any wait for another's lock. */
const SILENCE = 15_000;

export interface PostgresOptions {
  readonly silence?: number;
  /** Milliseconds since the epoch as this computer has them, which may be wrong. */
  readonly now?: () => number;
}

/** Opens a PostgreSQL database and brings it up to date. A connection that breaks or falls silent is replaced by the pool. */
export async function openPostgres(
  url: string,
  { silence = SILENCE, now = Date.now }: PostgresOptions = {},
): Promise<EventStore> {
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
  const notices = await listenToPostgres({
    url,
    now,
    silence,
    send: (all) => pool.query(NOTIFY, [all]),
  });
  const store = createSqlStore(db, {
    // Whoever waits for the row of a stream gets it in turn.
    hold: async (transaction, stream) => {
      await sql`select 1 from streams where stream = ${stream} for update`.execute(transaction);
    },
    notices,
    pieces: whole,
    now: notices.now,
    scrub: async () => undefined,
  });
  return {
    ...store,
    async close() {
      await notices.close();
      await store.close();
    },
  };
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
