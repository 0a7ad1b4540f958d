import type { Finding } from '@btt/protocol';
import { playabilitySteps } from '@btt/referee';
import type { Scenario } from '@btt/scenario';

/** The playability check in slices: hands out how far it is, 0 to 1. It may take minutes, and belongs on a thread of its own. */
export function* findingSteps(scenario: Scenario): Generator<number, readonly Finding[], void> {
  return yield* playabilitySteps(scenario);
}
