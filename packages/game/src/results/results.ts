import type { Desk, LessonView, PersonId, TableStanding, WhatMattered } from '@btt/protocol';
import type { Game } from '../game';
import type { TableReading } from '../readings';

/** Version of the form of results; see docs/results-output.md. */
const RESULTS = 1;

/** A table of which results are told: its end, and what was read from its record. */
export interface FinishedTable {
  readonly desk: Desk;
  readonly events: number;
  readonly reading: TableReading;
  readonly standing: Omit<TableStanding, 'table'>;
  readonly mattered: WhatMattered;
}

export interface ResultsInput {
  readonly game: Game;
  readonly tables: readonly FinishedTable[];
  readonly guesses: LessonView['guesses'];
  /** When, ISO 8601 in UTC. */
  readonly made: string;
  /** Nicknames by person; null = without names. */
  readonly names: ReadonlyMap<PersonId, string> | null;
}

/** The results of a class as data for other programs. Without names people are numbered; ids of people are not told. */
export function resultsOf({ game, tables, guesses, made, names }: ResultsInput) {
  const { id, title } = game.scenario;
  const everybody = tables.flatMap(({ desk }) => Object.values(desk.seats).flat());
  const numbers = new Map([...new Set(everybody)].map((person, i) => [person, i + 1]));
  return {
    format: 'behind-the-table/results',
    version: RESULTS,
    made,
    named: names !== null,
    scenario: { id, title, hash: game.hash },
    tables: tables.map(({ desk, events, reading, standing, mattered }, i) => ({
      table: i + 1,
      name: desk.name,
      events,
      outcome: desk.outcome?.outcome ?? null,
      defection: desk.outcome?.defection ?? null,
      sentence: desk.outcome?.sentence ?? null,
      rounds: desk.round,
      returned: desk.returned,
      deal: desk.deal,
      joint: standing.joint,
      invited: standing.invited,
      withoutHelp: standing.withoutHelp,
      sides: standing.sides.map((side) => ({
        ...side,
        count: countOf(desk, side.side),
      })),
      causes: mattered.causes.map(({ headline, weight, decisive }) => ({ headline, weight, decisive })),
      guesses: mattered.guesses.map(({ headline, count, rank }) => ({ headline, count, rank })),
      seats: reading.scores.seats.map((seat) => ({
        role: seat.role,
        kind: seat.kind,
        side: seat.ofSide,
        scores: { own: seat.own, side: seat.side, table: seat.table },
        fidelity: seat.beside.fidelity,
        margin: seat.beside.margin,
        misread: seat.beside.misread,
        moves: desk.moves.filter((move) => move.role === seat.role).map((move) => move.headline),
        people: (desk.seats[seat.role] ?? []).map((person) => ({
          number: numbers.get(person) ?? 0,
          ...(names ? { name: names.get(person) ?? null } : {}),
          vote: desk.ballots[seat.role]?.[person] ?? null,
          guess: (guesses[person]?.moves ?? []).map((move) => headlineOf(desk, move)),
        })),
      })),
    })),
  };
}

export type Results = ReturnType<typeof resultsOf>;

function countOf(desk: Desk, side: string) {
  const found = desk.results.at(-1)?.sides.find((one) => one.side === side);
  return found ? { passed: found.passed, yes: found.yes, no: found.no, abstained: found.abstained } : null;
}

const headlineOf = (desk: Desk, id: string): string =>
  desk.moves.find((move) => move.id === id)?.headline ?? '';
