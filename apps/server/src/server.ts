import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EventStore } from '@btt/eventstore';
import type { Logger } from 'pino';
import { type Clock, startClock } from './clock';
import { addresses } from './http/addresses';
import { createApp } from './http/app';
import type { Library } from './scenarios/library';
import { openDeriver } from './sessions/secrets';
import type { Listener } from './sessions/session';
import { createSessions } from './sessions/sessions';
import { createHub } from './sockets/hub';
import { serveSockets } from './sockets/serve';
import { createWordBook } from './sockets/words';

export interface ServerOptions {
  readonly port: number;
  readonly host: string;
  readonly webFolder: string;
  readonly hostPass?: string | undefined;
  readonly publicUrl?: string | undefined;
  readonly store: EventStore;
  readonly library: Library;
  readonly log: Logger;
}

export interface RunningServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Puts the parts together and listens. Resolves when the port is open; fails when it cannot be. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { store, library, log } = options;
  const deriver = await openDeriver(store);
  const words = createWordBook(store);
  const hub = createHub(words, (session) => deriver.derive('screen', session, ''));
  let clock: Clock | null = null;
  const listener: Listener = {
    failed: (error) => log.error({ err: error }, 'what is in the record could not be told'),
    sessionTold: hub.sessionTold,
    async tableTold(session, table, fresh) {
      await hub.tableTold(session, table, fresh);
      clock?.wake(table);
    },
  };
  const sessions = createSessions(store, library, deriver, listener, hub.isEmpty);
  const app = createApp({
    webFolder: options.webFolder,
    library,
    store,
    gauges: { connections: () => hub.connections.size },
    addresses: () => addresses(options.publicUrl, (http.address() as AddressInfo).port),
  });
  const http = createServer(app);
  const sockets = serveSockets(http, sessions, hub, {
    hostPass: options.hostPass,
    publicUrl: options.publicUrl,
    log,
  });
  await listening(http, options.port, options.host);
  clock = startClock(store, sessions, log);
  return {
    port: (http.address() as AddressInfo).port,
    async stop() {
      clock?.stop();
      await sockets.close();
      http.closeAllConnections();
    },
  };
}

function listening(http: HttpServer, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      http.off('error', reject);
      resolve();
    });
  });
}
