import type { Desk } from '../desk/desk';
import type { RefusalCode } from '../refusals';
import { isAgreed } from './holds';

/** Whether a standing obligation forbids the side to accept or initial this option. */
export function isFrozen(desk: Desk, side: string, issue: string, option: string): boolean {
  return Object.values(desk.obligations).some(
    (obligation) =>
      obligation.state === 'standing' &&
      obligation.side === side &&
      obligation.ban.kind === 'options' &&
      obligation.ban.allowed.some((test) => test.issue === issue && !test.options.includes(option)),
  );
}

/** Whether the side may initial the draft as it stands. */
export function mayInitial(
  desk: Desk,
  side: string,
  issues: readonly string[],
  sides: readonly string[],
): RefusalCode | null {
  if (desk.phase !== 'bargaining') return 'wrong-phase';
  if (desk.paused !== null) return 'paused';
  if (desk.initials[side] !== undefined) return 'nothing-to-do';
  if (!issues.every((issue) => isAgreed(desk, issue, sides))) return 'draft-open';
  if (issues.some((issue) => isFrozen(desk, side, issue, desk.text[issue]?.option ?? ''))) return 'frozen';
  return null;
}
