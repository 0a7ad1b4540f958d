import type { PartialDeal } from '@btt/scenario';
import type { Adjustment, Ballots, RefereeScenario } from './model';
import { type FactionSupport, support } from './support/support';
import { verdict } from './verdict/verdict';
import { finish, type Steps } from './win-sets/steps';
import { type Counter, createCounter, SYNCHRONOUS_DEALS, type WinSets } from './win-sets/win-sets';
import { type SpokenVerdict, speak } from './words/explain';

/** A referee for one scenario, with its tables made once. It remembers nothing but recent counts. */
export interface Referee {
  /** What each faction and side makes of a draft by the model; open issues contribute nothing. */
  evaluate(draft: PartialDeal, adjustments: readonly Adjustment[]): SpokenVerdict;
  /** The verdict on an agreement, by the votes that count under the ballots. */
  verdict(deal: PartialDeal, adjustments: readonly Adjustment[], ballots?: Ballots): SpokenVerdict;
  support(draft: PartialDeal, adjustments: readonly Adjustment[]): FactionSupport[];
  /** Sizes of the win-sets for a record. The same record is counted once. */
  counts(adjustments: readonly Adjustment[]): WinSets;
  /** The same in slices, for what takes longer than a moment. Several may take turns; what is left unfinished is not remembered. */
  countSteps(adjustments: readonly Adjustment[]): Steps<WinSets>;
}

export interface RefereeOptions {
  /** More combinations than this are not counted: see `SYNCHRONOUS_DEALS`. Raise it only off the main thread. */
  readonly limit?: number;
  /** How many records' counts are remembered. */
  readonly remembered?: number;
}

export function createReferee(scenario: RefereeScenario, options: RefereeOptions = {}): Referee {
  const { limit = SYNCHRONOUS_DEALS, remembered = 256 } = options;
  // Made when it is first asked for: whoever only judges deals need not wait for its tables.
  let counter: Counter | null = null;
  const recent = new Map<string, WinSets>();
  function* countSteps(adjustments: readonly Adjustment[]): Steps<WinSets> {
    const key = keyOf(adjustments);
    const found =
      recent.get(key) ?? (yield* (counter ??= createCounter(scenario)).countSteps(adjustments, limit));
    recent.delete(key);
    recent.set(key, found);
    const oldest = recent.keys().next();
    if (recent.size > remembered && !oldest.done) recent.delete(oldest.value);
    return found;
  }
  return {
    evaluate: (draft, adjustments) => speak(scenario, verdict(scenario, draft, adjustments), 'draft'),
    verdict: (deal, adjustments, ballots) =>
      speak(scenario, verdict(scenario, deal, adjustments, ballots), 'result'),
    support: (draft, adjustments) => support(scenario, draft, adjustments),
    counts: (adjustments) => finish(countSteps(adjustments)),
    countSteps,
  };
}

/** Equal for records that contribute the same: points of one faction under one condition are added up, and the order does not matter. */
export function keyOf(adjustments: readonly Adjustment[]): string {
  const sums = new Map<string, number>();
  for (const one of adjustments) {
    const tests = one.deal.map((test) => JSON.stringify([test.issue, test.options.toSorted()])).sort();
    const key = JSON.stringify([one.faction, tests]);
    sums.set(key, (sums.get(key) ?? 0) + one.points);
  }
  return [...sums]
    .filter(([, points]) => points !== 0)
    .map(([key, points]) => `${key}${points}`)
    .sort()
    .join('\n');
}
