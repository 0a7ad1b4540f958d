import { basename } from 'node:path';
import { compileScenario, printProblems, type Scenario, type ScenarioFile } from '@btt/scenario';
import { readArguments, unusable } from '../arguments';
import { importSheet } from '../csv/import';
import { printSheetProblem } from '../csv/problem';
import { scenarioText } from '../csv/scenario';
import { NOT_UTF8, readText, writeNewFolder } from '../folder';
import { idFrom, isId, NO_TITLE, titleFrom, titleIn } from '../names';
import { type ExitCode, GOOD, PROBLEMS, type Terminal } from '../terminal';
import { schemaFrom, schemaLine } from './new';

const USAGE = 'npm run scenario -- import-csv SHEET.csv FOLDER [--title TITLE]';

/** More than any sheet of the parties and issues that a scenario may have. */
const MOST_BYTES = 4_000_000;

/** Makes a scenario that can be analysed from a score sheet. */
export async function importCsv(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const read = readArguments(args, { title: { type: 'string' } }, 2, USAGE);
  if (!read.ok) return unusable(terminal, read.message);
  const [sheetName, folderName] = read.names;
  if (sheetName === undefined || folderName === undefined)
    return unusable(terminal, `Which sheet, and where to? ${USAGE}`);
  const folder = terminal.resolve(folderName);
  const id = basename(folder);
  if (!isId(id))
    return unusable(
      terminal,
      `The folder is the scenario's name, such as \`${idFrom(id) ?? 'my-scenario'}\`.`,
    );

  const title = titleIn(read.values.title ?? titleFrom(id));
  if (title === null) return unusable(terminal, NO_TITLE);
  const file = await readText(terminal.resolve(sheetName), MOST_BYTES);
  if (!file.ok) {
    const hint = file.reason === NOT_UTF8 ? ': save it as “CSV UTF-8”' : '';
    return unusable(terminal, `${sheetName}: ${file.reason}${hint}`);
  }
  const imported = importSheet(file.text);
  if (!imported.ok) {
    terminal.err(imported.problems.map((problem) => printSheetProblem(sheetName, problem)).join('\n'));
    return PROBLEMS;
  }
  const first = schemaLine(schemaFrom(folder));
  const files = [{ path: 'scenario.yaml', text: scenarioText(imported.sheet, { id, title, first }) }];
  const compiled = compileScenario(files);
  if (!compiled.ok) {
    terminal.err(printProblems(compiled.problems));
    return PROBLEMS;
  }
  return write(terminal, folderName, files, compiled.scenario);
}

async function write(
  terminal: Terminal,
  folder: string,
  files: readonly ScenarioFile[],
  scenario: Scenario,
): Promise<ExitCode> {
  const written = await writeNewFolder(terminal.resolve(folder), files);
  if (!written.ok) return unusable(terminal, `${folder}: ${written.reason}`);
  const deals = scenario.issues.reduce((product, issue) => product * BigInt(issue.options.length), 1n);
  const parties = scenario.factions.length + scenario.principals.length;
  terminal.out(`${folder}: ${parties} ${parties === 1 ? 'party' : 'parties'} on ${counted(scenario.sides.length, 'side')}, ${counted(scenario.issues.length, 'issue')}, ${deals} deals.
${scenario.sides.map((side) => `  ${side.name}: ${side.ruleText}`).join('\n')}
Next: npm run scenario -- analyse ${folder}`);
  return GOOD;
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
