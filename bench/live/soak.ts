import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { granted, openClass, startOurs } from './ours';
import { TABLE } from './peer';
import { fill } from './talk';

/** Classes one after the other, each with as much said as in an hour. */
const CLASSES = 10;
const TABLES = 5;
const COMMANDS = 2_000;

const mb = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);

/** Whether memory grows with what has been and is over. */
export async function benchSoak(): Promise<string[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'behind-the-table-bench-'));
  const { server, stop } = await startOurs(folder);
  try {
    const rows = [
      [
        `classes of ${TABLES * TABLE}, ${COMMANDS} commands each`,
        'heap MB',
        'process MB',
        'KB/command while played',
      ],
    ];
    for (let at = 1; at <= CLASSES; at++) {
      const { host, hostToken, session, seated } = await openClass(server, TABLES * TABLE, 0);
      const before = await server.usageAtRest();
      await fill(seated, COMMANDS);
      const after = await server.usageAtRest();
      await granted(host, 'delete-session', { protocol: 1, session, token: hostToken });
      for (const seat of seated) seat.close();
      host.close();
      const { heap, rss } = await server.usageAtRest();
      const held = (after.heap - before.heap) / COMMANDS / 1024;
      rows.push([`after ${at} were deleted`, mb(heap), mb(rss), held.toFixed(2)]);
    }
    return rows;
  } finally {
    await stop();
    await rm(folder, { recursive: true, force: true });
  }
}
