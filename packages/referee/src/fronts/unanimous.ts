import type { Adjustment, RefereeScenario } from '../model';
import { finish, type Steps } from '../win-sets/steps';
import { createCounter } from '../win-sets/win-sets';

export type Unanimous =
  | {
      readonly kind: 'exact';
      /** Possible deals, and those among them in which every faction votes yes. */
      readonly deals: number;
      readonly count: number;
    }
  | { readonly kind: 'too-large'; readonly deals: number };

/** How many deals every single faction votes for by the model, whatever the rules of the sides ask. */
export function unanimousCount(
  scenario: RefereeScenario,
  adjustments: readonly Adjustment[] = [],
  limit?: number,
): Unanimous {
  return finish(unanimousSteps(scenario, adjustments, limit));
}

/** The same in slices. */
export function* unanimousSteps(
  scenario: RefereeScenario,
  adjustments: readonly Adjustment[] = [],
  limit?: number,
): Steps<Unanimous> {
  const counts = yield* createCounter(askingEverybody(scenario)).countSteps(adjustments, limit);
  return counts.kind === 'too-large' ? counts : { kind: 'exact', deals: counts.deals, count: counts.joint };
}

/** The same game with one side, which ratifies what every faction votes for. */
export function askingEverybody(scenario: RefereeScenario): RefereeScenario {
  const factions = scenario.factions.map((one) => one.id);
  return {
    ...scenario,
    sides: [
      {
        id: 'everybody',
        name: '',
        short: '',
        place: '',
        colour: 'blue',
        rule: { kind: 'unanimity', factions },
        ruleText: '',
      },
    ],
  };
}
