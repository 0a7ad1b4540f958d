import { basename } from 'node:path';
import {
  compileScenario,
  LARGEST_SCENARIO,
  type NotABundle,
  packScenario,
  unpackScenario,
} from '@btt/scenario';
import { readArguments, unusable } from '../arguments';
import { readText, writeNewFile, writeNewFolder } from '../folder';
import { openScenario, told } from '../open';
import { type ExitCode, GOOD, PROBLEMS, type Terminal } from '../terminal';

const EXPORT_USAGE = 'npm run scenario -- export-file PATH [FILE.json]';
const IMPORT_USAGE = 'npm run scenario -- import-file FILE.json FOLDER';

/** A character takes at most six bytes in JSON; the rest is for paths and braces. */
const MOST_BYTES = 6 * LARGEST_SCENARIO + 1_000_000;

/** Packs a sound scenario with all its texts into one file. */
export async function exportFile(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const read = readArguments(args, {}, 2, EXPORT_USAGE);
  if (!read.ok) return unusable(terminal, read.message);
  const [path, name] = read.names;
  if (path === undefined) return unusable(terminal, `Which scenario? ${EXPORT_USAGE}`);
  const opened = await openScenario(path, terminal);
  if (!opened.ok) return unusable(terminal, 'Nothing was written.');
  if (!opened.loaded.ok) return unusable(terminal, told(path, opened.loaded.problems));
  const { scenario, files } = opened.loaded;
  const target = name ?? `${scenario.id}.json`;
  const written = await writeNewFile(terminal.resolve(target), packScenario(files));
  if (!written.ok) return unusable(terminal, `${target}: ${written.reason}`);
  terminal.out(`${target}: “${scenario.title}” in one file, made of ${files.length}.`);
  return GOOD;
}

/** Unpacks such a file into a new folder, if what is in it is a sound scenario. */
export async function importFile(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const read = readArguments(args, {}, 2, IMPORT_USAGE);
  if (!read.ok) return unusable(terminal, read.message);
  const [name, folder] = read.names;
  if (name === undefined || folder === undefined)
    return unusable(terminal, `Which file, and where to? ${IMPORT_USAGE}`);
  const file = await readText(terminal.resolve(name), MOST_BYTES);
  if (!file.ok) return unusable(terminal, `${name}: ${file.reason}`);
  const unpacked = unpackScenario(file.text);
  if (!unpacked.ok) return unusable(terminal, `${name}: ${REASONS[unpacked.code]}`);
  const compiled = compileScenario(unpacked.files);
  if (!compiled.ok) {
    terminal.err(told(name.replace(/\.json$/, ''), compiled.problems));
    terminal.err('Nothing was written.');
    return PROBLEMS;
  }
  const { scenario } = compiled;
  const written = await writeNewFolder(terminal.resolve(folder), unpacked.files);
  if (!written.ok) return unusable(terminal, `${folder}: ${written.reason}`);
  terminal.out(`${folder}: “${scenario.title}”, ${unpacked.files.length} files.`);
  if (basename(terminal.resolve(folder)) !== scenario.id)
    terminal.out(`The folder of this scenario is usually called ${scenario.id}.`);
  return GOOD;
}

const REASONS: Readonly<Record<NotABundle, string>> = {
  'not-json': 'is not JSON',
  'not-a-bundle': 'is no scenario in one file',
  'unknown-version': 'was written by a newer release than this one',
  'too-large': 'is too large',
  'too-many': 'holds too many files',
  'bad-path': 'holds a file that no scenario has; paths must be like `roles/mayor.md`',
  twice: 'holds a file twice',
  'no-scenario': 'holds no scenario.yaml',
};
