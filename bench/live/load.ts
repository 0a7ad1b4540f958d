import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { type Peer, type Seat, WORDS } from './peer';

/** Milliseconds from when a command was sent. */
export interface Timing {
  readonly acknowledged: number;
  readonly last: number;
}

/** Sends commands for seats and says when the last viewer of the table has heard each. */
export interface Load {
  /** Seats that speak. */
  readonly speakers: readonly Seat[];
  /** Fails when nobody hears of it for `PATIENCE`. */
  send(seat: Seat): Promise<Timing>;
  /** Bytes that viewers heard, and how many times one of them heard of a command, since the last question. */
  heard(): { readonly bytes: number; readonly times: number };
}

const PATIENCE = 60_000;
const MARK = /~(\d+)~/g;

interface Pending {
  left: number;
  readonly heard: () => void;
}

export function createLoad({ repeats }: Peer, seats: readonly Seat[]): Load {
  const viewers = new Map<number, number>();
  for (const { table } of seats) viewers.set(table, (viewers.get(table) ?? 0) + 1);
  const pending = new Map<number, Pending>();
  let sent = 0;
  let bytes = 0;
  let times = 0;

  function hears(mark: number): void {
    const one = pending.get(mark);
    if (!one) return;
    times += 1;
    one.left -= 1;
    if (one.left === 0) one.heard();
  }

  function listen(text: string): void {
    const end = text.lastIndexOf('~');
    if (end < 0) return;
    bytes += Buffer.byteLength(text);
    if (repeats) hears(Number(text.slice(text.lastIndexOf('~', end - 1) + 1, end)));
    else for (const [, mark] of text.matchAll(MARK)) hears(Number(mark));
  }

  for (const seat of seats) seat.hear(listen);
  return {
    speakers: seats.filter(({ speaks }) => speaks),
    send(seat) {
      const mark = ++sent;
      const words = `~${mark}~ and what else there is to say to the others`.padEnd(WORDS, '.');
      return new Promise((resolve, reject) => {
        let acknowledged = -1;
        let last = -1;
        const tooLong = setTimeout(() => reject(new Error('Not every viewer heard of a command.')), PATIENCE);
        const settle = (): void => {
          if (acknowledged < 0 || last < 0) return;
          clearTimeout(tooLong);
          pending.delete(mark);
          resolve({ acknowledged, last });
        };
        const start = performance.now();
        pending.set(mark, {
          left: viewers.get(seat.table) ?? 0,
          heard() {
            last = performance.now() - start;
            settle();
          },
        });
        seat.send(words).then(() => {
          acknowledged = performance.now() - start;
          settle();
        }, reject);
      });
    },
    heard() {
      const so = { bytes, times };
      bytes = 0;
      times = 0;
      return so;
    },
  };
}

/** So many commands a second, evenly, whether or not those before have been heard, in turn from seats of all tables. */
export async function paced(load: Load, perSecond: number, seconds: number): Promise<Timing[]> {
  const sent: Promise<Timing>[] = [];
  const next = seatsInTurn(load.speakers);
  const start = performance.now();
  const all = perSecond * seconds;
  while (sent.length < all) {
    const due = Math.min(all, Math.floor(((performance.now() - start) / 1000) * perSecond) + 1);
    while (sent.length < due) sent.push(load.send(next()));
    await wait(1);
  }
  return Promise.all(sent);
}

/** What a page may send: so many at once, then so many a second. */
export interface Allowance {
  readonly burst: number;
  readonly perSecond: number;
}

/** As many commands as are answered, so many under way at a time. Says how many a second. */
export async function flatOut(
  load: Load,
  seconds: number,
  atOnce: number,
  { burst, perSecond }: Allowance,
): Promise<number> {
  const next = seatsInTurn(load.speakers);
  const start = performance.now();
  const allowed = () => load.speakers.length * (burst + ((performance.now() - start) / 1000) * perSecond);
  const over = () => performance.now() - start >= seconds * 1000;
  let asked = 0;
  let heard = 0;
  async function lane(): Promise<void> {
    while (!over()) {
      if (asked >= allowed()) {
        await wait(2);
        continue;
      }
      asked += 1;
      await load.send(next());
      if (!over()) heard += 1;
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane));
  return heard / seconds;
}

/** Neighbours in turn sit at different tables. */
function seatsInTurn(seats: readonly Seat[]): () => Seat {
  const tables = new Map<number, Seat[]>();
  for (const seat of seats) tables.set(seat.table, [...(tables.get(seat.table) ?? []), seat]);
  const rows = [...tables.values()];
  const most = Math.max(...rows.map(({ length }) => length));
  const order = Array.from({ length: most }).flatMap((_, at) => rows.flatMap((row) => row[at] ?? []));
  let at = 0;
  return () => {
    const seat = order[at++ % order.length];
    if (!seat) throw new Error('There are no seats.');
    return seat;
  };
}

/** The value that a part of all does not exceed. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
