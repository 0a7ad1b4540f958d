import type { FactionId, OptionTest, RoleId } from '@btt/scenario';
import type { Adjustment, RefereeScenario } from '../model';
import { stridesOf } from './numbers';

/** What members can be sorted by. */
export type SortValue =
  /** Own points of a negotiator or faction: options and interactions. */
  | { readonly kind: 'value'; readonly of: RoleId }
  /** Support of a faction, adjustments included. */
  | { readonly kind: 'support'; readonly of: FactionId };

/** Values deals by their numbers, as `principalValue` and `support` do; 0 for somebody without a score sheet. */
export function valuer(
  scenario: RefereeScenario,
  adjustments: readonly Adjustment[],
  sort: SortValue,
): (number: number) => number {
  const faction = scenario.factions.find((one) => one.id === sort.of);
  const sheet =
    sort.kind === 'support' ? faction : (scenario.principals.find((one) => one.role === sort.of) ?? faction);
  if (!sheet) return () => 0;
  const strides = Float64Array.from(stridesOf(scenario));
  const points = scenario.issues.map((issue) =>
    Float64Array.from(issue.options, (option) => sheet.points[issue.id]?.[option.id] ?? 0),
  );
  const extras = [
    ...scenario.interactions.filter((one) => one.of === sort.of),
    ...(sort.kind === 'support' ? adjustments.filter((one) => one.faction === sort.of) : []),
  ];
  const start =
    (sort.kind === 'support' ? (faction?.start ?? 0) : 0) +
    extras.reduce((sum, one) => (one.deal.length === 0 ? sum + one.points : sum), 0);
  const conditional = extras
    .filter((one) => one.deal.length > 0)
    .map((one) => ({ points: one.points, passes: passing(scenario, one.deal) }));
  const chosen = new Int32Array(points.length);
  return (number) => {
    let value = start;
    let rest = number;
    for (let issue = 0; issue < chosen.length; issue++) {
      const stride = strides[issue] ?? 1;
      const option = Math.floor(rest / stride);
      rest -= option * stride;
      chosen[issue] = option;
      value += points[issue]?.[option] ?? 0;
    }
    for (let at = 0; at < conditional.length; at++) {
      const one = conditional[at];
      if (one?.passes(chosen)) value += one.points;
    }
    return value;
  };
}

/** Whether chosen options pass all tests. */
function passing(scenario: RefereeScenario, tests: readonly OptionTest[]): (chosen: Int32Array) => boolean {
  const compiled = tests.map((test) => {
    const issue = scenario.issues.findIndex((one) => one.id === test.issue);
    return {
      issue,
      options: scenario.issues[issue]?.options.map((option) => test.options.includes(option.id)) ?? [],
    };
  });
  return (chosen) => compiled.every(({ issue, options }) => options[chosen[issue] ?? -1] === true);
}
