import {
  type Brief,
  type Desk,
  EMPTY_DESK,
  EMPTY_SESSION,
  type Entry,
  type Fact,
  fold,
  foldSession,
  type Frame,
  type Gone,
  type HostCommand,
  type LessonHostCommand,
  type LessonNow,
  type LessonPersonCommand,
  type RefereeLine,
  type SeatCommand,
  type SessionCommand,
  type SessionFact,
  type SessionView,
  type Welcome,
} from '@btt/protocol';

/** What has arrived of one table, folded. */
export interface TableFeed {
  readonly epoch: string;
  /** Number of the newest entry. */
  readonly n: number;
  readonly desk: Desk;
  readonly entries: readonly Entry<Fact>[];
  readonly brief: Brief | null;
}

export interface Pending {
  readonly id: string;
  /** null for wishes about the session. */
  readonly table: string | null;
  readonly command: SeatCommand | HostCommand | SessionCommand | LessonHostCommand | LessonPersonCommand;
}

export interface ClientState {
  readonly connection: 'connecting' | 'online' | 'offline';
  readonly welcome: Welcome | null;
  /** Milliseconds to add to the local clock to get the server's. */
  readonly clockOffset: number;
  readonly session: SessionView;
  readonly sessionCursor: { readonly epoch: string; readonly n: number };
  /** What the host has told this person alone, oldest first. */
  readonly mine: {
    readonly epoch: string;
    readonly n: number;
    readonly messages: readonly { readonly id: string; readonly words: string; readonly at: number }[];
  };
  readonly tables: Readonly<Record<string, TableFeed>>;
  /** Free text and nicknames by id; a missing one has been deleted. */
  readonly words: Readonly<Record<string, string>>;
  readonly online: readonly string[];
  /** The referee's line per table: the host's alone. */
  readonly readings: Readonly<Record<string, RefereeLine>>;
  /** The debrief as a lesson; null = there is none yet. */
  readonly lesson: LessonNow | null;
  readonly pending: readonly Pending[];
  readonly gone: Gone['code'] | null;
}

export const INITIAL_STATE: ClientState = {
  connection: 'connecting',
  welcome: null,
  clockOffset: 0,
  session: EMPTY_SESSION,
  sessionCursor: { epoch: '', n: 0 },
  mine: { epoch: '', n: 0, messages: [] },
  tables: {},
  words: {},
  online: [],
  readings: {},
  lesson: null,
  pending: [],
  gone: null,
};

const EMPTY_FEED: TableFeed = { epoch: '', n: 0, desk: EMPTY_DESK, entries: [], brief: null };

/** What to do with a frame: it continues what is there, or repeats it, or something is missing in between. */
export type FrameFit = 'fits' | 'old' | 'gap';

export function fitOf(cursor: { readonly epoch: string; readonly n: number }, frame: Frame): FrameFit {
  if (frame.reset) return 'fits';
  if (frame.epoch !== cursor.epoch) return 'gap';
  const first = frame.entries[0]?.n ?? cursor.n + 1;
  if (first > cursor.n + 1) return 'gap';
  const last = frame.entries.at(-1)?.n ?? cursor.n;
  return last <= cursor.n ? 'old' : 'fits';
}

export function cursorOf(state: ClientState, feed: string): { readonly epoch: string; readonly n: number } {
  if (feed === 'session') return state.sessionCursor;
  if (feed === 'mine') return { epoch: state.mine.epoch, n: state.mine.n };
  const table = state.tables[feed];
  return { epoch: table?.epoch ?? '', n: table?.n ?? 0 };
}

/** Adds a frame that fits. Entries that are already there are passed over, so repeated frames change nothing. */
export function takeFrame(state: ClientState, frame: Frame): ClientState {
  const words = Object.keys(frame.words).length === 0 ? state.words : { ...state.words, ...frame.words };
  if (frame.feed === 'mine') return takeMine({ ...state, words }, frame);
  return frame.feed === 'session'
    ? takeSession({ ...state, words }, frame)
    : takeTable({ ...state, words }, frame);
}

function takeSession(state: ClientState, frame: Frame): ClientState {
  const cursor = frame.reset ? { epoch: frame.epoch, n: 0 } : state.sessionCursor;
  let session = frame.reset ? EMPTY_SESSION : state.session;
  let n = cursor.n;
  for (const entry of frame.entries) {
    if (entry.n <= n) continue;
    for (const fact of entry.facts) session = foldSession(session, fact as SessionFact);
    n = entry.n;
  }
  return { ...state, session, sessionCursor: { epoch: frame.epoch, n } };
}

function takeMine(state: ClientState, frame: Frame): ClientState {
  const before = frame.reset ? { epoch: frame.epoch, n: 0, messages: [] } : state.mine;
  const fresh = (frame.entries as readonly Entry<SessionFact>[]).filter((entry) => entry.n > before.n);
  const messages = fresh.flatMap(({ at, facts }) =>
    facts.flatMap((fact) => (fact.type === 'message' ? [{ id: fact.id, words: fact.words, at }] : [])),
  );
  const n = fresh.at(-1)?.n ?? before.n;
  return { ...state, mine: { epoch: frame.epoch, n, messages: [...before.messages, ...messages] } };
}

function takeTable(state: ClientState, frame: Frame): ClientState {
  const before = frame.reset
    ? { ...EMPTY_FEED, epoch: frame.epoch, brief: frame.brief ?? null }
    : (state.tables[frame.feed] ?? EMPTY_FEED);
  const fresh = (frame.entries as readonly Entry<Fact>[]).filter((entry) => entry.n > before.n);
  const desk = fresh.flatMap((entry) => entry.facts).reduce(fold, before.desk);
  const feed: TableFeed = {
    ...before,
    desk,
    entries: [...before.entries, ...fresh],
    n: fresh.at(-1)?.n ?? before.n,
  };
  return { ...state, tables: { ...state.tables, [frame.feed]: feed } };
}

/** Feeds that are not followed any more are forgotten: a seat that was left keeps nothing here. */
export function takeWelcome(state: ClientState, welcome: Welcome, localNow: number): ClientState {
  const tables = Object.fromEntries(
    Object.entries(state.tables).filter(([table]) => welcome.feeds.includes(table)),
  );
  return { ...state, welcome, tables, clockOffset: welcome.now - localNow, gone: null };
}
