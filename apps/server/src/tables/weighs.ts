import type { Desk } from '@btt/protocol';

/** Whether anything has changed that the referee looks at. */
export function weighs(before: Desk | undefined, after: Desk): boolean {
  return before?.text !== after.text || before.effects !== after.effects || before.deal !== after.deal;
}
