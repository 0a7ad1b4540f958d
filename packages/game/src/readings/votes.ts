import type { Desk, Terms, Vote } from '@btt/protocol';
import type { Adjustment, Verdict } from '@btt/referee';
import type { Game } from '../game';
import type { FeltEffect } from './effects';
import { type Story, toldOf } from './story';

/** A count of the record: the agreement that was voted on, and what stood when it was counted. */
export interface Count {
  readonly deal: Terms;
  /** Just before the votes were shown. */
  readonly desk: Desk;
  readonly step: number;
  /** Effects that counted then. */
  readonly standing: readonly FeltEffect[];
  /** As it was shown to everybody. */
  readonly votes: Readonly<Record<string, Vote>>;
  readonly sides: readonly { readonly side: string; readonly passed: boolean }[];
  readonly passed: boolean;
}

/** Every count, in order: an agreement that was refused may come back. */
export function countsOf(story: Story): Count[] {
  return toldOf(story, 'result').flatMap(({ fact, before, step }) => {
    const { deal } = before;
    if (deal === null) return [];
    const ids = new Set(before.effects.map((effect) => effect.id));
    return [
      {
        deal,
        desk: before,
        step,
        standing: story.effects.filter((effect) => ids.has(effect.id)),
        votes: fact.votes,
        sides: fact.sides.map(({ side, passed }) => ({ side, passed })),
        passed: fact.passed,
      },
    ];
  });
}

/** The agreement that was ratified; null where there is none. */
export function ratifiedDeal(story: Story): Terms | null {
  return story.end.outcome?.outcome === 'ratified' ? story.end.deal : null;
}

/** What a count’s effects add to supports, without those that are left out. */
export function adjustmentsAt(
  count: Count,
  leaveOut: (effect: FeltEffect) => boolean = () => false,
): Adjustment[] {
  const out = new Set(count.standing.filter(leaveOut).map((effect) => effect.id));
  return count.desk.effects
    .filter((effect) => !out.has(effect.id))
    .map(({ faction, points, deal }) => ({ faction, points, deal }));
}

/** What the votes would have been by the model, with some effects left out. */
export function modelVerdict(game: Game, count: Count, leaveOut?: (effect: FeltEffect) => boolean): Verdict {
  return game.referee.verdict(count.deal, adjustmentsAt(count, leaveOut));
}

/** Felt on one side of the table and done on another. */
export function isAcross({ origin, side }: FeltEffect): boolean {
  return origin.side !== null && origin.side !== side;
}
