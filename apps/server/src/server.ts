import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EventStore } from '@btt/eventstore';
import type { SessionEvent } from '@btt/game';
import { Router } from 'express';
import type { Logger } from 'pino';
import { createAnalysis } from './analysis/analysis';
import { type StartThread, startThread } from './analysis/thread';
import { createAutopilots } from './autopilots/autopilots';
import { watchAway } from './autopilots/away';
import { type Clock, startClock } from './clock/clock';
import { createDeliveries } from './feeds/deliveries';
import { createWordBook } from './feeds/word-book';
import { addressesElsewhere } from './http/addresses';
import { createApp } from './http/app';
import { scenarioRoutes } from './http/scenarios';
import { sessionRoutes } from './http/sessions';
import { createMetrics, newCounters } from './http/metrics';
import { readPages } from './http/pages';
import { createBuckets } from './limits/bucket';
import { createHostGate } from './limits/host-gate';
import { LIMITS } from './limits/limits';
import { createPatience } from './limits/patience';
import { createTrouble } from './log';
import { createCatalogue } from './scenarios/catalogue';
import type { Library } from './scenarios/library';
import { createOwnScenarios } from './scenarios/own';
import { createTrials } from './scenarios/trials';
import { openDeriver } from './sessions/secrets';
import type { Listener } from './sessions/session';
import { createReturnCodes } from './sessions/return-codes';
import { createSessions } from './sessions/sessions';
import { createShelf } from './sessions/shelf';
import { createTokens } from './sessions/tokens';
import { createLessonBoard } from './lessons/board';
import { createHub } from './sockets/hub';
import type { Connection } from './sockets/connection';
import { createPresence, type PresenceBoard } from './sockets/presence';
import { createReadings } from './sockets/readings';
import { deleteOldSessions } from './sockets/shelf-handlers';
import { openSockets, serveSockets } from './sockets/serve';
import { createFindings } from './tables/findings';
import type { Recorded } from './streams/stream';
import { createRecords } from './tables/record';
import { createWorkbench, type StartWork } from './workbench/workbench';

export interface ServerOptions {
  readonly port: number;
  readonly host: string;
  readonly webFolder: string;
  readonly hostPass?: string | undefined;
  readonly publicUrl?: string | undefined;
  readonly store: EventStore;
  readonly library: Library;
  readonly log: Logger;
  /** Days without any event after which a session is deleted; never when left out or 0. */
  readonly retentionDays?: number;
  /** Milliseconds without a page after which an autopilot may stand in for somebody; 45 seconds when left out. */
  readonly awayAfter?: number;
  /** Where the referee's long work is done; a thread of its own when left out. */
  readonly analysisThread?: StartThread;
  /** Where authors' work is done; threads of their own when left out. */
  readonly workThread?: StartWork;
}

export interface RunningServer {
  readonly port: number;
  /** Whether there are pages to show. */
  readonly hasPages: boolean;
  /** Stops listening, answers what has arrived, and lets go of every connection. The store stays open. */
  stop(): Promise<void>;
}

/** Idle sessions are looked for this often, in milliseconds. */
const TIDY_EVERY = 30_000;
/** And sessions that are too old, this often. */
const DELETE_EVERY = 60 * 60_000;
const AWAY_AFTER = 45_000;

/** Puts the parts together and listens. Resolves when the port is open; fails when it cannot be. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { store, library, log, hostPass, publicUrl } = options;
  const counters = newCounters();
  const trouble = createTrouble(log);
  const failed = (error: unknown): void => {
    counters.failures += 1;
    trouble(error);
  };

  const pages = readPages(options.webFolder);
  const deriver = await openDeriver(store);
  const analysis = createAnalysis(options.analysisThread ?? startThread, failed);
  const workbench = createWorkbench(failed, options.workThread);
  const { desk } = workbench;
  const hostGate = createHostGate(hostPass, createPatience(LIMITS.wrongPasses));
  const ownScenarios = createOwnScenarios({ store, deriver, desk, now: Date.now });
  const catalogue = createCatalogue(library, ownScenarios);
  const scenarios = scenarioRoutes({
    gate: hostGate,
    rate: createBuckets(LIMITS.library),
    keeping: createBuckets(LIMITS.scenarios),
    catalogue,
    own: ownScenarios,
    desk,
    trials: createTrials(analysis, workbench.checks),
    publicUrl,
  });
  const sessionFiles = Router();
  // The sockets take their requests out before the pages are asked, so they are attached to a server that has pages already.
  const metrics = createMetrics(counters, {
    connections: () => sockets.engine.clientsCount,
    sessions: () => sessions.loaded().length,
    tables: () => sessions.loaded().reduce((sum, session) => sum + session.tables.size, 0),
  });
  const portOf = (server: HttpServer) => (server.address() as AddressInfo).port;
  const addresses = (): string[] => addressesElsewhere({ ...options, port: portOf(http) });
  const http: HttpServer = createServer(
    createApp({ pages, library, store, scenarios, sessions: sessionFiles, metrics, addresses, failed }),
  );
  const sockets = openSockets(http, publicUrl);
  const words = createWordBook(store);
  const deliveries = createDeliveries(
    (to, frame) => {
      counters.frames += to.length;
      sockets.local.to([...to]).emit('frame', frame);
    },
    words,
    failed,
  );
  const hub = createHub(deliveries);
  const readings = createReadings(hub.hostsOf, analysis, failed);
  const presence = createPresence(hub.pagesOf);
  const lessons = createLessonBoard(hub.pagesOf, words, failed);
  const autopilots = createAutopilots({ deriver, inUse: (id) => hub.pagesOf(id).size > 0, failed });
  let clock: Clock | null = null;

  const listener: Listener = {
    sessionTold(session, fresh, spoken) {
      counters.events += fresh.length;
      for (const { id, body } of spoken) words.remember(id, body);
      hub.realign(session);
      // A whole class joins within seconds: told in batches.
      if (fresh.every(({ event }) => event.type === 'join')) deliveries.deliverSoon(session.feed);
      else deliveries.deliver(session.feed);
      for (const person of addressees(fresh)) deliveries.deliver(session.mine(person));
      whoIsThere.changed(session);
      lessons.changed(session);
    },
    lessonTold(session, spoken) {
      counters.events += 1;
      for (const { id, body } of spoken) words.remember(id, body);
      lessons.changed(session);
    },
    tableOpened(session, table) {
      hub.realign(session);
      clock?.wake(table);
      autopilots.wake(session, table);
    },
    tableTold(session, table, fresh, spoken) {
      counters.events += fresh.length;
      for (const { id, body } of spoken) words.remember(id, body);
      deliveries.deliver(table.feed);
      clock?.wake(table);
      autopilots.wake(session, table);
      readings.happened(session, table);
      lessons.changed(session);
    },
  };

  const tokens = createTokens(store);
  const returnCodes = createReturnCodes(store, deriver);
  const shelf = createShelf({ store, tokens, returnCodes, retentionDays: options.retentionDays ?? 0 });
  const sessions = createSessions({ store, library, deriver, tokens, returnCodes, shelf, listener, failed });
  const away = watchAway({
    sessions: sessions.loaded,
    online: (id) => peopleOf(hub.pagesOf(id)),
    after: options.awayAfter ?? AWAY_AFTER,
    failed,
  });
  const whoIsThere: PresenceBoard = {
    changed(session) {
      presence.changed(session);
      away.look(session);
      autopilots.wakeAll(session);
    },
  };
  const findings = createFindings(workbench.readers);
  sessionFiles.use(
    sessionRoutes({
      gate: hostGate,
      rate: createBuckets(LIMITS.sessionFiles),
      sessions,
      tokens,
      library,
      deriver,
      words,
      findings,
      now: Date.now,
      publicUrl,
    }),
  );
  const services = {
    sessions,
    tokens,
    shelf,
    deriver,
    hub,
    words,
    presence: whoIsThere,
    lessons,
    readings,
    records: createRecords(words, analysis),
    findings,
    hostGate,
    catalogue,
    hostings: createBuckets(LIMITS.hostings),
    wrongCodes: createPatience(LIMITS.wrongCodes),
  };
  serveSockets(sockets, services, counters, (error) => {
    failed(error);
    return 'unavailable';
  });

  await listening(http, options.port, options.host);
  clock = startClock({ store, sessions, failed });
  const tidying = setInterval(
    () => sessions.forgetIdle(Date.now(), (id) => hub.pagesOf(id).size > 0),
    TIDY_EVERY,
  );
  const deleteOld = () => deleteOldSessions(services, Date.now()).catch(failed);
  void deleteOld();
  const deleting = setInterval(() => void deleteOld(), DELETE_EVERY);
  const port = portOf(http);
  log.info({ port }, 'listening');

  return {
    port,
    hasPages: pages !== null,
    async stop() {
      clearInterval(tidying);
      clearInterval(deleting);
      clock?.stop();
      autopilots.stop();
      away.stop();
      const closed = sockets.close();
      await sessions.end();
      readings.stop();
      await analysis.close();
      await workbench.close();
      http.closeAllConnections();
      await closed;
      log.info('stopped');
    },
  };
}

/** People to whom something of this is told alone. */
function addressees(fresh: readonly Recorded<SessionEvent>[]): Set<string> {
  const parts = fresh.flatMap(({ event }) => event.parts);
  return new Set(parts.flatMap(({ to }) => (typeof to === 'object' ? [to.person] : [])));
}

function peopleOf(pages: ReadonlySet<Connection>): Set<string> {
  return new Set(
    [...pages].flatMap(({ welcome }) => (welcome?.me.kind === 'person' ? [welcome.me.person] : [])),
  );
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
