import type { Brief, Desk, OwnBrief, PublicRole, PublicScenario } from '@btt/protocol';
import type { Notes } from './notes';
import type { Space } from './space';

/** All that an autopilot may look at: what its seat was told, and its dossier. There is no way from here to anything else. */
export interface Seat {
  readonly desk: Desk;
  readonly notes: Notes;
  readonly brief: Brief;
}

/** A seat with its role looked up. */
export interface Player {
  readonly desk: Desk;
  readonly notes: Notes;
  readonly scenario: PublicScenario;
  readonly own: OwnBrief;
  readonly role: PublicRole;
  readonly sides: readonly string[];
  readonly issues: readonly string[];
  readonly space: Space;
  /** Share of the bargaining that is over: 0 at the start of the first round, 1 at the end of the last. */
  readonly time: number;
  /** A number from 0 to 1 that belongs to the seat, a thing and the seed: always the same. */
  readonly dice: (about: string) => number;
}

export function factionsOf(player: Pick<Player, 'scenario'>, side: string | null): PublicRole[] {
  return player.scenario.roles.filter((role) => role.kind === 'faction' && role.side === side);
}

export function factionsAbroad(player: Pick<Player, 'scenario' | 'role'>): PublicRole[] {
  return player.scenario.roles.filter((role) => role.kind === 'faction' && role.side !== player.role.side);
}

/** The options of the draft, accepted or not. Issues without one are left out. */
export function termsOf(text: Desk['text']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(text).flatMap(([issue, { option }]) => (option === null ? [] : [[issue, option]])),
  );
}

/** One piece of text for a set of terms: equal for the same terms. */
export function keyOf(terms: Readonly<Record<string, string>>): string {
  return Object.keys(terms)
    .sort()
    .map((issue) => `${issue}=${terms[issue] ?? ''}`)
    .join(' ');
}
