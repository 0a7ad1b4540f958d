import { parseArgs } from 'node:util';
import { plannedAdjustments, reportSteps, type ReportWanted } from '@btt/referee';
import type { Scenario } from '@btt/scenario';
import { openScenario, told } from '../open';
import { resultOf } from '../result';
import { withProgress } from '../progress';
import { printReport } from '../print/report';
import { type ExitCode, GOOD, type Terminal, UNUSABLE } from '../terminal';
import { readWishes, type Wishes } from '../wishes';

const OPTIONS = {
  json: { type: 'boolean', default: false },
  deal: { type: 'string' },
  measures: { type: 'string' },
  principals: { type: 'string' },
  list: { type: 'string' },
  sort: { type: 'string' },
  limit: { type: 'string' },
  most: { type: 'string' },
} as const;

/** Everything the referee can say of a scenario, for people or as JSON. */
export async function analyse(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const parsed = parse(args);
  if (typeof parsed === 'string') return unusable(terminal, parsed);
  const { path, values } = parsed;
  const opened = await openScenario(path, terminal);
  if (!opened.ok) return UNUSABLE;
  if (!opened.loaded.ok) return unusable(terminal, told(path, opened.loaded.problems));
  const { scenario } = opened.loaded;
  const wishes = readWishes(scenario, values);
  if (!wishes.ok) return unusable(terminal, wishes.message);
  const report = withProgress(reportSteps(scenario, wantedOf(scenario, wishes.wishes)), terminal);
  terminal.out(
    values.json
      ? JSON.stringify(resultOf(scenario, wishes.wishes.measures, report), null, 2)
      : printReport(scenario, report),
  );
  return GOOD;
}

function parse(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [path] = positionals;
    if (path === undefined || positionals.length > 1)
      return 'Which scenario? npm run scenario -- analyse PATH';
    return { path, values };
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}

function unusable(terminal: Terminal, message: string): ExitCode {
  terminal.err(message);
  return UNUSABLE;
}

function wantedOf(scenario: Scenario, wishes: Wishes): ReportWanted {
  return {
    adjustments: plannedAdjustments(scenario, wishes.measures),
    limit: wishes.most,
    ...(wishes.deal ? { deal: wishes.deal } : {}),
    ...(wishes.parties ? { parties: wishes.parties } : {}),
    ...(wishes.list ? { list: wishes.list } : {}),
  };
}
