import { parseArgs } from 'node:util';
import { playabilitySteps } from '@btt/referee';
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
  for (const one of checks) terminal.out(`${MARKS[one.result]} ${one.sentence}`);
  return checks.some((one) => one.result === 'bad') ? PROBLEMS : GOOD;
}

function pathIn(args: readonly string[]): string | null {
  try {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    return positionals.length === 1 ? (positionals[0] ?? null) : null;
  } catch {
    return null;
  }
}
