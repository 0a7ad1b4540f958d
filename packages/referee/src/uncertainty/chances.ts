import type { FactionId, PartialDeal, SideId } from '@btt/scenario';
import type { Adjustment, RefereeScenario } from '../model';
import { modelStandings } from '../rules/margin';
import { type Standings, tally } from '../rules/tally';
import { support } from '../support/support';
import { chanceOfRoots, type Diagram, diagramOf } from './diagram';
import { type LevelChances, levelChances, type VoteChances, voteChances } from './votes';

/** How likely a deal is to be ratified when votes are uncertain. Chances run from 0 to 1. */
export type Chances =
  | {
      readonly kind: 'exact';
      /** Standard deviation of every faction's support on the day, in points. 0 = none: the verdict itself. */
      readonly spread: number;
      readonly sides: readonly { readonly side: SideId; readonly chance: number }[];
      /** That all sides ratify. Not the product of the sides' where they share factions. */
      readonly joint: number;
      readonly factions: readonly ({ readonly faction: FactionId } & VoteChances)[];
    }
  /** The rules count too many different things about the same factions at once. */
  | { readonly kind: 'too-large' };

/** Chances of a deal, or of a draft whose open issues contribute nothing. `spread`: points, 0 or more. */
export type ChancesOf = (deal: PartialDeal, adjustments: readonly Adjustment[], spread: number) => Chances;

/** So many are made in about a second and a half, with at most some 100 megabytes in use meanwhile. */
const MOST_NODES = 250_000;

/**
 * A table for one scenario that tells chances of ratification. It is made when first asked, and then serves every deal, record and spread.
 * Every faction's support gets a draw of its own, independent of the others; the votes that follow are carried through the rules exactly, also
 * where rules or sides count the same faction. An opinion stays the model's.
 */
export function createChances(scenario: RefereeScenario, mostNodes = MOST_NODES): ChancesOf {
  let made: Diagram | null | undefined;
  return (deal, adjustments, spread) => {
    const supports = support(scenario, deal, adjustments);
    const electors = scenario.factions.flatMap((faction, at) => {
      const own = supports[at];
      return own ? [{ faction, support: own, levels: levelChances(faction, own, spread) }] : [];
    });
    const standings = modelStandings(new Map(electors.map((one) => [one.faction.id, one])), 0);
    const factions = electors.map(({ faction, levels }) => ({ faction: faction.id, ...voteChances(levels) }));
    if (spread <= 0) return { kind: 'exact', spread, factions, ...certain(scenario, standings) };

    if (made === undefined) made = diagramOf(scenario, mostNodes);
    if (made === null) return { kind: 'too-large' };
    const byFaction = new Map(electors.map(({ faction, levels }) => [faction.id, levels]));
    const chances = chanceOfRoots(made, [
      ...made.voters.opinions.map((rule) => sure(tally(rule, standings).passes)),
      ...made.voters.factions.map(({ id }) => byFaction.get(id) ?? sure(false)),
    ]);
    return {
      kind: 'exact',
      spread,
      factions,
      sides: scenario.sides.map(({ id }, at) => ({ side: id, chance: chances.sides[at] ?? 0 })),
      joint: chances.joint,
    };
  };
}

function certain(scenario: RefereeScenario, standings: Standings) {
  const sides = scenario.sides.map(({ id, rule }) => ({
    side: id,
    chance: tally(rule, standings).passes ? 1 : 0,
  }));
  return { sides, joint: sides.every(({ chance }) => chance === 1) ? 1 : 0 };
}

const sure = (passes: boolean): LevelChances => (passes ? [0, 0, 0, 1] : [1, 0, 0, 0]);
