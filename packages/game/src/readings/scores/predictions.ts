import type { Role } from '@btt/scenario';
import { readMaps } from '../maps';
import type { Story } from '../story';

/** The Brier score, in the form for three votes, of somebody who knows nothing and thinks each vote as likely. */
const KNOWS_NOTHING = 2 / 3;

/**
 * Accuracy of predicted votes, 0 to 100: how much of the Brier score of somebody who knows nothing is left unused. A faction of which no vote
 * was predicted counts as one of which nothing is known. null where nothing was predicted, or nothing voted on.
 */
export function predictionScore(story: Story, role: Role): number | null {
  const score = readMaps(story).find((map) => map.role === role.id)?.atTheVote;
  if (!score || score.brier.mean === null) return null;
  const { brier, missing, entries } = score;
  const sum = brier.sum + missing.votes.length * KNOWS_NOTHING;
  const mean = sum / Math.max(1, entries.length);
  return Math.min(100, Math.max(0, 100 * (1 - mean / KNOWS_NOTHING)));
}
