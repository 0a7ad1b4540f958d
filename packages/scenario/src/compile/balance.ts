import type { BalanceRow } from '../model';
import type { Path } from '../problems/problem';
import { type Context, refers, refersToOption } from './context';

/** Rows of the author's check on the numbers. A row says only how its deal differs from history. */
export function compileBalance(context: Context): BalanceRow[] {
  const { balance, historic } = context.author;
  return balance.map((row, at) => {
    const path: Path = ['balance', at];
    for (const [issue, option] of Object.entries(row.deal)) {
      if (refers(context, 'issue', issue, [...path, 'deal', issue], 'key'))
        refersToOption(context, issue, option, [...path, 'deal', issue]);
    }
    const deal = { ...historic?.deal, ...row.deal };
    const open = [...context.names.issues.keys()].filter((issue) => deal[issue] === undefined);
    if (open.length > 0) {
      const issues = open.map((issue) => `\`${issue}\``).join(', ');
      context.problem([...path, 'deal'], 'incomplete', `says nothing of ${issues}`, 'key');
    }
    const moves = row.moves === 'historic' ? (historic?.moves ?? []) : row.moves;
    if (row.moves !== 'historic')
      row.moves.forEach((move, place) => refers(context, 'move', move, [...path, 'moves', place]));
    for (const key of ['bad', 'uninvited'] as const)
      row[key].forEach((move, place) => {
        if (refers(context, 'move', move, [...path, key, place]) && !moves.includes(move))
          context.problem([...path, key, place], 'inconsistent', `\`${move}\` is not among the row's moves`);
      });
    row.events.forEach((event, place) => refers(context, 'trigger', event, [...path, 'events', place]));
    return {
      name: row.name,
      deal,
      moves,
      bad: row.bad,
      uninvited: row.uninvited,
      events: row.events,
      expect: Object.entries(row.expect).flatMap(([side, { passes, yes = null, no = null }]) =>
        refers(context, 'side', side, [...path, 'expect', side], 'key') ? [{ side, passes, yes, no }] : [],
      ),
      joint: row.joint ?? null,
    };
  });
}
