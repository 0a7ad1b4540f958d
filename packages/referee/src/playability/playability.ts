import type { Scenario } from '@btt/scenario';
import { between, finish, type Steps } from '../win-sets/steps';
import { checkBalance } from './balance';
import { type Check, good, bad } from './checks';
import { helpSteps } from './help';
import { influenceSteps } from './influence';
import { checkTexts } from './texts';

/**
 * Whether a scenario can be played as the game is meant: it fails without help and succeeds with it, everybody and everything can matter,
 * and nobody reads another's secrets. Sentences are for the author.
 */
export function playability(scenario: Scenario): Check[] {
  return finish(playabilitySteps(scenario));
}

/** The same in slices. */
export function* playabilitySteps(scenario: Scenario): Steps<Check[]> {
  const rows = checkBalance(scenario).map((row) => (row.holds ? good : bad)('balance', row.sentence));
  const help = yield* between(0.1, 0.5, helpSteps(scenario));
  const influence = yield* between(0.5, 1, influenceSteps(scenario));
  return [...rows, ...help, ...influence, ...checkTexts(scenario)];
}
