import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EventStore, openStore, StoreUnavailable } from '../src/index';
import { startPostgres, type TestPostgres } from '../test-support/postgres';
import { storeContract } from './contract';
import { storeContractForThings } from './contract-things';
import { draft, fresh } from './contract';

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

/** An empty database that sorts by the rules of a language, as those of schools do. */
async function emptyDatabase(): Promise<string> {
  const name = fresh('school').replace('-', '_');
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(`create database ${name} template template0 locale_provider icu icu_locale 'en-US'`);
  await client.end();
  return server.url.replace(/postgres$/, name);
}

const open = async (): Promise<EventStore> =>
  openStore({ databaseUrl: await emptyDatabase(), dataFolder: 'unused' });

describe('the store on PostgreSQL', () => {
  storeContract(open);
  storeContractForThings(open);

  it('is opened by two servers at once on an empty database, and they share what is written', async () => {
    const databaseUrl = await emptyDatabase();
    const [one, two] = await Promise.all([
      openStore({ databaseUrl, dataFolder: 'unused' }),
      openStore({ databaseUrl, dataFolder: 'unused' }),
    ]);
    const stream = fresh();
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, i) => (i % 2 ? one : two).append(draft({ stream, expected: 0 }))),
    );
    expect(results.filter((result) => result.kind === 'appended')).toHaveLength(1);
    expect(await two.read(stream)).toEqual(await one.read(stream));
    await Promise.all([one.close(), two.close()]);
  });

  it('keeps everything for the next time it is opened', async () => {
    const databaseUrl = await emptyDatabase();
    const before = await openStore({ databaseUrl, dataFolder: 'unused' });
    const stream = fresh();
    await before.append(draft({ stream, expected: 0 }));
    const events = await before.read(stream);
    await before.close();
    const after = await openStore({ databaseUrl, dataFolder: 'unused' });
    expect(await after.read(stream)).toEqual(events);
    await after.close();
  });

  it('says unavailable after it was closed, and may be closed again', async () => {
    const store = await open();
    await store.close();
    await store.close();
    await expect(store.read('a')).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.append(draft({ stream: 'a', expected: 0 }))).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it('says unavailable while the server is down, and goes on without being opened again', async () => {
    const store = await open();
    const stream = fresh();
    await store.append(draft({ stream, expected: 0 }));
    const caught = Promise.allSettled(
      Array.from({ length: 300 }, () => store.append(draft({ stream: fresh(), expected: 0 }))),
    );
    await server.pause();
    for (const one of await caught)
      if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(StoreUnavailable);

    const request = draft({ stream, expected: 1 });
    await expect(store.append(request)).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.read(stream)).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.health()).rejects.toBeInstanceOf(StoreUnavailable);

    await server.resume();
    await store.health();
    expect((await store.append(request)).kind).toBe('appended');
    expect((await store.read(stream)).map((event) => event.version)).toEqual([1, 2]);
    await store.close();
  });

  it('cannot be opened where there is no server', async () => {
    await expect(
      openStore({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none', dataFolder: 'unused' }),
    ).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(openStore({ databaseUrl: 'mysql://127.0.0.1/none', dataFolder: 'unused' })).rejects.toThrow(
      'postgres://',
    );
  });
});
