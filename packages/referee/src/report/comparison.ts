import type { PartyChoice } from '../fronts/parties';
import type { Front } from '../fronts/front';
import { paretoFrontSteps } from '../fronts/front';
import type { Refusal } from '../fronts/analysis';
import { sharesSteps } from '../fronts/shares';
import type { Adjustment, RefereeScenario } from '../model';
import { type Solution, type SolutionPoints, solutionPointsSteps } from '../solutions/solutions';
import { between, type Steps } from '../win-sets/steps';
import type { ComparisonReport, FrontReport, SolutionReport, Unanswered, WithinReport } from './model';
import { countText, fractionText } from './plain';

interface ComparisonWanted {
  readonly parties: PartyChoice;
  readonly adjustments: readonly Adjustment[];
  readonly limit: number;
}

/** Fronts and solution points of some parties, over all deals and inside the joint win-set. */
export function* comparisonSteps(
  scenario: RefereeScenario,
  wanted: ComparisonWanted,
): Steps<ComparisonReport> {
  const frontAll = yield* between(0, 0.2, paretoFrontSteps(scenario, { ...wanted, within: 'all' }));
  const solvedAll = yield* between(0.2, 0.4, solutionPointsSteps(scenario, { ...wanted, within: 'all' }));
  const frontJoint = yield* between(0.4, 0.6, paretoFrontSteps(scenario, { ...wanted, within: 'joint' }));
  const solvedJoint = yield* between(0.6, 0.8, solutionPointsSteps(scenario, { ...wanted, within: 'joint' }));
  const ratified = yield* between(0.8, 1, sharesSteps(scenario, wanted));
  return {
    parties: frontAll.kind === 'exact' ? frontAll.parties : [],
    all: within(frontAll, solvedAll),
    joint: within(frontJoint, solvedJoint),
    ratified:
      ratified.kind === 'exact'
        ? { kind: 'exact', rational: ratified.rational, front: ratified.front }
        : unanswered(ratified),
  };
}

function within(front: Front, solved: SolutionPoints): WithinReport {
  return {
    front: front.kind === 'exact' ? frontReport(front) : unanswered(front),
    solutions:
      solved.kind === 'exact'
        ? {
            kind: 'exact',
            nash: solution(solved.nash, String),
            kalaiSmorodinsky: solution(solved.kalaiSmorodinsky, fractionText),
            egalitarian: solution(solved.egalitarian, String),
            utilitarian: solution(solved.utilitarian, String),
          }
        : unanswered(solved),
  };
}

function frontReport(front: Extract<Front, { kind: 'exact' }>): FrontReport {
  return {
    deals: countText(front.deals),
    points: front.distinct,
    list: front.points.map(({ values, count, deals }) => ({ values, count: countText(count), deals })),
  };
}

function solution<Objective>(
  found: Solution<Objective>,
  text: (objective: Objective) => string,
): SolutionReport {
  if (found.kind === 'none') return found;
  const { objective, count, deals } = found;
  return {
    kind: 'found',
    objective: text(objective),
    count: count === null ? null : countText(count),
    deals,
  };
}

function unanswered(refusal: Refusal): Unanswered {
  switch (refusal.kind) {
    case 'too-large':
      return {
        kind: refusal.kind,
        reason: `There are ${refusal.deals} combinations: more than may be gone through.`,
      };
    case 'no-score-sheet':
      return { kind: refusal.kind, reason: `${refusal.party} has no points and no no-agreement value.` };
    case 'no-parties':
      return { kind: refusal.kind, reason: 'Nobody has points.' };
  }
}
