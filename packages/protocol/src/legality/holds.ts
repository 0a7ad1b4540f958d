import type { Condition, OptionTest } from '@btt/scenario';
import type { Desk } from '../desk/desk';
import type { HappeningId } from '../facts';

/** What a condition may ask about besides the desk. Whatever is missing is false. */
export interface Circumstances {
  /** All sides of the scenario: a clause is agreed when every one accepts it. */
  readonly sides: readonly string[];
  /** The move whose condition is tested, and how it is being made. */
  readonly move?: string;
  readonly picked?: readonly string[];
  readonly answering?: HappeningId | null;
  /** Model support of a faction on the agreed terms: known to the referee alone. */
  readonly support?: (faction: string) => number;
}

/** Whether a condition holds on what a desk knows. */
export function holds(condition: Condition, desk: Desk, about: Circumstances): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((part) => holds(part, desk, about));
    case 'any':
      return condition.of.some((part) => holds(part, desk, about));
    case 'not':
      return !holds(condition.of, desk, about);
    case 'taken':
      return timesMade(desk, condition.move) >= condition.times;
    case 'before':
      return desk.triggers[condition.trigger] === undefined;
    case 'after':
      return desk.triggers[condition.trigger] !== undefined;
    case 'round':
      return desk.round >= condition.from && desk.round <= condition.to;
    case 'invited':
      return about.move !== undefined && openInvitation(desk, about.move, condition.by) !== null;
    case 'secret':
      return (
        about.answering != null && desk.secrets[about.answering]?.[condition.key]?.value === condition.value
      );
    case 'agreed':
      return condition.terms.every(
        (test) => isAgreed(desk, test.issue, about.sides) && draftMatches(desk, test),
      );
    case 'draft':
      return condition.terms.every((test) => draftMatches(desk, test));
    case 'support':
      return about.support !== undefined && about.support(condition.faction) >= condition.least;
    case 'kept':
      return desk.obligations[condition.obligation]?.state === 'kept';
    case 'broken':
      return desk.obligations[condition.obligation]?.state === 'broken';
    case 'picked':
      return (about.picked?.length ?? 0) >= condition.least;
    case 'initialled':
      return about.sides.every((side) => desk.initials[side] !== undefined);
  }
}

export function timesMade(desk: Desk, move: string): number {
  return desk.moves.filter((made) => made.move === move).length;
}

/** The newest invitation by the side for this move that has not been used up; null if there is none. Each taking of the move uses one up. */
export function openInvitation(desk: Desk, move: string, side: string): HappeningId | null {
  const open: HappeningId[] = [];
  for (const made of desk.moves) {
    if (made.side === side && made.invites.includes(move)) open.push(made.id);
    else if (made.move === move) open.pop();
  }
  return open.at(-1) ?? null;
}

/** Every side stands by the clause's option. */
export function isAgreed(desk: Desk, issue: string, sides: readonly string[]): boolean {
  const clause = desk.text[issue];
  return (
    clause !== undefined && clause.option !== null && sides.every((side) => clause.accepted.includes(side))
  );
}

function draftMatches(desk: Desk, test: OptionTest): boolean {
  const option = desk.text[test.issue]?.option;
  return option != null && test.options.includes(option);
}
