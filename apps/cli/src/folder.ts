import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ScenarioFile } from '@btt/scenario';

/** What came of reading or writing; a reason is the end of a sentence that begins with the path. */
export type Done = { readonly ok: true } | { readonly ok: false; readonly reason: string };
export type Read =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string };

/** The reason where a file is in another encoding. */
export const NOT_UTF8 = 'is not UTF-8 text';

/** Writes a scenario into a folder that does not exist yet, or is empty. Nothing is ever overwritten. */
export async function writeNewFolder(folder: string, files: readonly ScenarioFile[]): Promise<Done> {
  try {
    if ((await entriesIn(folder)).length > 0)
      return { ok: false, reason: 'is there already and not empty; nothing was written' };
    for (const { path, text } of files) {
      const target = join(folder, ...path.split('/'));
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, text, { flag: 'wx' });
    }
    return { ok: true };
  } catch (thrown) {
    return { ok: false, reason: reasonOf(thrown) };
  }
}

/** Writes one file that does not exist yet. */
export async function writeNewFile(path: string, text: string): Promise<Done> {
  try {
    await writeFile(path, text, { flag: 'wx' });
    return { ok: true };
  } catch (thrown) {
    return { ok: false, reason: reasonOf(thrown) };
  }
}

/** Reads a text of at most so many bytes. */
export async function readText(path: string, mostBytes: number): Promise<Read> {
  try {
    if ((await stat(path)).size > mostBytes) return { ok: false, reason: 'is too large' };
    const text = decoded(await readFile(path));
    return text === null ? { ok: false, reason: NOT_UTF8 } : { ok: true, text };
  } catch (thrown) {
    return { ok: false, reason: reasonOf(thrown) };
  }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Why a file could not be used, for people. */
export function reasonOf(thrown: unknown): string {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such file or folder';
  if (code === 'EEXIST') return 'is there already; nothing was written';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'may not be read or written';
  return 'cannot be read or written';
}

async function entriesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return [];
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOTDIR') return ['a file'];
    throw thrown;
  }
}
