import type { Faction, FactionId, Rule } from '@btt/scenario';
import type { RefereeScenario } from '../model';

type Leaf = Exclude<Rule, { kind: 'all' | 'any' | 'k-of' }>;
export type OpinionRule = Extract<Rule, { kind: 'opinion' }>;

/**
 * Whom a diagram asks, in this order. An opinion follows from model support, without chance; it is asked like a voter that is sure to say
 * yes or sure to say no, so that one diagram serves every deal.
 */
export interface Voters {
  readonly opinions: readonly OpinionRule[];
  readonly factions: readonly Faction[];
}

/**
 * Everybody whom a rule of the scenario names. Factions of the smallest count stand first, and in it the heaviest: those who belong together
 * then stay together, vetoes are asked at the top, and counts close early.
 */
export function votersOf(scenario: RefereeScenario): Voters {
  const leaves = scenario.sides.flatMap((side) => leavesOf(side.rule));
  const counts = leaves
    .filter((leaf) => leaf.kind !== 'opinion')
    .toSorted((a, b) => a.factions.length - b.factions.length);
  const place = new Map<FactionId, number>();
  for (const [at, { factions }] of counts.entries())
    for (const id of factions) place.set(id, Math.min(at, place.get(id) ?? at));
  const placeOf = ({ id }: Faction) => place.get(id) ?? 0;
  return {
    opinions: leaves.filter((leaf) => leaf.kind === 'opinion'),
    factions: scenario.factions
      .filter(({ id }) => place.has(id))
      .toSorted((a, b) => placeOf(a) - placeOf(b) || b.weight - a.weight),
  };
}

function leavesOf(rule: Rule): Leaf[] {
  switch (rule.kind) {
    case 'all':
    case 'any':
    case 'k-of':
      return rule.rules.flatMap(leavesOf);
    default:
      return [rule];
  }
}
