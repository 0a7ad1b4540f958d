import type { BalanceRow, Scenario } from '@btt/scenario';
import { plannedAdjustments } from '../plan/adjustments';
import { eventAdjustments } from '../plan/automatic';
import { verdict } from '../verdict/verdict';
import { winSets } from '../win-sets/win-sets';
import { messagesFor } from '../words/language';

export interface BalanceCheck {
  readonly name: string;
  readonly holds: boolean;
  /** The row with what came out, for its author. */
  readonly sentence: string;
}

/** More combinations than this are not gone through for a row that states the size of the joint win-set. */
const MOST_DEALS = 200_000_000;

/** Whether the rows of a scenario's `balance` come out, under model votes and with the moves of the row going as it says. */
export function checkBalance(scenario: Scenario): BalanceCheck[] {
  return scenario.balance.map((row) => checkRow(scenario, row));
}

function checkRow(scenario: Scenario, row: BalanceRow): BalanceCheck {
  const say = messagesFor(scenario.language);
  const adjustments = [
    ...plannedAdjustments(scenario, row.moves, { bad: row.bad, uninvited: row.uninvited }),
    ...eventAdjustments(scenario, row.events),
  ];
  const found = verdict(scenario, row.deal, adjustments);
  const sides = row.expect.map((expected) => {
    const side = found.sides.find((one) => one.side === expected.side);
    const holds =
      side !== undefined &&
      side.passes === expected.passes &&
      (expected.yes === null || expected.yes === side.yes) &&
      (expected.no === null || expected.no === side.no);
    const result = side
      ? say.came(expected.side, side.passes, side.yes, side.no)
      : say.sideMissing(expected.side);
    const wanted = holds ? '' : say.expected(expected.passes, expected.yes, expected.no);
    return { holds, text: `${result}${wanted}` };
  });
  const parts = [...sides, ...jointOf(scenario, row, adjustments)];
  return {
    name: row.name,
    holds: parts.every((part) => part.holds),
    sentence: `${row.name}: ${parts.map((part) => part.text).join('; ')}`,
  };
}

function jointOf(scenario: Scenario, row: BalanceRow, adjustments: Parameters<typeof winSets>[1]) {
  if (row.joint === null) return [];
  const say = messagesFor(scenario.language);
  const found = winSets(scenario, adjustments, MOST_DEALS);
  if (found.kind !== 'exact') return [{ holds: false, text: say.jointTooLarge(found.deals) }];
  const holds = found.joint === row.joint;
  return [{ holds, text: say.joint(found.joint, holds ? null : row.joint) }];
}
