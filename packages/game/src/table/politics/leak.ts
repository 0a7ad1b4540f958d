import { type MoveMade, refuse } from '@btt/protocol';
import type { Chronicle } from '../chronicle';
import { act, discloseMove, letsOut } from '../consequences';
import type { Cause } from '../effects';
import { type Actor, type Of, outsideBargaining } from '../decide/actor';
import type { Verdict } from '../decide/verdict';
import { canPay, changeCapital } from './capital';

/** Political capital for a leak. */
export const LEAK_COST = 1;

/** A faction gives to the press what it was told in confidence. Nobody learns who did it. */
export function leak(chronicle: Chronicle, actor: Actor, command: Of<'leak'>): Verdict {
  const { role, view } = actor;
  if (role.kind !== 'faction') return refuse('not-entitled');
  const wrong = outsideBargaining(actor);
  if (wrong) return wrong;
  const made = view.moves.find((one) => one.id === command.happening);
  if (!made) return refuse('unknown-happening');
  if (made.audience === 'everyone') return refuse('nothing-to-do');
  if (!canPay(view.capital[role.id], LEAK_COST)) return refuse('too-expensive');
  letOut(chronicle, made);
  changeCapital(chronicle, role.id, -LEAK_COST, made.id);
  return null;
}

/** What would follow if chance let the move out, follows also when somebody does. */
function letOut(chronicle: Chronicle, made: MoveMade): void {
  const desk = chronicle.desk();
  const chances = desk.draws.flatMap((one) => {
    const action = one.cause === made.id ? chronicle.game.draws.get(one.draw)?.action : undefined;
    return action && one.hit !== true && letsOut(action) ? [{ action, open: one.hit === null }] : [];
  });
  // Chances that are still open; where there are none, the last that has passed by.
  const open = chances.filter((one) => one.open);
  const follows = (open.length > 0 ? open : chances.slice(-1)).flatMap(({ action }) => action.hit);
  const news = follows.find((one) => one.kind === 'disclose' && one.what === 'move');
  discloseMove(chronicle, made, 'everyone', news?.kind === 'disclose' ? (news.text ?? '') : '');
  const out = chronicle.desk().moves.filter((one) => one.move === made.move && one.audience === 'everyone');
  const cause: Cause = {
    id: made.id,
    source: made.move,
    known: 'everyone',
    made: { ...made, audience: 'everyone' },
    picked: made.picked,
    answering: made.answers,
    time: out.length,
  };
  for (const one of follows) if (one.kind !== 'disclose') act(chronicle, cause, one);
}
