import { createMemoryStore, type EventStore } from '@btt/eventstore';
import { type Client, createClient } from '@btt/client';
import { granted, until } from '@btt/client/test-support';
import type { Settings } from '@btt/protocol';
import { smallScenario } from '@btt/scenario/test-support';
import { type Logger, pino } from 'pino';
import type { StartThread } from '../src/analysis/thread';
import { createLibrary, type Library } from '../src/scenarios/library';
import { type RunningServer, startServer } from '../src/server';
import type { StartWork } from '../src/workbench/workbench';
import { benchHere, workHere } from './threads';

/** A real server on a free port, on the river scenario, and clients of it that are closed at the end. */
export interface Running {
  readonly url: string;
  readonly store: EventStore;
  client(): Client;
  stop(): Promise<void>;
}

export async function running(
  options: {
    readonly store?: EventStore;
    readonly port?: number;
    readonly hostPass?: string;
    readonly publicUrl?: string;
    readonly trustedProxies?: number;
    readonly retentionDays?: number;
    readonly awayAfter?: number;
    readonly log?: Logger;
    readonly library?: (store: EventStore) => Library;
    readonly analysisThread?: StartThread;
    readonly workThread?: StartWork;
  } = {},
): Promise<Running> {
  const store = options.store ?? createMemoryStore();
  const library =
    options.library?.(store) ?? createLibrary([{ scenario: smallScenario(), hash: 'river' }], store);
  const server: RunningServer = await startServer({
    port: options.port ?? 0,
    host: '127.0.0.1',
    webFolder: '/nowhere',
    store,
    library,
    hostPass: options.hostPass,
    publicUrl: options.publicUrl,
    trustedProxies: options.trustedProxies ?? 0,
    retentionDays: options.retentionDays ?? 0,
    ...(options.awayAfter === undefined ? {} : { awayAfter: options.awayAfter }),
    log: options.log ?? pino({ level: 'silent' }),
    analysisThread: options.analysisThread ?? workHere,
    workThread: options.workThread ?? benchHere,
  });
  const url = `http://127.0.0.1:${server.port}`;
  const clients: Client[] = [];
  return {
    url,
    store,
    client() {
      const client = createClient({
        url,
        socket: { forceNew: true, reconnectionDelay: 30, reconnectionDelayMax: 60 },
      });
      clients.push(client);
      return client;
    },
    async stop() {
      for (const client of clients) client.close();
      await server.stop();
    },
  };
}

export interface Klass {
  readonly host: Client;
  readonly session: string;
  readonly table: string;
  readonly code: string;
  readonly hostToken: string;
  readonly screenToken: string;
  readonly students: Readonly<
    Record<string, { readonly client: Client; readonly token: string; readonly person: string }>
  >;
}

/** A session with one student on each of the roles named, in bargaining unless the settings say otherwise. */
export async function klass(
  server: Running,
  roles: readonly string[],
  settings: Settings = { briefing: 0, roundMinutes: 5, ratification: 5 },
  pass?: string,
): Promise<Klass> {
  const host = server.client();
  const hosting = granted(
    await host.host({ scenario: 'small-river', settings, ...(pass === undefined ? {} : { pass }) }),
  );
  granted(await host.hello(hosting.hostToken));
  const table = `${hosting.session}-1`;
  const students: Record<string, { client: Client; token: string; person: string }> = {};
  for (const role of roles) {
    const client = server.client();
    const joined = granted(await client.join({ code: hosting.code, nickname: `Student ${role}` }));
    granted(await client.hello(joined.token));
    granted(await host.hostSession({ type: 'seat', person: joined.person, table, role }));
    await until(client, (state) => state.tables[table]?.brief?.own?.role === role);
    students[role] = { client, token: joined.token, person: joined.person };
  }
  granted(await host.hostTable(table, { type: 'start' }));
  return {
    host,
    session: hosting.session,
    table,
    code: hosting.code,
    hostToken: hosting.hostToken,
    screenToken: hosting.screenToken,
    students,
  };
}

export function student(klass: Klass, role: string): Klass['students'][string] {
  const found = klass.students[role];
  if (!found) throw new Error(`nobody sits on ${role}`);
  return found;
}

export { granted, until };
