import type { Audience, HappeningId, Lasts, MoveMade } from '@btt/protocol';
import type { Action } from '@btt/scenario';
import { type Chronicle, hears } from './chronicle';

/** What makes actions happen: a move, an event, a speech; and what its conditions may ask about. */
export interface Cause {
  readonly id: HappeningId;
  /** Id of the move or trigger: repetitions are counted by it. */
  readonly source: string;
  /** Who knows of the cause. */
  readonly known: Audience;
  readonly made: MoveMade | null;
  /** Whose doing it is, where there is no move that says so. */
  readonly side?: string | null;
  readonly picked: readonly string[];
  readonly answering: HappeningId | null;
  /**
   * For what comes later than its cause: which time it is that this comes, from 1. Left out, it is as many times as the move has been made. What
   * comes late need not come each time, and in no particular order.
   */
  readonly time?: number;
}

/** Records an effect on a faction: the faction always feels it, and learns the cause if it knows of it. */
export function affect(
  chronicle: Chronicle,
  cause: Pick<Cause, 'id' | 'known'>,
  faction: string,
  points: number,
  deal: Extract<Action, { kind: 'effect' }>['deal'],
  lasts: Lasts | null,
): void {
  if (points === 0) return;
  const id = chronicle.nextId();
  chronicle.tell([faction], {
    type: 'effect',
    effect: { id, faction, points, deal, cause: hears(cause.known, faction) ? cause.id : null },
  });
  chronicle.tell('host', { type: 'effect-behind', id, cause: cause.id, lasts });
}

/** Ends the effects that lasted until now. The faction sees its own support change back. */
export function endEffects(chronicle: Chronicle, over: (lasts: Lasts) => boolean): void {
  const desk = chronicle.desk();
  for (const effect of desk.effects) {
    const lasts = desk.behind[effect.id]?.lasts;
    if (lasts && over(lasts))
      chronicle.tell([effect.faction], { type: 'effect-ended', id: effect.id, faction: effect.faction });
  }
}
