import type {
  Accepted,
  Answer,
  Comparison,
  Cursor,
  FindingsOfTable,
  Frame,
  Gone,
  HostCommand,
  Hosting,
  Joined,
  Presence,
  Reading,
  RefusalCode,
  SeatCommand,
  SessionCommand,
  Settings,
  TableRecord,
  Welcome,
} from '@btt/protocol';
import { PROTOCOL, refuse } from '@btt/protocol';
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

export interface ClientOptions {
  /** Address of the server; the page's own when left out. */
  readonly url?: string;
  readonly socket?: Partial<ManagerOptions & SocketOptions>;
}

/** A connection to one server that survives being cut: what was sent is sent again under the same id, what was missed is asked for. */
export interface Client {
  readonly store: StoreApi<ClientState>;
  join(input: { readonly code: string; readonly nickname: string }): Promise<Answer<Joined>>;
  host(input: {
    readonly scenario: string;
    readonly settings?: Settings;
    readonly pass?: string;
    /** For a scenario of one's own: the token under which it was put into the library. */
    readonly owner?: string;
  }): Promise<Answer<Hosting>>;
  /** Says who one is, now and after every reconnect. */
  hello(token: string): Promise<Answer<Welcome>>;
  seat(table: string, command: SeatCommand): Promise<Answer<Accepted>>;
  hostTable(table: string, command: HostCommand): Promise<Answer<Accepted>>;
  hostSession(command: SessionCommand): Promise<Answer<Accepted>>;
  record(table: string): Promise<Answer<TableRecord>>;
  /** What can be read from a record. May take seconds. */
  findings(table: string): Promise<Answer<FindingsOfTable>>;
  compare(): Promise<Answer<Comparison>>;
  close(): void;
}

interface Wish extends Pending {
  readonly event: 'command' | 'session-command';
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

/** Trouble that passes: the same wish may be sent again. */
const isPassing = (code: RefusalCode): boolean => code === 'unavailable' || code === 'too-many';

export function createClient(options: ClientOptions = {}): Client {
  const store = createStore<ClientState>(() => INITIAL_STATE);
  const socket = connect(options);
  const outbox = new Map<string, Wish>();
  const asked = new Set<string>();
  let token: string | null = null;
  let greeted = false;

  async function greet(): Promise<Answer<Welcome>> {
    if (token === null) return refuse('unknown-token');
    const state = store.getState();
    const feeds = ['session', ...Object.keys(state.tables)];
    const cursors: Record<string, Cursor> = Object.fromEntries(
      feeds
        .map((feed) => [feed, cursorOf(state, feed)])
        .filter(([, cursor]) => (cursor as Cursor).epoch !== ''),
    );
    const answer = await ask<Welcome>(socket, 'hello', { protocol: PROTOCOL, token, cursors });
    if (answer.ok) {
      store.setState((now) => takeWelcome(now, answer, Date.now()));
      greeted = true;
      for (const wish of outbox.values()) void send(wish);
    } else if (answer.code === 'session-closed') {
      store.setState({ gone: 'session-closed' });
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
    event: 'join' | 'host',
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
  socket.on('gone', ({ code }: Gone) => store.setState({ gone: code }));

  return {
    store,
    join: (input) => enter<Joined>('join', input),
    host: (input) => enter<Hosting>('host', input),
    hello(given) {
      token = given;
      return greet();
    },
    seat: (table, command) => wish('command', table, command, (id) => ({ as: 'seat', id, table, command })),
    hostTable: (table, command) =>
      wish('command', table, command, (id) => ({ as: 'host', id, table, command })),
    hostSession: (command) => wish('session-command', null, command, (id) => ({ id, command })),
    record: (table) => ask<TableRecord>(socket, 'record', { table }),
    findings: (table) => ask<FindingsOfTable>(socket, 'findings', { table }, READ_WITHIN),
    compare: () => ask<Comparison>(socket, 'compare', {}, READ_WITHIN),
    close() {
      socket.close();
    },
  };
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
async function ask<T>(
  socket: Socket,
  event: string,
  message: object,
  within = ANSWER_WITHIN,
): Promise<Answer<T>> {
  try {
    return (await socket.timeout(within).emitWithAck(event, message)) as Answer<T>;
  } catch {
    return refuse('unavailable');
  }
}

function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
