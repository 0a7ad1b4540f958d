import { type Refusal, refuse } from '@btt/protocol';
import type { Game } from '../../game';
import { type Chronicle, openChronicle } from '../chronicle';
import { endObligations, fireConditionalEvents } from '../phases/triggers';
import { findContradictions } from '../politics/contradictions';
import { settlePlans } from '../politics/plans';
import type { Context, TableCommand, TableEvent, TableState } from '../state';
import { decideForHost } from './host';
import { decideForSeat } from './seat';
import { decideForSystem } from './system';
import type { Verdict } from './verdict';

export type Decision = { readonly ok: true; readonly event: TableEvent } | Refusal;

/**
 * What comes of a wish. Pure: the same state, command and context give the same event. An accepted command yields exactly one
 * event with at least one part. Whether a seat's command is accepted depends only on what that seat's own desk shows.
 */
export function decide(game: Game, state: TableState, command: TableCommand, context: Context): Decision {
  const chronicle = openChronicle(game, context, state.desk);
  const refusal = route(chronicle, state, command);
  if (refusal) return refusal;
  findContradictions(chronicle, state);
  fireConditionalEvents(chronicle);
  if (state.desk.outcome === null && chronicle.desk().outcome !== null)
    endObligations(chronicle, (lasts) => lasts === null);
  settlePlans(chronicle, state.desk);
  if (chronicle.parts.length === 0) return refuse('nothing-to-do');
  return {
    ok: true,
    event: { type: command.command.type, id: context.id, cause: command, parts: chronicle.parts },
  };
}

function route(chronicle: Chronicle, state: TableState, command: TableCommand): Verdict {
  switch (command.as) {
    case 'seat':
      return decideForSeat(chronicle, state, command);
    case 'host':
      return decideForHost(chronicle, command.command);
    case 'system':
      return decideForSystem(chronicle, command.command);
  }
}
