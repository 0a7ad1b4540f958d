import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A network between a store and its database that can lose everything, even the news that somebody hung up. */
export interface SilentProxy {
  /** The database's address through this network. */
  readonly url: string;
  /** Loses everything from now on. */
  lose(): void;
  /** Loses everything from the moment when the store has sent this text, which still arrives. Resolves at that moment. */
  loseAfter(text: string): Promise<void>;
  /** Carries everything again, for new connections too. */
  heal(): void;
  close(): void;
}

/** Puts a network before the database of an address. */
export async function silentProxy(url: string): Promise<SilentProxy> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let losing = false;
  let last: { readonly text: string; readonly struck: () => void } | null = null;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        if (!losing) other.destroy();
      });
    }
    near.on('data', (bytes) => {
      if (losing) return;
      far.write(bytes);
      if (last === null || !bytes.includes(last.text)) return;
      losing = true;
      last.struck();
    });
    far.on('data', (bytes) => {
      if (!losing) near.write(bytes);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const through = new URL(url);
  through.port = String((server.address() as AddressInfo).port);
  return {
    url: through.href,
    lose() {
      losing = true;
    },
    loseAfter: (text) =>
      new Promise((struck) => {
        last = { text, struck };
      }),
    heal() {
      losing = false;
      last = null;
    },
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
