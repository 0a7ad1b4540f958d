import { refuse } from '@btt/protocol';
import type { Chronicle } from '../chronicle';
import type { Actor, Of } from '../decide/actor';
import type { Verdict } from '../decide/verdict';
import { teamOf } from './teams';

/** Tells the helper what came of a move made for, or against, one's own factions: the one certain sign before the debrief. */
export function acknowledge(chronicle: Chronicle, actor: Actor, command: Of<'acknowledge'>): Verdict {
  const { game } = chronicle;
  const { role, view } = actor;
  if (role.side === null || (role.kind !== 'negotiator' && role.kind !== 'aide'))
    return refuse('not-entitled');
  if (view.phase !== 'bargaining' && view.phase !== 'ratification') return refuse('wrong-phase');
  const made = view.moves.find((move) => move.id === command.happening);
  if (!made || made.side === null || made.side === role.side) return refuse('unknown-happening');
  if (view.politics.acknowledged[made.id] !== undefined) return refuse('used-up');
  const desk = chronicle.desk();
  // What it did counts, also where it did not last.
  const points = Object.values(desk.behind)
    .filter(({ cause, faction }) => cause === made.id && game.index.faction(faction)?.side === role.side)
    .reduce((sum, felt) => sum + felt.points, 0);
  chronicle.tell([...teamOf(game, role.side), ...teamOf(game, made.side), made.role], {
    type: 'acknowledged',
    id: chronicle.nextId(),
    of: made.id,
    role: role.id,
    side: role.side,
    result: points > 0 ? 'helped' : points < 0 ? 'hurt' : 'nothing',
  });
  return null;
}

/** In the opened debrief: would one defend this move before the public? */
export function judge(chronicle: Chronicle, actor: Actor, command: Of<'judge'>): Verdict {
  if (!actor.view.debriefOpen) return refuse('debrief-closed');
  const desk = chronicle.desk();
  if (!desk.moves.some((move) => move.id === command.happening)) return refuse('unknown-happening');
  if (actor.view.politics.judgements[command.happening]?.[actor.person] === command.defend)
    return refuse('nothing-to-do');
  chronicle.tell([actor.role.id], {
    type: 'judged',
    of: command.happening,
    person: actor.person,
    defend: command.defend,
  });
  return null;
}
