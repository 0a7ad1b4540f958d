import { fileURLToPath } from 'node:url';
import { type Adjustment, createReferee, plannedAdjustments } from '@btt/referee';
import type { Scenario } from '@btt/scenario';
import { loadScenario } from '@btt/scenario/load';
import { median } from './measure';

/** The flagship's re-analysis after one event, against going through every deal one after the other, on the same core in the same run. */
export async function benchFlagship(): Promise<readonly (readonly string[])[]> {
  const loaded = await loadScenario(
    fileURLToPath(new URL('../scenarios/german-reunification', import.meta.url)),
  );
  if (!loaded.ok) throw new Error('The flagship does not load.');
  const { scenario } = loaded;
  const help = plannedAdjustments(scenario, scenario.historic?.moves ?? []);
  const referee = createReferee(scenario, { remembered: 1 });
  const deal = scenario.historic?.deal ?? {};
  // A record that is never the same twice, so that nothing is answered from memory.
  let turn = 0;
  const fresh = (): Adjustment[] => [
    ...help,
    {
      faction: scenario.factions[turn++ % scenario.factions.length]?.id ?? '',
      points: 1 + (turn % 3),
      deal: [],
    },
  ];

  const counted = referee.counts(help);
  const plain = countPlainly(scenario, help);
  if (counted.kind !== 'exact' || counted.joint !== plain)
    throw new Error(`The counts differ: ${JSON.stringify(counted)} and ${plain}.`);
  const fast = median(() => [referee.counts(fresh()), referee.evaluate(deal, fresh())], 40, 20);
  const slow = median(() => countPlainly(scenario, fresh()), 5, 1);
  return [
    [
      `the flagship after an event: supports, verdict, win-sets over ${counted.deals.toLocaleString('en')} deals`,
      fast.toFixed(2),
      (slow / fast).toFixed(1),
    ],
    ['every one of these deals in turn, with prefix sums (joint win-set alone)', slow.toFixed(2), '1.0'],
  ];
}

/** Depth-first over all deals with running sums. Knows what the flagship needs: shares of votes cast and blocking pairs. */
function countPlainly(scenario: Scenario, adjustments: readonly Adjustment[]): number {
  const { factions, issues } = scenario;
  const points = issues.map((issue) =>
    issue.options.map((option) => Int32Array.from(factions, (one) => one.points[issue.id]?.[option.id] ?? 0)),
  );
  const start = Int32Array.from(
    factions,
    (one) =>
      one.start +
      adjustments.filter((other) => other.faction === one.id).reduce((sum, other) => sum + other.points, 0),
  );
  const sums = [start, ...issues.map(() => new Int32Array(factions.length))];
  const sides = ['west', 'soviet'].map((side) =>
    factions.flatMap((one, i) => (one.side === side ? [i] : [])),
  );
  const pairs = [
    ['nato-staff', 'allied-capitals'],
    ['general-staff', 'party-conservatives'],
  ].map((pair) => pair.map((id) => factions.findIndex((one) => one.id === id)));
  let joint = 0;
  function passes(sum: Int32Array, side: number): boolean {
    let yes = 0;
    let no = 0;
    for (const i of sides[side] ?? []) {
      if ((sum[i] ?? 0) >= 1) yes += factions[i]?.weight ?? 0;
      else if ((sum[i] ?? 0) <= -1) no += factions[i]?.weight ?? 0;
    }
    const enough = side === 0 ? yes * 1000 >= 667 * (yes + no) : true;
    return yes > no && enough && !(pairs[side] ?? []).every((i) => (sum[i] ?? 0) <= -3);
  }
  function walk(at: number): void {
    const from = sums[at] ?? start;
    const to = sums[at + 1];
    if (!to) {
      if (passes(from, 0) && passes(from, 1)) joint += 1;
      return;
    }
    for (const option of points[at] ?? []) {
      for (let i = 0; i < from.length; i++) to[i] = (from[i] ?? 0) + (option[i] ?? 0);
      walk(at + 1);
    }
  }
  walk(0);
  return joint;
}
