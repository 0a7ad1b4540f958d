// How long a class waits for its debrief. Run by the bench; prints JSON.
//   measure-debrief.ts compare            rows: 30 tables held against each other, one table read
//   measure-debrief.ts write <folder>     a data folder with one long table; prints the passes to it
import { fileURLToPath } from 'node:url';
import { type Client, createClient } from '@btt/client';
import { granted } from '@btt/client/test-support';
import { createMemoryStore, type EventStore, openStore } from '@btt/eventstore';
import { createGame, type Game } from '@btt/game';
import { loadScenario } from '@btt/scenario/load';
import { pino } from 'pino';
import { createLibrary } from '../src/scenarios/library';
import { type RunningServer, startServer } from '../src/server';
import { readEvent, written } from '../src/streams/format';
import { tableStream } from '../src/streams/names';
import { playLong } from './long-table';

const FLAGSHIP = fileURLToPath(new URL('../../../scenarios/german-reunification', import.meta.url));
const TABLES = 30;
const PEOPLE = 30;
/** Events of a table of a class of an hour; and of the longest record. */
const USUAL = 600;
const LONG = 10_200;

/** The agreement of 1990. */
const TERMS = {
  alliance: 'germany-chooses',
  'nato-in-east': 'german-units-only',
  'force-ceiling': 'vienna-370',
  'troop-withdrawal': 'four-years',
  'stationing-money': 'dm-12',
  'four-power-rights': 'end-with-unity',
  'polish-border': 'parallel-resolutions',
  csce: 'standing-institution',
  'nato-declaration': 'london-declaration',
  'economic-help': 'dm-5-credit',
};

const loaded = await loadScenario(FLAGSHIP);
if (!loaded.ok) throw new Error('The flagship has problems.');
const { scenario, hash } = loaded;
const game: Game = createGame(scenario, hash);

async function serve(store: EventStore): Promise<{ server: RunningServer; client: Client }> {
  const server = await startServer({
    port: 0,
    host: '127.0.0.1',
    webFolder: '/nowhere',
    store,
    library: createLibrary([{ scenario, hash }], store),
    log: pino({ level: 'silent' }),
  });
  const client = createClient({ url: `http://127.0.0.1:${server.port}`, socket: { forceNew: true } });
  return { server, client };
}

/** A session whose tables have been opened and not played. */
async function openSession(store: EventStore, tables: number) {
  const { server, client } = await serve(store);
  const hosting = granted(await client.host({ scenario: scenario.id }));
  granted(await client.hello(hosting.hostToken));
  for (let more = 1; more < tables; more++) granted(await client.hostSession({ type: 'add-table' }));
  client.close();
  await server.stop();
  return hosting;
}

/** Writes what was played at a table. Nobody holds it in memory meanwhile. */
async function play(store: EventStore, table: string, events: number, seed: number): Promise<number> {
  const stream = tableStream(table);
  const opened = (await store.read(stream)).map(({ payload, at }) => ({
    event: readEvent<Parameters<typeof playLong>[1][number]['event']>(payload),
    at,
  }));
  const people = Array.from({ length: PEOPLE }, (_, at) => `p-${at + 1}`);
  const { record, words } = playLong(game, opened, { events, people, seed, terms: TERMS });
  let place = opened.length;
  for (const { event, at } of record) {
    const spoken = event.parts.flatMap(({ fact }) =>
      'words' in fact && typeof fact.words === 'string' ? [fact.words] : [],
    );
    await store.append({
      stream,
      expected: place,
      actor: 'record',
      commandId: `record-${place + 1}`,
      events: [{ type: event.type, payload: written(event) }],
      at,
      words: [...new Set(spoken)].flatMap((id) => {
        const body = words.get(id);
        return body === undefined ? [] : [{ id, body }];
      }),
      deadline: null,
    });
    place++;
  }
  return place;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function compare(): Promise<readonly (readonly string[])[]> {
  const store = createMemoryStore();
  const { session, hostToken } = await openSession(store, TABLES);
  let events = 0;
  for (let at = 1; at <= TABLES; at++) events += await play(store, `${session}-${at}`, USUAL, at);
  const { server, client } = await serve(store);
  granted(await client.hello(hostToken));
  const rows: string[][] = [];
  const what = `${TABLES} tables of ${Math.round(events / TABLES)} events compared`;
  const asked = async () => {
    const { tables, fair } = granted(await client.compare());
    if (tables.length !== TABLES || fair === null) throw new Error('Not every table was compared.');
    if (tables.some(({ outcome }) => outcome === null)) throw new Error('A table did not come to its end.');
  };
  rows.push([`${what}, the first of a scenario`, (await timed(asked)).toFixed(0), '']);
  // Something happens everywhere: everything is worked out again.
  for (let at = 1; at <= TABLES; at++)
    granted(await client.hostTable(`${session}-${at}`, { type: 'open-debrief' }));
  rows.push([what, (await timed(asked)).toFixed(0), '2000']);
  rows.push([`${what}, asked again`, (await timed(asked)).toFixed(0), '']);
  const one = `${session}-1`;
  const read = async () => granted(await client.findings(one));
  rows.push(['one of them read as a whole', (await timed(read)).toFixed(0), '']);
  const record = async () => granted(await client.record(one));
  rows.push(['the record of one of them sent', (await timed(record)).toFixed(0), '']);
  client.close();
  await server.stop();
  return rows;
}

async function write(folder: string): Promise<object> {
  const store = await openStore({ dataFolder: folder });
  const { session, hostToken, code } = await openSession(store, 1);
  const table = `${session}-1`;
  const events = await play(store, table, LONG, 1);
  await store.close();
  return { table, hostToken, code, events, seats: PEOPLE };
}

const [task, folder = ''] = process.argv.slice(2);
console.log(JSON.stringify(task === 'write' ? await write(folder) : await compare()));
