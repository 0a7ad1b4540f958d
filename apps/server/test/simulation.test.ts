import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const RUN = fileURLToPath(new URL('./simulation/run.ts', import.meta.url));

/** Seeds that found something: the answer to a greeting that took back what had been told meanwhile. */
const PINNED = [14, 47];

/** What `npm run simulate` prints. Fails when a class had faults. */
async function simulate(classes: number, first: number): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    RUN,
    String(classes),
    String(first),
  ]);
  return stdout;
}

describe('classes on three nodes, simulated', () => {
  it('lose and double nothing, and all see the same within three seconds after the last trouble', async () => {
    expect(await simulate(40, 1)).toContain('0 classes with faults');
  }, 120_000);

  it.each(PINNED)(
    'nor where it once did, seed %i',
    async (seed) => {
      expect(await simulate(1, seed)).toContain('0 classes with faults');
    },
    60_000,
  );

  it('follow from their seed alone', async () => {
    const digest = async () => /digest.*$/m.exec(await simulate(2, 500))?.[0];
    expect(await digest()).toBe(await digest());
    expect(await digest()).toMatch(/[0-9a-f]{16}/);
  }, 60_000);
});
