import type { Deal, RoleId } from '@btt/scenario';
import type { Adjustment, RefereeScenario } from '../model';
import { between, type Steps } from '../win-sets/steps';
import { SYNCHRONOUS_DEALS } from '../win-sets/win-sets';
import { decompose, partOf, sizeOf, wholePart } from './decompose';
import type { Layer } from './layer';
import { chooseParties, type Party, type PartyChoice } from './parties';
import type { Part } from './part';
import { ratifiedBits } from './ratified';
import { boundsOfPart, frontOfPart, mergeLayers } from './undominated';

/** What is analysed. */
export interface AnalysisWanted {
  /** Whose values count: see `PartyChoice`. Without it, the principals. */
  readonly parties?: PartyChoice;
  /** Every possible deal, or only those that all sides ratify under model votes. Without it, every possible deal. */
  readonly within?: 'all' | 'joint';
  /** The record, which decides what is ratified. Values do not depend on it. */
  readonly adjustments?: readonly Adjustment[];
  /**
   * More deals, or pairs of parts of deals, than this are not gone through in one go: `SYNCHRONOUS_DEALS` unless it is said. At most
   * 2^32 − 1. With many parties the work grows faster than this number.
   */
  readonly limit?: number;
}

/** The ends of a party's scale, to normalise its values by. */
export interface PartyScale {
  readonly party: RoleId;
  readonly noAgreement: number;
  /** The highest value of any possible deal; null if no deal is possible. */
  readonly best: number | null;
}

/** Normalised utility: (value − no agreement) / (best − no agreement). null where no deal is better than none. */
export function normalise(value: number, { noAgreement, best }: PartyScale): number | null {
  return best === null || best <= noAgreement ? null : (value - noAgreement) / (best - noAgreement);
}

/** Why there is no answer. */
export type Refusal =
  /** More deals than the limit allows to be gone through, or more rows than memory should be spent on; `deals` = all combinations of options. */
  | { readonly kind: 'too-large'; readonly deals: number }
  | { readonly kind: 'no-score-sheet'; readonly party: RoleId }
  | { readonly kind: 'no-parties' };

export interface Analysis {
  readonly kind: 'analysis';
  readonly scenario: RefereeScenario;
  readonly parties: readonly Party[];
  readonly scales: readonly PartyScale[];
  /** Parts that make up a deal together, independent of each other. */
  readonly parts: readonly Part[];
  /** The front of the k-th part and all later ones; the first is the front of all. */
  readonly layers: readonly Layer[];
  readonly front: Layer;
}

/** How much of the work the scales are. */
const SCALES = 0.1;

/** Finds the front, and keeps what else is asked of it. */
export function* analyse(scenario: RefereeScenario, wanted: AnalysisWanted): Steps<Analysis | Refusal> {
  const limit = Math.min(wanted.limit ?? SYNCHRONOUS_DEALS, 2 ** 32 - 1);
  const chosen = chooseParties(scenario, wanted.parties);
  if (chosen.kind !== 'parties') return chosen;
  const { parties } = chosen;
  if (parties.length === 0) return { kind: 'no-parties' };
  const tooLarge: Refusal = { kind: 'too-large', deals: sizeOf(scenario) };
  const joint = wanted.within === 'joint';
  const groups = decompose(scenario, parties);
  if (groups.some(({ size }) => size > limit) || (joint && tooLarge.deals > limit)) return tooLarge;

  const split = groups.map((group) => partOf(scenario, parties, group));
  const scales = yield* between(0, SCALES, scalesOf(parties, split));
  const parts = joint ? yield* between(SCALES, 0.3, jointPart(scenario, parties, wanted, limit)) : split;
  if (parts === null) return tooLarge;
  const layers: Layer[] = [];
  const start = joint ? 0.3 : SCALES;
  for (let at = parts.length - 1; at >= 0; at--) {
    const part = parts[at];
    const rest = layers[0];
    const done = (parts.length - 1 - at) / parts.length;
    const from = start + (1 - start) * done;
    const to = from + (1 - start) / parts.length;
    const own = part ? yield* between(from, rest ? from : to, frontOfPart(part)) : null;
    if (own === null) return tooLarge;
    if (rest && own.size * rest.size > limit) return tooLarge;
    const merged = rest ? yield* between(from, to, mergeLayers(own, rest)) : own;
    if (merged === null) return tooLarge;
    layers.unshift(merged);
  }
  const [front] = layers;
  return front ? { kind: 'analysis', scenario, parties, scales, parts, layers, front } : tooLarge;
}

function* jointPart(
  scenario: RefereeScenario,
  parties: readonly Party[],
  { adjustments = [] }: AnalysisWanted,
  limit: number,
): Steps<Part[] | null> {
  const members = yield* ratifiedBits(scenario, adjustments, 'joint', limit);
  return members && [wholePart(scenario, parties, members)];
}

function* scalesOf(parties: readonly Party[], parts: readonly Part[]): Steps<PartyScale[]> {
  const best = parties.map(() => 0);
  for (const [at, part] of parts.entries()) {
    const { high } = yield* between(at / parts.length, (at + 1) / parts.length, boundsOfPart(part));
    best.forEach((sum, party) => {
      best[party] = sum + (high[party] ?? 0);
    });
  }
  return parties.map(({ id, noAgreement }, at) => {
    const value = best[at] ?? 0;
    return { party: id, noAgreement, best: Number.isFinite(value) ? value : null };
  });
}

/** The deal that a combination of every part makes, issues in the scenario's order. */
export function dealOf({ scenario, parts }: Analysis, numbers: readonly number[]): Deal {
  const options: number[] = [];
  parts.forEach((part, at) => {
    part.choose(numbers[at] ?? 0, options);
  });
  return Object.fromEntries(
    scenario.issues.map((issue, at) => [issue.id, issue.options[options[at] ?? 0]?.id ?? '']),
  );
}

/** Values of the parties alone. */
export function valuesOf({ parties }: Analysis, row: ArrayLike<number>): number[] {
  return parties.map((_, at) => row[at] ?? 0);
}
