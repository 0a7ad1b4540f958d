import { refereeLine } from '@btt/game';
import type { Desk, Reading } from '@btt/protocol';
import type { Session } from '../sessions/session';
import type { Table } from '../tables/table';
import { weighs } from '../tables/weighs';
import type { Connection } from './connection';

/** The referee's line for hosts: after everything has been answered, one table at a time, once for many events. */
export interface Readings {
  /** Something has happened at a table. Nothing is said when it is nothing to the referee. */
  happened(session: Session, table: Table): void;
  /** A host has come, who has heard nothing yet. */
  asked(session: Session, table: Table): void;
}

export function createReadings(
  hostsOf: (session: string) => readonly Connection[],
  failed: (error: unknown) => void,
): Readings {
  const waiting = new Map<string, { readonly session: Session; readonly table: Table }>();
  /** What the newest line of a table was made of. */
  const read = new WeakMap<Table, Desk>();

  function readNext(): void {
    const next = waiting.entries().next();
    if (next.done) return;
    const [id, { session, table }] = next.value;
    waiting.delete(id);
    const hosts = hostsOf(session.id);
    if (hosts.length > 0) {
      try {
        const { desk } = table.stream.state();
        const reading: Reading = { table: id, line: refereeLine(session.game, desk) };
        read.set(table, desk);
        for (const host of hosts) host.socket.emit('reading', reading);
      } catch (error) {
        failed(error);
      }
    }
    if (waiting.size > 0) setImmediate(readNext);
  }

  function asked(session: Session, table: Table): void {
    if (waiting.size === 0) setImmediate(readNext);
    waiting.set(table.id, { session, table });
  }

  return {
    asked,
    happened(session, table) {
      if (weighs(read.get(table), table.stream.state().desk)) asked(session, table);
    },
  };
}
