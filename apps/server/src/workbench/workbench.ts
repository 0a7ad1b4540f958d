import { type StartThread, threadOf } from '../threads/thread';
import { type Bench, createBench } from './bench';
import type { FromThread, ToThread } from './messages';

export type StartWork = StartThread<ToThread, FromThread>;

/** Where authors' and debriefs' work is done, beside the event loop and beside what games need: nobody's class waits for it. */
export interface Workbench {
  /** Reading and changing files: fractions of a second. */
  readonly desk: Bench;
  /** Checks, which may take minutes. */
  readonly checks: Bench;
  /** Reading the records of tables: seconds. */
  readonly readers: Bench;
  close(): Promise<void>;
}

/** Milliseconds. */
const LONGEST = { desk: 10_000, checks: 180_000, readers: 60_000 } as const;

export function createWorkbench(
  failed: (error: unknown) => void,
  start: StartWork = threadOf('workbench'),
  longest: Readonly<Record<keyof typeof LONGEST, number>> = LONGEST,
): Workbench {
  const desk = createBench({ start, longest: longest.desk, failed });
  const checks = createBench({ start, longest: longest.checks, failed });
  const readers = createBench({ start, longest: longest.readers, failed });
  return {
    desk,
    checks,
    readers,
    async close() {
      await Promise.all([desk.close(), checks.close(), readers.close()]);
    },
  };
}
