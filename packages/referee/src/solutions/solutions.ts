import type { Deal } from '@btt/scenario';
import type { ExactFraction } from '../coalitions/fractions';
import {
  type Analysis,
  type AnalysisWanted,
  analyse,
  type PartyScale,
  type Refusal,
  valuesOf,
} from '../fronts/analysis';
import { exactCounts, rowOf } from '../fronts/front';
import type { RefereeScenario } from '../model';
import { principalValue } from '../values/principal';
import { between, finish, type Steps } from '../win-sets/steps';
import { gainsOf } from './candidates';
import {
  type NoSolution,
  type Picked,
  pickEgalitarian,
  pickKalaiSmorodinsky,
  pickNash,
  pickUtilitarian,
} from './rules';
import { type Ties, tiesOf } from './ties';

export interface SolutionsWanted extends AnalysisWanted {
  /** Ties listed for each solution: 20 unless it is said. All are counted. */
  readonly mostDeals?: number;
}

/** One of the deals that a solution picks. */
export interface PickedDeal {
  readonly deal: Deal;
  /** What each party gets, in its own points, and how much more that is than without an agreement. */
  readonly values: readonly number[];
  readonly gains: readonly number[];
  /** No other deal of those looked at is at least as good for every party and better for one. */
  readonly undominated: boolean;
}

export type Solution<Objective> =
  | {
      readonly kind: 'found';
      /** What was made as large as possible, exact. */
      readonly objective: Objective;
      /** Deals that reach it; null where they are too many to be told apart, which happens only far above the limit of deals. */
      readonly count: bigint | null;
      readonly deals: readonly PickedDeal[];
    }
  | NoSolution;

export type SolutionPoints =
  | {
      readonly kind: 'exact';
      readonly parties: readonly PartyScale[];
      readonly nash: Solution<bigint>;
      readonly kalaiSmorodinsky: Solution<ExactFraction>;
      readonly egalitarian: Solution<number>;
      readonly utilitarian: Solution<number>;
    }
  | Refusal;

/**
 * The deals that four rules of fair division pick, each with all its ties. What each rule does, and over which deals, is said where it is
 * defined: see `rules.ts`. Objectives are compared exactly.
 */
export function solutionPoints(scenario: RefereeScenario, wanted: SolutionsWanted = {}): SolutionPoints {
  return finish(solutionPointsSteps(scenario, wanted));
}

/** The same in slices. */
export function* solutionPointsSteps(
  scenario: RefereeScenario,
  wanted: SolutionsWanted = {},
): Steps<SolutionPoints> {
  const analysis = yield* between(0, 0.6, analyse(scenario, wanted));
  if (analysis.kind !== 'analysis') return analysis;
  const counts = yield* between(0.6, 0.65, exactCounts(analysis));
  const gains = yield* between(0.65, 0.66, gainsOf(analysis));
  const nash = yield* between(0.66, 0.67, pickNash(gains));
  const kalaiSmorodinsky = yield* between(0.67, 0.68, pickKalaiSmorodinsky(gains));
  const egalitarian = yield* between(0.68, 0.69, pickEgalitarian(gains));
  const utilitarian = yield* between(0.69, 0.7, pickUtilitarian(gains));
  const picks = [nash, kalaiSmorodinsky, egalitarian, utilitarian];
  const ties = yield* between(0.7, 1, tiesOf(analysis, counts, picks, wanted.mostDeals ?? 20));
  return {
    kind: 'exact',
    parties: analysis.scales,
    nash: solution(analysis, nash, ties[0]),
    kalaiSmorodinsky: solution(analysis, kalaiSmorodinsky, ties[1]),
    egalitarian: solution(analysis, egalitarian, ties[2]),
    utilitarian: solution(analysis, utilitarian, ties[3]),
  };
}

function solution<Objective>(
  analysis: Analysis,
  picked: Picked<Objective>,
  ties: Ties | undefined,
): Solution<Objective> {
  if (picked.kind === 'none') return picked;
  const deals = (ties?.deals ?? []).map((deal) => describe(analysis, deal));
  return { kind: 'found', objective: picked.objective, count: ties ? ties.count : null, deals };
}

function describe(analysis: Analysis, deal: Deal): PickedDeal {
  const { scenario, parties, front } = analysis;
  const row = new Float64Array(front.width);
  parties.forEach((party, at) => {
    row[at] = principalValue(scenario, party.id, deal) ?? 0;
  });
  const values = valuesOf(analysis, row);
  const found = rowOf(analysis, Math.max(0, front.rowReaching(row)));
  return {
    deal,
    values,
    gains: values.map((value, at) => value - (parties[at]?.noAgreement ?? 0)),
    undominated: row.every((value, at) => value === found[at]),
  };
}
