import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const MEASURE = fileURLToPath(new URL('../e2e/harness/measure-page.ts', import.meta.url));

/**
 * How long a student waits for the page that asks for the code, on a slow network and a slow phone, in a real browser against the built
 * server. Each row says what was measured, how much, and how much it may be.
 */
export async function benchPage(): Promise<readonly (readonly string[])[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', MEASURE]);
  const rows: unknown = JSON.parse(stdout);
  if (!Array.isArray(rows)) throw new Error('The measurement printed no rows.');
  return rows.map((row: unknown) => (Array.isArray(row) ? row.map(String) : []));
}
