import { type Client, createClient } from '@btt/client';
import { granted, until } from '@btt/client/test-support';
import { startPostgres } from '@btt/eventstore/test-support';
import { startServer, type TestServer } from '../support/server';
import { balance, databaseLines, type Lines } from './lines';
import { faultsOf, openTalkingClass, type Spread, spread, talking } from './talk';

export const TROUBLES = ['node killed', 'pages cut off', 'database cut off'] as const;
export type Trouble = (typeof TROUBLES)[number];

/** What became of nodes that were killed, cut off and misinformed again and again. */
export interface NodesReport {
  readonly acknowledged: number;
  readonly underWay: number;
  /** Notices between nodes that were lost on the way. */
  readonly noticesLost: number;
  /** Milliseconds from a trouble until everybody had been answered something that they said after it. */
  readonly back: Spread;
  /** Milliseconds from the last acknowledgement until everybody saw the same. */
  readonly settled: number;
  readonly faults: readonly string[];
}

export interface NodesPlan {
  /** What happens, one after another. */
  readonly troubles: readonly Trouble[];
  /** Numbers from 0 to 1 that say when, and to whom. */
  readonly random: () => number;
}

/** Milliseconds by which the computers of the nodes are wrong about the time. */
const SKEWS = [0, 90_000, -240_000];
/** Acknowledgements between two troubles, at most. */
const MOST_BETWEEN = 20;
/** Of the notices one in so many arrives nowhere. */
const LOST = 3;

/** Three nodes on one PostgreSQL server, behind a balancer that sends every connection to the next of them. */
export async function troubleNodes({ troubles, random }: NodesPlan): Promise<NodesReport> {
  const postgres = await startPostgres();
  let [notices, noticesLost] = [0, 0];
  const loses = () => {
    const lost = ++notices % LOST === 0;
    if (lost) noticesLost += 1;
    return lost;
  };
  const nodes: { readonly server: TestServer; readonly database: Lines }[] = [];
  const clients: Client[] = [];
  let balancer: Lines | null = null;
  try {
    for (const skew of SKEWS) {
      const database = await databaseLines(Number(new URL(postgres.url).port), loses);
      const url = new URL(postgres.url);
      url.port = String(database.port);
      const server = await startServer({ DATABASE_URL: url.href, NODE_OPTIONS: wrongClock(skew) });
      nodes.push({ server, database });
    }
    balancer = await balance(nodes.map(({ server }) => Number(new URL(server.url).port)));
    const { port } = balancer;
    const connect = (): Client => {
      const client = createClient({
        url: `http://127.0.0.1:${port}`,
        socket: { forceNew: true, transports: ['websocket'], tryAllTransports: false },
      });
      clients.push(client);
      return client;
    };
    const { host, table, seats } = await openTalkingClass(connect);
    const talk = talking(seats, table);
    const back: number[] = [];
    let underWay = 0;
    for (const trouble of troubles) {
      await talk.acknowledgements(1 + Math.floor(random() * MOST_BETWEEN));
      underWay += talk.spoken.length - talk.acknowledged.length;
      const start = performance.now();
      const node = nodes[Math.floor(random() * nodes.length)] ?? nodes[0];
      if (trouble === 'node killed') await node?.server.kill();
      else if (trouble === 'pages cut off') balancer.cut(random, 0.6);
      else node?.database.cut(random, 0.8);
      await talk.everybodyHeard();
      back.push(performance.now() - start);
      if (trouble === 'node killed') await node?.server.start();
    }
    await talk.stop();
    await until(host, (state) => state.connection === 'online' && state.welcome !== null);
    const start = performance.now();
    await everybodySees(host, seats, table);
    const settled = performance.now() - start;
    const faults = await faultsOf(host, seats, table, talk);
    return {
      acknowledged: talk.acknowledged.length,
      underWay,
      noticesLost,
      back: spread(back),
      settled,
      faults,
    };
  } finally {
    for (const client of clients) client.close();
    balancer?.close();
    for (const { server, database } of nodes) {
      await server.dispose();
      database.close();
    }
    await postgres.stop();
  }
}

/** Puts the clock of a process of Node wrong. */
function wrongClock(skew: number): string {
  const script = `const now = Date.now.bind(Date); Date.now = () => now() + ${skew};`;
  return `--import=data:text/javascript,${encodeURIComponent(script)}`;
}

/** Waits until nobody lacks anything of what the log tells. Something that never comes is found by the test's own time limit. */
async function everybodySees(
  host: Client,
  seats: readonly { readonly role: string; readonly client: Client }[],
  table: string,
): Promise<void> {
  const { events } = granted(await host.record(table));
  await Promise.all(
    seats.map(({ role, client }) => {
      const told = events.filter(({ parts }) =>
        parts.some(({ to }) => to === 'everyone' || (to !== 'host' && to.includes(role))),
      );
      return until(client, (state) => (state.tables[table]?.entries.length ?? 0) >= told.length);
    }),
  );
}
