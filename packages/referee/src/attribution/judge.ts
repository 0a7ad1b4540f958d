import { type Faction, matchesTests, type PartialDeal } from '@btt/scenario';
import type { Adjustment, RefereeScenario } from '../model';
import { factionsNamed } from '../rules/named';
import { modelVote, support } from '../support/support';
import { compileMargin, type MarginOf } from './margins';
import { type Threshold, thresholdOf, type Voter } from './thresholds';

/** A deal made ready for judging it under many records: red lines are settled, rules are compiled. */
export interface Judge {
  /** Supports by the factions' places, with the adjustments that always count. */
  readonly supports: Float64Array;
  readonly voters: readonly (Voter & { readonly faction: Faction })[];
  /** Of each side, in the scenario's order. */
  readonly thresholds: readonly Threshold[];
  readonly margins: readonly MarginOf[];
  /** For each side, the factions that its rule counts. */
  readonly touches: readonly ReadonlySet<number>[];
  /** Weights that say yes and no under other supports, for each side: its own factions, and others that its rule names. */
  votesAt(supports: Float64Array): { readonly yes: number; readonly no: number }[];
  /** What further adjustments add on this deal. */
  changeBy(adjustments: readonly Adjustment[]): Change;
}

/** Points by the factions' places: only factions that are moved. */
export type Change = readonly { readonly voter: number; readonly points: number }[];

export function judgeOf(
  scenario: RefereeScenario,
  deal: PartialDeal,
  adjustments: readonly Adjustment[],
): Judge {
  const supports = support(scenario, deal, adjustments);
  const voters = scenario.factions.map((faction, place) => ({
    place,
    faction,
    refuses: (supports[place]?.redLines.length ?? 0) > 0,
  }));
  const known = new Map(voters.map((voter) => [voter.faction.id, voter]));
  const thresholds = scenario.sides.map((side) => thresholdOf(side.rule, known));
  const named = scenario.sides.map((side) => factionsNamed(side.rule));
  const electorates = scenario.sides.map((side, at) =>
    voters.filter(({ faction }) => faction.side === side.id || named[at]?.includes(faction.id) === true),
  );
  return {
    supports: Float64Array.from(supports, (one) => one.support),
    voters,
    thresholds,
    margins: thresholds.map(compileMargin),
    touches: named.map((ids) => new Set(ids.flatMap((id) => known.get(id)?.place ?? []))),
    votesAt: (sums) =>
      electorates.map((electorate) => ({
        yes: weightOf('yes', electorate, sums),
        no: weightOf('no', electorate, sums),
      })),
    changeBy: (further) => changeOf(scenario, deal, further),
  };
}

/** What adjustments add on a deal. */
export function changeOf(
  scenario: Pick<RefereeScenario, 'factions'>,
  deal: PartialDeal,
  adjustments: readonly Adjustment[],
): Change {
  const points = new Map<number, number>();
  const places = new Map(scenario.factions.map((faction, place) => [faction.id, place]));
  for (const one of adjustments) {
    const place = places.get(one.faction);
    if (place !== undefined && matchesTests(deal, one.deal))
      points.set(place, (points.get(place) ?? 0) + one.points);
  }
  return [...points].flatMap(([voter, sum]) => (sum === 0 ? [] : [{ voter, points: sum }]));
}

function weightOf(vote: 'yes' | 'no', electorate: readonly Voter[], supports: Float64Array): number {
  return electorate.reduce((sum, { place, faction, refuses }) => {
    const votes = modelVote(faction, supports[place] ?? 0, refuses);
    return votes === vote ? sum + faction.weight : sum;
  }, 0);
}
