import { parseArgs } from 'node:util';
import { checkBalance } from '@btt/referee';
import { openScenario, told } from '../open';
import { type ExitCode, GOOD, PROBLEMS, type Terminal, UNUSABLE } from '../terminal';

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
  const rows = checkBalance(scenario);
  for (const row of rows) terminal.out(`${row.holds ? 'ok  ' : 'FAIL'} ${row.sentence}`);
  return rows.every((row) => row.holds) ? GOOD : PROBLEMS;
}

function pathIn(args: readonly string[]): string | null {
  try {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    return positionals.length === 1 ? (positionals[0] ?? null) : null;
  } catch {
    return null;
  }
}
