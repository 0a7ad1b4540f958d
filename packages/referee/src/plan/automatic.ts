import type { Action, Scenario, Trigger } from '@btt/scenario';
import type { Adjustment } from '../model';

/**
 * What happens by itself and still counts at the vote: effects to the end of events that come with a round. Of their cases the one counts
 * that needs nothing; chances are left open.
 */
export function automaticAdjustments(scenario: Pick<Scenario, 'triggers'>): Adjustment[] {
  return scenario.triggers
    .filter((trigger) => trigger.at.kind === 'round' && trigger.onlyIf === null)
    .flatMap((trigger) => actionsOf(trigger).flatMap(lasting));
}

function actionsOf({ cases, always }: Trigger): Action[] {
  const plain = cases.find((one) => one.when === null);
  return [...(plain?.do ?? []), ...always];
}

function lasting(action: Action): Adjustment[] {
  if (action.kind !== 'effect' || action.until.kind !== 'end' || action.scale) return [];
  return [{ faction: action.faction, points: action.points, deal: action.deal }];
}
