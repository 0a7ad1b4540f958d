import type { Role } from '@btt/scenario';
import type { Game } from '../game';

export function negotiatorsOf(game: Game, side: string): string[] {
  return game.scenario.roles
    .filter((role) => role.side === side && role.kind === 'negotiator')
    .map((role) => role.id);
}

export function sideRoles(game: Game, side: string): string[] {
  return game.scenario.roles.filter((role) => role.side === side).map((role) => role.id);
}

/** Who follows the draft as it is written: the negotiators and aides of all sides. */
export function tableRoles(game: Game): string[] {
  return game.scenario.channels.find((channel) => channel.id === 'table')?.members.slice() ?? [];
}

export function roleOf(game: Game, id: string): Role | undefined {
  return game.scenario.roles.find((role) => role.id === id);
}
