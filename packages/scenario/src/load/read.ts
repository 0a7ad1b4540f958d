import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LARGEST_SCENARIO } from '../compile/compile';
import type { ScenarioFile } from '../compile/texts';
import type { Problem } from '../problems/problem';
import { translationOf } from '../translate/languages';

/** More files than any scenario has roles. */
const MOST_FILES = 1000;

export interface Folder {
  readonly files: readonly ScenarioFile[];
  readonly problems: readonly Problem[];
}

/** Reads the files of a scenario's folder as text: scenario.yaml, teaching.md, roles/*.md, debrief/*.md and their translations. Everything else is left alone. */
export async function readFolder(folder: string): Promise<Folder> {
  const paths = await scenarioPaths(folder);
  const files: ScenarioFile[] = [];
  const problems: Problem[] = [];
  if (paths.length > MOST_FILES)
    return {
      files,
      problems: [unreadable(folder, `holds ${paths.length} files, at most ${MOST_FILES} are read`)],
    };
  let size = 0;
  for (const path of paths) {
    const { size: bytes } = await stat(join(folder, path));
    size += bytes;
    // A character takes at least one byte and at most four: what is larger than this cannot be small enough.
    if (size > 4 * LARGEST_SCENARIO)
      return { files, problems: [unreadable(path, 'the scenario is too large')] };
    const text = decode(await readFile(join(folder, path)));
    if (text === null) problems.push(unreadable(path, 'is not UTF-8 text'));
    else files.push({ path, text });
  }
  return { files, problems };
}

/** Reads a scenario that is one file, whatever its name. */
export async function readSingleFile(path: string): Promise<Folder> {
  const { size } = await stat(path);
  if (size > 4 * LARGEST_SCENARIO)
    return { files: [], problems: [unreadable('scenario.yaml', 'is too large')] };
  const text = decode(await readFile(path));
  return text === null
    ? { files: [], problems: [unreadable('scenario.yaml', 'is not UTF-8 text')] }
    : { files: [{ path: 'scenario.yaml', text }], problems: [] };
}

async function scenarioPaths(folder: string): Promise<string[]> {
  const main = (await filesIn(folder)).filter((name) =>
    ['scenario.yaml', 'teaching.md'].includes(translationOf(name)?.path ?? name),
  );
  const within = async (name: string) =>
    (await filesIn(join(folder, name)))
      .filter((file) => file.endsWith('.md'))
      .map((file) => `${name}/${file}`);
  return [...main, ...(await within('roles')), ...(await within('debrief'))];
}

/** Names of the files in a folder, sorted; none where there is no such folder. */
async function filesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
      .toSorted();
  } catch (thrown) {
    if (isMissing(thrown)) return [];
    throw thrown;
  }
}

/** The folders directly below that hold a scenario, sorted by name; none where there is no such folder. */
export async function scenarioFolders(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    const found = await Promise.all(
      names.map(async (name) =>
        (await filesIn(join(folder, name))).includes('scenario.yaml') ? [name] : [],
      ),
    );
    return found.flat().toSorted();
  } catch (thrown) {
    if (isMissing(thrown)) return [];
    throw thrown;
  }
}

function isMissing(thrown: unknown): boolean {
  return (
    thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOENT' || thrown.code === 'ENOTDIR')
  );
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function unreadable(file: string, message: string): Problem {
  return { file, line: 1, column: 1, field: '', message, code: 'unreadable' };
}
