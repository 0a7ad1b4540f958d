import { type Desk, refuse, type SeatCommand } from '@btt/protocol';
import type { Role } from '@btt/scenario';
import type { Verdict } from './verdict';

/** Who wishes, and what that seat's own desk shows: acceptance is judged by `view` alone, consequences by the whole. */
export interface Actor {
  readonly role: Role;
  readonly person: string;
  readonly view: Desk;
}

export type Of<T extends SeatCommand['type']> = Extract<SeatCommand, { type: T }>;

/** Refused unless the table bargains and its clock runs. */
export function outsideBargaining(actor: Actor): Verdict {
  if (actor.view.phase !== 'bargaining') return refuse('wrong-phase');
  return actor.view.paused === null ? null : refuse('paused');
}
