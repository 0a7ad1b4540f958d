import { counted, type DeskReading, readDesk, stillCounting, weighs } from '@btt/game';
import type { Reading, RefereeLine } from '@btt/protocol';
import type { Analysis } from '../analysis/analysis';
import type { Asked } from '../analysis/ask';
import type { Session } from '../sessions/session';
import type { Table } from '../tables/table';
import type { Connection } from './connection';

/**
 * The referee's line for hosts: after everything has been answered, one table at a time, once for many events. The supports and the verdict
 * are worked out here, the win-sets elsewhere; a line waits for them, but not for long.
 */
export interface Readings {
  /** Something has happened at a table. Nothing is said when it is nothing to the referee. */
  happened(session: Session, table: Table): void;
  /** A host has come, who has heard nothing yet. */
  asked(session: Session, table: Table): void;
  /** Nothing more is said. */
  stop(): void;
}

/** Milliseconds after which hosts are told what is known so far. */
const PATIENCE = 150;

/** What is being counted for a table. */
interface Counting {
  readonly asked: Asked;
  readonly timer: NodeJS.Timeout;
}

export function createReadings(
  hostsOf: (session: string) => readonly Connection[],
  analysis: Analysis,
  failed: (error: unknown) => void,
): Readings {
  const waiting = new Map<string, { readonly session: Session; readonly table: Table }>();
  /** The newest reading of a table: the next one goes on from it. */
  const read = new WeakMap<Table, DeskReading>();
  const counting = new Map<string, Counting>();

  function readNext(): void {
    const next = waiting.entries().next();
    if (next.done) return;
    const [id, { session, table }] = next.value;
    waiting.delete(id);
    try {
      if (hostsOf(session.id).length > 0) tell(session, table);
      else giveUp(id);
    } catch (error) {
      failed(error);
    }
    if (waiting.size > 0) setImmediate(readNext);
  }

  function tell(session: Session, table: Table): void {
    const { game } = session;
    const reading = readDesk(game, table.stream.state().desk, read.get(table) ?? null);
    read.set(table, reading);
    const { line, vector } = reading;
    const known = analysis.known(game, vector);
    if (known) {
      giveUp(table.id);
      return emit(session, table, counted(line, known));
    }
    const tellSoFar = (part: number) => emit(session, table, stillCounting(line, part));
    const timer = setTimeout(() => tellSoFar(0), PATIENCE);
    // This takes the place of what was asked for an older moment; if that was the same count, it goes on.
    const asked = analysis.ask({
      table: table.id,
      subject: 'now',
      game,
      vector,
      progress(part) {
        clearTimeout(timer);
        tellSoFar(part);
      },
    });
    const mine: Counting = { asked, timer };
    counting.set(table.id, mine);
    void asked.answer.then((outcome) => {
      clearTimeout(mine.timer);
      // Otherwise something newer is being counted, or nobody listens any more.
      if (counting.get(table.id) !== mine) return;
      counting.delete(table.id);
      emit(session, table, outcome.ok ? counted(line, outcome.counts) : line);
    });
  }

  function emit(session: Session, table: Table, line: RefereeLine): void {
    const reading: Reading = { table: table.id, line };
    for (const host of hostsOf(session.id)) host.socket.emit('reading', reading);
  }

  /** What was asked about an older moment is not told any more. */
  function giveUp(id: string): void {
    const older = counting.get(id);
    if (!older) return;
    counting.delete(id);
    clearTimeout(older.timer);
    older.asked.cancel();
  }

  function asked(session: Session, table: Table): void {
    if (waiting.size === 0) setImmediate(readNext);
    waiting.set(table.id, { session, table });
  }

  return {
    asked,
    happened(session, table) {
      const before = read.get(table);
      if (!before || weighs(before.desk, table.stream.state().desk)) asked(session, table);
    },
    stop() {
      waiting.clear();
      for (const id of counting.keys()) giveUp(id);
    },
  };
}
