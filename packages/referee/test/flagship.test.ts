import { fileURLToPath } from 'node:url';
import type { Deal, Scenario } from '@btt/scenario';
import { loadScenario } from '@btt/scenario/load';
import { beforeAll, describe, expect, it } from 'vitest';
import { createReferee, plannedAdjustments, type Referee, verdict, winSets } from '../src';

const FOLDER = fileURLToPath(new URL('../../../scenarios/german-reunification', import.meta.url));

const HELP = [
  'no-gloating',
  'nine-assurances',
  'calm-answer',
  'leaders-only-text',
  'advance-draft',
  'early-guarantee',
  'quiet-futility',
  'secretary-general-to-moscow',
  'ease-blockade',
  'praise-us-presence',
  'early-warning',
];

/** What Moscow read out in Berlin on 22 June. */
const BERLIN_PAPER = {
  alliance: 'put-off',
  'force-ceiling': 'soviet-figure',
  'troop-withdrawal': 'seven-years',
  'four-power-rights': 'five-year-transition',
};

let scenario: Scenario;
let historic: Deal;
let referee: Referee;

beforeAll(async () => {
  const loaded = await loadScenario(FOLDER);
  if (!loaded.ok)
    throw new Error(loaded.problems.map((problem) => `${problem.line}: ${problem.message}`).join('\n'));
  scenario = loaded.scenario;
  if (!scenario.historic) throw new Error('the flagship has no history');
  historic = scenario.historic.deal;
  referee = createReferee(scenario);
});

interface Row {
  readonly name: string;
  readonly help: readonly string[];
  readonly bad?: readonly string[];
  readonly terms?: Deal;
  readonly west: readonly [yes: number, no: number, ratifies: boolean];
  readonly soviet: readonly [yes: number, no: number, ratifies: boolean];
}

const without = (...moves: readonly string[]) => HELP.filter((move) => !moves.includes(move));

const ROWS: readonly Row[] = [
  { name: 'historic terms without help', help: [], west: [46, 26, false], soviet: [38, 54, false] },
  { name: 'historic terms with the historic help', help: HELP, west: [64, 26, true], soviet: [60, 32, true] },
  {
    name: 'the usual communiqué instead of the London declaration',
    help: without('leaders-only-text', 'advance-draft', 'secretary-general-to-moscow'),
    terms: { 'nato-declaration': 'ordinary-communique' },
    west: [80, 10, true],
    soviet: [38, 54, false],
  },
  {
    name: 'a boast, and an escalation after Berlin',
    help: [...without('calm-answer'), 'match-it'],
    bad: ['no-gloating'],
    west: [64, 26, true],
    soviet: [38, 54, false],
  },
  {
    name: 'no new money',
    help: without('early-guarantee'),
    terms: { 'stationing-money': 'already-promised', 'economic-help': 'good-wishes' },
    west: [64, 16, true],
    soviet: [46, 54, false],
  },
  {
    name: 'the blockade of Lithuania stays',
    help: without('ease-blockade'),
    west: [46, 44, false],
    soviet: [60, 32, true],
  },
  {
    name: 'the Polish border left open',
    help: HELP,
    terms: { 'polish-border': 'left-open' },
    west: [34, 48, false],
    soviet: [60, 32, true],
  },
  {
    name: 'the terms of the Berlin paper',
    help: HELP,
    terms: BERLIN_PAPER,
    west: [0, 94, false],
    soviet: [100, 0, true],
  },
];

describe('German reunification', () => {
  it.each(ROWS)('balance: $name', ({ help, bad, terms, west, soviet }) => {
    const adjustments = plannedAdjustments(scenario, help, bad ? { bad } : {});
    const found = verdict(scenario, { ...historic, ...terms }, adjustments);
    const bySide = found.sides.map(({ side, yes, no, passes }) => [side, [yes, no, passes]]);
    expect(Object.fromEntries(bySide)).toEqual({ west, soviet });
  });

  it('no deal of 518,400 passes on both sides without help, and 694 do with the historic help', () => {
    expect(winSets(scenario, [])).toEqual({
      kind: 'exact',
      deals: 518_400,
      sides: [
        { side: 'west', count: 2568 },
        { side: 'soviet', count: 284_178 },
      ],
      joint: 0,
    });
    expect(referee.counts(plannedAdjustments(scenario, HELP))).toEqual({
      kind: 'exact',
      deals: 518_400,
      sides: [
        { side: 'west', count: 4611 },
        { side: 'soviet', count: 454_440 },
      ],
      joint: 694,
    });
  });

  it('the help of history is the help of the balance', () => {
    expect(scenario.historic?.moves.toSorted()).toEqual(HELP.toSorted());
  });

  it('tells the verdict in sentences', () => {
    expect(referee.verdict(historic, plannedAdjustments(scenario, HELP)).sentence).toBe(
      'Ratified in Washington, 64 to 26. Ratified in Moscow, 60 to 32.',
    );
  });
});
