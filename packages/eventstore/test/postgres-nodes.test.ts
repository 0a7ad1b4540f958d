import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type EventStore, openStore, StoreUnavailable } from '../src/index';
import { openPostgres } from '../src/sql/open-postgres';
import { startPostgres, type TestPostgres } from '../test-support/postgres';
import { draft, fresh } from './contract';
import { silentProxy } from './silent-proxy';

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

describe('two servers on one PostgreSQL database', () => {
  let one: EventStore;
  let two: EventStore;
  beforeEach(async () => {
    const options = { databaseUrl: server.url, dataFolder: 'unused' };
    [one, two] = await Promise.all([openStore(options), openStore(options)]);
  });
  afterEach(() => Promise.all([one.close(), two.close()]));

  it('do not wait for each other in a circle when they write to the same streams in opposite orders', async () => {
    const names = Array.from({ length: 40 }, () => fresh());
    for (const expected of [0, 1, 2]) {
      const results = await Promise.all([
        ...names.map((stream) => one.append(draft({ stream, expected }))),
        ...names.toReversed().map((stream) => two.append(draft({ stream, expected }))),
      ]);
      expect(results.filter((result) => result.kind === 'appended')).toHaveLength(names.length);
      expect(results.filter((result) => result.kind === 'conflict')).toHaveLength(names.length);
    }
  });

  it('execute a command once when it reaches both, and both answer it', async () => {
    for (const expected of [0, 1, 2, 3, 4]) {
      const requests = Array.from({ length: 10 }, (_, i) => draft({ stream: `shared-${i}`, expected }));
      const answers = await Promise.all(
        requests.map((request) => Promise.all([one.append(request), two.append(request)])),
      );
      for (const [first, second] of answers) {
        expect([first.kind, second.kind].sort()).toEqual(['appended', 'repeated']);
        expect({ ...second, kind: first.kind }).toEqual(first);
      }
    }
  });

  it('let one that asks for its turn write, however fast the other does', async () => {
    const stream = fresh('contested');
    await one.append(draft({ stream, expected: 0 }));
    const fast = { goesOn: true, written: 1 };
    const racing = (async () => {
      while (fast.goesOn) {
        const result = await two.append(draft({ stream, expected: fast.written }));
        fast.written = result.kind === 'conflict' ? result.version : fast.written + 1;
      }
    })();
    let known = 0;
    for (let turn = 0; turn < 20; turn++) {
      const result = await one.appendInTurn(stream, known, async (events) => {
        known += events.length;
        return draft({ stream, expected: known, actor: 'ben' });
      });
      expect(result?.kind).toBe('appended');
      known += 1;
    }
    fast.goesOn = false;
    await racing;
    const events = await one.read(stream);
    expect(events.map(({ version }) => version)).toEqual(events.map((_, i) => i + 1));
    expect(events.filter(({ actor }) => actor === 'ben')).toHaveLength(20);
  });

  it('leave nothing of a stream that one deletes while the other appends to it', async () => {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    for (let round = 0; round < 15; round++) {
      const stream = fresh('deleted');
      const words = () => [{ id: fresh('words'), body: 'private' }];
      await one.append(draft({ stream, expected: 0, words: words() }));
      const appending = (async () => {
        for (let expected = 1; ; expected++) {
          const result = await two.append(draft({ stream, expected, words: words() }));
          if (result.kind === 'conflict') return result.version;
        }
      })();
      await one.deleteStream(stream);
      expect(await appending).toBe(0);
      for (const table of ['streams', 'events', 'commands', 'words']) {
        const { rowCount } = await client.query(`select 1 from ${table} where stream = $1`, [stream]);
        expect(rowCount, `rows left in ${table}`).toBe(0);
      }
    }
    await client.end();
  });
});

describe('a network that loses everything without a word', () => {
  const patience = 400;

  it('makes the store unavailable within its patience, and it goes on when the network does', async () => {
    const network = await silentProxy(server.url);
    const store = await openPostgres(network.url, { silence: patience });
    const stream = fresh('silent');
    await store.append(draft({ stream, expected: 0 }));
    network.lose();
    await expect(store.append(draft({ stream, expected: 1 }))).rejects.toBeInstanceOf(StoreUnavailable);
    network.heal();
    expect((await store.append(draft({ stream, expected: 1 }))).kind).toBe('appended');
    await store.close();
    network.close();
  });

  it('and with it the answer to an append does not make the append happen twice', async () => {
    const network = await silentProxy(server.url);
    const store = await openPostgres(network.url, { silence: patience });
    const stream = fresh('unanswered');
    const request = draft({ stream, expected: 0 });
    const struck = network.loseAfter('commit');
    await expect(store.append(request)).rejects.toBeInstanceOf(StoreUnavailable);
    await struck;
    network.heal();
    expect((await store.append(request)).kind).toBe('repeated');
    expect(await store.version(stream)).toBe(1);
    await store.close();
    network.close();
  });

  it('in the middle of an append leaves nothing of it, and nothing locked for the other servers', async () => {
    const network = await silentProxy(server.url);
    const [lost, other] = [
      await openPostgres(network.url, { silence: patience }),
      await openPostgres(server.url),
    ];
    const stream = fresh('locked');
    await lost.append(draft({ stream, expected: 0 }));
    const struck = network.loseAfter('insert into "events"');
    const outcome = Promise.allSettled([lost.append(draft({ stream, expected: 1 }))]);
    await struck;
    expect((await other.append(draft({ stream, expected: 1, actor: 'ben' }))).kind).toBe('appended');
    expect(await outcome).toMatchObject([{ status: 'rejected', reason: expect.any(StoreUnavailable) }]);
    expect((await other.read(stream)).map((event) => event.actor)).toEqual(['ada', 'ben']);
    await Promise.all([lost.close(), other.close()]);
    network.close();
  });
});
