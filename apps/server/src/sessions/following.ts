import type { EventStore, Words } from '@btt/eventstore';
import { type Game, holders, type SessionEvent, type SessionState, type TableEvent } from '@btt/game';
import type { TableSettings } from '@btt/protocol';
import type { Recorded, Stream } from '../streams/stream';
import { openTable, type Table } from '../tables/table';
import type { Deriver } from './secrets';

export interface FollowingOptions {
  readonly store: EventStore;
  readonly deriver: Deriver;
  readonly game: Game;
  readonly stream: Stream<SessionState, SessionEvent>;
  readonly settings: TableSettings;
  readonly tableOpened: (table: Table) => void;
  readonly tableTold: (table: Table, fresh: readonly Recorded<TableEvent>[], words: readonly Words[]) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * The tables of a session follow it: which there are and who sits where is decided in the session's stream. What they lack is worked
 * out by comparing, never remembered, so that whatever a crash left undone is made up for when the session is loaded.
 */
export interface Following {
  readonly tables: ReadonlyMap<string, Table>;
  /** Opens the tables of a session that was loaded. Fails with `StoreUnavailable`. */
  begin(): Promise<void>;
  /** Brings the tables along. When the store is away it is tried again until it is back. */
  bringAlong(): Promise<void>;
  stop(): void;
}

const TRY_AGAIN_AFTER = 1_000;

export function createFollowing(options: FollowingOptions): Following {
  const { store, game, stream, settings, failed } = options;
  const { shared } = store.notices;
  const tables = new Map<string, Table>();
  let running: Promise<void> | null = null;
  let again = false;
  let retry: NodeJS.Timeout | undefined;
  let stopped = false;

  async function openMissing(): Promise<void> {
    const wanted = new Set(stream.state().view.tables.map(({ table }) => table));
    for (const id of tables.keys()) if (!wanted.has(id)) tables.delete(id);
    for (const { table: id, name } of stream.state().view.tables) {
      const known = tables.get(id);
      const table: Table =
        known ??
        (await openTable({
          ...options,
          id,
          told(fresh, words) {
            options.tableTold(table, fresh, words);
            // Another node may have seated somebody on an older state of the session.
            if (shared && fresh.some(({ event }) => event.type === 'hold-seat')) void bringAlong();
          },
        }));
      if (!known) {
        tables.set(id, table);
        options.tableOpened(table);
      }
      if (table.stream.state().version === 0)
        await table.submit('session', 'open', {
          as: 'system',
          command: { type: 'open', table: id, name, settings },
        });
    }
  }

  function isWrong(table: Table, role: string): boolean {
    const people = holders(stream.state().view, table.id, role);
    const now = table.stream.state().desk.seats[role] ?? [];
    return now.length !== people.length || now.some((person, i) => person !== people[i]);
  }

  /**
   * Two nodes may seat the same table at the same time. Whoever decides on an old state of the session must not have the last word: a seat
   * is written only on the version of the table on which this node last looked whether it knows the newest state of the session.
   */
  async function seat(table: Table): Promise<void> {
    let expected = table.stream.log().length;
    if (!game.scenario.roles.some(({ id }) => isWrong(table, id))) return;
    if (shared) {
      const newest = await store.version(stream.name);
      if (newest > stream.log().length) {
        await stream.readOn(newest);
        again = true;
        return;
      }
    }
    for (const { id: role } of game.scenario.roles) {
      if (!isWrong(table, role)) continue;
      const { version, view } = stream.state();
      const people = holders(view, table.id, role);
      const command = { type: 'hold-seat', role, people } as const;
      const id = `seat-${version}-${role}-${expected}`;
      const wish = { as: 'system', command } as const;
      const done = await table.submit('session', id, wish, shared ? expected : undefined);
      if (!done.ok) {
        again ||= done.code === 'conflict';
        return;
      }
      expected = done.version;
    }
  }

  /** One run at a time; whoever comes meanwhile makes it run once more. */
  async function run(): Promise<void> {
    do {
      again = false;
      await openMissing();
      await Promise.all([...tables.values()].map(seat));
    } while (again);
  }

  function begin(): Promise<void> {
    again = true;
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  }

  async function bringAlong(): Promise<void> {
    clearTimeout(retry);
    if (stopped) return;
    try {
      await begin();
    } catch (error) {
      failed(error);
      if (stopped) return;
      retry = setTimeout(() => void bringAlong(), TRY_AGAIN_AFTER);
      retry.unref();
    }
  }

  function stop(): void {
    stopped = true;
    clearTimeout(retry);
  }

  return { tables, begin, bringAlong, stop };
}
