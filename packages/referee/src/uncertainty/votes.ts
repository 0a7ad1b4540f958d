import type { Faction } from '@btt/scenario';
import type { FactionSupport } from '../support/support';
import { normalBelow, normalBetween } from './normal';

/** From the worst for a rule to the best: a fierce no, a mere no, an abstention, a yes. */
export const LEVELS = 4;

/** The chances of the four levels, in that order. They add up to 1. */
export type LevelChances = readonly [fierce: number, no: number, abstain: number, yes: number];

/** How likely each vote of a faction is, each from 0 to 1. */
export interface VoteChances {
  readonly yes: number;
  readonly abstain: number;
  /** Fierce or not. */
  readonly no: number;
  /** A part of `no`. */
  readonly fierce: number;
}

/**
 * Chances of the levels when the support that counts on the day is the model's plus a normal draw with mean 0 and standard deviation
 * `spread` points, rounded to whole points: the half points below are that rounding, and make the chances turn into the model's vote as the
 * spread falls to 0. One draw settles the vote and its fierceness. A crossed red line is a certain no, of which the draw says how fierce.
 */
export function levelChances(
  faction: Pick<Faction, 'yes' | 'no' | 'fierce'>,
  own: Pick<FactionSupport, 'support' | 'redLines' | 'vote' | 'fierce'>,
  spread: number,
): LevelChances {
  if (spread <= 0) return modelLevel(own);
  const upTo = (level: number) => (level + 0.5 - own.support) / spread;
  if (own.redLines.length > 0) {
    const fierce = upTo(faction.fierce);
    return [normalBelow(fierce), normalBelow(-fierce), 0, 0];
  }
  const yes = upTo(faction.yes - 1);
  const no = upTo(Math.min(faction.no, faction.yes - 1));
  const fierce = Math.min(upTo(faction.fierce), no);
  return [normalBelow(fierce), normalBetween(fierce, no), normalBetween(no, yes), normalBelow(-yes)];
}

function modelLevel({ vote, fierce }: Pick<FactionSupport, 'vote' | 'fierce'>): LevelChances {
  switch (vote) {
    case 'yes':
      return [0, 0, 0, 1];
    case 'abstain':
      return [0, 0, 1, 0];
    case 'no':
      return fierce ? [1, 0, 0, 0] : [0, 1, 0, 0];
  }
}

export function voteChances([fierce, no, abstain, yes]: LevelChances): VoteChances {
  return { yes, abstain, no: fierce + no, fierce };
}
