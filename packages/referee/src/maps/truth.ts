import type { FactionId, SideId } from '@btt/scenario';
import type { RefereeScenario, Vote } from '../model';
import { type FactionSupport, modelVote } from '../support/support';

/** Where a faction stands by its support alone, red lines aside: it is at its threshold for yes, or at the one for no, or between. */
export type Stance = 'supporter' | 'undecided' | 'opponent';

/** What a map is held against. */
export interface Truth {
  readonly faction: FactionId;
  /** Points, not clamped. */
  readonly support: number;
  /** The thresholds of the faction, in points. */
  readonly yes: number;
  readonly no: number;
  /** The vote that was, or would be, given. */
  readonly vote: Vote;
  /** How much the faction counts in every mean, above 0. All 1 gives plain means; whole numbers keep the sums exact. */
  readonly weight: number;
}

/**
 * What somebody of a side could have known at one moment about all factions of the other sides: their supports and model votes.
 * `weighted`: factions count by their weights, otherwise all alike.
 */
export function truthAbroad(
  scenario: RefereeScenario,
  side: SideId | null,
  supports: readonly FactionSupport[],
  weighted = false,
): Truth[] {
  const factions = new Map(scenario.factions.map((faction) => [faction.id, faction]));
  return supports.flatMap(({ faction, side: home, support, vote, weight }) => {
    const own = factions.get(faction);
    if (!own || home === side) return [];
    return [{ faction, support, yes: own.yes, no: own.no, vote, weight: weighted ? weight : 1 }];
  });
}

/** Where a faction of these thresholds stands with so many points, which need not be whole: a guess may lie between. */
export function stanceOf(thresholds: Pick<Truth, 'yes' | 'no'>, points: number): Stance {
  switch (modelVote(thresholds, points, false)) {
    case 'yes':
      return 'supporter';
    case 'no':
      return 'opponent';
    case 'abstain':
      return 'undecided';
  }
}
