import type { Condition, MoveKind } from '@btt/scenario';
import type { Desk } from '../desk/desk';
import type { HappeningId } from '../facts';
import type { RefusalCode } from '../refusals';
import { holds, timesMade } from './holds';

/** As much of a move as decides whether it may be made. */
export interface MoveTerms {
  readonly id: string;
  readonly kind: MoveKind;
  readonly cost: number;
  readonly limit: number | null;
  readonly answers: string | null;
  readonly available: Condition | null;
  readonly seenBy: 'everyone' | 'host' | readonly string[];
  readonly consent: { readonly of: readonly string[]; readonly least: number } | null;
}

/**
 * Whether a role may make a move now, judged by what its own desk shows and by nothing hidden: the same function greys the
 * button and refuses the command. null = it may.
 */
export function mayMove(
  desk: Desk,
  move: MoveTerms,
  role: { readonly id: string; readonly side: string | null },
  sides: readonly string[],
): RefusalCode | null {
  if (desk.phase !== 'bargaining') return 'wrong-phase';
  if (desk.paused !== null) return 'paused';
  if (move.limit !== null && timesMade(desk, move.id) >= move.limit) return 'used-up';
  if (move.kind === 'statement' && move.seenBy === 'everyone' && desk.lines[role.id] === desk.round)
    return 'line-spent';
  if (move.answers !== null && role.side !== null && dueAnswer(desk, move.answers, role.side) === null)
    return 'nothing-to-answer';
  if (move.available !== null && !holds(move.available, desk, { sides, move: move.id }))
    return 'not-available';
  if (move.consent !== null && !hasConsent(desk, move.id, move.consent)) return 'no-consent';
  const balance = desk.capital[role.id];
  if (balance !== null && balance !== undefined && balance < move.cost) return 'too-expensive';
  if (balance === undefined && move.cost > 0) return 'too-expensive';
  return null;
}

/** The newest provocation by this move that the side has been asked to answer and has not answered as far as the desk shows; null if none. */
export function dueAnswer(desk: Desk, provocation: string, side: string): HappeningId | null {
  const open = desk.moves.filter(
    (made) =>
      made.move === provocation &&
      made.expects.includes(side) &&
      !desk.moves.some(
        (answer) =>
          answer.answers === made.id &&
          answer.side === side &&
          answer.kind === 'answer' &&
          !answer.tags.includes('inquiry'),
      ),
  );
  return open[open.length - 1]?.id ?? null;
}

/** As many of those asked have agreed as the move needs, or all of them that people sit on: an empty seat holds nobody up. */
export function hasConsent(
  desk: Desk,
  move: string,
  { of, least }: NonNullable<MoveTerms['consent']>,
): boolean {
  const held = of.filter((role) => (desk.seats[role]?.length ?? 0) > 0);
  const given = desk.politics.consents[move]?.given ?? {};
  return of.filter((role) => given[role] === true).length >= Math.min(least, held.length);
}
