import { type Audience, type Desk, type Fact, fold, type HappeningId, type Part } from '@btt/protocol';
import type { Audience as WrittenAudience } from '@btt/scenario';
import type { Game } from '../game';
import { happeningId } from './ids';
import type { Context } from './state';

/** An event in the making: parts are added in order and folded at once, so that what follows is decided on what has just happened. */
export interface Chronicle {
  readonly game: Game;
  readonly context: Context;
  readonly parts: readonly Part[];
  desk(): Desk;
  tell(to: Audience, fact: Fact): void;
  nextId(): HappeningId;
}

export function openChronicle(game: Game, context: Context, desk: Desk): Chronicle {
  const parts: Part[] = [];
  let current = desk;
  let made = 0;
  return {
    game,
    context,
    parts,
    desk: () => current,
    tell(to, fact) {
      parts.push({ to: typeof to === 'string' ? to : [...new Set(to)], fact });
      current = fold(current, fact);
    },
    nextId: () => happeningId(context.id, ++made),
  };
}

/** The audience of the scenario's words, as it is written into a part. */
export function audienceOf(written: WrittenAudience, also: readonly string[] = []): Audience {
  switch (written.kind) {
    case 'everyone':
      return 'everyone';
    case 'host':
      return also.length > 0 ? also : 'host';
    case 'roles':
      return [...new Set([...written.roles, ...also])];
  }
}

/** Whether a role belongs to an audience. */
export function hears(audience: Audience, role: string): boolean {
  return audience === 'everyone' || (audience !== 'host' && audience.includes(role));
}
