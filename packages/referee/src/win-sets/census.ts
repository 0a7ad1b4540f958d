import type { Deal, PartialDeal, SideId } from '@btt/scenario';
import type { Adjustment, RefereeScenario } from '../model';
import { memberNumbers } from './members';
import { dealMaker, type NumberSet, stridesOf } from './numbers';
import { between, finish, type Steps } from './steps';

/** By issue and option, in the scenario's order: how many deals hold it. */
export type OptionCounts = readonly (readonly number[])[];

interface Counted {
  readonly count: number;
  readonly options: OptionCounts;
}

export interface CensusWanted {
  /** A deal, or part of one, to which the nearest members are looked for. Open issues count as no change. */
  readonly from?: PartialDeal;
  /** So many of the nearest are listed: 5 unless it is said. */
  readonly most?: number;
  /** More combinations than this are not gone through. */
  readonly limit?: number;
}

/** What the win-sets are made of. */
export type Census =
  | {
      readonly kind: 'exact';
      /** Deals that are possible at all. */
      readonly deals: number;
      readonly sides: readonly (Counted & { readonly side: SideId })[];
      readonly joint: Counted;
      /** Members of the joint win-set that need the fewest changes, the fewest first; equal ones in the scenario's order. */
      readonly nearest: readonly { readonly deal: Deal; readonly changes: number }[];
    }
  | { readonly kind: 'too-large'; readonly deals: number };

/** Goes through the win-sets of a record and counts options in them. */
export function census(
  scenario: RefereeScenario,
  adjustments: readonly Adjustment[],
  wanted: CensusWanted = {},
): Census {
  return finish(censusSteps(scenario, adjustments, wanted));
}

/** The same in slices. */
export function* censusSteps(
  scenario: RefereeScenario,
  adjustments: readonly Adjustment[],
  { from = {}, most = 5, ...bounds }: CensusWanted = {},
): Steps<Census> {
  const targets = ['all', 'joint', ...scenario.sides.map(({ id }) => ({ side: id }))] as const;
  const counts: Counted[] = [];
  let nearest: readonly Near[] = [];
  for (const [at, of] of targets.entries()) {
    const part = yield* between(
      at / targets.length,
      (at + 1) / targets.length,
      memberNumbers(scenario, adjustments, { of, ...bounds }),
    );
    if (part.kind === 'too-large') return part;
    counts.push({ count: part.count, options: optionsIn(scenario, part.numbers) });
    if (of === 'joint') nearest = nearestIn(scenario, part.numbers, from, most);
    yield (at + 1) / targets.length;
  }
  const [all, joint, ...sides] = counts;
  const dealOf = dealMaker(scenario);
  return {
    kind: 'exact',
    deals: all?.count ?? 0,
    joint: joint ?? { count: 0, options: [] },
    sides: scenario.sides.map(({ id }, at) => ({ side: id, count: 0, options: [], ...sides[at] })),
    nearest: nearest.map(({ number, changes }) => ({ deal: dealOf(number), changes })),
  };
}

function optionsIn(scenario: RefereeScenario, numbers: NumberSet): OptionCounts {
  const strides = Float64Array.from(stridesOf(scenario));
  const counts = scenario.issues.map(({ options }) => new Float64Array(options.length));
  for (const chunk of numbers.chunks())
    for (const number of chunk) {
      let rest = number;
      for (let issue = 0; issue < counts.length; issue++) {
        const stride = strides[issue] ?? 1;
        const option = Math.floor(rest / stride);
        rest -= option * stride;
        const own = counts[issue];
        if (own) own[option] = (own[option] ?? 0) + 1;
      }
    }
  return counts.map((own) => [...own]);
}

interface Near {
  readonly number: number;
  readonly changes: number;
}

function nearestIn(scenario: RefereeScenario, numbers: NumberSet, from: PartialDeal, most: number): Near[] {
  const strides = Float64Array.from(stridesOf(scenario));
  // −1: open, so that nothing counts as a change.
  const chosen = Int32Array.from(scenario.issues, ({ id, options }) =>
    options.findIndex((option) => option.id === from[id]),
  );
  const byChanges: Near[][] = Array.from({ length: chosen.length + 1 }, () => []);
  for (const chunk of numbers.chunks())
    for (const number of chunk) {
      let rest = number;
      let changes = 0;
      for (let issue = 0; issue < chosen.length; issue++) {
        const stride = strides[issue] ?? 1;
        const option = Math.floor(rest / stride);
        rest -= option * stride;
        const own = chosen[issue] ?? -1;
        if (own >= 0 && own !== option) changes++;
      }
      const found = byChanges[changes];
      if (found && found.length < most) found.push({ number, changes });
    }
  return byChanges.flat().slice(0, most);
}
