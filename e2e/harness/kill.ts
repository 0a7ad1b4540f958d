import { type Client, createClient } from '@btt/client';
import { granted, until } from '@btt/client/test-support';
import { type Desk, EMPTY_DESK, foldAll, type Part } from '@btt/protocol';
import { isDeepStrictEqual } from 'node:util';
import { startServer, type TestServer } from '../support/server';

/** What became of a server that was killed again and again. */
export interface KillReport {
  readonly kills: number;
  readonly acknowledged: number;
  /** Lines that were under way at the moments of the kills, all together. */
  readonly underWay: number;
  /** Milliseconds from the start of the process until everybody was connected again: the median, and the longest. */
  readonly back: { readonly median: number; readonly longest: number };
  /** What must not be. Empty = all is well. */
  readonly faults: readonly string[];
}

export interface KillPlan {
  readonly kills: number;
  /** Settings of the server: another database, for example. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Numbers from 0 to 1 that say when to kill. The same ones give the same plan, not the same run. */
  readonly random: () => number;
}

const SEATS = ['baker', 'shevardnadze', 'kohl', 'gorbachev', 'ross', 'tarasenko'] as const;
/** Lines of one seat that are under way at a time. */
const AT_ONCE = 2;
/** Acknowledgements between two kills, at most. */
const MOST_BETWEEN = 25;
/** Milliseconds between the last of them and the kill, at most: long enough to be in the middle of anything. */
const LONGEST_PAUSE = 30;

interface Seat {
  readonly role: string;
  readonly client: Client;
}

/** Kills a real server under load, starts it again on the same data, and looks whether anything was lost, doubled or seen differently. */
export async function killAgainAndAgain({ kills, settings = {}, random }: KillPlan): Promise<KillReport> {
  const server = await startServer(settings);
  const clients: Client[] = [];
  const connect = (): Client => {
    const client = createClient({
      url: server.url,
      socket: { forceNew: true, reconnectionDelay: 20, reconnectionDelayMax: 100 },
    });
    clients.push(client);
    return client;
  };
  try {
    const host = connect();
    const hosting = granted(await host.host({ scenario: 'german-reunification' }));
    granted(await host.hello(hosting.hostToken));
    const table = `${hosting.session}-1`;
    const seats: Seat[] = [];
    for (const role of SEATS) {
      const client = connect();
      const joined = granted(await client.join({ code: hosting.code, nickname: `S. ${role}` }));
      granted(await client.hello(joined.token));
      granted(await host.hostSession({ type: 'seat', person: joined.person, table, role }));
      seats.push({ role, client });
    }
    granted(await host.hostTable(table, { type: 'start' }));
    const talk = talking(seats, table);
    const back: number[] = [];
    let underWay = 0;
    for (let kill = 0; kill < kills; kill++) {
      await talk.acknowledgements(1 + Math.floor(random() * MOST_BETWEEN));
      await new Promise((resume) => setTimeout(resume, random() * LONGEST_PAUSE));
      underWay += talk.spoken.length - talk.acknowledged.length;
      back.push(await killAndStart(server, [host, ...seats.map(({ client }) => client)]));
    }
    await talk.stop();
    const faults = await faultsOf(host, seats, table, talk);
    back.sort((one, other) => one - other);
    return {
      kills,
      acknowledged: talk.acknowledged.length,
      underWay,
      back: { median: back[Math.floor(back.length / 2)] ?? 0, longest: back.at(-1) ?? 0 },
      faults,
    };
  } finally {
    for (const client of clients) client.close();
    await server.dispose();
  }
}

async function killAndStart(server: TestServer, everybody: readonly Client[]): Promise<number> {
  await server.kill();
  const start = performance.now();
  await server.start();
  await Promise.all(
    everybody.map((client) =>
      until(client, (state) => state.connection === 'online' && state.welcome !== null),
    ),
  );
  return performance.now() - start;
}

interface Talk {
  /** Every line that was ever sent, and those that were acknowledged. */
  readonly spoken: string[];
  readonly acknowledged: string[];
  /** Resolves after so many more acknowledgements. */
  acknowledgements(more: number): Promise<void>;
  /** Resolves when the last line has been answered. */
  stop(): Promise<void>;
}

/** Everybody talks to the host, the next line as soon as one is acknowledged. */
function talking(seats: readonly Seat[], table: string): Talk {
  const spoken: string[] = [];
  const acknowledged: string[] = [];
  const waiting = new Set<{ readonly least: number; readonly done: () => void }>();
  const talk = { goesOn: true };
  const threads = seats.flatMap(({ role, client }) =>
    Array.from({ length: AT_ONCE }, async (_, thread) => {
      for (let line = 1; talk.goesOn; line++) {
        const words = `${role}, thought ${thread + 1}, line ${line}.`;
        spoken.push(words);
        granted(await client.seat(table, { type: 'say', channel: `facilitator-${role}`, words }), words);
        acknowledged.push(words);
        for (const one of waiting) if (acknowledged.length >= one.least && waiting.delete(one)) one.done();
      }
    }),
  );
  return {
    spoken,
    acknowledged,
    acknowledgements: (more) =>
      new Promise((done) => {
        waiting.add({ least: acknowledged.length + more, done });
      }),
    async stop() {
      talk.goesOn = false;
      await Promise.all(threads);
    },
  };
}

/** Holds what everybody sees against what is in the log. */
async function faultsOf(host: Client, seats: readonly Seat[], table: string, talk: Talk): Promise<string[]> {
  const record = granted(await host.record(table));
  const parts = record.events.flatMap((event) => event.parts);
  const kept = parts.flatMap(({ fact }) => (fact.type === 'said' ? [record.words[fact.words] ?? ''] : []));
  const times = new Map<string, number>();
  for (const words of kept) times.set(words, (times.get(words) ?? 0) + 1);
  const faults: string[] = [];
  for (const words of talk.acknowledged) if (!times.has(words)) faults.push(`lost: ${words}`);
  for (const [words, count] of times) if (count > 1) faults.push(`${count} times: ${words}`);
  for (const words of kept) if (!talk.spoken.includes(words)) faults.push(`never said: ${words}`);
  for (const { role, client } of seats) {
    const seen = client.store.getState().tables[table];
    const numbers = (seen?.entries ?? []).map(({ n }) => n);
    if (numbers.some((n, at) => n !== at + 1)) faults.push(`${role} has a gap`);
    if (!isDeepStrictEqual(plain(seen?.desk ?? EMPTY_DESK), plain(projected(parts, role))))
      faults.push(`${role} sees something else than the log tells`);
  }
  return faults;
}

function projected(parts: readonly Part[], role: string): Desk {
  const told = parts.filter(({ to }) => to === 'everyone' || (to !== 'host' && to.includes(role)));
  return foldAll(
    EMPTY_DESK,
    told.map(({ fact }) => fact),
  );
}

/** As it would come over the wire. */
function plain(desk: Desk): unknown {
  return JSON.parse(JSON.stringify(desk));
}
