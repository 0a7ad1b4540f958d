import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A network between a store and its database that can lose what passes without breaking a connection. */
export interface SilentProxy {
  /** The database's address through this network. */
  readonly url: string;
  /** What is lost from now on. */
  lose(what: 'nothing' | 'answers' | 'everything'): void;
  close(): void;
}

/** Puts a network before the database of an address. */
export async function silentProxy(url: string): Promise<SilentProxy> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let losing: 'nothing' | 'answers' | 'everything' = 'nothing';
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => undefined);
      one.on('close', () => other.destroy());
    }
    near.on('data', (bytes) => {
      if (losing !== 'everything') far.write(bytes);
    });
    far.on('data', (bytes) => {
      if (losing === 'nothing') near.write(bytes);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const through = new URL(url);
  through.port = String((server.address() as AddressInfo).port);
  return {
    url: through.href,
    lose(what) {
      losing = what;
    },
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
