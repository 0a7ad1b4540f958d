import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@btt/eventstore';
import { startPostgres } from '@btt/eventstore/test-support';
import { startBoardgame } from './boardgame';
import { collectGarbage } from './collect';
import { type Sizes, startFloor } from './floor';
import { createLoad, flatOut, type Load, paced, quantile, type Timing } from './load';
import { startOurs } from './ours';
import { type Peer, SPEAKERS, TABLE } from './peer';

/** Seats opened before memory is measured for those that follow. */
const FIRST = 400;
/** Commands a second of all together, and what one speaker may do of it. */
const PER_SECOND = 200;
const OF_SPEAKER = 10;
/** Peers take turns, each first in its time, so that what else the machine does meets all of them. */
const ROUNDS = 4;
const SECONDS = 3;
const AT_ONCE = 64;
/** Less than the server lets a page send: the paced rounds have used some. */
const ALLOWED = { burst: 20, perSecond: 15 };
const UNLIMITED = { burst: 1e6, perSecond: 1e6 };

interface Measured {
  readonly peer: Peer;
  readonly load: Load;
  /** KB for each seat, of the process and of its heap. */
  readonly rss: number;
  readonly heap: number;
  /** KB of the process for each seat beside the first tables, whose opening costs something once. */
  readonly further: number | null;
  readonly timings: Timing[];
  cpu: number;
  held: number;
  delayed: number;
}

/** So many people at tables of twenty, on each of the servers. */
export async function benchSize(seats: number): Promise<string[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'behind-the-table-bench-'));
  const postgres = await startPostgres({ synced: true });
  const all: Measured[] = [];
  try {
    all.push(await seated(await startOurs(folder), seats));
    all.push(await seated(await startOurs(folder, postgres.url), seats));
    const sizes = await sizesOf(all[1], postgres.url);
    all.push(await seated(await startFloor(folder, sizes), seats));
    all.push(await seated(await startBoardgame(), seats));
    const perSecond = Math.min(PER_SECOND, OF_SPEAKER * SPEAKERS * Math.ceil(seats / TABLE));
    for (const { load } of all) await paced(load, perSecond, SECONDS);
    for (let round = 0; round < ROUNDS; round++)
      for (const one of [...all.slice(round), ...all.slice(0, round)]) await measure(one, perSecond);
    const floor = all.find(({ peer }) => peer.name.startsWith('bare'));
    const rows: string[][] = [];
    for (const one of all) rows.push(await rowOf(one, perSecond, floor));
    return [head(seats, perSecond), ...rows];
  } finally {
    for (const { peer } of all) await peer.stop();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function seated(peer: Peer, seats: number): Promise<Measured> {
  const before = await peer.server.usageAtRest();
  const first = await peer.open(Math.min(FIRST, seats));
  const some = await peer.server.usageAtRest();
  const left = seats - first.length;
  const others = left > 0 ? await peer.open(left, FIRST / TABLE) : [];
  const after = await peer.server.usageAtRest();
  return {
    peer,
    load: createLoad(peer, [...first, ...others]),
    rss: (after.rss - before.rss) / seats / 1024,
    heap: (after.heap - before.heap) / seats / 1024,
    further: left > 0 ? (after.rss - some.rss) / left / 1024 : null,
    timings: [],
    cpu: 0,
    held: 0,
    delayed: 0,
  };
}

/** What a command of this server costs the disk and each viewer: so much the bare server writes and sends. */
async function sizesOf(ours: Measured | undefined, databaseUrl: string): Promise<Sizes> {
  if (!ours) throw new Error('This server has not been started.');
  const { load } = ours;
  await paced(load, OF_SPEAKER, 2);
  const { bytes, times } = load.heard();
  const store = await openStore({ databaseUrl, dataFolder: '' });
  try {
    const [one] = await store.streams('table/');
    const newest = (await store.read(one?.stream ?? '')).at(-1);
    return { rowBytes: Buffer.byteLength(JSON.stringify(newest)), frameBytes: Math.round(bytes / times) };
  } finally {
    await store.close();
  }
}

async function measure(one: Measured, perSecond: number): Promise<void> {
  const { peer, load, timings } = one;
  collectGarbage();
  const before = await peer.server.usage();
  timings.push(...(await paced(load, perSecond, SECONDS)));
  const after = await peer.server.usage();
  one.cpu += after.cpu - before.cpu;
  one.held = Math.max(one.held, after.held);
  one.delayed = Math.max(one.delayed, after.delayed);
}

function head(seats: number, perSecond: number): string[] {
  return [
    `${seats} seats, ${perSecond} commands/s`,
    'last viewer p50 ms',
    'p99 ms',
    'p99 / bare',
    'ack p50 ms',
    'bytes/viewer',
    'CPU ms/command',
    'loop held ms',
    'with waits for a core',
    'KB/seat',
    'each further',
    'heap KB/seat',
    'most commands/s',
  ];
}

async function rowOf(one: Measured, perSecond: number, floor: Measured | undefined): Promise<string[]> {
  const { peer, load, timings } = one;
  const last = timings.map((timing) => timing.last);
  const p99 = quantile(last, 0.99);
  const { bytes, times } = load.heard();
  const ours = peer.name.startsWith('this');
  const most = await flatOut(load, SECONDS, AT_ONCE, ours ? ALLOWED : UNLIMITED);
  const may = load.speakers.length * (ALLOWED.burst / SECONDS + ALLOWED.perSecond);
  const limited = ours && most > 0.9 * may;
  return [
    peer.name,
    quantile(last, 0.5).toFixed(1),
    p99.toFixed(1),
    floor
      ? (
          p99 /
          quantile(
            floor.timings.map((timing) => timing.last),
            0.99,
          )
        ).toFixed(2)
      : '',
    quantile(
      timings.map(({ acknowledged }) => acknowledged),
      0.5,
    ).toFixed(1),
    (bytes / times).toFixed(0),
    (one.cpu / (perSecond * SECONDS * ROUNDS)).toFixed(2),
    one.held.toFixed(1),
    one.delayed.toFixed(1),
    one.rss.toFixed(0),
    one.further?.toFixed(0) ?? '',
    one.heap.toFixed(1),
    `${limited ? '≥ ' : ''}${most.toFixed(0)}`,
  ];
}
