// How long the event loop is held while the referee works. Run by the bench in a process of its own; prints rows as JSON.
import { setTimeout as wait } from 'node:timers/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import {
  createGame,
  decide,
  evolve,
  type Game,
  initialTable,
  type TableCommand,
  type TableEvent,
  tableSettings,
  vectorOf,
} from '@btt/game';
import type { Scenario } from '@btt/scenario';
import { loadScenario } from '@btt/scenario/load';
import { smallScenario } from '@btt/scenario/test-support';
import { type Analysis, createAnalysis } from '../src/analysis/analysis';
import { readSeries } from '../src/analysis/series';
import { startThread } from '../src/analysis/thread';

const FLAGSHIP = fileURLToPath(new URL('../../../scenarios/german-reunification', import.meta.url));
const EVENTS = 400;

/** An additive game of 9 issues with 8 options: 134,217,728 deals, two sides, eight factions. */
function large(): Scenario {
  const small = smallScenario();
  const [issue] = small.issues;
  const [option] = issue?.options ?? [];
  if (!issue || !option) throw new Error('The river has issues.');
  const options = Array.from({ length: 8 }, (_, at) => ({ ...option, id: `o${at}` }));
  const issues = Array.from({ length: 9 }, (_, at) => ({ ...issue, id: `i${at}`, options }));
  const [pattern] = small.factions;
  if (!pattern) throw new Error('The river has factions.');
  const factions = Array.from({ length: 8 }, (_, at) => ({
    ...pattern,
    id: `f${at}`,
    side: small.sides[at % 2]?.id ?? '',
    weight: 1 + ((at * 7) % 5),
    redLines: [],
    points: Object.fromEntries(
      issues.map(({ id }, i) => [
        id,
        Object.fromEntries(options.map((one, o) => [one.id, ((o * (at + 3) * (i + 5)) % 41) - 20])),
      ]),
    ),
  }));
  const majority = {
    kind: 'majority',
    test: 'more-than',
    of: 'cast',
    fraction: { numerator: 1, denominator: 2 },
    heads: false,
  } as const;
  return {
    ...small,
    issues,
    factions,
    sides: small.sides.map((side) => ({
      ...side,
      rule: { ...majority, factions: factions.filter((one) => one.side === side.id).map((one) => one.id) },
    })),
    interactions: [],
    incompatible: [],
  };
}

/** A record of the flagship in which drafts and the factions' support keep changing. */
function play(game: Game): TableEvent[] {
  const { scenario } = game;
  const events: TableEvent[] = [];
  let state = initialTable(game);
  const wish = (command: TableCommand): void => {
    const at = 1_000_000 + events.length;
    const decision = decide(game, state, command, { id: `c${events.length}`, at, chance: () => false });
    if (!decision.ok) return;
    events.push(decision.event);
    state = evolve(state, decision.event);
  };
  const settings = tableSettings(scenario, { unlimitedCapital: true, briefing: 0 });
  wish({ as: 'system', command: { type: 'open', table: 't', name: 'T', settings } });
  for (const { id } of scenario.roles)
    wish({ as: 'system', command: { type: 'hold-seat', role: id, people: [id] } });
  wish({ as: 'host', command: { type: 'start' } });
  const heads = scenario.roles.filter((role) => role.initials).map((role) => role.id);
  for (let turn = 0; events.length < EVENTS; turn++) {
    const role = heads[turn % heads.length] ?? '';
    const issue = scenario.issues[turn % scenario.issues.length];
    const option = issue?.options[turn % issue.options.length];
    const seat = (command: Extract<TableCommand, { as: 'seat' }>['command']) =>
      wish({ as: 'seat', role, person: role, command });
    if (issue && option) seat({ type: 'propose', terms: { [issue.id]: option.id } });
    const move = scenario.moves[turn % scenario.moves.length];
    for (const one of move?.by ?? [])
      wish({ as: 'seat', role: one, person: one, command: { type: 'move', move: move?.id ?? '' } });
  }
  return events;
}

/**
 * Milliseconds that something took, the longest delay of a timer meanwhile, and the delay that one in a hundred exceeds. Of three runs the one
 * with the shortest longest delay: whatever else the machine does can only add to it.
 */
async function watched(
  what: string,
  run: (time: <T>(work: () => Promise<T>) => Promise<T>) => Promise<unknown>,
) {
  const found: { readonly took: number; readonly longest: number; readonly most: number }[] = [];
  for (let runs = 0; runs < 3; runs++) {
    await wait(200);
    await run(async (work) => {
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      const start = performance.now();
      const result = await work();
      const took = performance.now() - start;
      delay.disable();
      found.push({ took, longest: delay.max / 1e6, most: delay.percentile(99) / 1e6 });
      return result;
    });
  }
  const best = found.sort((a, b) => a.longest - b.longest)[0];
  return [what, best?.took.toFixed(0), best?.longest.toFixed(1), best?.most.toFixed(1)];
}

/** A thread that has been started and knows the game already. */
async function ready(game: Game): Promise<Analysis> {
  const analysis = createAnalysis(startThread, (error) => {
    throw error;
  });
  await count(analysis, game, -1);
  return analysis;
}

function count(analysis: Analysis, game: Game, points: number) {
  const faction = game.scenario.factions[0]?.id ?? '';
  const vector = vectorOf([{ faction, points, deal: [] }]);
  return analysis.ask({ table: 't', subject: 'now', game, vector }).answer;
}

async function series(analysis: Analysis): Promise<void> {
  const read = await readSeries(analysis, flagship, 't', record);
  while (read.lines().some((line) => line?.counting !== undefined)) await wait(20);
}

const loaded = await loadScenario(FLAGSHIP);
if (!loaded.ok) throw new Error('The flagship does not load.');
const flagship = createGame(loaded.scenario, 'flagship');
const game = createGame(large(), 'large');
const record = play(flagship);
const rows = [
  await watched('nothing at all', (time) => time(() => wait(1000))),
  await watched('134 million deals counted in the thread, five times', async (time) => {
    const analysis = await ready(game);
    await time(async () => {
      for (let points = 0; points < 5; points++) await count(analysis, game, points);
    });
    await analysis.close();
  }),
  await watched(
    `the flagship’s record of ${record.length} events read, its win-sets counted in the thread`,
    async (time) => {
      const analysis = await ready(flagship);
      await time(() => series(analysis));
      await analysis.close();
    },
  ),
];
console.log(JSON.stringify(rows));
