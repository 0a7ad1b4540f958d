import { type Clause, isAgreed, isFrozen, mayInitial, refuse } from '@btt/protocol';
import { messagesFor } from '@btt/referee';
import type { Chronicle } from '../chronicle';
import { act, removeInitials } from '../consequences';
import { sideRoles, tableRoles } from '../people';
import { endTable } from '../phases/ending';
import { sendHome } from '../phases/ratification';
import { fireConditionalEvents } from '../phases/triggers';
import type { Verdict } from './verdict';
import { type Actor, type Of, outsideBargaining } from './actor';

/** The side that a negotiator speaks for; null for everybody else. */
function sideOfNegotiator(actor: Actor): string | null {
  return actor.role.kind === 'negotiator' ? actor.role.side : null;
}

export function propose(chronicle: Chronicle, actor: Actor, command: Of<'propose'>): Verdict {
  const side = sideOfNegotiator(actor);
  if (side === null) return refuse('not-entitled');
  const wrong = outsideBargaining(actor);
  if (wrong) return wrong;
  const terms = Object.entries(command.terms);
  for (const [issue, option] of terms) {
    if (!chronicle.game.index.option(issue, option)) return refuse('unknown-issue');
    if (isFrozen(actor.view, side, issue, option)) return refuse('frozen');
  }
  if (terms.every(([issue, option]) => standsBy(actor.view.text[issue], option, side)))
    return refuse('nothing-to-do');
  const proposal = chronicle.nextId();
  chronicle.tell(tableRoles(chronicle.game), {
    type: 'proposed',
    id: proposal,
    role: actor.role.id,
    side,
    terms: command.terms,
    words: command.words ?? null,
  });
  for (const [issue, option] of terms) {
    pressTheBound(chronicle, proposal, side, { issue, option });
    const clause = chronicle.desk().text[issue];
    if (standsBy(clause, option, side)) continue;
    const same = clause?.option === option;
    put(chronicle, issue, {
      option,
      accepted: same ? [...clause.accepted, side] : [side],
      rejected: same ? clause.rejected.filter((one) => one !== side) : [],
      by: same ? clause.by : side,
    });
    if (!same) removeInitials(chronicle);
  }
  return null;
}

export function answerClause(chronicle: Chronicle, actor: Actor, command: Of<'answer-clause'>): Verdict {
  const side = sideOfNegotiator(actor);
  if (side === null) return refuse('not-entitled');
  const wrong = outsideBargaining(actor);
  if (wrong) return wrong;
  const clause = actor.view.text[command.issue];
  if (!clause || clause.option === null) return refuse('unknown-issue');
  const accepts = command.answer === 'accept';
  if ((accepts ? clause.accepted : clause.rejected).includes(side)) return refuse('nothing-to-do');
  if (accepts && isFrozen(actor.view, side, command.issue, clause.option)) return refuse('frozen');
  const others = {
    accepted: clause.accepted.filter((one) => one !== side),
    rejected: clause.rejected.filter((one) => one !== side),
  };
  chronicle.tell(tableRoles(chronicle.game), {
    type: 'clause-answered',
    id: chronicle.nextId(),
    role: actor.role.id,
    side,
    issue: command.issue,
    answer: command.answer,
    words: command.words ?? null,
  });
  put(chronicle, command.issue, {
    ...clause,
    accepted: accepts ? [...others.accepted, side] : others.accepted,
    rejected: accepts ? others.rejected : [...others.rejected, side],
  });
  if (!accepts) removeInitials(chronicle);
  return null;
}

/** Puts an option before a side that may not accept it, whether one knows of that or not. */
function pressTheBound(
  chronicle: Chronicle,
  id: string,
  side: string,
  { issue, option }: { readonly issue: string; readonly option: string },
): void {
  const desk = chronicle.desk();
  for (const [name, bound] of Object.entries(desk.obligations)) {
    if (bound.side === null || bound.side === side || !isFrozen(desk, bound.side, issue, option)) continue;
    const pressed = chronicle.game.obligations.get(name)?.action.pressed ?? [];
    const cause = { id, source: name, known: 'host' as const, made: null, side, picked: [], answering: null };
    for (const action of pressed) act(chronicle, cause, action);
  }
}

function standsBy(clause: Clause | undefined, option: string, side: string): boolean {
  return clause?.option === option && clause.accepted.includes(side);
}

function put(chronicle: Chronicle, issue: string, clause: Clause): void {
  chronicle.tell(tableRoles(chronicle.game), { type: 'clause', issue, clause });
}

/** Shows the draft, as it stands, to one's own side: the factions get a copy, later changes they do not see. */
export function showDraft(chronicle: Chronicle, actor: Actor): Verdict {
  const side = sideOfNegotiator(actor);
  if (side === null) return refuse('not-entitled');
  if (actor.view.phase !== 'bargaining' && actor.view.phase !== 'ratification') return refuse('wrong-phase');
  chronicle.tell(sideRoles(chronicle.game, side), {
    type: 'draft-shown',
    id: chronicle.nextId(),
    role: actor.role.id,
    side,
    draft: actor.view.text,
  });
  return null;
}

export function initial(chronicle: Chronicle, actor: Actor): Verdict {
  const side = sideOfNegotiator(actor);
  if (side === null || !actor.role.initials) return refuse('not-entitled');
  const { game } = chronicle;
  const wrong = mayInitial(actor.view, side, game.issues, game.sides);
  if (wrong) return refuse(wrong);
  chronicle.tell(tableRoles(game), { type: 'initialled', side, role: actor.role.id });
  if (isComplete(chronicle)) {
    fireConditionalEvents(chronicle);
    if (isComplete(chronicle) && chronicle.desk().outcome === null) sendHome(chronicle);
  }
  return null;
}

/** Every side stands by every issue and has initialled: an event may still undo it. */
function isComplete(chronicle: Chronicle): boolean {
  const { issues, sides } = chronicle.game;
  const desk = chronicle.desk();
  return (
    sides.every((side) => desk.initials[side] !== undefined) &&
    issues.every((issue) => isAgreed(desk, issue, sides))
  );
}

export function withdrawInitials(chronicle: Chronicle, actor: Actor): Verdict {
  const side = sideOfNegotiator(actor);
  if (side === null || !actor.role.initials) return refuse('not-entitled');
  const wrong = outsideBargaining(actor);
  if (wrong) return wrong;
  if (actor.view.initials[side] === undefined) return refuse('nothing-to-do');
  chronicle.tell(tableRoles(chronicle.game), { type: 'initials-removed', side });
  return null;
}

/** Leaves the table for good: no agreement is a real choice. */
export function walkAway(chronicle: Chronicle, actor: Actor): Verdict {
  const side = sideOfNegotiator(actor);
  if (side === null || !actor.role.initials) return refuse('not-entitled');
  const wrong = outsideBargaining(actor);
  if (wrong) return wrong;
  const name = chronicle.game.index.side(side)?.name ?? side;
  endTable(
    chronicle,
    'no-agreement',
    'voluntary',
    messagesFor(chronicle.game.scenario.language).leftTheTable(name),
  );
  return null;
}
