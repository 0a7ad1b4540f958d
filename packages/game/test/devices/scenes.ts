import { fileURLToPath } from 'node:url';
import type { Fact, SeatCommand } from '@btt/protocol';
import { loadScenario } from '@btt/scenario/load';
import { createGame, type Decision, type Game } from '../../src';
import { supportOf, type TestTable } from '../table';

const LIBRARY = fileURLToPath(new URL('../../../../scenarios/', import.meta.url));

/** A scenario of the library, as it is shipped. */
export async function shipped(id: string): Promise<Game> {
  const loaded = await loadScenario(`${LIBRARY}${id}`);
  if (!loaded.ok) throw new Error(`The scenario ${id} has problems.`);
  return createGame(loaded.scenario, loaded.hash);
}

/** Makes a move and answers with its id. Throws the refusal: whoever tests a refusal asks the table itself. */
export function make(
  table: TestTable,
  role: string,
  move: string,
  more: Partial<Extract<SeatCommand, { type: 'move' }>> = {},
): string {
  granted(table.seat(role, { ...more, type: 'move', move }));
  return factsOf(table, 'move').at(-1)?.made.id ?? '';
}

/** Wishes something that must be granted. */
export function act(table: TestTable, role: string, command: SeatCommand): void {
  granted(table.seat(role, command));
}

export function granted(decision: Decision): void {
  if (!decision.ok) throw new Error(`Refused: ${decision.code}`);
}

/** All facts of one type in the record, in order. */
export function factsOf<T extends Fact['type']>(table: TestTable, type: T): Extract<Fact, { type: T }>[] {
  return table.events.flatMap(({ event }) =>
    event.parts.flatMap(({ fact }) => (isOf(fact, type) ? [fact] : [])),
  );
}

/** Roles who were told a fact of this type, newest first; `everyone` and `host` as they are recorded. */
export function audienceOfLast(
  table: TestTable,
  type: Fact['type'],
): 'everyone' | 'host' | readonly string[] {
  const parts = table.events.flatMap(({ event }) => event.parts).filter(({ fact }) => fact.type === type);
  return parts.at(-1)?.to ?? [];
}

/** How many support points each faction gained or lost while something was done; those that stayed are left out. */
export function changes(table: TestTable, deed: () => void): Readonly<Record<string, number>> {
  const factions = table.game.scenario.factions.map((one) => one.id);
  const before = factions.map((id) => supportOf(table, id));
  deed();
  const after = factions.map((id, at) => [id, supportOf(table, id) - (before[at] ?? 0)] as const);
  return Object.fromEntries(after.filter(([, points]) => points !== 0));
}

function isOf<T extends Fact['type']>(fact: Fact, type: T): fact is Extract<Fact, { type: T }> {
  return fact.type === type;
}
