import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Router } from 'express';
import type { Logger } from 'pino';
import proxyaddr from 'proxy-addr';
import { addressesElsewhere } from './http/addresses';
import { createApp } from './http/app';
import { createMetrics, newCounters } from './http/metrics';
import { readPages } from './http/pages';
import { scenarioRoutes } from './http/scenarios';
import { sessionRoutes } from './http/sessions';
import { createBuckets } from './limits/bucket';
import { LIMITS } from './limits/limits';
import { createTrouble } from './log';
import { createNode, type NodeOptions } from './node';
import { createTrials } from './scenarios/trials';
import { createReception } from './sockets/reception';
import { openSockets, socketExit } from './sockets/serve';

export interface ServerOptions extends Omit<NodeOptions, 'counters' | 'exit' | 'failed'> {
  readonly port: number;
  readonly host: string;
  readonly webFolder: string;
  readonly publicUrl?: string | undefined;
  /** Proxies of our own between pages and this server; none when left out. */
  readonly trustedProxies?: number;
  readonly log: Logger;
}

export interface RunningServer {
  readonly port: number;
  /** Whether there are pages to show. */
  readonly hasPages: boolean;
  /** Stops listening, answers what has arrived, and lets go of every connection. The store stays open. */
  stop(): Promise<void>;
}

/** A node with its port: pages, requests and sockets. Resolves when the port is open; fails when it cannot be. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { library, log, publicUrl, trustedProxies = 0 } = options;
  const counters = newCounters();
  const trouble = createTrouble(log);
  const failed = (error: unknown): void => {
    counters.failures += 1;
    trouble(error);
  };
  const pages = readPages(options.webFolder);
  const sessionFiles = Router();
  const authors = Router();
  const portOf = (server: HttpServer) => (server.address() as AddressInfo).port;
  const addresses = (): string[] => addressesElsewhere({ ...options, port: portOf(http) });
  const metrics = createMetrics(counters, {
    connections: () => sockets.engine.clientsCount,
    sessions: () => node.services.sessions.loaded().length,
    tables: () => node.services.sessions.loaded().reduce((sum, session) => sum + session.tables.size, 0),
    backlog: () => exit.largestBacklog(),
  });
  const http: HttpServer = createServer(
    createApp({
      pages,
      library,
      store: options.store,
      scenarios: authors,
      sessions: sessionFiles,
      metrics,
      addresses,
      trustedProxies,
      failed,
    }),
  );
  // The sockets take their requests out before the pages are asked, so they are attached to a server that has pages already.
  const sockets = openSockets(http, publicUrl);
  const exit = socketExit(sockets, counters);
  const node = await createNode({ ...options, counters, exit, failed });
  const { services } = node;
  authors.use(
    scenarioRoutes({
      gate: services.hostGate,
      rate: createBuckets(LIMITS.library),
      keeping: createBuckets(LIMITS.scenarios),
      catalogue: services.catalogue,
      own: node.own,
      desk: node.workbench.desk,
      trials: createTrials(node.analysis, node.workbench.checks),
      publicUrl,
    }),
  );
  sessionFiles.use(
    sessionRoutes({
      ...services,
      gate: services.hostGate,
      rate: createBuckets(LIMITS.sessionFiles),
      library,
      now: node.store.now,
      publicUrl,
    }),
  );
  const reception = createReception(services, counters, (error) => {
    failed(error);
    return 'unavailable';
  });
  sockets.on('connection', (socket) => {
    reception.admit(
      socket,
      proxyaddr(socket.request, (_, hop) => hop < trustedProxies),
    );
  });

  await listening(http, options.port, options.host);
  node.start();
  const port = portOf(http);
  log.info({ port }, 'listening');

  return {
    port,
    hasPages: pages !== null,
    async stop() {
      node.pause();
      const closed = sockets.close();
      await node.end();
      http.closeAllConnections();
      await closed;
      log.info('stopped');
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
