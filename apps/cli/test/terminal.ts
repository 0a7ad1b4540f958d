import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { run } from '../src/run';

/** Runs a command as a person who stands in a folder, and keeps what it says. */
export async function scenarioIn(folder: string, ...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(args, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    resolve: (path) => resolve(folder, path),
    progress: null,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

export function emptyFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'authoring-'));
}
