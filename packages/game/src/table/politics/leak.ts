import { refuse } from '@btt/protocol';
import type { Chronicle } from '../chronicle';
import { discloseMove } from '../consequences';
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
  discloseMove(chronicle, made, 'everyone', '');
  changeCapital(chronicle, role.id, -LEAK_COST, made.id);
  return null;
}
