import type { FairPoints } from '@btt/protocol';
import { automaticAdjustments, plannedAdjustments, solutionPoints } from '@btt/referee';
import type { Game } from '../../game';
import { inBounds } from './outcome';
import { gainsOf, type Yardstick } from './yardstick';

/** Points of the front that are told; more than any picture can show. */
const MOST_POINTS = 2_000;

/**
 * The front and the Nash point of a yardstick, as values from no agreement (0) to the best that could have been ratified (100). Both over
 * the same agreements: those that all sides could ratify with all the help that they could afford. null where there is no such front.
 */
export function fairPoints({ scenario, index }: Game, { joint, measures }: Yardstick): FairPoints | null {
  if (joint === null || joint.points.length === 0) return null;
  const { parties, points } = joint;
  const solved = solutionPoints(scenario, {
    within: 'joint',
    adjustments: [...automaticAdjustments(scenario), ...plannedAdjustments(scenario, measures)],
    parties: parties.map(({ role }) => role),
  });
  const nash = solved.kind === 'exact' && solved.nash.kind === 'found' ? solved.nash.deals : [];
  const distinct = new Map(
    nash.map(({ values }) => {
      const gains = gainsOf(parties, ({ noAgreement }, at) => values[at] ?? noAgreement);
      return [values.join(), gains] as const;
    }),
  );
  return {
    sides: parties.map(({ role }) => index.role(role)?.side ?? role),
    front: points.slice(0, MOST_POINTS).map(inHundred),
    nash: [...distinct.values()].map(inHundred),
  };
}

const inHundred = (gains: readonly number[]) => gains.map((gain) => inBounds(100 * gain));
