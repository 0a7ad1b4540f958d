import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Lines between two ends that can be cut. */
export interface Lines {
  readonly port: number;
  /** Cuts those that there are, each with this probability; new ones are carried. */
  cut(random: () => number, odds: number): void;
  close(): void;
}

interface LinesOptions {
  /** Ports to try, in this order, for a new line. */
  readonly ports: () => readonly number[];
  /** What becomes of bytes on their way back, if they are not left as they are. */
  readonly onTheWayBack?: () => (bytes: Buffer) => Buffer;
}

async function openLines({ ports, onTheWayBack }: LinesOptions): Promise<Lines> {
  const open = new Set<() => void>();
  const server = createServer({ pauseOnConnect: true }, (near) => {
    near.on('error', () => undefined);
    dial([...ports()], (far) => {
      if (!far) {
        near.destroy();
        return;
      }
      const change = onTheWayBack?.();
      const hangUp = () => {
        near.destroy();
        far.destroy();
        open.delete(hangUp);
      };
      open.add(hangUp);
      for (const one of [near, far]) {
        one.setNoDelay(true);
        one.on('error', () => undefined);
        one.on('close', hangUp);
      }
      near.pipe(far);
      if (change) far.on('data', (bytes: Buffer) => near.write(change(bytes)));
      else far.pipe(near);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    cut(random, odds) {
      for (const hangUp of open) if (random() < odds) hangUp();
    },
    close() {
      server.close();
      for (const hangUp of open) hangUp();
    },
  };
}

/** The first that answers. */
function dial([port, ...others]: readonly number[], found: (far: Socket | null) => void): void {
  if (port === undefined) return found(null);
  const far = connect(port, '127.0.0.1');
  const failed = () => dial(others, found);
  far.once('error', failed);
  far.once('connect', () => {
    far.off('error', failed);
    found(far);
  });
}

/** A load balancer as plain as can be: each connection goes to the next node that answers, whoever it comes from. */
export function balance(ports: readonly number[]): Promise<Lines> {
  let next = 0;
  return openLines({
    ports() {
      next += 1;
      return ports.map((_, i) => ports[(next + i) % ports.length] ?? 0);
    },
  });
}

/** The lines of one node to its database. `loses` is asked for each notice that PostgreSQL sends. */
export function databaseLines(port: number, loses: () => boolean): Promise<Lines> {
  return openLines({ ports: () => [port], onTheWayBack: () => withoutNotices(loses) });
}

/** Of PostgreSQL's messages a letter, four bytes of length, and the rest. */
const HEAD = 5;
const NOTIFICATION = 'A'.charCodeAt(0);

/** Takes notices out of what a PostgreSQL server says. */
function withoutNotices(loses: () => boolean): (bytes: Buffer) => Buffer {
  let rest = Buffer.alloc(0);
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    const kept: Buffer[] = [];
    while (rest.length >= HEAD) {
      const end = 1 + rest.readUInt32BE(1);
      if (rest.length < end) break;
      if (rest[0] !== NOTIFICATION || !loses()) kept.push(rest.subarray(0, end));
      rest = rest.subarray(end);
    }
    return Buffer.concat(kept);
  };
}
