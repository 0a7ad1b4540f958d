import type { Deal, FactionId, SideId } from '@btt/scenario';
import type { Adjustment, RefereeScenario } from '../model';
import { allDeals, marginByDefinition, ratifiesByDefinition } from './definitions';

/**
 * Attribution and advice by definition: over all orders, all subsets, all ways to hand out points. Only for small games. It shares no
 * code with what it checks.
 */

/** A worth for every subset of players, by mask. */
export type WorthOf = (mask: number) => number;

/** Every order of the players 0 to n − 1. */
function* allOrders(n: number): Generator<readonly number[]> {
  if (n === 0) yield [];
  else {
    for (const order of allOrders(n - 1))
      for (let at = 0; at < n; at++) yield [...order.slice(0, at), n - 1, ...order.slice(at)];
  }
}

/** Shapley values as numerators over the number of orders. */
export function shapleyByDefinition(n: number, worth: WorthOf) {
  const sums = Array.from({ length: n }, () => 0n);
  let orders = 0n;
  for (const order of allOrders(n)) {
    let before = 0;
    for (const player of order) {
      sums[player] = (sums[player] ?? 0n) + BigInt(worth(before | (1 << player)) - worth(before));
      before |= 1 << player;
    }
    orders++;
  }
  return { sums, orders };
}

/** Worth of a subset minus the dividends of all its smaller subsets, by the alternating sum. */
export function dividendByDefinition(worth: WorthOf, mask: number): number {
  let sum = 0;
  for (let part = 0; part <= mask; part++) {
    if ((part & mask) !== part) continue;
    sum += numberOf(mask ^ part) % 2 === 0 ? worth(part) : -worth(part);
  }
  return sum;
}

/** What two players add together beyond what each adds, over all orders in which they stand side by side as one. */
export function interactionByDefinition(n: number, worth: WorthOf, first: number, second: number) {
  const others = Array.from({ length: n }, (_, player) => player).filter(
    (player) => player !== first && player !== second,
  );
  let sum = 0n;
  let orders = 0n;
  for (const order of allOrders(others.length + 1)) {
    const before = order
      .slice(0, order.indexOf(others.length))
      .reduce((mask, at) => mask | (1 << (others[at] ?? 0)), 0);
    const a = 1 << first;
    const b = 1 << second;
    sum += BigInt(worth(before | a | b) - worth(before | a) - worth(before | b) + worth(before));
    orders++;
  }
  return { sum, orders };
}

/** A side's margin for every subset of causes. */
export function marginsByDefinition(
  scenario: RefereeScenario,
  side: SideId,
  deal: Deal,
  adjustments: readonly Adjustment[],
  causes: readonly (readonly Adjustment[])[],
  reach: number,
): (number | 'never' | 'always')[] {
  return Array.from({ length: 1 << causes.length }, (_, mask) => {
    const present = causes.filter((_, at) => (mask & (1 << at)) !== 0).flat();
    return marginByDefinition(scenario, side, deal, [...adjustments, ...present], reach);
  });
}

interface Costly {
  readonly cost: number;
  readonly adjustments: readonly Adjustment[];
}

/** The masks of the cheapest sets of measures with which all sides ratify some of the deals, without those that contain another of them. */
export function cheapestByDefinition(
  scenario: RefereeScenario,
  deals: readonly Deal[],
  adjustments: readonly Adjustment[],
  measures: readonly Costly[],
): { readonly cost: number; readonly masks: readonly number[] } | null {
  const masks = Array.from({ length: 1 << measures.length }, (_, mask) => mask);
  const chosen = (mask: number) => measures.filter((_, at) => (mask & (1 << at)) !== 0);
  const costOf = (mask: number) => chosen(mask).reduce((sum, one) => sum + one.cost, 0);
  const helping = masks.filter((mask) =>
    deals.some((deal) =>
      ratifiedWith(scenario, deal, [...adjustments, ...chosen(mask).flatMap((one) => one.adjustments)]),
    ),
  );
  if (helping.length === 0) return null;
  const cost = Math.min(...helping.map(costOf));
  const cheapest = helping.filter((mask) => costOf(mask) === cost);
  const masksKept = cheapest.filter(
    (mask) => !cheapest.some((other) => other !== mask && (other & mask) === other),
  );
  return { cost, masks: masksKept };
}

/** The deals that all sides ratify with the adjustments. */
export function ratifiableByDefinition(
  scenario: RefereeScenario,
  adjustments: readonly Adjustment[],
): Deal[] {
  return [...allDeals(scenario)].filter((deal) => ratifiedWith(scenario, deal, adjustments));
}

function ratifiedWith(scenario: RefereeScenario, deal: Deal, adjustments: readonly Adjustment[]): boolean {
  return scenario.sides.every((side) => ratifiesByDefinition(scenario, side.id, deal, adjustments));
}

/** All ways to hand out the fewest points with which a side ratifies, as points by faction; null if `most` are not enough. */
export function distanceByDefinition(
  scenario: RefereeScenario,
  side: SideId,
  deal: Deal,
  adjustments: readonly Adjustment[],
  most: number,
): { readonly points: number; readonly ways: readonly Readonly<Record<FactionId, number>>[] } | null {
  const factions = scenario.factions.map((faction) => faction.id);
  for (let points = 0; points <= most; points++) {
    const ways = [...handedOut(factions, points)].filter((way) =>
      ratifiesByDefinition(scenario, side, deal, [
        ...adjustments,
        ...Object.entries(way).map(([faction, given]) => ({ faction, points: given, deal: [] })),
      ]),
    );
    if (ways.length > 0) return { points, ways };
  }
  return null;
}

function* handedOut(
  factions: readonly FactionId[],
  points: number,
): Generator<Readonly<Record<FactionId, number>>> {
  const [first, ...others] = factions;
  if (first === undefined) {
    if (points === 0) yield {};
    return;
  }
  for (let given = points; given >= 0; given--)
    for (const rest of handedOut(others, points - given))
      yield given === 0 ? rest : { [first]: given, ...rest };
}

function numberOf(mask: number): number {
  return mask.toString(2).replaceAll('0', '').length;
}
