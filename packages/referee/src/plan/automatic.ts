import type { Action, Scenario, Trigger, TriggerId } from '@btt/scenario';
import type { Adjustment } from '../model';

/**
 * What happens by itself and still counts at the vote: effects to the end of events that come with a round. Of their cases the one counts
 * that needs nothing; chances are left open.
 */
export function automaticAdjustments(scenario: Pick<Scenario, 'triggers'>): Adjustment[] {
  return scenario.triggers.filter(comesByItself).flatMap((trigger) => actionsOf(trigger).flatMap(lasting));
}

/** The same of events that are said to have happened, and would not come by themselves. */
export function eventAdjustments(
  scenario: Pick<Scenario, 'triggers'>,
  events: readonly TriggerId[],
): Adjustment[] {
  return scenario.triggers
    .filter((trigger) => events.includes(trigger.id) && !comesByItself(trigger))
    .flatMap((trigger) => actionsOf(trigger).flatMap(lasting));
}

function comesByItself(trigger: Trigger): boolean {
  return trigger.at.kind === 'round' && trigger.onlyIf === null;
}

function actionsOf({ cases, always }: Trigger): Action[] {
  const plain = cases.find((one) => one.when === null);
  return [...(plain?.do ?? []), ...always];
}

function lasting(action: Action): Adjustment[] {
  if (action.kind !== 'effect' || action.until.kind !== 'end' || action.scale) return [];
  return [{ faction: action.faction, points: action.points, deal: action.deal }];
}
