import { EventEmitter } from 'node:events';
import type { AddressInfo } from 'node:net';
import * as fc from 'fast-check';
import { Server, type Socket } from 'socket.io';
import { io as connect } from 'socket.io-client';
import { afterEach, describe, expect, it } from 'vitest';
import { LIMITS } from '../src/limits/limits';
import { watchBacklog } from '../src/sockets/backlog';
import { granted, klass, type Running, running, student } from './running';
import { openPage } from './wire';

/** A connection of which the test says what it does; typed as far as `watchBacklog` looks. */
class Line extends EventEmitter {
  readonly transport = new EventEmitter();
  closed = false;
  private waiting: string[] = [];
  private leaving = false;

  /** Something is handed over. */
  packet(data: string): void {
    this.emit('packetCreate', { data });
    this.waiting.push(data);
    this.flush();
  }

  /** What had gone to the transport has left. */
  drain(): void {
    if (!this.leaving) return;
    this.leaving = false;
    this.transport.emit('drain');
    this.flush();
  }

  close(): void {
    this.closed = true;
    this.emit('close');
  }

  private flush(): void {
    if (this.leaving || this.waiting.length === 0) return;
    this.leaving = true;
    const batch = this.waiting;
    this.waiting = [];
    this.emit('flush', batch);
    this.emit('drain');
  }
}

function watched(enough: number, most: number) {
  const line = new Line();
  const backlog = watchBacklog(line as EventEmitter as Socket['conn'], { enough, most });
  return { line, backlog };
}

describe('what waits to be read', () => {
  it('is what was handed over and has not left', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(50))), (steps) => {
        const { line, backlog } = watched(1_000_000, 1_000_000);
        // Two heaps: what the transport has, and what waits for it.
        let [leaving, waiting] = [0, 0];
        for (const size of steps) {
          if (size === null) {
            line.drain();
            [leaving, waiting] = [waiting, 0];
          } else {
            line.packet('x'.repeat(size + 1));
            if (leaving === 0) leaving = size + 1;
            else waiting += size + 1;
          }
          expect(backlog.size()).toBe(leaving + waiting);
        }
      }),
    );
  });

  it.each(['websocket', 'polling'] as const)(
    'is let go of when the transport has taken it (%s), and nothing is lost by that',
    async (transport) => {
      const batches: (readonly unknown[])[] = [];
      const sizes: number[] = [];
      const server = new Server(0, { transports: [transport] });
      server.on('connection', ({ conn }) => {
        watchBacklog(conn, { enough: 1e6, most: 1e6 });
        conn.on('flush', (batch: readonly unknown[]) => {
          batches.push(batch);
          sizes.push(batch.length);
        });
        for (let n = 0; n < 50; n++) server.emit('n', n);
      });
      const { port } = server.httpServer.address() as AddressInfo;
      const page = connect(`http://127.0.0.1:${port}`, { transports: [transport] });
      const heard: number[] = [];
      await new Promise<void>((resolve) =>
        page.on('n', (n: number) => {
          if (heard.push(n) === 50) resolve();
        }),
      );
      expect(heard).toEqual([...Array.from({ length: 50 }).keys()]);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThanOrEqual(50);
      expect(batches.map(({ length }) => length)).toEqual(sizes.map(() => 0));
      page.close();
      await server.close();
    },
  );

  it('leaves room up to its limit, and then when enough has left', async () => {
    const { line, backlog } = watched(10, 100);
    line.packet('x'.repeat(10));
    expect(backlog.room()).toBeNull();
    line.packet('x');
    const room = backlog.room();
    expect(room).not.toBeNull();
    expect(backlog.room()).toBe(room);
    line.drain();
    await room;
    expect(backlog.room()).toBeNull();
  });

  it('keeps nobody waiting for a connection that has ended', async () => {
    const { line, backlog } = watched(10, 100);
    line.packet('x'.repeat(11));
    const room = backlog.room();
    line.emit('close');
    await room;
    expect(backlog.room()).toBeNull();
  });

  it('above the most is cut off with the next packet; one large answer alone is not', () => {
    const { line } = watched(10, 100);
    line.packet('x'.repeat(5000));
    expect(line.closed).toBe(false);
    line.packet('x');
    expect(line.closed).toBe(true);
  });
});

let server: Running | null = null;
afterEach(async () => {
  await server?.stop();
  server = null;
});

async function backlogOf(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^btt_backlog_bytes (\d+)$/m.exec(text)?.[1] ?? Number.NaN);
}

/** Lines of talk, about as long as they may be, and what they take in a frame. */
const LINES = 120;
const WORDS = 'word '.repeat(190);
const ALL_LINES = LINES * 1_500;

describe('a page that does not read', () => {
  it('is not sent more than its limit, and reads on where it stopped when it reads again', async () => {
    server = await running();
    const room = await klass(server, ['mara', 'sela', 'nora', 'sofia']);
    const { table } = room;
    const talkers = [student(room, 'mara'), student(room, 'nora'), student(room, 'sofia')];
    const slow = openPage(server.url);
    granted(await slow.hello(student(room, 'sela').token));
    for (let line = 0; line < LINES; line++) {
      const talker = talkers[line % talkers.length];
      granted(
        (await talker?.client.seat(table, { type: 'say', channel: 'table', words: `${line} ${WORDS}` })) ??
          expect.unreachable(),
      );
    }
    // Nothing is taken from the network from now on, and everything asked for, again and again.
    const { transport } = slow.socket.io.engine;
    const { ws } = transport as typeof transport & { readonly ws: { pause(): void; resume(): void } };
    ws.pause();
    const measured: number[] = [];
    for (let again = 0; again < 70; again++) {
      slow.socket.emit('resync', { feed: table });
      measured.push(await backlogOf(server.url));
    }
    // The network's own buffers are full by now, and so is the server's for this page, but for the last piece.
    expect(Math.max(...measured)).toBeGreaterThan(LIMITS.backlog.enough);
    expect(Math.max(...measured)).toBeLessThan(LIMITS.backlog.enough + ALL_LINES);
    const [talker] = talkers;
    granted(
      (await talker?.client.seat(table, { type: 'say', channel: 'table', words: 'The last.' })) ??
        expect.unreachable(),
    );
    ws.resume();
    await slow.until(() => JSON.stringify(slow.heard.at(-1)).includes('The last.'));
    const frames = slow.frames(table);
    const since = frames.slice(frames.findLastIndex(({ reset }) => reset));
    const numbers = since.flatMap(({ entries }) => entries.map(({ n }) => n));
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
    slow.close();
  }, 60_000);
});
