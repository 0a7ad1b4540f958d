import type { Game } from '../../game';

/** Those of a side who sit at the table or stand behind its chairs. */
export function teamOf(game: Game, side: string | null): string[] {
  return game.scenario.roles
    .filter((role) => role.side === side && (role.kind === 'negotiator' || role.kind === 'aide'))
    .map((role) => role.id);
}

export function headOf(game: Game, side: string): string | null {
  return game.index.headOfSide(side)?.id ?? null;
}

/** Roles of other sides with whom the role shares a back channel. */
export function confidantsOf(game: Game, role: string): string[] {
  const side = game.index.role(role)?.side ?? null;
  const reached = game.scenario.channels
    .filter((channel) => channel.kind === 'back-channel' && channel.members.includes(role))
    .flatMap((channel) => channel.members);
  return [...new Set(reached)].filter((other) => {
    const theirs = game.index.role(other)?.side ?? null;
    return theirs !== null && theirs !== side;
  });
}
