import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const TABLES = fileURLToPath(new URL('../apps/server/test/measure-debrief.ts', import.meta.url));
const BROWSER = fileURLToPath(new URL('../e2e/harness/measure-debrief.ts', import.meta.url));

type Rows = readonly (readonly string[])[];

async function run(file: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', file, ...args]);
  return stdout;
}

function rowsOf(text: string): Rows {
  const rows: unknown = JSON.parse(text);
  if (!Array.isArray(rows)) throw new Error('The measurement printed no rows.');
  return rows.map((row: unknown) => (Array.isArray(row) ? row.map(String) : []));
}

/**
 * How long a class waits for its debrief: tables compared by a server as it runs, over the wire; and the longest record opened, and gone
 * through, in a real browser against the built server. Each row says what was done, the milliseconds it took, and how many it may take.
 */
export async function benchDebrief(): Promise<Rows> {
  const compared = rowsOf(await run(TABLES, 'compare'));
  const folder = await mkdtemp(join(tmpdir(), 'behind-the-table-bench-'));
  try {
    const passes = await run(TABLES, 'write', folder);
    const opened = rowsOf(await run(BROWSER, folder, passes));
    return [['what', 'milliseconds', 'at most'], ...compared, ...opened];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
