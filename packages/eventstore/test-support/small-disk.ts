import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import type { EventStore } from '../src';
import { sqliteStoreOn } from '../src/sql/sqlite';

/** A store on a SQLite file of its own, whose disk a test can fill. */
export interface SmallDisk {
  readonly store: EventStore;
  /** From now on nothing can be added: no event, no words, no document, no key. What lies in the file can be read. */
  fill(): void;
  /** There is room for so many pages of 4 KiB more. */
  grow(pages: number): void;
  /** There is room for anything. */
  free(): void;
  /** Closes the store and deletes its file. */
  remove(): Promise<void>;
}

/** What is added to a table goes to its last page. Its last row grows there until it leaves no room for another: a few bytes at most. */
const LAST_ROWS = [
  ['documents', 'body', "insert into documents values (hex(randomblob(9)), '')"],
  ['events', 'payload', "insert into events values ('filler', abs(random()), 1, '', '', '', '')"],
  ['words', 'body', "insert into words values (hex(randomblob(9)), 'filler', '')"],
  ['keys', 'value', "insert into keys values ('filler', hex(randomblob(9)), '')"],
] as const;
/** Characters by which it grows. */
const STEPS = [256, 16, 1];
/** Takes the pages of the file that are free. */
const EATER = 'insert into documents values (hex(randomblob(9)), hex(zeroblob(2048)))';
const PLENTY = 1_000_000;

export async function storeOnSmallDisk(): Promise<SmallDisk> {
  const folder = mkdtempSync(join(tmpdir(), 'btt-small-disk-'));
  const database = new Database(join(folder, 'small.sqlite'));
  database.pragma('journal_mode = wal');
  const store = await sqliteStoreOn(database);

  let most = PLENTY;
  const allow = (pages: number): void => {
    most = pages;
    database.pragma(`max_page_count = ${most}`);
  };
  const pagesNow = () => (database.prepare('pragma page_count').get() as { page_count: number }).page_count;

  /** Does something again and again until there is no room for it. */
  function untilFull(statement: string): void {
    for (;;)
      try {
        database.exec(statement);
      } catch (error) {
        if (error instanceof Error && error.message.includes('full')) return;
        throw error;
      }
  }

  return {
    store,
    fill() {
      allow(PLENTY);
      for (const [, , insert] of LAST_ROWS) database.exec(insert);
      allow(pagesNow());
      untilFull(EATER);
      for (const [table, column] of LAST_ROWS)
        for (const step of STEPS)
          untilFull(
            `update ${table} set ${column} = ${column} || printf('%${step}s', '')
             where rowid = (select max(rowid) from ${table})`,
          );
    },
    grow: (pages) => allow(most + pages),
    free: () => allow(PLENTY),
    async remove() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
