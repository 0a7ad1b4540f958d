import {
  briefFor,
  type Chance,
  decide,
  evolve,
  type Game,
  initialTable,
  type RecordedCause,
  type TableCommand,
} from '@btt/game';
import type { SeatCommand } from '@btt/protocol';

/** A record that goes on from how a table was opened, with what was said in it. */
export interface LongTable {
  /** Only what came after the beginning. */
  readonly record: readonly RecordedCause[];
  readonly words: ReadonlyMap<string, string>;
}

/** Milliseconds between two events. */
const PACE = 700;

/**
 * Plays a table from its opening to its debrief in about so many events, by a fixed rule: people talk, propose, make what moves they may,
 * keep maps, state stances; in the end the heads agree on the terms, and everybody votes. `people` sit on the seats in turn.
 */
export function playLong(
  game: Game,
  opened: readonly RecordedCause[],
  { events, people, seed, terms }: LongPlan,
): LongTable {
  const { scenario } = game;
  const record: RecordedCause[] = [];
  const words = new Map<string, string>();
  const number = numbers(seed);
  let state = initialTable(game);
  for (const { event } of opened) state = evolve(state, event);
  const began = opened.at(-1)?.at ?? 0;

  function wish(command: TableCommand): boolean {
    const at = began + (record.length + 1) * PACE;
    const chance: Chance = (_key, odds) => number(odds.denominator) < odds.numerator;
    const decision = decide(game, state, command, { id: `long-${record.length + 1}`, at, chance });
    if (!decision.ok) return false;
    record.push({ event: decision.event, at });
    state = evolve(state, decision.event);
    return true;
  }
  const host = (command: Extract<TableCommand, { as: 'host' }>['command']) => wish({ as: 'host', command });
  const seat = (role: string, command: SeatCommand) => {
    const person = state.desk.seats[role]?.[0] ?? '';
    return wish({ as: 'seat', role, person, command });
  };
  const pick = <T>(from: readonly T[]): T | undefined => from[number(from.length)];
  const say = (body: string): string => {
    const id = `long-words-${words.size + 1}`;
    words.set(id, body);
    return id;
  };

  for (const [role, sitting] of seated(game, people))
    wish({ as: 'system', command: { type: 'hold-seat', role, people: sitting } });
  host({ type: 'start' });
  if (state.desk.phase === 'briefing') host({ type: 'skip' });

  const briefs = new Map(
    scenario.roles.map(({ id }) => [id, briefFor(game, { kind: 'seat', role: id }).own] as const),
  );
  const rounds = scenario.table.rounds.length;
  const factions = scenario.factions.map(({ id }) => id);
  function anything(role: string): SeatCommand | null {
    const own = briefs.get(role);
    const kind = number(20);
    const issue = pick(scenario.issues);
    const option = pick(issue?.options ?? []);
    if (kind < 2) {
      const move = pick(own?.moves ?? []);
      const picked = move?.pick?.items.slice(0, move.pick.min).map(({ id }) => id);
      return move ? { type: 'move', move: move.id, ...(picked ? { picked } : {}) } : null;
    }
    if (kind < 4 && issue && option) return { type: 'propose', terms: { [issue.id]: option.id } };
    if (kind < 5 && issue) return { type: 'answer-clause', issue: issue.id, answer: 'accept' };
    if (kind < 6)
      return {
        type: 'map',
        about: pick(factions) ?? '',
        stance: number(11) - 5,
        vote: 'yes',
        confidence: 60,
      };
    if (kind < 7)
      return { type: 'state-stance', stance: pick(['for', 'against'] as const) ?? 'for', public: true };
    const channel = pick(own?.channels ?? []);
    return channel
      ? {
          type: 'say',
          channel: channel.id,
          words: say(`Thought ${record.length} of ${role}: what if we could?`),
        }
      : null;
  }
  const everybody = scenario.roles.map(({ id }) => id);
  const enough = events - 4 * everybody.length;
  for (let tries = 0; record.length < enough && tries < 20 * events; tries++) {
    const round = 1 + Math.floor((rounds * record.length) / enough);
    if (state.desk.phase === 'bargaining' && state.desk.round < Math.min(rounds, round))
      host({ type: 'skip' });
    const role = pick(everybody) ?? '';
    const command = anything(role);
    if (command) seat(role, command);
  }
  while (state.desk.phase === 'bargaining' && state.desk.round < rounds && host({ type: 'skip' }));
  const heads = scenario.roles.filter(({ initials }) => initials).map(({ id }) => id);
  for (const head of heads) seat(head, { type: 'propose', terms });
  for (const head of heads) seat(head, { type: 'initial' });
  for (const head of heads) seat(head, { type: 'give-speech', answers: [] });
  for (const faction of factions)
    seat(faction, { type: 'vote', vote: pick(['yes', 'yes', 'no'] as const) ?? 'yes' });
  for (let turns = 0; state.desk.phase !== 'debrief' && turns < 2 * rounds; turns++) host({ type: 'skip' });
  return { record, words };
}

export interface LongPlan {
  readonly events: number;
  readonly people: readonly string[];
  readonly seed: number;
  /** What the heads agree on. */
  readonly terms: Readonly<Record<string, string>>;
}

/** People in turn on all seats, up to what each holds. */
function seated(game: Game, people: readonly string[]): Map<string, string[]> {
  const seats = new Map(game.scenario.roles.map(({ id }): [string, string[]] => [id, []]));
  let left = [...people];
  for (let turn = 0; left.length > 0 && turn < people.length; turn++) {
    for (const { id, capacity } of game.scenario.roles) {
      const [next, ...others] = left;
      const sitting = seats.get(id);
      if (next === undefined || !sitting || sitting.length >= capacity) continue;
      sitting.push(next);
      left = others;
    }
  }
  return seats;
}

/** Whole numbers from 0 to below a bound: the same ones for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
