import type { FactionId, PartialDeal, SideId } from '@btt/scenario';
import { type Judge, judgeOf } from '../attribution/judge';
import type { Adjustment, RefereeScenario, Vote } from '../model';
import { isFierce, modelVote } from '../support/support';
import { raisesOf } from './raises';
import { cheapestWays } from './ways';

/** How far a side is from ratifying a deal: the fewest points of support, given to whom they help most. */
export type Distance =
  | {
      readonly kind: 'exact';
      /** 0 where it passes already. */
      readonly points: number;
      /** Ways to hand out the points, earlier factions of the scenario first and more for them first; at most as many as asked for. */
      readonly ways: readonly (readonly Raise[])[];
      /** How many ways there are in all. */
      readonly count: bigint;
    }
  /** No rise in support would carry it, as red lines stand. */
  | { readonly kind: 'never' }
  /** The rule has too many different counts to go through. */
  | { readonly kind: 'too-large' };

/** Points for one faction, and how it would then vote. */
export interface Raise {
  readonly faction: FactionId;
  readonly points: number;
  readonly vote: Vote;
  readonly fierce: boolean;
}

export interface DistanceOptions {
  /** List at most so many ways; 100 unless told. */
  readonly mostWays?: number;
  /** Steps of the search at most; two million unless told. */
  readonly effort?: number;
}

/**
 * The fewest points of support, over all factions that the side's rule counts, that would have made the side ratify the deal by model votes.
 * A point may end a fierce opposition, turn a no into an abstention, or win a yes. Red lines cannot be bought: who refuses still votes no,
 * but can be less fierce about it. Unknown sides are never satisfied.
 */
export function distanceToPassing(
  scenario: RefereeScenario,
  side: SideId,
  deal: PartialDeal,
  adjustments: readonly Adjustment[],
  { mostWays = 100, effort = 2_000_000 }: DistanceOptions = {},
): Distance {
  const judge = judgeOf(scenario, deal, adjustments);
  const at = scenario.sides.findIndex((one) => one.id === side);
  const threshold = judge.thresholds[at];
  const marginOf = judge.margins[at];
  if (!threshold || !marginOf) return { kind: 'never' };
  const margin = marginOf(judge.supports);
  if (margin >= 0) return { kind: 'exact', points: 0, ways: [[]], count: 1n };
  if (margin === -Infinity) return { kind: 'never' };
  const raises = raisesOf(judge, at, -margin);
  const found = cheapestWays(threshold, judge.supports, raises, effort);
  if (found.kind === 'too-large') return found;
  const ways: Raise[][] = [];
  for (const way of found.ways) {
    if (ways.length >= mostWays) break;
    ways.push(way.map(({ voter, points }) => raiseOf(judge, voter, points)));
  }
  return { kind: 'exact', points: found.points, ways, count: found.count };
}

function raiseOf(judge: Judge, place: number, points: number): Raise {
  const voter = judge.voters[place];
  const support = (judge.supports[place] ?? 0) + points;
  if (!voter) return { faction: '', points, vote: 'no', fierce: false };
  const vote = modelVote(voter.faction, support, voter.refuses);
  return { faction: voter.faction.id, points, vote, fierce: isFierce(voter.faction, support, vote) };
}
