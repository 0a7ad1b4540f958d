import { parseArgs } from 'node:util';
import { type Check, checkTexts, playabilitySteps } from '@btt/referee';
import { compileScenario, type ScenarioFile, translationsOf } from '@btt/scenario';
import { openScenario, told } from '../open';
import { withProgress } from '../progress';
import { type ExitCode, GOOD, PROBLEMS, type Terminal, UNUSABLE } from '../terminal';

const MARKS = { good: 'ok  ', warn: 'hmm ', bad: 'FAIL' } as const;

/** Validation, balance and playability of one scenario, for its author. */
export async function check(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const path = pathIn(args);
  if (path === null) {
    terminal.err('Which scenario? npm run scenario -- check PATH');
    return UNUSABLE;
  }
  const opened = await openScenario(path, terminal);
  if (!opened.ok) return UNUSABLE;
  const { loaded } = opened;
  if (!loaded.ok) {
    terminal.err(told(path, loaded.problems));
    return PROBLEMS;
  }
  if (loaded.warnings.length > 0) terminal.err(told(path, loaded.warnings));
  const { scenario } = loaded;
  terminal.out(
    `${scenario.title}: ${scenario.sides.length} sides, ${scenario.roles.length} roles, ${scenario.factions.length} factions, ${scenario.issues.length} issues, ${scenario.moves.length} moves, ${scenario.triggers.length} events`,
  );
  const checks = withProgress(playabilitySteps(scenario), terminal);
  tell(checks, terminal);
  const translations = translationsOf(loaded.files).map((language) =>
    checkTranslation(path, loaded.files, language, terminal),
  );
  return checks.some((one) => one.result === 'bad') || translations.includes(false) ? PROBLEMS : GOOD;
}

/** Texts that are not translated told one by one; the others are counted. */
const MOST_UNTRANSLATED = 60;

/** The same scenario in another language: only what may differ there. False where it cannot be played in it. */
function checkTranslation(
  path: string,
  files: readonly ScenarioFile[],
  language: string,
  terminal: Terminal,
): boolean {
  const compiled = compileScenario(files, { language });
  if (!compiled.ok) {
    terminal.err(told(path, compiled.problems));
    terminal.out(`${MARKS.bad} Language ${language}: it cannot be played in it yet.`);
    return false;
  }
  const untranslated = compiled.warnings.filter((one) => one.code === 'untranslated');
  if (untranslated.length > 0) terminal.err(told(path, untranslated.slice(0, MOST_UNTRANSLATED)));
  const count = untranslated.length;
  terminal.out(
    count === 0
      ? `${MARKS.good} Language ${language}: “${compiled.scenario.title}”, every text is translated.`
      : `${MARKS.warn} Language ${language}: “${compiled.scenario.title}”, ${count} ${count === 1 ? 'text is' : 'texts are'} not translated${count > MOST_UNTRANSLATED ? `; the first ${MOST_UNTRANSLATED} are listed` : ''}.`,
  );
  const checks = checkTexts(compiled.scenario).map((one) => ({
    ...one,
    sentence: `${language}: ${one.sentence}`,
  }));
  tell(checks, terminal);
  return checks.every((one) => one.result !== 'bad');
}

function tell(checks: readonly Check[], terminal: Terminal): void {
  for (const one of checks) terminal.out(`${MARKS[one.result]} ${one.sentence}`);
}

function pathIn(args: readonly string[]): string | null {
  try {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    return positionals.length === 1 ? (positionals[0] ?? null) : null;
  } catch {
    return null;
  }
}
