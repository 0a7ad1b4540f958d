import type { Terms } from '@btt/protocol';
import { principalValue } from '@btt/referee';
import type { Game } from '../../game';
import { adjustmentsOf } from '../../projection/vector';
import type { Story } from '../story';
import { ratifiedDeal } from '../votes';
import { gainsOf, type Yardstick } from './yardstick';

/** What a table came to, as far as scores ask. No agreement and a refusal are the same. */
export interface TableOutcome {
  /** null: no agreement, or one that was refused. */
  readonly deal: Terms | null;
  /** 0 to 100; null where there is nothing to measure by. See {@link jointScore}. */
  readonly joint: number | null;
}

export function outcomeOf(story: Story, yardstick: Yardstick): TableOutcome {
  const deal = ratifiedDeal(story);
  return { deal, joint: jointScore(story.game, deal, yardstick) };
}

/**
 * Joint value, 0 to 100: how near the negotiators came to an agreement that nobody could better without making somebody worse off. Of all
 * points on the Pareto front that are worse for nobody, the nearest is taken: the one at which whoever would gain most gains least. What is
 * missing there, as a share of what is missing without an agreement, is taken from 100. On or beyond the front it is 100; without an
 * agreement, and where somebody is worse off than without one, it is 0.
 */
export function jointScore(game: Game, deal: Terms | null, { joint }: Yardstick): number | null {
  if (joint === null) return null;
  const nothing = joint.parties.map(() => 0);
  const most = missing(joint.points, nothing);
  if (most === null || most <= 0) return null;
  if (deal === null) return 0;
  const gains = gainsOf(joint.parties, ({ role, noAgreement }) => {
    return principalValue(game.scenario, role, deal) ?? noAgreement;
  });
  if (gains.some((gain) => gain < 0)) return 0;
  return inBounds(100 * (1 - (missing(joint.points, gains) ?? 0) / most));
}

/** What the one who would gain most would gain at the nearest point that is worse for nobody; null if there is no such point. */
function missing(points: readonly (readonly number[])[], gains: readonly number[]): number | null {
  let least: number | null = null;
  for (const point of points) {
    let most = 0;
    let worse = false;
    for (const [at, gain] of gains.entries()) {
      const difference = (point[at] ?? 0) - gain;
      worse ||= difference < 0;
      most = Math.max(most, difference);
    }
    if (!worse && (least === null || most < least)) least = most;
  }
  return least;
}

/**
 * Standing at home, 0 to 100: what the factions of a side have in the end, weighted, on the scale of the scenario (its lowest is 0, its
 * highest 100). With an agreement that is their support for it, each held within the scale; without one, their no-agreement values.
 */
export function standingAtHome(story: Story, side: string): number | null {
  const { scenario, referee, index } = story.game;
  const deal = ratifiedDeal(story);
  const supports = deal === null ? [] : referee.support(deal, adjustmentsOf(story.end));
  const { min, max } = scenario.scale;
  let sum = 0;
  let whole = 0;
  for (const { id, weight, noAgreement } of index.factionsOfSide(side)) {
    const has = supports.find((one) => one.faction === id)?.support ?? noAgreement;
    sum += weight * Math.min(max, Math.max(min, has));
    whole += weight;
  }
  return whole === 0 || max <= min ? null : inBounds((100 * (sum / whole - min)) / (max - min));
}

export function inBounds(score: number): number {
  return Math.min(100, Math.max(0, score));
}
