import type { PartialDeal, RoleId } from '@btt/scenario';
import { unanimousSteps } from '../fronts/unanimous';
import type { PartyChoice } from '../fronts/parties';
import type { Adjustment, RefereeScenario } from '../model';
import { verdict } from '../verdict/verdict';
import { between, type Steps } from '../win-sets/steps';
import { createCounter, SYNCHRONOUS_DEALS } from '../win-sets/win-sets';
import { speak } from '../words/explain';
import { comparisonSteps } from './comparison';
import { listSteps, type ListWanted } from './list';
import type { Report, SideReport } from './model';
import { sidePower } from './sides';

export interface ReportWanted {
  /** What the record contributes. */
  readonly adjustments?: readonly Adjustment[];
  /** A deal, or a draft, to be judged as well. */
  readonly deal?: PartialDeal;
  /** Whose values are compared; without it, the principals. */
  readonly parties?: readonly RoleId[];
  /** Members of a win-set to be listed. */
  readonly list?: ListWanted;
  /** More combinations than this are not gone through: `SYNCHRONOUS_DEALS` unless it is said. */
  readonly limit?: number;
}

/** Everything the referee can say of a scenario at one moment, as plain data; see docs/analysis-output.md. */
export function* reportSteps(scenario: RefereeScenario, wanted: ReportWanted = {}): Steps<Report> {
  const { adjustments = [], limit = SYNCHRONOUS_DEALS } = wanted;
  const counts = yield* between(0, 0.2, createCounter(scenario).countSteps(adjustments, limit));
  const unanimous = yield* between(0.2, 0.3, unanimousSteps(scenario, adjustments, limit));
  const exact = counts.kind === 'exact' ? counts : null;
  const sides = scenario.sides.map((side): SideReport => {
    const count = exact?.sides.find((one) => one.side === side.id)?.count ?? null;
    return { side: side.id, winSet: countOf(count, exact?.deals ?? null), ...sidePower(scenario, side.id) };
  });
  const parties: PartyChoice = wanted.parties ?? 'principals';
  const compare = { adjustments, limit };
  const principals = yield* between(0.3, 0.6, comparisonSteps(scenario, { ...compare, parties }));
  const everybody = yield* between(0.6, 0.9, comparisonSteps(scenario, { ...compare, parties: 'everybody' }));
  const list = wanted.list
    ? yield* between(0.9, 1, listSteps(scenario, { ...wanted.list, adjustments, limit, parties }))
    : null;
  return {
    format: 'behind-the-table/analysis',
    version: 1,
    combinations: scenario.issues.reduce((product, issue) => product * issue.options.length, 1),
    deals: exact?.deals ?? null,
    sides,
    joint: countOf(exact?.joint ?? null, exact?.deals ?? null),
    unanimous: countOf(unanimous.kind === 'exact' ? unanimous.count : null, exact?.deals ?? null),
    principals,
    everybody,
    deal: wanted.deal
      ? speak(
          scenario,
          verdict(scenario, wanted.deal, adjustments),
          isWhole(scenario, wanted.deal) ? 'result' : 'draft',
        )
      : null,
    list,
  };
}

function countOf(count: number | null, of: number | null): Report['joint'] {
  return count === null || of === null ? null : { count, share: of === 0 ? 0 : count / of };
}

function isWhole(scenario: RefereeScenario, deal: PartialDeal): boolean {
  return scenario.issues.every((issue) => issue.options.some((option) => option.id === deal[issue.id]));
}
