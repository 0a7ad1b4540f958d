import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { EventStore } from '@btt/eventstore';

/** Copies of the embedded database, made while the server runs. */
export interface Backups {
  /** Makes one now, and says where it is. One at a time: who asks meanwhile is told of the same. */
  now(): Promise<string>;
  stop(): void;
}

export interface BackupOptions {
  readonly store: EventStore;
  readonly folder: string;
  /** Hours between two. */
  readonly every: number;
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
}

/** Copies kept: a fortnight of days. */
export const KEPT = 14;
const HOUR = 3_600_000;
const NAME = /^behind-the-table-\d{4}-\d{2}-\d{2}T\d{6}Z\.sqlite$/;

/** null = this database makes none itself; PostgreSQL has its own tools. */
export function createBackups({ store, folder, every, now, failed }: BackupOptions): Backups | null {
  const { backup } = store;
  if (!backup) return null;
  mkdirSync(folder, { recursive: true });
  let running: Promise<string> | null = null;

  async function copy(): Promise<string> {
    const file = join(folder, nameAt(now()));
    await backup?.(file);
    for (const old of copiesIn(folder).slice(0, -KEPT)) rmSync(join(folder, old), { force: true });
    return file;
  }

  function once(): Promise<string> {
    running ??= copy().finally(() => {
      running = null;
    });
    return running;
  }

  const timer = setInterval(() => void once().catch(failed), every * HOUR).unref();
  return { now: once, stop: () => clearInterval(timer) };
}

/** The oldest first: names sort by time. */
function copiesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => NAME.test(name))
    .sort();
}

function nameAt(moment: number): string {
  const [date = '', time = ''] = new Date(moment).toISOString().split('T');
  return `behind-the-table-${date}T${time.slice(0, 8).replaceAll(':', '')}Z.sqlite`;
}
