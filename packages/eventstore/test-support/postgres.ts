import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debianServer } from './debian';
import { embeddedServer } from './embedded';

/** A PostgreSQL server that can be started on a folder, and started again where it was stopped. */
export interface Server {
  /** Makes the folder's cluster. Once. */
  initialise(): Promise<void>;
  start(): Promise<void>;
  /** Breaks off every connection and waits until the process has ended. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** A folder that does not exist yet, in one that everybody may enter. */
  readonly folder: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Whether a commit waits for the disk, as it must outside tests. */
  readonly synced: boolean;
}

export interface TestPostgres {
  /** Address of a database that is empty after the start. */
  readonly url: string;
  /** Stops the server and keeps its data. */
  pause(): Promise<void>;
  /** Starts it again under the same address. */
  resume(): Promise<void>;
  /** Stops the server and deletes its data. */
  stop(): Promise<void>;
}

/**
 * Starts a real PostgreSQL server for tests: the one that npm brought, or else one that Debian has installed. Listens on a free
 * port of this computer alone, with its data in a temporary folder. Fails when there is neither.
 */
export async function startPostgres({ synced = false } = {}): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'btt-postgres-'));
  await chmod(folder, 0o755); // Root runs the server as another user, who has to get through to the data.
  const port = await freePort();
  const options = { port, user: 'postgres', password: 'test', synced };
  const server = await firstThatStarts(
    () => embeddedServer({ ...options, folder: join(folder, 'embedded') }),
    () => debianServer({ ...options, folder: join(folder, 'debian') }),
  );
  return {
    url: `postgres://${options.user}:${options.password}@127.0.0.1:${port}/postgres`,
    pause: () => server.stop(),
    resume: () => server.start(),
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function firstThatStarts(...makers: readonly (() => Promise<Server>)[]): Promise<Server> {
  const reasons: string[] = [];
  for (const make of makers) {
    try {
      const server = await make();
      await server.initialise();
      await server.start();
      return server;
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : 'the server ended');
    }
  }
  throw new Error(`No PostgreSQL server could be started: ${reasons.join('; ')}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('No port is free.')),
      );
    });
  });
}
