import {
  type Deal,
  type IssueId,
  matchesTests,
  type OptionTest,
  type PartialDeal,
  type RoleId,
} from '@btt/scenario';
import type { RefereeScenario } from '../model';
import { pointsOfInteractions, pointsOfOptions } from '../support/support';

interface Scored {
  readonly points: Readonly<Record<IssueId, Readonly<Record<string, number>>>>;
  readonly noAgreement: number;
}

/** Whoever has points and a no-agreement value: a negotiator, or a faction. */
function scoreSheet(scenario: RefereeScenario, role: RoleId): Scored | null {
  return (
    scenario.principals.find((one) => one.role === role) ??
    scenario.factions.find((one) => one.id === role) ??
    null
  );
}

/** Own points of a negotiator or faction: options plus interactions, as the scenario states them. null if the role has no score sheet. */
export function principalValue(scenario: RefereeScenario, role: RoleId, deal: PartialDeal): number | null {
  const sheet = scoreSheet(scenario, role);
  return sheet && pointsOfOptions(sheet.points, deal) + pointsOfInteractions(scenario, role, deal);
}

/**
 * Normalised utility: (value − no-agreement) / (best − no-agreement), where best is the highest value of any possible deal. 0 is as good
 * as no agreement, 1 the best there is. null if the role has no score sheet or no deal is better than no agreement.
 */
export function normalisedUtility(scenario: RefereeScenario, role: RoleId, deal: PartialDeal): number | null {
  const sheet = scoreSheet(scenario, role);
  const value = principalValue(scenario, role, deal);
  const best = bestValue(scenario, role);
  if (!sheet || value === null || best === null || best.value <= sheet.noAgreement) return null;
  return (value - sheet.noAgreement) / (best.value - sheet.noAgreement);
}

/**
 * The highest value of any possible deal, and the first deal in the scenario's order that gives it. Found by branch and bound: what is
 * still open counts its best points. null if the role has no score sheet or no deal is possible.
 */
export function bestValue(
  scenario: RefereeScenario,
  role: RoleId,
): { readonly value: number; readonly deal: Deal } | null {
  const sheet = scoreSheet(scenario, role);
  if (!sheet) return null;
  const own = scenario.interactions.filter((one) => one.of === role);
  const pointsFor = (issue: IssueId, option: string) => sheet.points[issue]?.[option] ?? 0;
  const hopes = [0];
  for (const issue of scenario.issues.toReversed()) {
    hopes.unshift(
      (hopes[0] ?? 0) + Math.max(...issue.options.map((option) => pointsFor(issue.id, option.id))),
    );
  }
  let best: { value: number; deal: Deal } | null = null;

  function extend(deal: Deal, sum: number, at: number): void {
    const promised = own.reduce(
      (total, one) => total + (mayStillMatch(deal, one.deal) ? Math.max(0, one.points) : 0),
      0,
    );
    const lost = own.reduce(
      (total, one) => total + (matchesTests(deal, one.deal) ? Math.min(0, one.points) : 0),
      0,
    );
    if (best !== null && sum + (hopes[at] ?? 0) + promised + lost <= best.value) return;
    if (scenario.incompatible.some((set) => matchesTests(deal, set))) return;
    const issue = scenario.issues[at];
    if (issue === undefined) {
      best = { value: sum + pointsOfInteractions(scenario, role, deal), deal };
      return;
    }
    for (const option of issue.options) {
      extend({ ...deal, [issue.id]: option.id }, sum + pointsFor(issue.id, option.id), at + 1);
    }
  }

  extend({}, 0, 0);
  return best;
}

function mayStillMatch(deal: PartialDeal, tests: readonly OptionTest[]): boolean {
  return tests.every((test) => {
    const option = deal[test.issue];
    return option === null || option === undefined || test.options.includes(option);
  });
}
