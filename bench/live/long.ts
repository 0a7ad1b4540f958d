import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startPostgres } from '@btt/eventstore/test-support';
import { startBoardgame } from './boardgame';
import { collectGarbage } from './collect';
import { createLoad, type Load, quantile, type Timing } from './load';
import { startOurs } from './ours';
import { type Peer, type Seat, TABLE, upTo } from './peer';
import { fill } from './talk';

/** Commands around each that is measured. */
const AROUND = 48;
const BLOCK = 8;
/** So many commands at once, and again: the rate is the median's. */
const BURSTS = 5;
/** Milliseconds after which a page may send as many again. */
const ALLOWED_AGAIN = 1_000;

/** What a command costs at a table at which much has been said, against one at which little has, measured in turn. */
export async function benchLong(): Promise<string[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'behind-the-table-bench-'));
  const postgres = await startPostgres({ synced: true });
  try {
    return [
      [
        'a table of 20',
        'to the last viewer ms',
        'to the ack ms',
        'CPU ms',
        'times a young table',
        'commands/s at it',
      ],
      ...(await grow(await startOurs(folder), [500, 1_000, 10_000])),
      ...(await grow(await startOurs(folder, postgres.url), [500, 1_000, 10_000])),
      ...(await grow(await startBoardgame(), [500])),
    ];
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Cost {
  readonly timings: Timing[];
  cpu: number;
}

async function grow(peer: Peer, milestones: readonly number[]): Promise<string[][]> {
  try {
    // One table grows; the others are young when they are held against it.
    const open = await peer.open(TABLE * (milestones.length + 2));
    const load = createLoad(peer, open);
    const at = (table: number) => open.filter((seat) => seat.table === table);
    const old = at(0);
    const warmUp = at(milestones.length + 1);
    await fill(warmUp, 600);
    await rate(load, warmUp);
    const rows: string[][] = [];
    let said = 0;
    for (const [place, milestone] of milestones.entries()) {
      // As many before the milestone as after it.
      const each = (AROUND * (1 + BURSTS)) / 2;
      await fill(old, milestone - each - said);
      const young = at(place + 1);
      const [few, many] = await inTurn(peer, load, young, old);
      rows.push([`${peer.name}: the 10th command`, ...cells(few, few), (await rate(load, young)).toFixed(0)]);
      rows.push([
        `${peer.name}: the ${milestone}th command`,
        ...cells(many, few),
        (await rate(load, old)).toFixed(0),
      ]);
      said = milestone + each;
    }
    return rows;
  } finally {
    await peer.stop();
  }
}

async function inTurn(
  peer: Peer,
  load: Load,
  young: readonly Seat[],
  old: readonly Seat[],
): Promise<readonly [Cost, Cost]> {
  const few: Cost = { timings: [], cpu: 0 };
  const many: Cost = { timings: [], cpu: 0 };
  for (let done = 0; done < AROUND; done += BLOCK) {
    for (const [cost, seats] of [
      [few, young],
      [many, old],
    ] as const) {
      const speakers = seats.filter(({ speaks }) => speaks);
      const before = await peer.server.usage();
      for (let one = 0; one < BLOCK; one++) {
        const seat = speakers[one % speakers.length];
        if (seat) cost.timings.push(await load.send(seat));
      }
      cost.cpu += (await peer.server.usage()).cpu - before.cpu;
    }
  }
  return [few, many];
}

function cells({ timings, cpu }: Cost, against: Cost): string[] {
  const last = (of: Cost) =>
    quantile(
      of.timings.map((timing) => timing.last),
      0.5,
    );
  return [
    last({ timings, cpu }).toFixed(2),
    quantile(
      timings.map(({ acknowledged }) => acknowledged),
      0.5,
    ).toFixed(2),
    (cpu / timings.length).toFixed(2),
    (last({ timings, cpu }) / last(against)).toFixed(2),
  ];
}

/** Commands a second when many are sent at once at one table. */
async function rate(load: Load, seats: readonly Seat[]): Promise<number> {
  const speakers = seats.filter(({ speaks }) => speaks);
  const rates: number[] = [];
  for (let burst = 0; burst < BURSTS; burst++) {
    await wait(ALLOWED_AGAIN);
    collectGarbage();
    const start = performance.now();
    await Promise.all(upTo(AROUND / speakers.length).flatMap(() => speakers.map(load.send)));
    rates.push((AROUND / (performance.now() - start)) * 1000);
  }
  return quantile(rates, 0.5);
}
