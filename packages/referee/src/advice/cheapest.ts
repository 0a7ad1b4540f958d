import type { PartialDeal } from '@btt/scenario';
import type { Adjustment, RefereeScenario } from '../model';
import { factionsNamed } from '../rules/named';
import { memberSteps } from '../win-sets/members';
import { between, finish, type Steps } from '../win-sets/steps';
import { SYNCHRONOUS_DEALS } from '../win-sets/win-sets';
import { type DealReader, dealReader } from './deals';
import { type Kit, kitOf, type Measure } from './measures';
import { type Best, searchSets } from './search';
import { createShelf, type DealGroup, type HelpSet } from './shelf';

export interface HelpWanted {
  readonly measures: readonly Measure[];
  /** The deal to be carried; without it, any possible deal will do. */
  readonly deal?: PartialDeal;
  /** What counts in any case. */
  readonly adjustments?: readonly Adjustment[];
  /** No more than this can be spent. */
  readonly most?: number;
  /** List at most so many sets; 100 unless told. */
  readonly mostSets?: number;
  /** Where any deal will do: more combinations of options than this are not gone through. */
  readonly limit?: number;
  /** Steps of the search at most; five million unless told. */
  readonly effort?: number;
}

export type CheapestHelp =
  | {
      readonly kind: 'exact';
      /** 0 where nothing is needed. */
      readonly cost: number;
      /** Sets that cost this: those of fewest measures first, then as the measures are written. None contains another. */
      readonly sets: readonly HelpSet[];
      /** How many there are in all. */
      readonly count: number;
    }
  /** No set that can be paid for is enough. */
  | { readonly kind: 'none' }
  /** Too many deals, or too many sets, to go through. */
  | { readonly kind: 'too-large'; readonly what: 'deals' | 'sets' };

/** Budgets that are tried one after the other, at most. */
const MOST_BUDGETS = 1000;

/** Deals read between two looks at the progress: about a millisecond of work. */
const SLICE = 64;

/**
 * The cheapest sets of measures with which all sides ratify a deal, or some deal, by model votes. Each measure is taken once or not at all, and
 * contributes its adjustments whatever else is done. A measure that costs nothing and is not needed is left out. Exact: branch and bound
 * with growing budgets.
 */
export function cheapestHelp(scenario: RefereeScenario, wanted: HelpWanted): CheapestHelp {
  return finish(cheapestHelpSteps(scenario, wanted));
}

/** The same in slices. How far it is cannot be foretold, so the progress tells the part of the budgets that were tried. */
export function* cheapestHelpSteps(scenario: RefereeScenario, wanted: HelpWanted): Steps<CheapestHelp> {
  const {
    measures,
    adjustments = [],
    mostSets = 100,
    limit = SYNCHRONOUS_DEALS,
    effort = 5_000_000,
  } = wanted;
  const places = new Map(scenario.factions.map((faction, place) => [faction.id, place]));
  const counts = new Set(
    scenario.sides.flatMap((side) => factionsNamed(side.rule).flatMap((id) => places.get(id) ?? [])),
  );
  const reader = dealReader(scenario, adjustments, measures, counts);
  const generous = wanted.deal ? null : generousKit(scenario, measures, counts);
  const purse = Math.min(
    wanted.most ?? Infinity,
    measures.reduce((sum, measure) => sum + measure.cost, 0),
  );
  if (purse < 0) return { kind: 'none' };
  const best: Best = { cost: 0, effort };
  const stride = Math.max(1, Math.ceil(purse / MOST_BUDGETS));
  for (let budget = 0; ; budget = Math.min(purse, budget + stride)) {
    const tried = purse === 0 ? 0 : budget / purse;
    const deals = generous
      ? yield* between(tried, tried, dealsWithin(scenario, adjustments, generous, budget, limit))
      : [wanted.deal ?? {}];
    if (deals === null) return { kind: 'too-large', what: 'deals' };
    const shelf = createShelf();
    best.cost = budget;
    for (const group of yield* between(tried, tried, grouped(deals, reader))) {
      const position = {
        supports: reader.supports(group.example),
        margins: reader.margins(group.example),
        kit: reader.kit(group.example),
      };
      const search = searchSets(position, best, (set, cost) => {
        if (cost < best.cost) shelf.clear();
        best.cost = cost;
        shelf.add(set, group);
      });
      if (!(yield* between(tried, tried, search))) return { kind: 'too-large', what: 'sets' };
    }
    const { sets, count } = shelf.list(measures, mostSets);
    if (count > 0) return { kind: 'exact', cost: best.cost, sets, count };
    if (budget >= purse) return { kind: 'none' };
    yield tried;
  }
}

/** Deals that could pass if for each faction the best were done that the budget allows; null if there are too many to go through. */
function* dealsWithin(
  scenario: RefereeScenario,
  adjustments: readonly Adjustment[],
  kit: Kit,
  budget: number,
  limit: number,
): Steps<Iterable<PartialDeal> | null> {
  const gains = new Float64Array(scenario.factions.length);
  kit.addBest(gains, 0, budget);
  const hoped = scenario.factions.map((faction, place): Adjustment => {
    return { faction: faction.id, points: gains[place] ?? 0, deal: [] };
  });
  const found = yield* memberSteps(scenario, [...adjustments, ...hoped], { of: 'joint', limit });
  return found.kind === 'too-large' ? null : dealsOf(found.members);
}

function* dealsOf(all: Iterable<{ readonly deal: PartialDeal }>): Generator<PartialDeal> {
  for (const { deal } of all) yield deal;
}

/** Every measure at the best it can do on any deal: what hurts under a condition is left out, what helps under one counts. */
function generousKit(
  scenario: RefereeScenario,
  measures: readonly Measure[],
  counts: ReadonlySet<number>,
): Kit {
  const places = new Map(scenario.factions.map((faction, place) => [faction.id, place]));
  const changes = measures.map(({ adjustments }) => {
    const points = new Map<number, number>();
    for (const one of adjustments) {
      const voter = places.get(one.faction);
      const most = one.deal.length === 0 ? one.points : Math.max(0, one.points);
      if (voter !== undefined) points.set(voter, (points.get(voter) ?? 0) + most);
    }
    return [...points].map(([voter, sum]) => ({ voter, points: sum }));
  });
  return kitOf(measures, changes, counts);
}

/** Deals by what measures can do for them, in the order of their first. */
function* grouped(deals: Iterable<PartialDeal>, reader: DealReader): Steps<Iterable<DealGroup>> {
  const groups = new Map<string, DealGroup>();
  let read = 0;
  for (const deal of deals) {
    const key = reader.key(deal);
    const known = groups.get(key);
    if (known) known.deals++;
    else groups.set(key, { example: deal, deals: 1 });
    if (++read % SLICE === 0) yield 0;
  }
  return groups.values();
}
