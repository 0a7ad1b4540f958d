import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Server, ServerOptions } from './postgres';
import { serverFrom } from './programs';

const INSTALLED = '/usr/lib/postgresql';

/** The newest server that Debian has installed. */
export async function debianServer(options: ServerOptions): Promise<Server> {
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED).map(Number).filter(Number.isFinite) : [];
  if (versions.length === 0) throw new Error(`There is no PostgreSQL in ${INSTALLED}.`);
  return serverFrom(join(INSTALLED, String(Math.max(...versions)), 'bin'), options);
}
