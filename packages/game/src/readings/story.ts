import { type Audience, type Desk, EMPTY_DESK, type Fact, fold } from '@btt/protocol';
import type { Game } from '../game';
import type { RecordedCause } from '../table/resolve';
import type { TableEvent } from '../table/state';
import { createEffectBook, type FeltEffect } from './effects';
import { groupBy } from './group';

/** Who wished what led to an event; null when the clock, the host or the server did. */
export interface Doer {
  readonly role: string;
  readonly person: string;
  readonly side: string | null;
}

/** One fact of the record in its place. */
export interface Told<F extends Fact = Fact> {
  readonly fact: F;
  readonly to: Audience;
  /** Place of its event in the record, from 0. */
  readonly step: number;
  readonly event: TableEvent;
  readonly doer: Doer | null;
  /** What was true just before. */
  readonly before: Desk;
}

/** The record of one table, gone through once: what every reading begins with. */
export interface Story {
  readonly game: Game;
  readonly record: readonly RecordedCause[];
  readonly facts: readonly Told[];
  readonly byType: ReadonlyMap<Fact['type'], readonly Told[]>;
  /** What is true at the end. */
  readonly end: Desk;
  /** Every effect that was ever felt, with whose doing it was. */
  readonly effects: readonly FeltEffect[];
}

/** Goes through the record of one table. Pure; the whole truth, so for hosts and opened debriefs only. */
export function tellStory(game: Game, record: readonly RecordedCause[]): Story {
  const facts: Told[] = [];
  const book = createEffectBook(game);
  let desk = EMPTY_DESK;
  record.forEach(({ event }, step) => {
    const doer = doerOf(game, event);
    for (const { to, fact } of event.parts) {
      const told: Told = { fact, to, step, event, doer, before: desk };
      facts.push(told);
      desk = fold(desk, fact);
      book.add(told);
    }
  });
  const byType = groupBy(facts, ({ fact }) => fact.type);
  return { game, record, facts, byType, end: desk, effects: book.effects() };
}

/** All facts of one type, in order. */
export function toldOf<T extends Fact['type']>(story: Story, type: T): Told<Extract<Fact, { type: T }>>[] {
  return (story.byType.get(type) ?? []).flatMap((told) => (isOf(told, type) ? [told] : []));
}

function isOf<T extends Fact['type']>(told: Told, type: T): told is Told<Extract<Fact, { type: T }>> {
  return told.fact.type === type;
}

function doerOf(game: Game, { cause }: TableEvent): Doer | null {
  if (cause.as !== 'seat') return null;
  return { role: cause.role, person: cause.person, side: game.index.role(cause.role)?.side ?? null };
}
