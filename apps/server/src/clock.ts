import type { EventStore } from '@btt/eventstore';
import { nextDeadline } from '@btt/game';
import type { Logger } from 'pino';
import type { Sessions } from './sessions/sessions';
import { sessionOfTable, type Table } from './tables/table';

/** Fires the deadlines of tables. Which have one is in the store: after a restart those that passed fire at once. */
export interface Clock {
  /** Looks again soon: a deadline may have been set. */
  wake(table: Table): void;
  stop(): void;
}

/** The store is asked this often, for tables that nobody here has open. */
const LOOK_EVERY = 2_000;
const LONGEST_TIMER = 2 ** 31 - 1;

export function startClock(store: EventStore, sessions: Sessions, log: Logger): Clock {
  const timers = new Map<string, NodeJS.Timeout>();
  let looking = false;
  let stopped = false;

  async function fire(id: string): Promise<void> {
    const session = await sessions.get(sessionOfTable(id));
    const table = session?.tables.get(id);
    const deadline = table && nextDeadline(table.stream.state());
    if (!table || deadline == null) return;
    if (deadline > Date.now()) return wake(table);
    await table.submit('clock', `deadline-${deadline}`, {
      as: 'system',
      command: { type: 'deadline', deadline },
    });
  }

  function wake(table: Table): void {
    clearTimeout(timers.get(table.id));
    timers.delete(table.id);
    const deadline = nextDeadline(table.stream.state());
    if (deadline === null || stopped) return;
    const wait = Math.min(LONGEST_TIMER, Math.max(0, deadline - Date.now()));
    timers.set(
      table.id,
      setTimeout(() => void fire(table.id).catch(failed), wait),
    );
  }

  async function look(): Promise<void> {
    if (looking || stopped) return;
    looking = true;
    try {
      for (const { stream } of await store.due(Date.now())) await fire(stream.slice('table/'.length));
    } catch (error) {
      failed(error);
    }
    looking = false;
  }

  const failed = (error: unknown) => log.warn({ err: error }, 'a deadline could not be fired yet');
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
