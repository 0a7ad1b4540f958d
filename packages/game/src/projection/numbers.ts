import type { ScenarioNumbers } from '@btt/protocol';
import type { Scenario } from '@btt/scenario';
import { pick } from './pick';

/** The numbers of a scenario, for its author. */
export function numbersOf(scenario: Scenario): ScenarioNumbers {
  const { factions, principals, issues, roles } = scenario;
  const nameOf = (id: string) => roles.find((role) => role.id === id)?.name ?? id;
  return {
    factions: factions.map((faction) => ({
      name: nameOf(faction.id),
      ...pick(faction, 'id', 'weight', 'start', 'yes', 'no', 'fierce', 'judgement', 'noAgreement'),
    })),
    negotiators: principals.map(({ role, noAgreement }) => ({ id: role, name: nameOf(role), noAgreement })),
    issues: issues.map(({ id, name, options }) => ({
      id,
      name,
      options: options.map((option) => pick(option, 'id', 'label')),
    })),
    points: Object.fromEntries([
      ...factions.map(({ id, points }) => [id, points] as const),
      ...principals.map(({ role, points }) => [role, points] as const),
    ]),
  };
}
