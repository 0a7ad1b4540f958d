import { type Adjustment, createReferee, type RefereeScenario } from '@btt/referee';
import { additiveGame } from './games';
import { median } from './measure';

interface Counts {
  readonly sides: readonly number[];
  readonly joint: number;
}

/**
 * The win-set of each side and the joint one in an additive game, against going through its deals one after the other. Where that takes
 * too long, only the deals with the first option of the first issue are gone through, and the time is multiplied.
 */
export async function benchAdditive(
  issues: number,
  options: number,
  partly: boolean,
): Promise<readonly (readonly string[])[]> {
  const scenario = additiveGame(issues, options);
  const start = performance.now();
  const referee = createReferee(scenario, { limit: Number.POSITIVE_INFINITY, remembered: 1 });
  const counted = referee.counts([]);
  const first = performance.now() - start;
  if (counted.kind !== 'exact') throw new Error('The game is too large.');

  const before = performance.now();
  const plain = inTurn(partly ? onlyFirst(scenario) : scenario);
  const slow = (performance.now() - before) * (partly ? options : 1);
  const compared = partly ? createReferee(onlyFirst(scenario), { limit: 1e12 }).counts([]) : counted;
  if (compared.kind !== 'exact') throw new Error('The game is too large.');
  const found: Counts = { sides: compared.sides.map((side) => side.count), joint: compared.joint };
  if (JSON.stringify(found) !== JSON.stringify(plain))
    throw new Error(`The counts differ: ${JSON.stringify(found)} and ${JSON.stringify(plain)}.`);

  // A record that is never the same twice, so that nothing is answered from memory.
  let turn = 0;
  const fresh = (): Adjustment[] => [
    { faction: `faction-${turn++ % 8}`, points: 1 + (turn % 3), deal: [] },
    { faction: `faction-${turn % 7}`, points: -1 - (turn % 2), deal: [] },
  ];
  const fast = median(() => referee.counts(fresh()), 9, 3);
  const deals = counted.deals.toLocaleString('en');
  const row = (what: string, time: number) => [what, time.toFixed(0), (slow / time).toFixed(1)];
  return [
    row(`win-sets of both sides and jointly over ${deals} deals, ${options}^${issues}, 8 factions`, fast),
    row('the same for the first time in a process, everything to be made', first),
    row(
      `depth-first through these deals with prefix sums${partly ? ' (one of the first options, multiplied)' : ''}`,
      slow,
    ),
  ];
}

function onlyFirst(scenario: RefereeScenario): RefereeScenario {
  return {
    ...scenario,
    issues: scenario.issues.map((issue, at) =>
      at === 0 ? { ...issue, options: issue.options.slice(0, 1) } : issue,
    ),
  };
}

/** Every deal in turn: sums of the issues before are kept, votes are counted at the last one. Knows majorities of votes cast on two sides. */
function inTurn({ factions, issues }: RefereeScenario): Counts {
  const width = factions.length;
  const points = issues.map((issue) =>
    issue.options.map((option) => Int32Array.from(factions, (one) => one.points[issue.id]?.[option.id] ?? 0)),
  );
  const weights = Int32Array.from(factions, (one) => one.weight);
  const half = factions.filter((one) => one.side === 'east').length;
  const sums = [Int32Array.from(factions, (one) => one.start), ...issues.map(() => new Int32Array(width))];
  const last = issues.length - 1;
  let east = 0;
  let west = 0;
  let joint = 0;

  function passes(sum: Int32Array, option: Int32Array, from: number, to: number): boolean {
    let balance = 0;
    for (let one = from; one < to; one++) {
      const support = (sum[one] ?? 0) + (option[one] ?? 0);
      if (support >= 1) balance += weights[one] ?? 0;
      else if (support <= -1) balance -= weights[one] ?? 0;
    }
    return balance > 0;
  }

  function walk(at: number): void {
    const sum = sums[at] ?? new Int32Array(width);
    const next = sums[at + 1] ?? new Int32Array(width);
    for (const option of points[at] ?? []) {
      if (at === last) {
        const inEast = passes(sum, option, 0, half);
        const inWest = passes(sum, option, half, width);
        if (inEast) east++;
        if (inWest) west++;
        if (inEast && inWest) joint++;
      } else {
        for (let one = 0; one < width; one++) next[one] = (sum[one] ?? 0) + (option[one] ?? 0);
        walk(at + 1);
      }
    }
  }

  walk(0);
  return { sides: [east, west], joint };
}
