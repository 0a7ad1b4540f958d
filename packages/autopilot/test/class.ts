import { type Notes, EMPTY_NOTES, choose, note, type Seat } from '../src';
import { AUTOPILOT, type Desk, EMPTY_DESK, type SeatCommand, type TableSettings } from '@btt/protocol';
import {
  briefFor,
  chanceFrom,
  decide,
  evolve,
  type Game,
  initialTable,
  type TableCommand,
  type TableState,
  tableSettings,
  visible,
} from '@btt/game';

/** A table with an autopilot on every seat, played in turns without a clock: each round has so many turns. */
export interface Played {
  readonly state: TableState;
  readonly acts: readonly {
    readonly role: string;
    readonly command: SeatCommand;
    readonly phase: string;
    readonly round: number;
  }[];
  /** Commands that were refused, though the seat chose them on its own desk. */
  readonly refused: readonly {
    readonly role: string;
    readonly command: SeatCommand;
    readonly code: string;
  }[];
  /** What each seat knew when it was asked. */
  readonly seats: readonly { readonly seat: Seat; readonly elapsed: number }[];
}

const TURNS = 24;
const HELP: ReadonlySet<string> = new Set(['move', 'give-speech', 'lobby', 'ask-consent']);

export function playOut(
  game: Game,
  options: {
    readonly seed?: string;
    readonly settings?: Partial<TableSettings>;
    readonly turns?: number;
    /** Nobody takes a measure, or gives a speech. */
    readonly helpless?: boolean;
  } = {},
): Played {
  const { seed = 'seed', turns = TURNS, helpless = false } = options;
  let state = initialTable(game);
  let version = 0;
  let now = 1_000_000;
  const notes = new Map<string, Notes>(game.scenario.roles.map((role) => [role.id, EMPTY_NOTES]));
  const acts: Played['acts'][number][] = [];
  const refused: Played['refused'][number][] = [];
  const seats: Played['seats'][number][] = [];
  const luck = luckFrom(seed);

  function wish(command: TableCommand) {
    now += 1000;
    const decision = decide(game, state, command, {
      id: `c${version + 1}`,
      at: now,
      chance: chanceFrom([luck()]),
    });
    if (!decision.ok) return decision;
    const before = state;
    version += 1;
    state = evolve(state, decision.event);
    for (const { id } of game.scenario.roles) {
      const told = visible(decision.event.parts, { kind: 'seat', role: id });
      const desk: Desk = before.views[id] ?? EMPTY_DESK;
      if (told.length > 0) notes.set(id, note(notes.get(id) ?? EMPTY_NOTES, told, desk, id));
    }
    return decision;
  }

  const settings: TableSettings = {
    ...tableSettings(game.scenario),
    autopilot: 'empty',
    ...options.settings,
  };
  wish({ as: 'system', command: { type: 'open', table: 't1', name: 'Table 1', settings } });
  wish({ as: 'host', command: { type: 'start' } });
  const stuck = new Set<string>();
  for (let phases = 0; phases < 20 && state.desk.phase !== 'debrief'; phases++) {
    const { phase, round } = state.desk;
    for (let turn = 0; turn < turns && state.desk.phase === phase && state.desk.round === round; turn++) {
      let acted = false;
      for (const { id } of game.scenario.roles) {
        const seat: Seat = {
          desk: state.views[id] ?? EMPTY_DESK,
          brief: briefFor(game, { kind: 'seat', role: id }),
          notes: notes.get(id) ?? EMPTY_NOTES,
        };
        const command = choose(seat, { seed, elapsed: turn / turns });
        seats.push({ seat, elapsed: turn / turns });
        const key = `${id} ${seat.notes.told} ${JSON.stringify(command)}`;
        if (!command || stuck.has(key)) continue;
        if (helpless && HELP.has(command.type)) continue;
        const done = wish({ as: 'seat', role: id, person: AUTOPILOT, command });
        if (done.ok) {
          acted = true;
          acts.push({ role: id, command, phase, round });
        } else {
          stuck.add(key);
          refused.push({ role: id, command, code: done.code });
        }
      }
      if (!acted && turn < turns - 2) turn = Math.max(turn, Math.min(turns - 3, turn + 2));
    }
    if (state.desk.phase === phase && state.desk.round === round)
      wish(
        state.desk.deadline === null
          ? { as: 'host', command: { type: 'skip' } }
          : { as: 'system', command: { type: 'deadline', deadline: (now = state.desk.deadline) } },
      );
  }
  return { state, acts, refused, seats };
}

/** Numbers for draws: different at every step, the same for the same seed. */
function luckFrom(seed: string): () => number {
  let number =
    Array.from(seed).reduce((sum, letter) => Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0), 7) >>> 0;
  return () => {
    number = (Math.imul(number, 1_664_525) + 1_013_904_223) >>> 0;
    return number;
  };
}
