import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { getuid } from 'node:process';
import { promisify } from 'node:util';
import type { Server, ServerOptions } from './postgres';

/** Who runs the server when root may not: a user that every system has. */
const UNPRIVILEGED = 'nobody';

/** A server from a folder with PostgreSQL's programs. Root runs it as somebody else, who must be able to reach that folder. */
export async function serverFrom(
  programs: string,
  { folder, port, user, synced }: ServerOptions,
): Promise<Server> {
  const owner = getuid?.() === 0 ? userIds(UNPRIVILEGED) : null;
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
      const settings = [
        'listen_addresses=127.0.0.1',
        'unix_socket_directories=',
        `fsync=${synced ? 'on' : 'off'}`,
      ].flatMap((one) => ['-c', one]);
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
        child.once('exit', () => reject(new Error(`The server in ${programs} did not start.`)));
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

function userIds(name: string): { readonly uid: number; readonly gid: number } {
  const id = (what: '-u' | '-g') => Number(execFileSync('id', [what, name], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
