import { refereeLine } from '@btt/game';
import type { Reading } from '@btt/protocol';
import type { Session } from '../sessions/session';
import type { Table } from '../tables/table';
import type { Connection } from './connection';

/** The referee's line for hosts: after everything has been answered, one table at a time, once for many events. */
export interface Readings {
  due(session: Session, table: Table): void;
}

export function createReadings(
  hostsOf: (session: string) => readonly Connection[],
  failed: (error: unknown) => void,
): Readings {
  const waiting = new Map<string, { readonly session: Session; readonly table: Table }>();

  function readNext(): void {
    const next = waiting.entries().next();
    if (next.done) return;
    const [id, { session, table }] = next.value;
    waiting.delete(id);
    const hosts = hostsOf(session.id);
    if (hosts.length > 0) {
      try {
        const reading: Reading = { table: id, line: refereeLine(session.game, table.stream.state().desk) };
        for (const host of hosts) host.socket.emit('reading', reading);
      } catch (error) {
        failed(error);
      }
    }
    if (waiting.size > 0) setImmediate(readNext);
  }

  return {
    due(session, table) {
      if (waiting.size === 0) setImmediate(readNext);
      waiting.set(table.id, { session, table });
    },
  };
}
