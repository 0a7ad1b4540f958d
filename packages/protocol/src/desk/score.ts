import type { OptionTest } from '@btt/scenario';
import type { OwnBrief } from '../brief';
import type { Terms } from '../facts';
import type { Desk } from './desk';

export interface ScoreLine {
  readonly what: 'start' | 'option' | 'interaction' | 'effect';
  /** Issue for options; happening id of the cause for effects, null when the cause is unknown. */
  readonly of: string | null;
  readonly points: number;
}

export interface Score {
  readonly total: number;
  readonly lines: readonly ScoreLine[];
  readonly refused: readonly string[];
}

/** A faction's exact support for terms, from what the faction itself knows: own points, own red lines, effects it has felt. */
export function factionScore(own: OwnBrief, effects: Desk['effects'], terms: Terms): Score | null {
  if (!own.faction) return null;
  const lines: ScoreLine[] = [
    { what: 'start', of: null, points: own.faction.start },
    ...Object.entries(terms).map(
      ([issue, option]): ScoreLine => ({
        what: 'option',
        of: issue,
        points: own.points?.[issue]?.[option] ?? 0,
      }),
    ),
    ...own.interactions
      .filter((one) => matches(terms, one.deal))
      .map((one): ScoreLine => ({ what: 'interaction', of: null, points: one.points })),
    ...effects
      .filter((one) => one.faction === own.role && matches(terms, one.deal))
      .map((one): ScoreLine => ({ what: 'effect', of: one.cause, points: one.points })),
  ];
  return {
    total: sum(lines.map((line) => line.points)),
    lines,
    refused: own.faction.redLines.filter((line) => matches(terms, line.deal)).map((line) => line.text),
  };
}

/** How a faction would vote on a score: its own thresholds, nothing hidden. */
export function voteOn(own: OwnBrief, score: Score): 'yes' | 'no' | 'abstain' {
  if (!own.faction) return 'abstain';
  if (score.refused.length > 0 || score.total <= own.faction.no) return 'no';
  return score.total >= own.faction.yes ? 'yes' : 'abstain';
}

/** A negotiator's own value of terms: points of the options and interactions. */
export function principalValue(own: OwnBrief, terms: Terms): number | null {
  if (!own.points) return null;
  const options = Object.entries(terms).map(([issue, option]) => own.points?.[issue]?.[option] ?? 0);
  return sum([
    ...options,
    ...own.interactions.filter((one) => matches(terms, one.deal)).map((one) => one.points),
  ]);
}

function matches(terms: Terms, tests: readonly OptionTest[]): boolean {
  return tests.every((test) => test.options.includes(terms[test.issue] ?? ''));
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
