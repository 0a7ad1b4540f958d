import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EventStore } from './port';
import { openPostgres } from './sql/open-postgres';
import { openSqlite } from './sql/open-sqlite';

export interface StoreOptions {
  /** `postgres://…` moves the store to a PostgreSQL server. */
  readonly databaseUrl?: string | undefined;
  /** Where the embedded database lies otherwise. Made when it is missing. */
  readonly dataFolder: string;
  /** How long to wait for another process to let go of the folder, in milliseconds. */
  readonly lockWait?: number;
}

/** Opens the store that the options name. */
export async function openStore({
  databaseUrl,
  dataFolder,
  lockWait = 10_000,
}: StoreOptions): Promise<EventStore> {
  if (databaseUrl !== undefined && databaseUrl !== '') {
    if (!/^postgres(ql)?:\/\//.test(databaseUrl))
      throw new Error('DATABASE_URL must begin with postgres:// or postgresql://');
    return openPostgres(databaseUrl);
  }
  mkdirSync(dataFolder, { recursive: true });
  return openSqlite({ file: join(dataFolder, 'behind-the-table.sqlite'), lockWait });
}
