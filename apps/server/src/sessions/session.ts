import type { EventStore, Words } from '@btt/eventstore';
import {
  decideSession,
  evolveSession,
  type Game,
  initialSession,
  type SessionEvent,
  type SessionState,
  type SessionWish,
  type TableEvent,
  visibleSession,
  visibleToPerson,
} from '@btt/game';
import type { Desk, Refusal, SessionView, TableSettings, Viewer } from '@btt/protocol';
import { createFeed, type Feed } from '../feeds/feed';
import { openStream, type Recorded, type Settled, type Stream } from '../streams/stream';
import type { Table } from '../tables/table';
import { createFollowing } from './following';
import { plainName } from './names';
import { type LessonStream, openLesson } from '../lessons/stream';
import { sessionStream } from '../streams/names';
import type { Deriver } from './secrets';

/** A session in memory, with its tables. */
export interface Session {
  readonly id: string;
  readonly game: Game;
  readonly stream: Stream<SessionState, SessionEvent>;
  readonly feed: Feed;
  /** What is for one person alone. */
  mine(person: string): Feed;
  readonly tables: ReadonlyMap<string, Table>;
  /** The debrief as a lesson. */
  readonly lesson: LessonStream;
  view(): SessionView;
  /** Whether somebody else already has a nickname like this one. */
  nameTaken(nickname: string, except: string): boolean;
  /** Who has a nickname like this one. */
  personNamed(nickname: string): string | null;
  /** The entry of the class list with a name like this one. */
  expectedNamed(nickname: string): string | null;
  /** The nickname that somebody had last, also after being removed. */
  nameOf(person: string): string;
  /** A table as it stands, under the name that it has now. */
  deskOf(table: Table): Desk;
  /** Grants a wish, and lets the tables follow. */
  submit(wish: SessionRequest): Promise<Settled | Refusal>;
  /** Resolves when the tables know what the session knows, unless the store is away. */
  bringAlong(): Promise<void>;
  /** Names of its streams, with those of the lesson and of its tables. */
  streams(): string[];
  /** Reads on in every stream that has a newer version than is known here, and lets the tables follow. Fails with `StoreUnavailable`. */
  readOn(versions: ReadonlyMap<string, number>): Promise<void>;
  /** Resolves when everything that was asked of the session and its tables so far has been answered. */
  idle(): Promise<void>;
  /** Deletes all nicknames and free text of the session for good. */
  deleteWords(): Promise<void>;
  stop(): void;
}

interface SessionRequest {
  readonly actor: string;
  readonly commandId: string;
  /** Made on the newest state: names and numbers are taken in turn. */
  readonly wish: (view: SessionView) => SessionWish | Refusal;
  readonly words?: readonly Words[];
}

/** Who hears of what becomes known in a session. Neither waits nor fails. */
export interface Listener {
  sessionTold(session: Session, fresh: readonly Recorded<SessionEvent>[], words: readonly Words[]): void;
  tableTold(
    session: Session,
    table: Table,
    fresh: readonly Recorded<TableEvent>[],
    words: readonly Words[],
  ): void;
  /** Something has happened in the lesson that the debrief is. */
  lessonTold(session: Session, words: readonly Words[]): void;
  /** A table can be followed from now on. */
  tableOpened(session: Session, table: Table): void;
}

export interface SessionOptions {
  readonly store: EventStore;
  readonly deriver: Deriver;
  readonly listener: Listener;
  readonly game: Game;
  readonly id: string;
  /** Of every table of the session. */
  readonly settings: TableSettings;
  readonly failed: (error: unknown) => void;
}

export async function openSession(options: SessionOptions): Promise<Session> {
  const { store, game, id } = options;
  /** A session that could not be opened to its end, or that has been left, must not speak: another may be there in its place. */
  let left = false;
  const listener = whileNot(() => left, options.listener);
  const names = new Map<string, string>();

  async function learnNames(people: readonly string[]): Promise<void> {
    if (people.length === 0) return;
    for (const [person, name] of await store.words(people)) names.set(person, name);
  }

  const stream = await openStream<SessionState, SessionEvent>(store, sessionStream(id), {
    initial: initialSession(),
    evolve: evolveSession,
    prepare: (fresh) => learnNames(namedIn(fresh)),
    told(fresh, words) {
      for (const one of words) names.set(one.id, one.body);
      listener.sessionTold(session, fresh, words);
    },
  });
  const view = () => stream.state().view;
  const undoable = view().undo.flatMap(({ people }) => people);
  await learnNames([...view().people, ...view().expected, ...undoable].map((one) => one.person));
  const named = (people: readonly { readonly person: string }[], nickname: string): string | null =>
    people.find(({ person }) => plainName(names.get(person) ?? '') === plainName(nickname))?.person ?? null;
  const mine = new Map<string, Feed>();

  const following = createFollowing({
    ...options,
    stream,
    tableOpened: (table) => listener.tableOpened(session, table),
    tableTold: (table, fresh, words) => listener.tableTold(session, table, fresh, words),
  });

  const lesson = await openLesson(store, id, (spoken) => listener.lessonTold(session, spoken));

  const session: Session = {
    id,
    game,
    stream,
    lesson,
    tables: following.tables,
    view,
    feed: createFeed<SessionEvent>({
      id: 'session',
      log: stream.log,
      visible: (event, viewer) => visibleSession(event.parts, { kind: eyesOf(viewer) }),
      // All people see the same of it.
      eyes: eyesOf,
    }),
    mine(person) {
      const known = mine.get(person);
      if (known) return known;
      const feed = createFeed<SessionEvent>({
        id: 'mine',
        log: stream.log,
        visible: (event) => visibleToPerson(event.parts, person),
      });
      mine.set(person, feed);
      return feed;
    },
    nameTaken: (nickname, except) =>
      named(
        view().people.filter(({ person }) => person !== except),
        nickname,
      ) !== null,
    personNamed: (nickname) => named(view().people, nickname),
    expectedNamed: (nickname) => named(view().expected, nickname),
    nameOf: (person) => names.get(person) ?? '',
    deskOf({ id: table, stream: { state: stateOf } }) {
      const { desk } = stateOf();
      return { ...desk, name: view().tables.find((one) => one.table === table)?.name ?? desk.name };
    },
    async submit({ actor, commandId, wish, words = [] }) {
      const done = await stream.submit({
        actor,
        commandId,
        decide(state) {
          const wished = wish(state.view);
          if ('ok' in wished) return wished;
          const decision = decideSession(game, state, wished);
          return decision.ok ? { ok: true, event: decision.event, words } : decision;
        },
      });
      if (done.ok) await following.bringAlong();
      return done;
    },
    bringAlong: following.bringAlong,
    streams: () => [
      lesson.name,
      stream.name,
      ...[...following.tables.values()].map((table) => table.stream.name),
    ],
    async readOn(versions) {
      const behind = [lesson, ...[...following.tables.values()].map((table) => table.stream)];
      await Promise.all(behind.map((one) => one.readOn(versions.get(one.name) ?? 0)));
      const known = stream.log().length;
      await stream.readOn(versions.get(stream.name) ?? 0);
      if (stream.log().length > known) await following.bringAlong();
    },
    async idle() {
      await stream.idle();
      await lesson.idle();
      await Promise.all([...following.tables.values()].map((table) => table.stream.idle()));
    },
    async deleteWords() {
      await session.idle();
      names.clear();
      for (const name of session.streams()) await store.deleteWords(name);
    },
    stop() {
      left = true;
      following.stop();
    },
  };
  try {
    await following.begin();
  } catch (error) {
    session.stop();
    throw error;
  }
  return session;
}

function whileNot(left: () => boolean, listener: Listener): Listener {
  const told =
    <T extends unknown[]>(tell: (...what: T) => void) =>
    (...what: T): void => {
      if (!left()) tell(...what);
    };
  return {
    sessionTold: told(listener.sessionTold),
    tableTold: told(listener.tableTold),
    lessonTold: told(listener.lessonTold),
    tableOpened: told(listener.tableOpened),
  };
}

/** People whose nicknames are new in these events. */
function namedIn(fresh: readonly Recorded<SessionEvent>[]): string[] {
  const facts = fresh.flatMap(({ event }) => event.parts.map((part) => part.fact));
  return facts.flatMap((fact) =>
    fact.type === 'person-joined' || fact.type === 'person-renamed'
      ? [fact.person]
      : fact.type === 'expected'
        ? fact.people.map(({ person }) => person)
        : [],
  );
}

function eyesOf({ kind }: Viewer): 'host' | 'screen' | 'person' {
  return kind === 'host' || kind === 'screen' ? kind : 'person';
}
