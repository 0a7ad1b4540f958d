import { refuse } from '@btt/protocol';
import { audienceOf, type Chronicle } from '../chronicle';
import { affect } from '../effects';
import { negotiatorsOf } from '../people';
import type { Verdict } from './verdict';
import { type Actor, type Of, outsideBargaining } from './actor';

/** The faction's side; null when the seat is no faction. */
function sideOfFaction(actor: Actor): string | null {
  return actor.role.kind === 'faction' ? actor.role.side : null;
}

/** Where the faction says it stands: to everybody, or to its own negotiators. It may differ from the truth. */
export function stateStance(chronicle: Chronicle, actor: Actor, command: Of<'state-stance'>): Verdict {
  const side = sideOfFaction(actor);
  if (side === null) return refuse('not-entitled');
  if (actor.view.phase !== 'bargaining' && actor.view.phase !== 'ratification') return refuse('wrong-phase');
  const stated = actor.view.stances[actor.role.id];
  if ((command.public ? stated?.public : stated?.private) === command.stance) return refuse('nothing-to-do');
  const to = command.public ? 'everyone' : [actor.role.id, ...negotiatorsOf(chronicle.game, side)];
  chronicle.tell(to, {
    type: 'stance',
    faction: actor.role.id,
    stance: command.stance,
    public: command.public,
  });
  return null;
}

/** Tells the own negotiators what to bring home. */
export function instruct(chronicle: Chronicle, actor: Actor, command: Of<'instruct'>): Verdict {
  const side = sideOfFaction(actor);
  if (side === null) return refuse('not-entitled');
  if (actor.view.phase !== 'bargaining' && actor.view.phase !== 'briefing') return refuse('wrong-phase');
  if (command.issue === undefined && command.words === undefined) return refuse('wrong-picks');
  if (command.issue !== undefined && !chronicle.game.index.issue(command.issue))
    return refuse('unknown-issue');
  if (command.option !== undefined && !chronicle.game.index.option(command.issue ?? '', command.option))
    return refuse('unknown-issue');
  chronicle.tell([actor.role.id, ...negotiatorsOf(chronicle.game, side)], {
    type: 'instructed',
    id: chronicle.nextId(),
    faction: actor.role.id,
    issue: command.issue ?? null,
    option: command.option ?? null,
    words: command.words ?? null,
  });
  return null;
}

const REACTION_POINTS = { inflamed: -1, unmoved: 0, reassured: 1 } as const;

/**
 * A faction's own answer to a statement that it heard. One counts a round; it moves the faction by one point at most and fades
 * when the round ends, so that a mood cannot outweigh interests.
 */
export function react(chronicle: Chronicle, actor: Actor, command: Of<'react'>): Verdict {
  if (sideOfFaction(actor) === null) return refuse('not-entitled');
  const wrong = outsideBargaining(actor);
  if (wrong) return wrong;
  const statement = actor.view.moves.find((made) => made.id === command.to && made.kind === 'statement');
  if (!statement) return refuse('unknown-happening');
  if (actor.view.reactions[command.to]?.[actor.role.id] !== undefined) return refuse('used-up');
  const first = !actor.view.moves.some(
    (made) => made.round === actor.view.round && actor.view.reactions[made.id]?.[actor.role.id] !== undefined,
  );
  const id = chronicle.nextId();
  const written = chronicle.game.index.move(statement.move);
  const hearers =
    statement.audience === 'everyone' || !written
      ? 'everyone'
      : audienceOf(written.audience, [...written.by, actor.role.id]);
  chronicle.tell(hearers, {
    type: 'reacted',
    id,
    faction: actor.role.id,
    to: command.to,
    reaction: command.reaction,
  });
  if (first)
    affect(chronicle, { id, known: [actor.role.id] }, actor.role.id, REACTION_POINTS[command.reaction], [], {
      kind: 'round',
      round: actor.view.round,
    });
  return null;
}
