import { parseArgs } from 'node:util';
import { finish, plannedAdjustments, reportSteps, type Report, type ReportWanted } from '@btt/referee';
import type { Scenario } from '@btt/scenario';
import { openScenario, told } from '../open';
import { resultOf } from '../result';
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
  const report = withProgress(scenario, wishes.wishes, terminal);
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

/** Takes the steps one by one, and tells now and then how far they are. */
function withProgress(scenario: Scenario, wishes: Wishes, terminal: Terminal): Report {
  const adjustments = plannedAdjustments(scenario, wishes.measures);
  const wanted: ReportWanted = {
    adjustments,
    limit: wishes.most,
    ...(wishes.deal ? { deal: wishes.deal } : {}),
    ...(wishes.parties ? { parties: wishes.parties } : {}),
    ...(wishes.list ? { list: wishes.list } : {}),
  };
  const steps = reportSteps(scenario, wanted);
  if (terminal.progress === null) return finish(steps);
  for (let percent = -1; ; ) {
    const step = steps.next();
    if (step.done) {
      terminal.progress('');
      return step.value;
    }
    const now = Math.floor(step.value * 100);
    if (now !== percent) terminal.progress(`${now} %`);
    percent = now;
  }
}
