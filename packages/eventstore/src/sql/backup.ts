import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables';

/** Copies a SQLite database into a file that bears its name only when it is whole and on disk. */
export async function backUp(db: Kysely<Tables>, file: string): Promise<void> {
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    await sql`vacuum into ${unfinished}`.execute(db);
    syncToDisk(unfinished);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

function syncToDisk(file: string): void {
  const opened = openSync(file, 'r+');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
