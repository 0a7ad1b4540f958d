import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryStore, type EventStore, LONGEST_NOTICE, StoreUnavailable } from '../src/index';
import { openPostgres } from '../src/sql/open-postgres';
import { startPostgres, type TestPostgres } from '../test-support/postgres';
import { silentProxy } from './silent-proxy';

/** What a store hears, and a way to wait for something of it. */
function ear(store: EventStore) {
  const heard: string[] = [];
  const waiting = new Set<() => void>();
  const stop = store.notices.hear((notice) => {
    heard.push(notice);
    for (const look of waiting) look();
  });
  const hears = (wanted: string): Promise<void> =>
    new Promise((resolve) => {
      const look = () => {
        if (heard.includes(wanted) && waiting.delete(look)) resolve();
      };
      waiting.add(look);
      look();
    });
  return { heard, hears, stop };
}

/** Posts again and again until it is heard: a notice may be lost while a line is made anew. */
async function getsThrough(from: EventStore, to: ReturnType<typeof ear>, notice: string): Promise<void> {
  const timer = setInterval(() => from.notices.post(notice), 50);
  await to.hears(notice).finally(() => clearInterval(timer));
}

let server: TestPostgres;
const open: EventStore[] = [];
beforeAll(async () => {
  server = await startPostgres();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((store) => store.close()));
});
afterAll(() => server.stop());

async function opened(...args: Parameters<typeof openPostgres>): Promise<EventStore> {
  const store = await openPostgres(...args);
  open.push(store);
  return store;
}

describe('notices', () => {
  it.each(['memory', 'PostgreSQL'])('reach everybody on the same database: %s', async (kind) => {
    const one = kind === 'memory' ? createMemoryStore() : await opened(server.url);
    const two = kind === 'memory' ? one : await opened(server.url);
    const [here, there] = [ear(one), ear(two)];
    one.notices.post('first');
    one.notices.post('naïve “quotes” 🕊');
    await Promise.all([here.hears('naïve “quotes” 🕊'), there.hears('naïve “quotes” 🕊')]);
    expect(there.heard).toEqual(['first', 'naïve “quotes” 🕊']);
    there.stop();
    one.notices.post('second');
    await here.hears('second');
    expect(there.heard).not.toContain('second');
  });

  it('of the greatest length arrive, and longer ones are not sent', async () => {
    const [one, two] = [await opened(server.url), await opened(server.url)];
    const there = ear(two);
    one.notices.post('x'.repeat(LONGEST_NOTICE + 1));
    one.notices.post('y'.repeat(LONGEST_NOTICE));
    await there.hears('y'.repeat(LONGEST_NOTICE));
    expect(there.heard).toHaveLength(1);
  });

  it('are heard again after the line was broken', async () => {
    const [one, two] = [await opened(server.url), await opened(server.url)];
    const there = ear(two);
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    const cut = await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where query like '%clock_timestamp%' and pid <> pg_backend_pid()`,
    );
    expect(cut.rowCount).toBeGreaterThan(0);
    await client.end();
    await getsThrough(one, there, 'after the cut');
  });

  it('are heard again after the database was away', async () => {
    const [one, two] = [await opened(server.url), await opened(server.url)];
    const there = ear(two);
    await server.pause();
    one.notices.post('into the void');
    await server.resume();
    await getsThrough(one, there, 'back');
  });
});

describe('the clock', () => {
  it.each([-3_600_000, 90_000])('of a computer that is %i ms off is set by the database', async (skew) => {
    const store = await opened(server.url, { now: () => Date.now() + skew });
    expect(Math.abs(store.now() - Date.now())).toBeLessThan(1000);
  });

  it('stays as it was while the database cannot be asked', async () => {
    const network = await silentProxy(server.url);
    const store = await opened(network.url, { silence: 200, now: () => Date.now() + 90_000 });
    network.lose();
    await expect(store.health()).rejects.toBeInstanceOf(StoreUnavailable);
    expect(Math.abs(store.now() - Date.now())).toBeLessThan(1000);
    network.heal();
    network.close();
  });
});
