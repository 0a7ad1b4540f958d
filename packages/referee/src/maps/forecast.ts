import type { Vote } from '../model';

/** How likely each vote is thought to be: each from 0 to 1, together 1. */
export type Forecast = Readonly<Record<Vote, number>>;

/** A predicted vote, with the chance that it comes true, from 0 to 1; null = no doubt was noted, and it counts as certain. */
export interface PredictedVote {
  readonly vote: Vote;
  readonly confidence: number | null;
}

const VOTES: readonly Vote[] = ['yes', 'no', 'abstain'];

/** A predicted vote as a forecast. What the confidence leaves goes to the other two votes in equal parts. */
export function forecastOf({ vote, confidence }: PredictedVote): Forecast {
  const sure = confidence ?? 1;
  const rest = (1 - sure) / 2;
  return { yes: rest, no: rest, abstain: rest, [vote]: sure };
}

/**
 * Brier score of one forecast in its first form, for several classes: the sum, over the three votes, of the squared difference between the
 * chance given to it and 1 if it came, 0 if not. From 0 (certain and right) to 2 (certain and wrong); a third for each vote scores 2/3. For
 * two classes it is twice the form in which only one of them is counted. (G. W. Brier, "Verification of forecasts expressed in terms of
 * probability", Monthly Weather Review 78, 1950, 1–3.)
 */
export function brierScore(forecast: Forecast, came: Vote): number {
  return VOTES.reduce((sum, vote) => sum + (forecast[vote] - (vote === came ? 1 : 0)) ** 2, 0);
}
