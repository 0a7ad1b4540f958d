import type { EventStore } from '@btt/eventstore';
import { nextDeadline } from '@btt/game';
import type { Sessions } from '../sessions/sessions';
import { sessionOfTable, tableOfStream } from '../streams/names';
import type { Table } from '../tables/table';

/** Fires the deadlines of tables. Which have one is in the store: after a restart those that passed fire at once. */
export interface Clock {
  /** The deadline of a table may have changed. */
  wake(table: Table): void;
  stop(): void;
}

export interface ClockOptions {
  readonly store: EventStore;
  readonly sessions: Sessions;
  readonly failed: (error: unknown) => void;
}

/** The store is asked this often, in milliseconds, for tables that nobody here has open. */
const LOOK_EVERY = 2_000;
/** Where there may be other nodes, what nobody here has open is left to them for so long. */
const GRACE = 3_000;
/** Timers of Node run no longer. */
const LONGEST_TIMER = 2 ** 31 - 1;

export function startClock({ store, sessions, failed }: ClockOptions): Clock {
  const timers = new Map<string, NodeJS.Timeout>();
  let looking = false;
  let stopped = false;

  async function fire(id: string): Promise<void> {
    const session = await sessions.get(sessionOfTable(id));
    const table = session?.tables.get(id);
    const deadline = table && nextDeadline(table.stream.state());
    if (!table || deadline == null) return;
    if (deadline > store.now()) return wake(table);
    await table.submit('clock', `deadline-${deadline}`, {
      as: 'system',
      command: { type: 'deadline', deadline },
    });
  }

  function set(id: string, deadline: number | null): void {
    clearTimeout(timers.get(id));
    timers.delete(id);
    if (deadline === null || stopped) return;
    const wait = Math.min(LONGEST_TIMER, Math.max(0, deadline - store.now()));
    const ring = () => {
      timers.delete(id);
      // What fails here is found in the store again at the next look.
      fire(id).catch(failed);
    };
    timers.set(id, setTimeout(ring, wait));
  }

  const wake = (table: Table): void => set(table.id, nextDeadline(table.stream.state()));

  /** Sets a precise timer for whatever falls due before the next look. */
  async function look(): Promise<void> {
    if (looking || stopped) return;
    looking = true;
    try {
      const open = new Set(sessions.loaded().flatMap((session) => [...session.tables.keys()]));
      for (const { stream, deadline } of await store.due(store.now() + LOOK_EVERY)) {
        const table = tableOfStream(stream);
        set(table, store.notices.shared && !open.has(table) ? deadline + GRACE : deadline);
      }
    } catch (error) {
      failed(error);
    } finally {
      looking = false;
    }
  }

  const timer = setInterval(() => void look(), LOOK_EVERY);
  void look();
  return {
    wake,
    stop() {
      stopped = true;
      clearInterval(timer);
      for (const one of timers.values()) clearTimeout(one);
    },
  };
}
