import type { Move, Role } from '@btt/scenario';
import type { Game } from '../../game';
import { hopedAbroad } from '../intention';
import { readPromises } from '../promises';
import type { Story } from '../story';

/**
 * Help that turned out to help, 0 to 100, for somebody who works behind a chair. Counted are points felt abroad by moves that the seat made,
 * by drafts that it wrote and by moves of another side that it had asked for, and one point for each promise that its side kept of a plan that it
 * signed, less one for each that its side broke. 100 is the most that its own moves, and those that it can ask for, could have done, once each,
 * and every promise kept. null where the seat could not have helped at all.
 */
export function helpScore(story: Story, role: Role): number | null {
  const { given, kept, broken } = helpOf(story, role);
  const promises = kept + broken;
  const most = mostHelp(story.game, role) + promises;
  if (most <= 0) return null;
  return Math.min(100, Math.max(0, (100 * (given + kept - broken)) / most));
}

/** What a seat did for others, in points and promises. */
function helpOf(
  story: Story,
  { id, side }: Role,
): { readonly given: number; readonly kept: number; readonly broken: number } {
  const { moves } = story.end;
  const asked = moves.filter((made) => made.role === id).flatMap((made) => made.invites);
  const answered = new Set(
    moves.filter((made) => made.side !== side && asked.includes(made.move)).map((made) => made.id),
  );
  const given = story.effects.reduce((sum, { origin, side: felt, points }) => {
    const own = origin.role === id && origin.kind !== 'contradiction' && felt !== side;
    const wished = answered.has(origin.move ?? '') && felt === side;
    return own || wished ? sum + points : sum;
  }, 0);
  const signed = readPromises(story).plans.filter(
    (plan) => plan.state === 'signed' && (plan.by === id || plan.to === id),
  );
  const promises = signed.flatMap((plan) => plan.promises).filter((promise) => promise.side === side);
  return {
    given,
    kept: promises.filter((promise) => promise.state === 'kept').length,
    broken: promises.filter((promise) => promise.state === 'broken').length,
  };
}

function mostHelp(game: Game, { id, side }: Role): number {
  const own = game.scenario.moves.filter((move) => move.by.includes(id));
  const abroad = own.map((move) => hopedAbroad(game, move, side));
  const asked = new Set(own.flatMap((move) => move.invites));
  const wished = game.scenario.moves
    .filter((move) => asked.has(move.id) && !own.includes(move))
    .map((move) => hopedAtHome(game, move, side));
  return [...abroad, ...wished].reduce((sum, points) => sum + Math.max(0, points), 0);
}

/** What a move of another side can do for the factions of the side that asks for it. */
function hopedAtHome(game: Game, move: Move, side: string | null): number {
  const others = game.sides.filter((one) => one !== side);
  const maker = others.find((one) => move.by.some((role) => game.index.role(role)?.side === one));
  return hopedAbroad(game, move, maker ?? null);
}
