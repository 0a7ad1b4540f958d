import { fileURLToPath } from 'node:url';
import { paretoFront, type RefereeScenario, solutionPoints } from '@btt/referee';
import { loadScenario } from '@btt/scenario/load';
import { median } from './measure';

const LIMIT = 10_000_000;

/** Fronts and solutions against plain ways to get the same, which must agree. Rows: what, milliseconds, and how many times as long the plain way takes. */
export async function benchFronts(): Promise<readonly (readonly string[])[]> {
  return [...largeSpace(), ...utilityFile(), ...sixParties(), ...tenMillion(), ...(await everybody())];
}

type Points = readonly (readonly (readonly number[])[])[];

/** Ten to the fiftieth deals. */
function largeSpace() {
  const points = randomPoints(2, 50, 10, 100);
  const scenario = gameOf(points);
  const fast = () => pointsOf(scenario, { mostPoints: LIMIT, mostDeals: 0 });
  const plain = () => bestBySum(points);
  same(fast(), plain());
  const time = median(fast, 15, 5);
  return rows(
    `front of two in 50 issues of 10 options (${fast().length} points)`,
    time,
    'the same: best of the second for every sum of the first, issue by issue in a map',
    median(plain, 5, 1),
  );
}

/** Ten to the fifth deals, tied together by an interaction, so that each must be looked at. */
function utilityFile() {
  const points = randomPoints(2, 5, 10, 100);
  const scenario = gameOf(points, true);
  const fast = () => pointsOf(scenario, { mostPoints: LIMIT, mostDeals: 0 });
  const plain = () => sweep(everyDeal(points, true));
  same(fast(), plain());
  const solutions = median(() => solutionPoints(scenario), 9, 3);
  return [
    ...rows(
      'front of two in 100,000 deals that an interaction ties together',
      median(fast, 9, 3),
      'the same: every deal with prefix sums, sorted and swept',
      median(plain, 5, 1),
    ),
    ['Nash, Kalai–Smorodinsky, egalitarian and utilitarian deals of the same', solutions.toFixed(1), ''],
  ];
}

function sixParties() {
  const points = randomPoints(6, 5, 10, 20);
  const scenario = gameOf(points, true);
  const fast = () => pointsOf(scenario, { mostPoints: LIMIT, mostDeals: 0 });
  const plain = () => cull(everyDeal(points, true));
  same(fast(), plain());
  return rows(
    `front of six in 100,000 deals that an interaction ties together (${fast().length} points)`,
    median(fast, 5, 1),
    'the same: every deal with prefix sums, sorted by sum, compared with the front so far',
    median(plain, 1, 0),
  );
}

function tenMillion() {
  const scenario = gameOf(randomPoints(2, 7, 10, 100), true);
  const front = median(() => paretoFront(scenario, { limit: LIMIT, mostDeals: 0 }), 1, 1);
  const solutions = median(() => solutionPoints(scenario, { limit: LIMIT }), 1, 0);
  return [
    ['front of two in 10,000,000 deals that an interaction ties together', front.toFixed(0), ''],
    ['Nash, Kalai–Smorodinsky, egalitarian and utilitarian deals of the same', solutions.toFixed(0), ''],
  ];
}

async function everybody() {
  const loaded = await loadScenario(
    fileURLToPath(new URL('../scenarios/german-reunification', import.meta.url)),
  );
  if (!loaded.ok) throw new Error('The flagship does not load.');
  const { scenario } = loaded;
  const parties = scenario.principals.length + scenario.factions.length;
  const found = paretoFront(scenario, { parties: 'everybody' });
  const distinct = found.kind === 'exact' ? found.distinct : 0;
  const time = median(() => paretoFront(scenario, { parties: 'everybody' }), 1, 0);
  return [
    [
      `the flagship: front of all ${parties} negotiators and factions (${distinct} points)`,
      time.toFixed(0),
      '',
    ],
  ];
}

function rows(what: string, fast: number, plainly: string, slow: number) {
  return [
    [what, fast.toFixed(1), (slow / fast).toFixed(1)],
    [plainly, slow.toFixed(1), '1.0'],
  ];
}

function pointsOf(
  scenario: RefereeScenario,
  wanted: Parameters<typeof paretoFront>[1],
): (readonly number[])[] {
  const front = paretoFront(scenario, wanted);
  if (front.kind !== 'exact') throw new Error(`No front: ${front.kind}.`);
  return front.points.map((point) => point.values);
}

function same(one: readonly (readonly number[])[], other: readonly (readonly number[])[]): void {
  const text = (points: typeof one) =>
    points
      .map((values) => values.join())
      .sort()
      .join(' ');
  if (text(one) !== text(other))
    throw new Error(`The fronts differ: ${one.length} and ${other.length} points.`);
}

/** Points by party, issue and option: made up, and always the same (mulberry32). */
function randomPoints(parties: number, issues: number, options: number, most: number): Points {
  let state = 1971;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % (most + 1);
  };
  const times = <One>(number: number, make: () => One) => Array.from({ length: number }, make);
  return times(parties, () => times(issues, () => times(options, next)));
}

/** Half of the options of every issue; all of them together are worth something to the first party. */
const TIED = 5;
const BONUS = 7;

function gameOf(points: Points, tied = false): RefereeScenario {
  const issues = (points[0] ?? []).map((options, at) => ({
    id: `issue-${at}`,
    name: '',
    short: '',
    question: '',
    options: options.map((_, option) => ({ id: `${option}`, label: '', short: '', note: '' })),
  }));
  const half = Array.from({ length: TIED }, (_, option) => `${option}`);
  return {
    language: 'en',
    sides: [],
    roles: [],
    factions: [],
    principals: points.map((sheet, party) => ({
      role: `party-${party}`,
      noAgreement: 0,
      points: Object.fromEntries(
        issues.map(({ id }, at) => [
          id,
          Object.fromEntries((sheet[at] ?? []).map((value, option) => [`${option}`, value])),
        ]),
      ),
    })),
    issues,
    incompatible: [],
    interactions: tied
      ? [{ of: 'party-0', points: BONUS, deal: issues.map(({ id }) => ({ issue: id, options: half })) }]
      : [],
  };
}

/** What every deal is worth, found depth first with prefix sums. */
function everyDeal(points: Points, tied: boolean): number[][] {
  const deals: number[][] = [];
  const issues = points[0] ?? [];
  function walk(at: number, sums: readonly number[], inHalf: boolean): void {
    if (at === issues.length) {
      deals.push(sums.map((sum, party) => (party === 0 && tied && inHalf ? sum + BONUS : sum)));
      return;
    }
    (issues[at] ?? []).forEach((_, option) => {
      walk(
        at + 1,
        sums.map((sum, party) => sum + (points[party]?.[at]?.[option] ?? 0)),
        inHalf && option < TIED,
      );
    });
  }
  walk(
    0,
    points.map(() => 0),
    true,
  );
  return deals;
}

/** Two parties: from the first's best on, everything that is better for the second than all before. */
function sweep(deals: number[][]): number[][] {
  const front: number[][] = [];
  deals.sort(([a = 0, b = 0], [c = 0, d = 0]) => c - a || d - b);
  for (const deal of deals) if ((deal[1] ?? 0) > (front.at(-1)?.[1] ?? -1)) front.push(deal);
  return front;
}

/** Any number of parties: from the highest sum on, everything that nothing before is as good as. */
function cull(deals: readonly number[][]): number[][] {
  const summed = deals.map((deal) => ({ deal, sum: deal.reduce((sum, value) => sum + value, 0) }));
  summed.sort((a, b) => b.sum - a.sum);
  const front: number[][] = [];
  for (const { deal } of summed) {
    const reached = front.some((other) => other.every((value, party) => value >= (deal[party] ?? 0)));
    if (!reached) front.push(deal);
  }
  return front;
}

function bestBySum(points: Points): number[][] {
  const [first = [], second = []] = points;
  let best = new Map([[0, 0]]);
  first.forEach((options, issue) => {
    const next = new Map<number, number>();
    for (const [sum, value] of best) {
      options.forEach((gain, option) => {
        const other = value + (second[issue]?.[option] ?? 0);
        if (other > (next.get(sum + gain) ?? -1)) next.set(sum + gain, other);
      });
    }
    best = next;
  });
  return sweep([...best].map(([sum, value]) => [sum, value]));
}
