import { AUTOPILOT, type Desk, refuse, type SeatCommand } from '@btt/protocol';
import type { Chronicle } from '../chronicle';
import { roleOf } from '../people';
import { decidePolitics } from '../politics';
import type { TableCommand, TableState } from '../state';
import type { Actor } from './actor';
import { goOn, setAutopilot } from './autopilot';
import { answerClause, initial, propose, showDraft, walkAway, withdrawInitials } from './draft';
import { instruct, react, stateStance } from './faction';
import { makeMove } from './move';
import { castVote, giveSpeech, rateSpeech } from './home';
import { askHelp, say } from './talk';
import type { Verdict } from './verdict';

export function decideForSeat(
  chronicle: Chronicle,
  state: TableState,
  { role: id, person, command }: Extract<TableCommand, { as: 'seat' }>,
): Verdict {
  const role = roleOf(chronicle.game, id);
  const view = state.views[id];
  if (!role || !view || !sits(view, id, person)) return refuse('not-seated');
  const actor: Actor = { role, person, view };
  if (view.phase === 'lobby' && !IN_THE_LOBBY.has(command.type)) return refuse('wrong-phase');
  return dispatch(chronicle, actor, command);
}

const IN_THE_LOBBY: ReadonlySet<SeatCommand['type']> = new Set(['ask-help', 'ready', 'autopilot', 'go-on']);

/** Whether somebody, or the autopilot, has the seat. */
function sits(view: Desk, role: string, person: string): boolean {
  return person === AUTOPILOT
    ? view.autopilots[role] !== undefined
    : (view.seats[role]?.includes(person) ?? false);
}

function dispatch(chronicle: Chronicle, actor: Actor, command: SeatCommand): Verdict {
  switch (command.type) {
    case 'ready':
      if (actor.view.ready.includes(actor.role.id)) return refuse('nothing-to-do');
      chronicle.tell('everyone', { type: 'ready', role: actor.role.id });
      return null;
    case 'say':
      return say(chronicle, actor, command);
    case 'propose':
      return propose(chronicle, actor, command);
    case 'answer-clause':
      return answerClause(chronicle, actor, command);
    case 'show-draft':
      return showDraft(chronicle, actor);
    case 'initial':
      return initial(chronicle, actor);
    case 'withdraw-initials':
      return withdrawInitials(chronicle, actor);
    case 'walk-away':
      return walkAway(chronicle, actor);
    case 'move':
      return makeMove(chronicle, actor, command);
    case 'state-stance':
      return stateStance(chronicle, actor, command);
    case 'instruct':
      return instruct(chronicle, actor, command);
    case 'react':
      return react(chronicle, actor, command);
    case 'give-speech':
      return giveSpeech(chronicle, actor, command);
    case 'rate-speech':
      return rateSpeech(chronicle, actor, command);
    case 'vote':
      return castVote(chronicle, actor, command);
    case 'ask-help':
      return askHelp(chronicle, actor, command);
    case 'autopilot':
      return setAutopilot(chronicle, actor.role.id, command.on, 'seat');
    case 'go-on':
      return goOn(chronicle);
    default:
      return decidePolitics(chronicle, actor, command);
  }
}
