import type { Game } from '../game';
import { decide } from './decide';
import { recordedChance } from './chance';
import { evolve, initialTable, type TableEvent, type TableState } from './state';

/** One cause of the record, with the moment it happened. */
export interface RecordedCause {
  readonly event: TableEvent;
  readonly at: number;
}

/**
 * Plays causes again with the draws as they were recorded. All causes reproduce the record; a subset tells what would have
 * happened without the others. A cause whose precondition is gone is inert.
 */
export function resolve(
  game: Game,
  causes: readonly RecordedCause[],
): { readonly state: TableState; readonly events: readonly TableEvent[] } {
  const chance = recordedChance(drawsOf(causes));
  const events: TableEvent[] = [];
  let state = initialTable(game);
  for (const { event, at } of causes) {
    const decision = decide(game, state, event.cause, { id: event.id, at, chance });
    if (!decision.ok) continue;
    events.push(decision.event);
    state = evolve(state, decision.event);
  }
  return { state, events };
}

function drawsOf(causes: readonly RecordedCause[]): Map<string, boolean> {
  const drawn = causes.flatMap(({ event }) =>
    event.parts.flatMap((part) => (part.fact.type === 'drawn' ? [part.fact] : [])),
  );
  return new Map(drawn.map((fact) => [fact.id, fact.hit]));
}
