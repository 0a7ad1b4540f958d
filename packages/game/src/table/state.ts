import {
  type Desk,
  EMPTY_DESK,
  fold,
  type HostCommand,
  type Part,
  type PersonId,
  type SeatCommand,
  type TableSettings,
} from '@btt/protocol';
import type { Game } from '../game';

/** What may be wished of a table. `words` fields hold the id of the words, never the words. */
export type TableCommand =
  | { readonly as: 'seat'; readonly role: string; readonly person: PersonId; readonly command: SeatCommand }
  | { readonly as: 'host'; readonly command: HostCommand }
  | { readonly as: 'system'; readonly command: SystemCommand };

export type SystemCommand =
  | { readonly type: 'open'; readonly table: string; readonly name: string; readonly settings: TableSettings }
  /** The clock ran out that was set for this instant. */
  | { readonly type: 'deadline'; readonly deadline: number }
  /** Who sits on a role from now on: the table follows the session. */
  | { readonly type: 'hold-seat'; readonly role: string; readonly people: readonly PersonId[] }
  /** The people of a seat are away, or one of them is back. */
  | { readonly type: 'away'; readonly role: string; readonly away: boolean };

/** What a decision may use besides the state. */
export interface Context {
  /** Unguessable and told to nobody: the root of all ids that the decision makes. Recorded with the event. */
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly chance: Chance;
}

/** Decides a draw: true with probability `numerator / denominator`. The key names the draw, so that a record can answer instead of luck. */
export type Chance = (
  key: string,
  odds: { readonly numerator: number; readonly denominator: number },
) => boolean;

/** One fact of the record: the wish that caused it, and everything that came of it, each part with who is told. */
export interface TableEvent {
  readonly type: TableCommand['command']['type'];
  readonly id: string;
  readonly cause: TableCommand;
  readonly parts: readonly Part[];
}

/** A table at one moment: the whole truth, and the same fold over what each role was told. */
export interface TableState {
  readonly version: number;
  readonly desk: Desk;
  readonly views: Readonly<Record<string, Desk>>;
}

export function initialTable(game: Game): TableState {
  return {
    version: 0,
    desk: EMPTY_DESK,
    views: Object.fromEntries(game.scenario.roles.map((role) => [role.id, EMPTY_DESK])),
  };
}

export function evolve(state: TableState, event: TableEvent): TableState {
  let desk = state.desk;
  const views: Record<string, Desk> = { ...state.views };
  for (const { to, fact } of event.parts) {
    desk = fold(desk, fact);
    const told = to === 'host' ? [] : to === 'everyone' ? Object.keys(views) : to;
    for (const role of told) {
      const view = views[role];
      if (view) views[role] = fold(view, fact);
    }
  }
  return { version: state.version + 1, desk, views };
}

/** When the clock of the table runs out next; null when it is stopped or has none. */
export function nextDeadline(state: TableState): number | null {
  return state.desk.deadline;
}
