import type { Game } from '../game';
import { recordedChance } from '../table/chance';
import { decide } from '../table/decide';
import type { RecordedCause } from '../table/resolve';
import { evolve, initialTable, type TableCommand, type TableEvent, type TableState } from '../table/state';
import { sameJson } from './rename';

/** An event as somebody says that it was. */
export interface ClaimedEvent {
  readonly at: number;
  readonly id: string;
  readonly cause: TableCommand;
  readonly parts: readonly unknown[];
}

/**
 * Plays a record again that comes from outside and finds out whether it is one: whether the rules make of every wish exactly what is
 * claimed. Yields after each event, so that a long one can be played in pieces; returns the record as the rules made it, or null.
 */
export function* playedAgain(
  game: Game,
  claimed: readonly ClaimedEvent[],
): Generator<void, { readonly record: readonly RecordedCause[]; readonly state: TableState } | null> {
  const chance = recordedChance(new Map(claimed.flatMap(({ parts }) => parts.flatMap(drawIn))));
  const record: { event: TableEvent; at: number }[] = [];
  let state = initialTable(game);
  for (const { at, id, cause, parts } of claimed) {
    const decision = decide(game, state, cause, { id, at, chance });
    if (!decision.ok || !sameJson(decision.event.parts, parts)) return null;
    record.push({ event: decision.event, at });
    state = evolve(state, decision.event);
    yield;
  }
  return { record, state };
}

/** A draw among the claimed facts, whatever else they are. */
function drawIn(part: unknown): [string, boolean][] {
  if (typeof part !== 'object' || part === null || !('fact' in part)) return [];
  const { fact } = part;
  if (typeof fact !== 'object' || fact === null || !('type' in fact) || fact.type !== 'drawn') return [];
  if (!('id' in fact) || typeof fact.id !== 'string' || !('hit' in fact) || typeof fact.hit !== 'boolean')
    return [];
  return [[fact.id, fact.hit]];
}
