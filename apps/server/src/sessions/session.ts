import type { EventStore } from '@btt/eventstore';
import {
  decideSession,
  evolveSession,
  type Game,
  holders,
  initialSession,
  type SessionEvent,
  type SessionState,
  type SessionWish,
  type TableEvent,
  visibleSession,
} from '@btt/game';
import type { Refusal, SessionFact, TableSettings } from '@btt/protocol';
import { createNumbering, type Numbering } from '../streams/numbering';
import { openStream, type Recorded, type Settled, type Stream } from '../streams/stream';
import { openTable, type Table } from '../tables/table';

/** A session in memory, with its tables. */
export interface Session {
  readonly id: string;
  readonly game: Game;
  readonly stream: Stream<SessionState, SessionEvent>;
  readonly entries: Numbering<SessionFact>;
  readonly tables: ReadonlyMap<string, Table>;
  /** Nicknames by person. */
  readonly names: Map<string, string>;
  submit(
    actor: string,
    commandId: string,
    wish: SessionWish,
    words?: readonly { readonly id: string; readonly body: string }[],
  ): Promise<Settled | Refusal>;
}

/** Who listens to what becomes known in a session. */
export interface Listener {
  /** Something went wrong in telling; what was to be told is in the record all the same. */
  failed(error: unknown): void;
  sessionTold(session: Session, fresh: readonly Recorded<SessionEvent>[]): Promise<void>;
  tableTold(session: Session, table: Table, fresh: readonly Recorded<TableEvent>[]): Promise<void>;
}

const sessionStream = (id: string) => `session/${id}`;

export async function openSession(
  store: EventStore,
  game: Game,
  id: string,
  listener: Listener,
): Promise<Session> {
  const tables = new Map<string, Table>();
  const names = new Map<string, string>();
  const stream = await openStream<SessionState, SessionEvent>(
    store,
    sessionStream(id),
    { initial: initialSession(), evolve: evolveSession },
    async (fresh, words) => {
      for (const one of words) names.set(one.id, one.body);
      await openMissingTables();
      await seatTables();
      await listener.sessionTold(session, fresh);
    },
    listener.failed,
  );
  const session: Session = {
    id,
    game,
    stream,
    tables,
    names,
    entries: createNumbering<SessionEvent, SessionFact>(stream.log, (event) =>
      visibleSession(event.parts, { kind: 'person' }),
    ),
    submit: (actor, commandId, wish, words = []) =>
      stream.submit({
        actor,
        commandId,
        decide(state) {
          const decision = decideSession(game, state, wish);
          return decision.ok ? { ok: true, events: [decision.event], words } : decision;
        },
      }),
  };

  async function openMissingTables(): Promise<void> {
    for (const { table } of stream.state().view.tables) {
      if (tables.has(table)) continue;
      const opened = await openTable(
        store,
        game,
        table,
        (fresh) => listener.tableTold(session, opened, fresh),
        listener.failed,
      );
      tables.set(table, opened);
    }
    await openAtTheirTables();
  }

  /** A table that the session knows begins with its own opening; after a crash in between it is made up for here. */
  async function openAtTheirTables(): Promise<void> {
    const settings = await store.getKey('settings', id);
    if (settings === undefined) return;
    for (const { table, name } of stream.state().view.tables) {
      const opened = tables.get(table);
      if (!opened || opened.stream.state().version > 0) continue;
      await opened.submit('session', 'open', {
        as: 'system',
        command: { type: 'open', table, name, settings: JSON.parse(settings) as TableSettings },
      });
    }
  }

  /** The tables follow the session: who sits where is decided there. Done already = nothing to do. */
  async function seatTables(): Promise<void> {
    const { version, view } = stream.state();
    for (const [id, table] of tables) {
      const { seats } = table.stream.state().desk;
      for (const role of game.scenario.roles) {
        const people = holders(view, id, role.id);
        const now = seats[role.id] ?? [];
        if (now.length === people.length && now.every((person, i) => person === people[i])) continue;
        await table.submit('session', `seat-${version}-${role.id}`, {
          as: 'system',
          command: { type: 'hold-seat', role: role.id, people },
        });
      }
    }
  }

  const people = stream.state().view.people.map((one) => one.person);
  for (const [person, name] of await store.words(people)) names.set(person, name);
  if (stream.state().version > 0) {
    await openMissingTables();
    await seatTables();
  }
  return session;
}
