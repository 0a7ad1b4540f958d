import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { getuid } from 'node:process';
import { promisify } from 'node:util';
import type { Server, ServerOptions } from './postgres';

const INSTALLED = '/usr/lib/postgresql';

/** The newest server that Debian has installed. */
export async function debianServer({ folder, port, user }: ServerOptions): Promise<Server> {
  const programs = newestPrograms();
  const owner = getuid?.() === 0 ? userIds('postgres') : null;
  let running: ChildProcess | null = null;
  return {
    async initialise() {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if (owner) chownSync(folder, owner.uid, owner.gid);
      const flags = [
        `--pgdata=${folder}`,
        `--username=${user}`,
        '--auth=trust',
        '--encoding=UTF8',
        '--no-sync',
      ];
      await promisify(execFile)(join(programs, 'initdb'), flags, { ...owner, cwd: '/' });
    },
    async start() {
      const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'].flatMap(
        (one) => ['-c', one],
      );
      const child = spawn(join(programs, 'postgres'), ['-D', folder, '-p', String(port), ...settings], {
        ...owner,
        cwd: '/',
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      running = child;
      await new Promise<void>((resolve, reject) => {
        child.stderr.on('data', (line) => {
          if (String(line).includes('ready to accept connections')) resolve();
        });
        child.once('error', reject);
        child.once('exit', () => reject(new Error('The server that Debian has installed did not start.')));
      });
    },
    async stop() {
      const child = running;
      running = null;
      if (!child || child.exitCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      await ended;
    },
  };
}

function newestPrograms(): string {
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED).map(Number).filter(Number.isFinite) : [];
  if (versions.length === 0) throw new Error(`There is no PostgreSQL in ${INSTALLED}.`);
  return join(INSTALLED, String(Math.max(...versions)), 'bin');
}

function userIds(name: string): { readonly uid: number; readonly gid: number } {
  const id = (what: '-u' | '-g') => Number(execFileSync('id', [what, name], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
