import { createReferee } from '@btt/referee';
import type { Scenario } from '@btt/scenario';
import type { Vector } from './vector';

type Referee = ReturnType<typeof createReferee>;

/** Sizes of the win-sets of every side and of all together; `too-large` where there are more deals than anybody would wait for. */
export type WinSets = ReturnType<Referee['counts']>;

/** The part of a scenario that the referee counts with: plain data that can be sent to another thread. */
export type Countable = Parameters<typeof createReferee>[0];

/** Combinations that are counted at most: tens of seconds of work. */
const MOST_DEALS = 20_000_000_000;
/** Vectors whose counts are remembered. */
const REMEMBERED = 512;

/** Counts win-sets in slices. Made where time does not matter: neither making it nor counting belongs on a thread that serves people. */
export interface Counting {
  /** Hands out how far it is (0 to 1) every few milliseconds of work. Several counts may take turns. */
  steps(vector: Pick<Vector, 'adjustments'>): Generator<number, WinSets, void>;
}

export function createCounting(scenario: Countable): Counting {
  const referee = createReferee(scenario, { limit: MOST_DEALS, remembered: REMEMBERED });
  return { steps: ({ adjustments }) => referee.countSteps(adjustments) };
}

/** What of a scenario has to be known for counting. */
export function countable(scenario: Scenario): Countable {
  const { language, sides, roles, factions, principals, issues, incompatible, interactions } = scenario;
  return { language, sides, roles, factions, principals, issues, incompatible, interactions };
}
