import { refuse } from '@btt/protocol';
import type { Chronicle } from '../chronicle';
import { affect, endEffects } from '../effects';
import { type Actor, type Of, outsideBargaining } from '../decide/actor';
import type { Verdict } from '../decide/verdict';

/** A faction joins hands with those who could block an agreement together. Everybody sees it. */
export function joinBloc(chronicle: Chronicle, actor: Actor, command: Of<'join-bloc'>): Verdict {
  return change(chronicle, actor, command.bloc, (members) => [...members, actor.role.id], true);
}

/** One member is enough to break it. */
export function leaveBloc(chronicle: Chronicle, actor: Actor, command: Of<'leave-bloc'>): Verdict {
  return change(
    chronicle,
    actor,
    command.bloc,
    (members) => members.filter((one) => one !== actor.role.id),
    false,
  );
}

function change(
  chronicle: Chronicle,
  actor: Actor,
  id: string,
  next: (members: readonly string[]) => readonly string[],
  joins: boolean,
): Verdict {
  const { game } = chronicle;
  const bloc = game.blocs.find((one) => one.id === id && one.factions.includes(actor.role.id));
  if (!bloc) return refuse('not-entitled');
  const wrong = outsideBargaining(actor);
  if (wrong) return wrong;
  const members = actor.view.politics.blocs[id]?.members ?? [];
  if (members.includes(actor.role.id) === joins) return refuse('nothing-to-do');
  const after = next(members);
  const stood = actor.view.politics.blocs[id]?.stands ?? false;
  const stands = bloc.factions.every((faction) => after.includes(faction));
  const happening = chronicle.nextId();
  chronicle.tell('everyone', {
    type: 'bloc',
    id: happening,
    bloc: id,
    factions: bloc.factions,
    members: after,
    stands,
  });
  if (stood && !stands) endEffects(chronicle, (lasts) => lasts.kind === 'bloc' && lasts.bloc === id);
  if (!stands || stood) return null;
  const cause = { id: happening, known: 'everyone' as const };
  for (const faction of bloc.factions)
    affect(chronicle, cause, faction, game.scenario.politics.bloc, [], { kind: 'bloc', bloc: id });
  return null;
}
