import { fileURLToPath } from 'node:url';
import {
  type AdditiveCause,
  attribution,
  type CheapestHelp,
  cheapestHelp,
  plannedAdjustments,
  verdict,
} from '@btt/referee';
import type { Deal, MoveId, Scenario } from '@btt/scenario';
import { loadScenario } from '@btt/scenario/load';
import { median } from './measure';

/** Help of history, and what else could have been done: fifteen measures. */
const FURTHER = ['letter-of-respect', 'refuse-soundings', 'ceiling-as-offer', 'stand-on-border'];

/**
 * The flagship's historic deal and fifteen measures: exact Shapley values, what would have been without each, all dividends and pairs for both
 * sides and the whole, against a verdict on each of the 32,768 subsets; and the cheapest help, against the same.
 */
export async function benchAttribution(): Promise<readonly (readonly string[])[]> {
  const loaded = await loadScenario(
    fileURLToPath(new URL('../scenarios/german-reunification', import.meta.url)),
  );
  if (!loaded.ok || !loaded.scenario.historic) throw new Error('The flagship does not load.');
  const { scenario } = loaded;
  const { deal, moves } = loaded.scenario.historic;
  const ids = [...moves, ...FURTHER];
  const causes = ids.map((id) => causeOf(scenario, id));
  const measures = ids.map((id, at) => ({
    id,
    cost: scenario.moves.find((move) => move.id === id)?.cost ?? 0,
    adjustments: causes[at]?.adjustments ?? [],
  }));

  const share = () => attribution(scenario, deal, [], { causes, order: ids });
  const help = () => cheapestHelp(scenario, { measures, deal });
  const before = performance.now();
  const plain = subsetsInTurn(scenario, deal, causes);
  const slow = performance.now() - before;
  checkShares(share(), plain);
  checkHelp(
    help(),
    plain,
    measures.map((one) => one.cost),
  );
  const shared = median(share, 40, 20);
  const helped = median(help, 40, 20);
  const row = (what: string, time: number, peer = slow) => [what, time.toFixed(2), (peer / time).toFixed(0)];
  return [
    row('Shapley values, dividends and pairs of 15 measures, both sides and the whole', shared),
    row('the cheapest help among 15 measures, all ties', helped),
    ['a verdict on each of the 32,768 subsets in turn (margins alone)', slow.toFixed(0), '1'],
  ];
}

function causeOf(scenario: Scenario, id: MoveId): AdditiveCause {
  const name = scenario.moves.find((move) => move.id === id)?.name ?? id;
  return { id, name, adjustments: plannedAdjustments(scenario, [id]) };
}

/** The least margin of any side for every subset. */
function subsetsInTurn(scenario: Scenario, deal: Deal, causes: readonly AdditiveCause[]): Float64Array {
  return Float64Array.from({ length: 1 << causes.length }, (_, mask) => {
    const present = causes.flatMap((cause, at) => ((mask >> at) & 1 ? cause.adjustments : []));
    return Math.min(...verdict(scenario, deal, present).sides.map((side) => side.margin ?? Number.NaN));
  });
}

/** Shapley values by the sum over subsets, as numerators over n!: a figure for a wrong answer must not be printed. */
function checkShares(found: ReturnType<typeof attribution>, margins: Float64Array): void {
  const n = found.players.length;
  const factorial = (k: number): bigint => (k < 2 ? 1n : BigInt(k) * factorial(k - 1));
  const weights = Array.from({ length: n }, (_, size) => factorial(size) * factorial(n - 1 - size));
  found.whole.shares.forEach(({ shapley }, player) => {
    let sum = 0n;
    margins.forEach((margin, mask) => {
      if ((mask >> player) & 1) return;
      const size = mask.toString(2).replaceAll('0', '').length;
      sum += BigInt((margins[mask | (1 << player)] ?? 0) - margin) * (weights[size] ?? 0n);
    });
    if (shapley.numerator * factorial(n) !== sum * shapley.denominator)
      throw new Error(`The Shapley values differ: ${found.players[player]?.id}.`);
  });
}

function checkHelp(found: CheapestHelp, margins: Float64Array, costs: readonly number[]): void {
  let least = Number.POSITIVE_INFINITY;
  margins.forEach((margin, mask) => {
    const cost = costs.reduce((sum, one, at) => ((mask >> at) & 1 ? sum + one : sum), 0);
    if (margin >= 0) least = Math.min(least, cost);
  });
  if (found.kind !== 'exact' || found.cost !== least) throw new Error('The cheapest help differs.');
}
