import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { quantile } from './load';
import { granted, hostClass, joinClass, newId, startOurs } from './ours';
import { TABLE, upTo } from './peer';
import type { Wire } from './wire';

const STUDENTS = 250;
const WITHIN = 10_000;

/** A bell rings: everybody joins within seconds, and then everybody is given a seat. */
export async function benchStorm(): Promise<string[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'behind-the-table-bench-'));
  const { server, stop } = await startOurs(folder);
  try {
    const { host, code } = await hostClass(server);
    const lastName = `"Student ${STUDENTS}"`;
    const names = allHear(STUDENTS + 1, (text) => text.includes(lastName));
    const seats = allHear(STUDENTS, (text) => /"me":\{"kind":"person".*?"seat":\{/.test(text));
    const hearBoth = () => {
      const hearers = [names.hearer(), seats.hearer()];
      return (text: string): void => {
        for (const hear of hearers) hear(text);
      };
    };
    host.hear(names.hearer());
    const before = await server.usage();
    const start = performance.now();
    const joined = upTo(STUDENTS).map(async (at) => {
      await wait((at * WITHIN) / STUDENTS);
      const asked = performance.now();
      await joinClass(server, code, `Student ${at + 1}`, at, hearBoth());
      return performance.now() - asked;
    });
    await wait(WITHIN - WITHIN / STUDENTS - (performance.now() - start));
    const last = performance.now();
    const took = await Promise.all(joined);
    await names.all;
    const after = performance.now();
    const { cpu, held, delayed } = await server.usage();
    for (let more = 1; more < Math.ceil(STUDENTS / TABLE); more++) await command(host, { type: 'add-table' });
    await server.usage();
    const bell = performance.now();
    await command(host, { type: 'seat-everyone', way: 'balanced' });
    await seats.all;
    const seatedAfter = performance.now() - bell;
    const seating = await server.usage();
    return [
      [`${STUDENTS} students join within ${WITHIN / 1000} s`, 'milliseconds', 'at most'],
      ['from the last one’s wish until every page shows everybody', (after - last).toFixed(0), '2000'],
      ['from a wish to join until one is in, median', quantile(took, 0.5).toFixed(1), ''],
      ['the same, 99th percentile', quantile(took, 0.99).toFixed(1), ''],
      ['event loop held longest', held.toFixed(1), '10'],
      ['the same with waits for a core', delayed.toFixed(1), ''],
      ['processor time in all', (cpu - before.cpu).toFixed(0), ''],
      ['all are given a seat: until everybody knows', seatedAfter.toFixed(0), ''],
      ['event loop held longest meanwhile', seating.held.toFixed(1), ''],
    ];
  } finally {
    await stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const command = (host: Wire, one: object) => granted(host, 'session-command', { id: newId(), command: one });

/** Resolves when so many have heard of something, each by a hearer of its own. */
function allHear(people: number, isIt: (text: string) => boolean) {
  let left = people;
  let everybodyHas = (): void => undefined;
  const all = new Promise<void>((resolve) => {
    everybodyHas = resolve;
  });
  return {
    all,
    hearer() {
      let has = false;
      return (text: string): void => {
        if (has || !isIt(text)) return;
        has = true;
        left -= 1;
        if (left === 0) everybodyHas();
      };
    },
  };
}
