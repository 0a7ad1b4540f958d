import type { Action, Move } from '@btt/scenario';
import { resisted } from '@btt/referee';
import type { Game } from '../game';

export type Sign = 'help' | 'hurt' | 'neither';

export function signOf(points: number): Sign {
  return points > 0 ? 'help' : points < 0 ? 'hurt' : 'neither';
}

/**
 * What a move is for, as it is written: the points that it gives to factions of other sides in the best of its cases, when no chance
 * strikes, every promise made with it is kept, and what grows has grown to its most. Whoever makes it may hope for that much.
 */
export function hopedAbroad(game: Game, move: Move, side: string | null): number {
  const worth = (actions: readonly Action[]): number =>
    actions.reduce((sum, action) => sum + worthOf(action), 0);
  const worthOf = (action: Action): number => {
    switch (action.kind) {
      case 'effect': {
        const faction = game.index.faction(action.faction);
        if (!faction || faction.side === side) return 0;
        const most = action.scale ? (action.scale.steps.at(-1)?.times ?? 0) : 1;
        return resisted(action.points * most, faction, move);
      }
      case 'draw':
        return worth(action.miss);
      case 'oblige':
        return worth([...action.standing, ...action.kept]);
      default:
        return 0;
    }
  };
  const cases = move.cases.map((one) => worth(one.do));
  // Where no case need hold, doing none of them is a case, too.
  if (move.cases.every((one) => one.when !== null)) cases.push(0);
  const items = move.pick?.items.map((item) => worth(item.do)).toSorted((a, b) => b - a) ?? [];
  const picked = items.slice(0, move.pick?.max ?? 0).reduce((sum, one) => sum + Math.max(0, one), 0);
  return Math.max(...cases) + worth(move.always) + picked;
}

/** The sign of what a move is for abroad. */
export function intended(game: Game, move: Move, side: string | null): Sign {
  return signOf(hopedAbroad(game, move, side));
}
