import type {
  Accepted,
  Agreements,
  Answer,
  Comparison,
  Cursor,
  Exploration,
  FindingsOfTable,
  Frame,
  Gone,
  HostCommand,
  LessonHostCommand,
  LessonNow,
  LessonPersonCommand,
  Hosting,
  Deleted,
  Joined,
  LetIn,
  Presence,
  Reading,
  RefusalCode,
  Revealed,
  RevealedAs,
  RevealStep,
  SeatCommand,
  SessionCommand,
  SessionList,
  Solo,
  Settings,
  TableRecord,
  Terms,
  Welcome,
} from '@btt/protocol';
import { OWN_REFUSALS, PROTOCOL, type Refusal } from '@btt/protocol';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type ClientState,
  cursorOf,
  fitOf,
  INITIAL_STATE,
  type Pending,
  takeFrame,
  takeWelcome,
} from './state';

/** The line to a server, as far as a client uses it: a socket of socket.io, or what plays one in a simulation. */
export interface ClientLine {
  readonly connected: boolean;
  on(event: string, heard: (message: never) => void): unknown;
  readonly io: { on(event: 'reconnect_attempt', heard: () => void): unknown };
  timeout(milliseconds: number): { emitWithAck(event: string, message: object): Promise<unknown> };
  close(): unknown;
}

export interface ClientOptions {
  /** Address of the server; the page's own when left out. */
  readonly url?: string;
  readonly socket?: Partial<ManagerOptions & SocketOptions>;
  /** Opens the line; a socket of socket.io when left out. */
  readonly line?: () => ClientLine;
  /** What a refusal is called in the language of the page; English when left out. */
  readonly inWords?: (refusal: Refusal) => string;
}

export interface Wanted {
  /** False: nothing of what happens at tables, for a page that shows records. */
  readonly tables?: boolean;
}

/** A connection to one server that survives being cut: what was sent is sent again under the same id, what was missed is asked for. */
export interface Client {
  readonly store: StoreApi<ClientState>;
  join(input: { readonly code: string; readonly nickname: string }): Promise<Answer<Joined>>;
  /** Another way in for somebody who is in the session: at once with the return code, else `hello` waits for the host. */
  comeBack(input: {
    readonly code: string;
    readonly nickname: string;
    readonly returnCode?: string;
  }): Promise<Answer<Joined>>;
  host(input: {
    readonly scenario: string;
    /** One of its languages; its own if left out. */
    readonly language?: string;
    readonly settings?: Settings;
    readonly pass?: string;
    /** For a scenario of one's own: the token under which it was put into the library. */
    readonly owner?: string;
  }): Promise<Answer<Hosting>>;
  /** A session for oneself, with autopilots on all other seats. */
  playAlone(input: {
    readonly scenario: string;
    readonly language?: string;
    /** The seat to take; the first that signs for a side if left out. */
    readonly role?: string;
    readonly nickname: string;
    readonly pass?: string;
    readonly owner?: string;
  }): Promise<Answer<Solo>>;
  /** Says who one is, now and after every reconnect. */
  hello(token: string, wanted?: Wanted): Promise<Answer<Welcome>>;
  /** From now on what happens at tables, too. */
  followTables(): Promise<Answer<Welcome>>;
  seat(table: string, command: SeatCommand): Promise<Answer<Accepted>>;
  hostTable(table: string, command: HostCommand): Promise<Answer<Accepted>>;
  hostSession(command: SessionCommand): Promise<Answer<Accepted>>;
  record(table: string): Promise<Answer<TableRecord>>;
  /** What can be read from a record. May take seconds. */
  findings(table: string): Promise<Answer<FindingsOfTable>>;
  compare(): Promise<Answer<Comparison>>;
  /** A deal, or part of one, tried at a moment of a record. */
  explore(table: string, position: number, deal: Terms): Promise<Answer<Exploration>>;
  /** What could have been ratified at a moment of a record. May take seconds. */
  agreements(table: string, position: number, deal: Terms): Promise<Answer<Agreements>>;
  /** Wishes for the debrief as a lesson. */
  leadLesson(command: LessonHostCommand): Promise<Answer<Accepted>>;
  joinLesson(command: LessonPersonCommand): Promise<Answer<Accepted>>;
  /** What a step of the lesson shows. May take seconds. */
  reveal<S extends RevealStep>(step: S): Promise<Answer<RevealedAs<S>>>;
  /** A token for a co-host, by the owner. */
  letIn(name: string): Promise<Answer<LetIn>>;
  /** Sessions whose tokens one holds, and all with the host pass. */
  sessions(tokens: readonly string[], pass?: string): Promise<Answer<SessionList>>;
  resume(session: string, pass: string): Promise<Answer<Hosting>>;
  deleteSession(
    session: string,
    by: { readonly token?: string; readonly pass?: string },
  ): Promise<Answer<Deleted>>;
  close(): void;
}

interface Wish extends Pending {
  readonly event: 'command' | 'session-command' | 'lesson-command';
  readonly message: object;
  readonly settle: (answer: Answer<Accepted>) => void;
  /** Passing trouble is met by trying again, a few times. */
  tries: number;
}

const ANSWER_WITHIN = 10_000;
/** For what the server has to work out first. */
const READ_WITHIN = 120_000;
const MOST_TRIES = 20;
/** Milliseconds between two tries when the server is there but cannot answer. */
const PATIENCE = 1000;
const LONGEST_PATIENCE = 3000;

const refused = (code: keyof typeof OWN_REFUSALS): Refusal => ({
  ok: false,
  code,
  message: OWN_REFUSALS[code],
});

/** Trouble that passes: the same wish may be sent again. */
const isPassing = (code: RefusalCode): boolean => code === 'unavailable' || code === 'too-many';

export function createClient(options: ClientOptions = {}): Client {
  const store = createStore<ClientState>(() => INITIAL_STATE);
  const socket: ClientLine = options.line?.() ?? connect(options);
  const outbox = new Map<string, Wish>();
  const asked = new Set<string>();
  let token: string | null = null;
  let wanted: Wanted = {};
  let greeted = false;

  async function ask<T>(...asking: Parameters<typeof sent>): Promise<Answer<T>> {
    const answer = await sent<T>(...asking);
    return options.inWords && isRefusal(answer) ? { ...answer, message: options.inWords(answer) } : answer;
  }

  async function greet(): Promise<Answer<Welcome>> {
    if (token === null) return refused('unknown-token');
    const state = store.getState();
    const feeds = ['session', 'mine', ...Object.keys(state.tables)];
    const cursors: Record<string, Cursor> = Object.fromEntries(
      feeds
        .map((feed) => [feed, cursorOf(state, feed)])
        .filter(([, cursor]) => (cursor as Cursor).epoch !== ''),
    );
    const answer = await ask<Welcome>(socket, 'hello', { protocol: PROTOCOL, token, cursors, ...wanted });
    if (answer.ok) {
      store.setState((now) => takeWelcome(now, answer, Date.now()));
      greeted = true;
      for (const wish of outbox.values()) void send(wish);
    } else if (
      answer.code === 'session-closed' ||
      answer.code === 'session-archived' ||
      answer.code === 'not-admitted'
    ) {
      store.setState({ gone: answer.code });
    } else if (answer.code === 'unknown-token') {
      store.setState({ gone: 'removed' });
    } else if (isPassing(answer.code) && socket.connected) {
      await new Promise((resume) => setTimeout(resume, PATIENCE));
      if (socket.connected && !greeted) return greet();
    }
    return answer;
  }

  async function send(wish: Wish): Promise<void> {
    if (!socket.connected || !greeted) return;
    const answer = await ask<Accepted>(socket, wish.event, wish.message);
    if (!outbox.has(wish.id)) return;
    if (!answer.ok && answer.code === 'unavailable' && ++wish.tries < MOST_TRIES) {
      if (socket.connected) setTimeout(() => void send(wish), Math.min(LONGEST_PATIENCE, 500 * wish.tries));
      return;
    }
    outbox.delete(wish.id);
    showPending();
    wish.settle(answer);
  }

  function wish(
    event: Wish['event'],
    table: string | null,
    command: Pending['command'],
    message: (id: string) => object,
  ): Promise<Answer<Accepted>> {
    const id = newId();
    return new Promise((settle) => {
      const entry: Wish = { id, table, command, event, message: message(id), settle, tries: 0 };
      outbox.set(id, entry);
      showPending();
      void send(entry);
    });
  }

  /** The same wish keeps its id until it is answered, so that an answer that got lost does no harm when somebody tries again. */
  const entering = new Map<string, string>();
  async function enter<T extends { readonly ok: true }>(
    event: 'join' | 'return' | 'host' | 'solo' | 'resume',
    input: object,
  ): Promise<Answer<T>> {
    const key = `${event} ${JSON.stringify(input)}`;
    const id = entering.get(key) ?? newId();
    entering.set(key, id);
    const answer = await ask<T>(socket, event, { protocol: PROTOCOL, id, ...input });
    if (answer.ok || !isPassing(answer.code)) entering.delete(key);
    return answer;
  }

  const showPending = () =>
    store.setState({
      pending: [...outbox.values()].map(({ id, table, command }) => ({ id, table, command })),
    });

  function take(frame: Frame): void {
    const state = store.getState();
    switch (fitOf(cursorOf(state, frame.feed), frame)) {
      case 'fits':
        asked.delete(frame.feed);
        store.setState(takeFrame(state, frame));
        return;
      case 'old':
        return;
      case 'gap':
        if (asked.has(frame.feed)) return;
        asked.add(frame.feed);
        void ask(socket, 'resync', { feed: frame.feed, cursor: cursorOf(state, frame.feed) }).then(() =>
          asked.delete(frame.feed),
        );
    }
  }

  socket.on('connect', () => {
    greeted = false;
    asked.clear();
    store.setState({ connection: 'online' });
    if (token !== null) void greet();
  });
  socket.on('disconnect', () => store.setState({ connection: 'offline' }));
  socket.io.on('reconnect_attempt', () => store.setState({ connection: 'connecting' }));
  socket.on('connect_error', () => store.setState({ connection: 'offline' }));
  socket.on('frame', take);
  socket.on('welcome', (welcome: Welcome) =>
    store.setState((state) => takeWelcome(state, welcome, Date.now())),
  );
  socket.on('presence', ({ online }: Presence) => store.setState({ online }));
  socket.on('reading', ({ table, line }: Reading) =>
    store.setState((state) => ({ readings: { ...state.readings, [table]: line } })),
  );
  socket.on('lesson', (lesson: LessonNow) => store.setState({ lesson }));
  socket.on('gone', ({ code }: Gone) => store.setState({ gone: code }));

  return {
    store,
    join: (input) => enter<Joined>('join', input),
    comeBack: (input) => enter<Joined>('return', input),
    host: (input) => enter<Hosting>('host', input),
    playAlone: (input) => enter<Solo>('solo', input),
    hello(given, want = {}) {
      wanted = want;
      if (token !== given) store.setState({ lesson: null });
      token = given;
      return greet();
    },
    followTables() {
      wanted = {};
      return greet();
    },
    seat: (table, command) => wish('command', table, command, (id) => ({ as: 'seat', id, table, command })),
    hostTable: (table, command) =>
      wish('command', table, command, (id) => ({ as: 'host', id, table, command })),
    hostSession: (command) => wish('session-command', null, command, (id) => ({ id, command })),
    record: (table) => ask<TableRecord>(socket, 'record', { table }),
    findings: (table) => ask<FindingsOfTable>(socket, 'findings', { table }, READ_WITHIN),
    compare: () => ask<Comparison>(socket, 'compare', {}, READ_WITHIN),
    explore: (table, position, deal) => ask<Exploration>(socket, 'explore', { table, position, deal }),
    agreements: (table, position, deal) =>
      ask<Agreements>(socket, 'agreements', { table, position, deal }, READ_WITHIN),
    leadLesson: (command) => wish('lesson-command', null, command, (id) => ({ as: 'host', id, command })),
    joinLesson: (command) => wish('lesson-command', null, command, (id) => ({ as: 'person', id, command })),
    async reveal(step) {
      const answer = await ask<Revealed>(socket, 'reveal', { step }, READ_WITHIN);
      return isOfStep(answer, step) ? answer : answer.ok ? refused('no-answer') : answer;
    },
    letIn: (name) => ask<LetIn>(socket, 'let-in', { id: newId(), name }),
    sessions: (tokens, pass) =>
      ask<SessionList>(socket, 'sessions', {
        protocol: PROTOCOL,
        tokens,
        ...(pass === undefined ? {} : { pass }),
      }),
    resume: (session, pass) => enter<Hosting>('resume', { session, pass }),
    deleteSession: (session, by) =>
      ask<Deleted>(socket, 'delete-session', { protocol: PROTOCOL, session, ...by }),
    close() {
      socket.close();
    },
  };
}

function isOfStep<S extends RevealStep>(answer: Answer<Revealed>, step: S): answer is RevealedAs<S> {
  return answer.ok && answer.step === step;
}

function connect({ url, socket }: ClientOptions): Socket {
  const settings: Partial<ManagerOptions & SocketOptions> = {
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 300,
    reconnectionDelayMax: 3000,
    ...socket,
  };
  return url === undefined ? io(settings) : io(url, settings);
}

/** Asks and waits for the acknowledgement; silence and a cut line come back as a refusal that says so. */
async function sent<T>(
  socket: ClientLine,
  event: string,
  message: object,
  within = ANSWER_WITHIN,
): Promise<Answer<T>> {
  try {
    return (await socket.timeout(within).emitWithAck(event, message)) as Answer<T>;
  } catch {
    return refused('unavailable');
  }
}

function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false;
}

function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
