import { analyse } from './commands/analyse';
import { exportFile, importFile } from './commands/bundle';
import { check } from './commands/check';
import { exportCsv } from './commands/export-csv';
import { importCsv } from './commands/import-csv';
import { create } from './commands/new';
import { GOOD, type ExitCode, type Terminal, UNUSABLE } from './terminal';

type Command = (args: readonly string[], terminal: Terminal) => Promise<ExitCode>;

const COMMANDS: Readonly<Record<string, Command>> = {
  check,
  analyse,
  new: create,
  'import-csv': importCsv,
  'export-csv': exportCsv,
  'import-file': importFile,
  'export-file': exportFile,
};

const USAGE = `npm run scenario -- check PATH
  Says what is wrong with a scenario and whether it can be played.

npm run scenario -- analyse PATH [options]
  Win-sets, coalitions, power, fronts and solution points, exactly.
  --json                    the whole result as JSON (docs/analysis-output.md)
  --deal issue=option,…     the verdict on a deal or draft
  --measures a,b,…          with these moves made, and going well
  --principals a,b,…        whose points are compared: negotiators or factions
  --list all|joint|SIDE     the members of a win-set
  --sort nash|sum|min|ROLE  the order of the list, the highest first
  --limit N                 at most N of them (20)
  --most N                  go through at most N combinations (2,000,000,000)

npm run scenario -- new FOLDER [--title TITLE]
  Writes a small scenario that explains itself, to be changed into yours.

npm run scenario -- import-csv SHEET.csv FOLDER [--title TITLE]
npm run scenario -- export-csv PATH [SHEET.csv] [--separator comma|semicolon|tab]
  A score sheet (parties × options) as a scenario, and back.

npm run scenario -- export-file PATH [FILE.json]
npm run scenario -- import-file FILE.json FOLDER
  A scenario with all its texts as one file, for handing on, and back. Nothing is ever overwritten.

PATH is a scenario's folder, or a single YAML file.
Ends with 0 when all is well, 1 when problems were found, 2 when the input cannot be used.`;

/** Runs one command. Whatever goes wrong with the input is told in a sentence. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name = '', ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    terminal.out(USAGE);
    return GOOD;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command) return command(rest, terminal);
  terminal.err(name === '' ? USAGE : `There is no command \`${name}\`.\n\n${USAGE}`);
  return UNUSABLE;
}
