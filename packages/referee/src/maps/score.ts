import type { FactionId } from '@btt/scenario';
import { brierScore, type Forecast, forecastOf, type PredictedVote } from './forecast';
import { type Stance, stanceOf, type Truth } from './truth';

/** What a map says about one faction. What is null was not noted. */
export interface Estimate {
  readonly faction: FactionId;
  /** Support, in points. */
  readonly stance: number | null;
  readonly vote: PredictedVote | Forecast | null;
}

/** A weighted mean with what it is made of, so that means can be pooled; null = nothing to take it of. Sums of whole numbers are exact. */
export interface Mean {
  readonly sum: number;
  readonly weight: number;
  readonly mean: number | null;
}

export interface EntryScore {
  readonly faction: FactionId;
  /** Null where the map says nothing of the support. */
  readonly stance: {
    /** Estimate minus truth, in points: above 0, the faction was thought friendlier than it is. */
    readonly error: number;
    readonly thought: Stance;
    readonly is: Stance;
    readonly misread: boolean;
  } | null;
  /** Brier score of the predicted vote, 0 (best) to 2; null where none was predicted. */
  readonly brier: number | null;
}

/** How a map of factions compares with the truth at one moment. Nothing missing counts as an error; it is counted beside. */
export interface MapScore {
  /** Mean of estimate minus truth, in points: above 0, factions were thought friendlier than they are. */
  readonly signedError: Mean;
  /** Mean distance between estimate and truth, in points, 0 or more. */
  readonly absoluteError: Mean;
  /** Share of the estimated factions, 0 to 1, that were taken for another of supporter, undecided and opponent than they are. */
  readonly misread: Mean;
  /** Mean Brier score of the predicted votes, 0 (best) to 2. */
  readonly brier: Mean;
  /** Factions without an estimate of their support, and without a predicted vote. */
  readonly missing: { readonly stances: readonly FactionId[]; readonly votes: readonly FactionId[] };
  /** One for every faction of the truth, in its order. */
  readonly entries: readonly EntryScore[];
}

/**
 * Scores a map of factions against the truth at one moment: every faction of `truth` once, estimates of others ignored. Of several estimates
 * of one faction the last counts. Confidences and chances must lie between 0 and 1; nothing is put right silently.
 */
export function scoreMap(truth: readonly Truth[], map: readonly Estimate[]): MapScore {
  const estimates = new Map(map.map((estimate) => [estimate.faction, estimate]));
  const scored = truth.map((one) => ({
    weight: one.weight,
    entry: scoreEntry(one, estimates.get(one.faction)),
  }));
  const entries = scored.map(({ entry }) => entry);
  const mean = (valueOf: (entry: EntryScore) => number | null) =>
    meanOf(scored.map(({ entry, weight }) => ({ value: valueOf(entry), weight })));
  return {
    signedError: mean(({ stance }) => stance && stance.error),
    absoluteError: mean(({ stance }) => stance && Math.abs(stance.error)),
    misread: mean(({ stance }) => stance && Number(stance.misread)),
    brier: mean(({ brier }) => brier),
    missing: {
      stances: entries.filter(({ stance }) => stance === null).map(({ faction }) => faction),
      votes: entries.filter(({ brier }) => brier === null).map(({ faction }) => faction),
    },
    entries,
  };
}

function scoreEntry(truth: Truth, estimate: Estimate | undefined): EntryScore {
  const stance = estimate?.stance ?? null;
  const vote = estimate?.vote ?? null;
  return {
    faction: truth.faction,
    stance: stance === null ? null : scoreStance(truth, stance),
    brier: vote === null ? null : brierScore('vote' in vote ? forecastOf(vote) : vote, truth.vote),
  };
}

function scoreStance(truth: Truth, estimate: number): EntryScore['stance'] {
  const thought = stanceOf(truth, estimate);
  const is = stanceOf(truth, truth.support);
  return { error: estimate - truth.support, thought, is, misread: thought !== is };
}

function meanOf(values: readonly { readonly value: number | null; readonly weight: number }[]): Mean {
  let sum = 0;
  let weight = 0;
  for (const one of values) {
    if (one.value === null) continue;
    sum += one.value * one.weight;
    weight += one.weight;
  }
  return { sum, weight, mean: weight > 0 ? sum / weight : null };
}
