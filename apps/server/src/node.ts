import { randomUUID } from 'node:crypto';
import type { EventStore } from '@btt/eventstore';
import type { SessionEvent } from '@btt/game';
import { createAnalysis } from './analysis/analysis';
import { type StartThread, startThread } from './analysis/thread';
import { createAutopilots } from './autopilots/autopilots';
import { watchAway } from './autopilots/away';
import { type Clock, startClock } from './clock/clock';
import { createDeliveries, type Exit } from './feeds/deliveries';
import { createWordBook } from './feeds/word-book';
import type { Counters } from './http/metrics';
import { createLessonBoard } from './lessons/board';
import { createBuckets } from './limits/bucket';
import { createHostGate } from './limits/host-gate';
import { LIMITS } from './limits/limits';
import { createPatience } from './limits/patience';
import { keepUp } from './nodes/keeping-up';
import { announcing, createPost } from './nodes/post';
import { createWhereabouts } from './nodes/whereabouts';
import { createCatalogue } from './scenarios/catalogue';
import type { Library } from './scenarios/library';
import { createOwnScenarios } from './scenarios/own';
import { createReturnCodes } from './sessions/return-codes';
import { openDeriver } from './sessions/secrets';
import type { Listener, Session } from './sessions/session';
import { createSessions } from './sessions/sessions';
import { createShelf } from './sessions/shelf';
import { createTokens } from './sessions/tokens';
import type { Connection } from './sockets/connection';
import { createHub } from './sockets/hub';
import { createPresence, type PresenceBoard } from './sockets/presence';
import { createReadings } from './sockets/readings';
import type { Services } from './sockets/services';
import { deleteOldSessions } from './sockets/shelf-handlers';
import type { Recorded } from './streams/stream';
import { createFindings } from './tables/findings';
import { createRecords } from './tables/record';
import { createWorkbench, type StartWork } from './workbench/workbench';

export interface NodeOptions {
  readonly store: EventStore;
  readonly library: Library;
  readonly hostPass?: string | undefined;
  /** Days without any event after which a session is deleted; never when left out or 0. */
  readonly retentionDays?: number;
  /** Milliseconds without a page after which an autopilot may stand in for somebody; 45 seconds when left out. */
  readonly awayAfter?: number;
  /** Where the referee's long work is done; a thread of its own when left out. */
  readonly analysisThread?: StartThread;
  /** Where authors' work is done; threads of their own when left out. */
  readonly workThread?: StartWork;
  /** What this node is called among those that share the database; an unguessable name when left out. */
  readonly name?: string;
  readonly counters: Counters;
  /** How frames leave for the pages. */
  readonly exit: Exit;
  readonly failed: (error: unknown) => void;
}

/** Idle sessions are looked for this often, in milliseconds. */
const TIDY_EVERY = 30_000;
/** And sessions that are too old, this often. */
const DELETE_EVERY = 60 * 60_000;
const AWAY_AFTER = 45_000;

export type ServerNode = Awaited<ReturnType<typeof createNode>>;

/**
 * One node: all that happens between the sockets and the store. It has no port and no socket of its own, and others like it may share its
 * store.
 */
export async function createNode(options: NodeOptions) {
  const { library, hostPass, counters, failed } = options;
  const post = createPost(options.store.notices, options.name ?? randomUUID());
  const store = announcing(options.store, post);
  const deriver = await openDeriver(store);
  const analysis = createAnalysis(options.analysisThread ?? startThread, failed);
  const workbench = createWorkbench(failed, options.workThread);
  const hostGate = createHostGate(hostPass, createPatience(LIMITS.wrongPasses));
  const own = createOwnScenarios({ store, deriver, desk: workbench.desk, now: store.now });
  const catalogue = createCatalogue(library, own);
  const words = createWordBook(store);
  const deliveries = createDeliveries(options.exit, words, failed);
  const hub = createHub(deliveries, store.now, failed);
  const inUse = (id: string) => hub.pagesOf(id).size > 0;
  const readings = createReadings(hub.hostsOf, analysis, failed);
  const lessons = createLessonBoard(hub.pagesOf, words, failed);
  const records = createRecords(words, analysis);
  const whereabouts = createWhereabouts({
    post,
    now: () => performance.now(),
    changed(id) {
      for (const session of sessions.loaded()) if (session.id === id) presence.changed(session);
    },
  });
  const presence = createPresence(hub.pagesOf, whereabouts.everywhere, options.exit);
  const autopilots = createAutopilots({ deriver, now: store.now, inUse: whereabouts.leads, failed });
  let clock: Clock | null = null;

  const listener: Listener = {
    sessionTold(session, fresh, spoken) {
      counters.events += fresh.length;
      for (const { id, body } of spoken) words.remember(id, body);
      if (session.view().closed) forgetWords();
      // A whole class joins within seconds: told in batches. Whoever joins has no page yet, and all others may see what they saw.
      if (fresh.every(({ event }) => event.type === 'join')) deliveries.deliverSoon(session.feed);
      else {
        hub.realign(session);
        deliveries.deliver(session.feed);
      }
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

  function forgetWords(): void {
    words.forget();
    records.forget();
  }

  const tokens = createTokens(store);
  const returnCodes = createReturnCodes(store, deriver);
  const shelf = createShelf({ store, tokens, returnCodes, retentionDays: options.retentionDays ?? 0 });
  const fresh = (session: Session) => keepingUp.fresh(session);
  const sessions = createSessions({
    store,
    library,
    deriver,
    tokens,
    returnCodes,
    shelf,
    listener,
    fresh,
    failed,
  });
  const away = watchAway({
    sessions: () => sessions.loaded().filter(({ id }) => whereabouts.leads(id)),
    online: whereabouts.everywhere,
    after: options.awayAfter ?? AWAY_AFTER,
    failed,
  });
  const whoIsThere: PresenceBoard = {
    changed(session) {
      whereabouts.here(session.id, inUse(session.id) ? peopleOf(hub.pagesOf(session.id)) : null);
      presence.changed(session);
      away.look(session);
      autopilots.wakeAll(session);
    },
  };
  const keepingUp = keepUp({
    store,
    post,
    sessions,
    inUse,
    removed(id) {
      const session = sessions.drop(id);
      if (session) hub.dismissAll(session);
      forgetWords();
    },
    failed,
  });
  const services: Services = {
    sessions,
    tokens,
    shelf,
    deriver,
    hub,
    words,
    presence: whoIsThere,
    lessons,
    readings,
    records,
    findings: createFindings(workbench.readers),
    hostGate,
    catalogue,
    removed: (session) => post.tell({ type: 'removed', session }),
    hostings: createBuckets(LIMITS.hostings),
    wrongCodes: createPatience(LIMITS.wrongCodes),
  };

  const deleteOld = () => deleteOldSessions(services, store.now()).catch(failed);
  const timers: NodeJS.Timeout[] = [];
  return {
    /** As the other nodes are told of what is written through it. */
    store,
    services,
    own,
    analysis,
    workbench,
    /** Begins to do what happens by itself: deadlines, tidying; and has the referee's thread ready. */
    start(): void {
      analysis.ready();
      clock = startClock({ store, sessions, failed });
      void deleteOld();
      timers.push(setInterval(() => sessions.forgetIdle(Date.now(), inUse), TIDY_EVERY));
      timers.push(setInterval(() => void deleteOld(), DELETE_EVERY));
    },
    /** Nothing happens by itself any more. */
    pause(): void {
      for (const timer of timers) clearInterval(timer);
      clock?.stop();
      autopilots.stop();
      away.stop();
      keepingUp.stop();
      whereabouts.stop();
      post.stop();
    },
    /** Resolves when everything that was asked for has been answered. */
    async end(): Promise<void> {
      await sessions.end();
      readings.stop();
      await analysis.close();
      await workbench.close();
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
