import pg from 'pg';
import { LONGEST_NOTICE, type Notices } from '../port';

/** What `NOTIFY` and `LISTEN` make of it, and the database's clock as it is heard on the same line. */
export interface PostgresNotices extends Notices {
  now(): number;
  close(): Promise<void>;
}

export interface NoticeOptions {
  readonly url: string;
  /** Sends notices; a failure is no matter. */
  readonly send: (notices: readonly string[]) => Promise<unknown>;
  /** Milliseconds since the epoch as this computer has them. */
  readonly now: () => number;
  /** Milliseconds after which a line that says nothing is given up. */
  readonly silence: number;
}

const CHANNEL = 'behind_the_table';
export const NOTIFY = `select pg_notify('${CHANNEL}', notice) from unnest($1::text[]) as notice`;

const TRY_AGAIN_AFTER = 500;
/** The line is asked for the time this often, in milliseconds, so that its loss is found out. */
const LOOK_EVERY = 5_000;
/** An answer that took longer says too little about the clock. */
const SHARP = 1_000;

/**
 * One line of its own that listens, and is made anew when it breaks. What is posted in one turn of the event loop goes out together.
 * Whoever hears nothing through a pooler that does not know `LISTEN` loses speed, not truth.
 */
export async function listenToPostgres(options: NoticeOptions): Promise<PostgresNotices> {
  const { send, silence } = options;
  const listeners = new Set<(notice: string) => void>();
  let line: pg.Client | null = null;
  let closed = false;
  let offset = 0;
  let waiting: string[] = [];
  let timer: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: options.url,
      connectionTimeoutMillis: 5_000,
      query_timeout: silence,
      keepAlive: true,
    });
    client.on('notification', ({ payload = '' }) => {
      for (const listener of listeners) listener(payload);
    });
    client.on('error', () => lost(client));
    client.on('end', () => lost(client));
    line = client;
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      await askTime(client);
    } catch {
      lost(client);
    }
  }

  function lost(client: pg.Client): void {
    if (line !== client) return;
    line = null;
    clearTimeout(timer);
    client.end().catch(() => undefined);
    if (!closed) timer = setTimeout(() => void connect(), TRY_AGAIN_AFTER);
  }

  async function askTime(client: pg.Client): Promise<void> {
    const asked = options.now();
    const { rows } = await client.query<{ at: string }>(
      'select extract(epoch from clock_timestamp()) * 1000 as at',
    );
    const took = options.now() - asked;
    if (took < SHARP) offset = Math.round(Number(rows[0]?.at) - (asked + took / 2));
    clearTimeout(timer);
    if (!closed) timer = setTimeout(() => void askTime(client).catch(() => lost(client)), LOOK_EVERY);
  }

  await connect();
  return {
    shared: true,
    post(notice) {
      if (closed || notice.length > LONGEST_NOTICE) return;
      waiting.push(notice);
      if (waiting.length > 1) return;
      setImmediate(() => {
        const all = waiting;
        waiting = [];
        send(all).catch(() => undefined);
      });
    },
    hear(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    now: () => options.now() + offset,
    async close() {
      closed = true;
      clearTimeout(timer);
      const client = line;
      line = null;
      await client?.end().catch(() => undefined);
    },
  };
}
