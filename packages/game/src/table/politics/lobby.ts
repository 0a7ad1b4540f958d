import { refuse } from '@btt/protocol';
import type { Chronicle } from '../chronicle';
import { affect } from '../effects';
import { type Actor, type Of, outsideBargaining } from '../decide/actor';
import type { Verdict } from '../decide/verdict';
import { canPay, changeCapital } from './capital';

/** Political capital for working on another faction. */
export const LOBBY_COST = 1;

/** A faction works on another of its side. Whether that one is swayed, it says itself. */
export function lobby(chronicle: Chronicle, actor: Actor, command: Of<'lobby'>): Verdict {
  const { role, view } = actor;
  if (role.kind !== 'faction') return refuse('not-entitled');
  const wrong = outsideBargaining(actor);
  if (wrong) return wrong;
  const target = chronicle.game.index.role(command.faction);
  if (target?.kind !== 'faction' || target.side !== role.side || target.id === role.id)
    return refuse('unknown-role');
  const before = Object.values(view.politics.lobbies).some(
    (one) => one.faction === role.id && one.target === target.id,
  );
  if (before) return refuse('used-up');
  if (!canPay(view.capital[role.id], LOBBY_COST)) return refuse('too-expensive');
  const id = chronicle.nextId();
  chronicle.tell([role.id, target.id], {
    type: 'lobbied',
    id,
    faction: role.id,
    target: target.id,
    wants: command.wants,
    words: command.words ?? null,
  });
  changeCapital(chronicle, role.id, -LOBBY_COST, id);
  return null;
}

export function answerLobby(chronicle: Chronicle, actor: Actor, command: Of<'answer-lobby'>): Verdict {
  const lobbied = actor.view.politics.lobbies[command.lobby];
  if (lobbied?.target !== actor.role.id) return refuse('unknown-happening');
  const wrong = outsideBargaining(actor);
  if (wrong) return wrong;
  if (lobbied.swayed !== null) return refuse('used-up');
  chronicle.tell([lobbied.faction, lobbied.target], {
    type: 'lobby-answered',
    lobby: command.lobby,
    swayed: command.swayed,
  });
  if (!command.swayed) return null;
  const points = chronicle.game.scenario.politics.lobby * (lobbied.wants === 'for' ? 1 : -1);
  // Talked into it, not bought: it holds this round and the next.
  affect(chronicle, { id: command.lobby, known: [lobbied.target] }, lobbied.target, points, [], {
    kind: 'round',
    round: actor.view.round + 1,
  });
  return null;
}
