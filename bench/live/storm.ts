import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { quantile } from './load';
import { hostClass, joinClass, startOurs } from './ours';
import { upTo } from './peer';

const STUDENTS = 250;
const WITHIN = 10_000;

/** A bell rings: everybody joins within seconds. */
export async function benchStorm(): Promise<string[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'behind-the-table-bench-'));
  const { server, stop } = await startOurs(folder);
  try {
    const { host, code } = await hostClass(server);
    const lastName = `"Student ${STUDENTS}"`;
    let knowing = 0;
    let everybodyKnows = (): void => undefined;
    const known = new Promise<void>((resolve) => {
      everybodyKnows = resolve;
    });
    const listener = () => {
      let knows = false;
      return (text: string): void => {
        if (knows || !text.includes(lastName)) return;
        knows = true;
        knowing += 1;
        if (knowing === STUDENTS + 1) everybodyKnows();
      };
    };
    host.hear(listener());
    const before = await server.usage();
    const start = performance.now();
    const joined = upTo(STUDENTS).map(async (at) => {
      await wait((at * WITHIN) / STUDENTS);
      const asked = performance.now();
      await joinClass(server, code, `Student ${at + 1}`, at, listener());
      return performance.now() - asked;
    });
    await wait(WITHIN - WITHIN / STUDENTS - (performance.now() - start));
    const last = performance.now();
    const took = await Promise.all(joined);
    await known;
    const after = performance.now();
    const { cpu, held, delayed } = await server.usage();
    return [
      [`${STUDENTS} students join within ${WITHIN / 1000} s`, 'milliseconds', 'at most'],
      ['from the last one’s wish until every page shows everybody', (after - last).toFixed(0), '2000'],
      ['from a wish to join until one is in, median', quantile(took, 0.5).toFixed(1), ''],
      ['the same, 99th percentile', quantile(took, 0.99).toFixed(1), ''],
      ['event loop held longest', held.toFixed(1), '10'],
      ['the same with waits for a core', delayed.toFixed(1), ''],
      ['processor time in all', (cpu - before.cpu).toFixed(0), ''],
    ];
  } finally {
    await stop();
    await rm(folder, { recursive: true, force: true });
  }
}
