import { type Client, createClient } from '@btt/client';
import { until } from '@btt/client/test-support';
import { startServer, type TestServer } from '../support/server';
import { faultsOf, openTalkingClass, type Spread, spread, talking } from './talk';

/** What became of a server that was killed again and again. */
export interface KillReport {
  readonly kills: number;
  readonly acknowledged: number;
  /** Lines that were under way at the moments of the kills, all together. */
  readonly underWay: number;
  /** Milliseconds from the start of the process until everybody was connected again: the median, and the longest. */
  readonly back: Spread;
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

/** Acknowledgements between two kills, at most. */
const MOST_BETWEEN = 25;
/** Milliseconds between the last of them and the kill, at most: long enough to be in the middle of anything. */
const LONGEST_PAUSE = 30;

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
    const { host, table, seats } = await openTalkingClass(connect);
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
    return {
      kills,
      acknowledged: talk.acknowledged.length,
      underWay,
      back: spread(back),
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
