import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const MEASURE = fileURLToPath(new URL('../apps/server/test/measure-loop.ts', import.meta.url));

/**
 * How long the server's event loop is held while the referee works beside it, in a process of its own. Each row says what was done, how many
 * milliseconds it took, the longest delay of the loop meanwhile, and the delay that one turn in a hundred exceeds, in the quietest of three
 * runs. The first row is the machine itself: the loop does nothing.
 */
export async function benchLoop(): Promise<readonly (readonly string[])[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', MEASURE]);
  const rows: unknown = JSON.parse(stdout);
  if (!Array.isArray(rows)) throw new Error('The measurement printed no rows.');
  return [
    ['what', 'milliseconds', 'longest delay', '99th percentile'],
    ...rows.map((row: unknown) => (Array.isArray(row) ? row.map(String) : [])),
  ];
}
