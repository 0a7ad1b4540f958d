import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inTurns, type Peer, type Seat, SPEAKERS, TABLE, upTo } from './peer';
import { type ServerProcess, startProcess } from './process';
import { openWire, type Wire } from './wire';

const MAIN = new URL('../../apps/server/dist/main.js', import.meta.url);
/** Everybody at the table hears it; the press writes as often as it likes. */
const CHANNEL = 'press';
const SCENARIO = 'german-reunification';
const SETTINGS = { briefing: 0, roundMinutes: 60, ratification: 60, returns: 0 };
/** Tables of a session: a large class. */
const TABLES = 10;

/** This server, durable and projected, on SQLite or the database of an address. */
export async function startOurs(below: string, databaseUrl?: string): Promise<Peer> {
  const folder = await mkdtemp(join(below, 'data-'));
  const env = { PORT: '0', HOST: '127.0.0.1', DATA_FOLDER: folder, DATABASE_URL: databaseUrl ?? '' };
  const server = await startProcess(MAIN, { env });
  return {
    name: databaseUrl === undefined ? 'this server, SQLite' : 'this server, PostgreSQL',
    server,
    repeats: false,
    async open(seats, firstTable = 0) {
      const all: Seat[] = [];
      while (all.length < seats) {
        const people = Math.min(seats - all.length, TABLES * TABLE);
        const { host, seated } = await openClass(server, people, firstTable + all.length / TABLE);
        all.push(...seated);
        host.close();
      }
      return all;
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export interface ClassRoom {
  readonly host: Wire;
  readonly hostToken: string;
  readonly session: string;
  readonly code: string;
}

let ids = 0;
export const newId = (): string => `bench-${++ids}-${process.pid}`;

/** Asks and fails on a refusal. */
export async function granted(wire: Wire, event: string, body: object): Promise<Record<string, unknown>> {
  const answer = await wire.ask(event, body);
  if (typeof answer !== 'object' || answer === null || !('ok' in answer) || answer.ok !== true)
    throw new Error(`${event} was refused: ${JSON.stringify(answer)}`);
  return { ...answer };
}

/** Opens a session with one table, and its host's page. */
export async function hostClass({ url }: ServerProcess): Promise<ClassRoom> {
  const host = await openWire(url);
  const hosting = await granted(host, 'host', {
    protocol: 1,
    id: newId(),
    scenario: SCENARIO,
    settings: SETTINGS,
  });
  const hostToken = String(hosting.hostToken);
  await granted(host, 'hello', { protocol: 1, token: hostToken, tables: false });
  return { host, hostToken, session: String(hosting.session), code: String(hosting.code) };
}

/** Somebody joins and says hello. */
export async function joinClass(
  { url }: ServerProcess,
  code: string,
  nickname: string,
  at: number,
  hear: (text: string) => void,
): Promise<Wire> {
  const wire = await openWire(url, '', at);
  wire.hear(hear);
  const { token } = await granted(wire, 'join', { protocol: 1, id: newId(), code, nickname });
  // Who has a seat already is told so now, others later in the same words.
  hear(JSON.stringify(await granted(wire, 'hello', { protocol: 1, token })));
  return wire;
}

/** A session whose people sit at tables that have begun. */
export async function openClass(
  server: ServerProcess,
  people: number,
  firstTable: number,
): Promise<ClassRoom & { readonly seated: readonly Seat[] }> {
  const room = await hostClass(server);
  const { host, session, code } = room;
  const tables = Math.ceil(people / TABLE);
  for (let more = 1; more < tables; more++)
    await granted(host, 'session-command', { id: newId(), command: { type: 'add-table' } });
  const press = upTo(people).filter((at) => at % TABLE < SPEAKERS);
  const expected = press.map((at) => ({
    nickname: nameOf(at),
    table: `${session}-${Math.floor(at / TABLE) + 1}`,
    role: 'press',
  }));
  await granted(host, 'session-command', { id: newId(), command: { type: 'expect', people: expected } });
  const places: Promise<Seat>[] = [];
  await inTurns(upTo(people), 25, async (at) => {
    let sit: (place: Place) => void = () => undefined;
    const told = new Promise<Place>((resolve) => {
      sit = resolve;
    });
    const wire = await joinClass(server, code, nameOf(at), firstTable * TABLE + at, (text) => {
      const [, place] = /"me":\{"kind":"person".*?"seat":(\{[^}]+\})/.exec(text) ?? [];
      if (place !== undefined) sit(JSON.parse(place));
    });
    places.push(told.then((place) => seatOf(wire, place, firstTable)));
  });
  await granted(host, 'session-command', {
    id: newId(),
    command: { type: 'seat-everyone', way: 'balanced' },
  });
  const seated = await Promise.all(places);
  for (const at of upTo(tables))
    await granted(host, 'command', {
      as: 'host',
      id: newId(),
      table: `${session}-${at + 1}`,
      command: { type: 'start' },
    });
  return { ...room, seated };
}

interface Place {
  readonly table: string;
  readonly role: string;
}

const nameOf = (at: number): string => `Student ${at + 1}`;

function seatOf(wire: Wire, { table, role }: Place, firstTable: number): Seat {
  const say = async (channel: string, words: string): Promise<void> => {
    const command = { type: 'say', channel, words };
    await granted(wire, 'command', { as: 'seat', id: newId(), table, command });
  };
  return {
    table: firstTable + Number(table.slice(table.lastIndexOf('-') + 1)) - 1,
    speaks: role === 'press',
    hear: wire.hear,
    send: (words) => say(CHANNEL, words),
    mutter: (words) => say(`facilitator-${role}`, words),
    close: wire.close,
  };
}
