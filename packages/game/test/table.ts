import type { Desk, HostCommand, SeatCommand, TableSettings } from '@btt/protocol';
import { smallScenario } from '@btt/scenario/test-support';
import {
  chanceFrom,
  createGame,
  type Decision,
  decide,
  evolve,
  type Game,
  initialTable,
  type TableCommand,
  type TableEvent,
  type TableState,
  tableSettings,
} from '../src';

/** The river, as every test of the game plays it. */
export const RIVER: Game = createGame(smallScenario(), 'river-hash');

const MINUTE = 60_000;

/** A table to play at in tests: each wish goes through `decide` and `evolve`, one minute apart. */
export interface TestTable {
  readonly game: Game;
  readonly events: { readonly event: TableEvent; readonly at: number }[];
  state(): TableState;
  desk(): Desk;
  view(role: string): Desk;
  wish(command: TableCommand): Decision;
  seat(role: string, command: SeatCommand, person?: string): Decision;
  host(command: HostCommand): Decision;
  /** Lets the clock run out. */
  clock(): Decision;
}

/** Opens a table with one person on every role, called `p-<role>`. `luck` is the share of 2^32 that every draw gets: 0 always hits. */
export function openTable(
  options: {
    readonly game?: Game;
    readonly luck?: number;
    readonly empty?: readonly string[];
    readonly ballot?: 'free' | 'bounded' | 'model';
    readonly chat?: boolean;
    /** Instead of the usual ones. */
    readonly settings?: TableSettings;
  } = {},
): TestTable {
  const { game = RIVER, luck = 0, empty = [], ballot = 'bounded', chat = true } = options;
  const events: { event: TableEvent; at: number }[] = [];
  let state = initialTable(game);
  let now = 1_000_000;
  const table: TestTable = {
    game,
    events,
    state: () => state,
    desk: () => state.desk,
    view: (role) => state.views[role] ?? state.desk,
    wish(command) {
      now += MINUTE / 60;
      const decision = decide(game, state, command, {
        id: `c${events.length + 1}`,
        at: now,
        chance: chanceFrom([Math.floor(luck * (2 ** 32 - 1))]),
      });
      if (decision.ok) {
        events.push({ event: decision.event, at: now });
        state = evolve(state, decision.event);
      }
      return decision;
    },
    seat: (role, command, person = `p-${role}`) => table.wish({ as: 'seat', role, person, command }),
    host: (command) => table.wish({ as: 'host', command }),
    clock() {
      const deadline = state.desk.deadline ?? 0;
      now = Math.max(now, deadline);
      return table.wish({ as: 'system', command: { type: 'deadline', deadline } });
    },
  };
  table.wish({
    as: 'system',
    command: {
      type: 'open',
      table: 't1',
      name: 'Table 1',
      settings: options.settings ?? tableSettings(game.scenario, { ballot, chat }),
    },
  });
  for (const role of game.scenario.roles) {
    if (!empty.includes(role.id))
      table.wish({ as: 'system', command: { type: 'hold-seat', role: role.id, people: [`p-${role.id}`] } });
  }
  return table;
}

/** A table in its first bargaining round. */
export function bargainingTable(options: Parameters<typeof openTable>[0] = {}): TestTable {
  const table = openTable(options);
  table.host({ type: 'start' });
  table.clock();
  return table;
}

export const HISTORIC = { water: 'quotas', dam: 'delayed', fund: 'small' } as const;

/** Both heads stand by the terms. */
export function agree(table: TestTable, terms: Readonly<Record<string, string>> = HISTORIC): void {
  table.seat('mara', { type: 'propose', terms: { ...terms } });
  table.seat('sela', { type: 'propose', terms: { ...terms } });
}

/** On to the last round, past the assembly that releases the south. */
export function toLastRound(table: TestTable): void {
  table.clock();
  table.clock();
}

/** The agreement goes home. */
export function initialled(options: Parameters<typeof openTable>[0] = {}): TestTable {
  const table = bargainingTable({ luck: 0.99, ...options });
  table.seat('mara', { type: 'move', move: 'quiet-order' });
  table.seat('sela', { type: 'move', move: 'ask-pressure' });
  table.seat('mara', { type: 'move', move: 'pressure' });
  toLastRound(table);
  agree(table);
  table.seat('mara', { type: 'initial' });
  table.seat('sela', { type: 'initial' });
  return table;
}

export function supportOf(table: TestTable, faction: string): number {
  return table
    .desk()
    .effects.filter((effect) => effect.faction === faction)
    .reduce((sum, effect) => sum + effect.points, 0);
}

export function refusalOf(decision: Decision): string | null {
  return decision.ok ? null : decision.code;
}
