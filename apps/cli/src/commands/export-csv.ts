import type { Scenario } from '@btt/scenario';
import { readArguments, unusable } from '../arguments';
import { exportSheet, sheetOf } from '../csv/export';
import type { Separator } from '../csv/read';
import { writeNewFile } from '../folder';
import { openScenario, told } from '../open';
import { type ExitCode, GOOD, type Terminal } from '../terminal';

const USAGE = 'npm run scenario -- export-csv PATH [SHEET.csv] [--separator comma|semicolon|tab]';

const SEPARATORS: Readonly<Record<string, Separator>> = { comma: ',', semicolon: ';', tab: '\t' };

/** Writes a scenario's points as a score sheet, and says what a sheet cannot hold. */
export async function exportCsv(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const read = readArguments(args, { separator: { type: 'string', default: 'comma' } }, 2, USAGE);
  if (!read.ok) return unusable(terminal, read.message);
  const [path, name] = read.names;
  if (path === undefined) return unusable(terminal, `Which scenario? ${USAGE}`);
  const word = read.values.separator;
  const separator = Object.hasOwn(SEPARATORS, word) ? SEPARATORS[word] : undefined;
  if (separator === undefined)
    return unusable(terminal, `--separator must be comma, semicolon or tab, not \`${word}\``);
  const opened = await openScenario(path, terminal);
  if (!opened.ok) return unusable(terminal, 'Nothing was written.');
  if (!opened.loaded.ok) return unusable(terminal, told(path, opened.loaded.problems));

  const { scenario } = opened.loaded;
  const target = name ?? `${scenario.id}.csv`;
  const written = await writeNewFile(terminal.resolve(target), exportSheet(sheetOf(scenario), separator));
  if (!written.ok) return unusable(terminal, `${target}: ${written.reason}`);
  const missing = leftOut(scenario);
  terminal.out(`${target}: the points of “${scenario.title}”.`);
  if (missing.length > 0) terminal.out(`Not in the sheet: ${missing.join(', ')}.`);
  return GOOD;
}

/** What the scenario says beyond points and thresholds. */
function leftOut(scenario: Scenario): string[] {
  const counted: readonly (readonly [number, string])[] = [
    [scenario.sides.length, 'rules of ratification'],
    [scenario.factions.reduce((sum, one) => sum + one.redLines.length, 0), 'red lines'],
    [scenario.incompatible.length, 'pairs that cannot be together'],
    [scenario.interactions.length, 'extra points for combinations'],
    [scenario.moves.length, 'moves'],
    [scenario.triggers.length, 'events'],
    [scenario.rumours.length, 'rumours'],
  ];
  return counted.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
}
