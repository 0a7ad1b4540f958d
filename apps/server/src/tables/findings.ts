import type { Game } from '@btt/game';
import { type Answer, type Comparison, type FindingsOfTable, refuse } from '@btt/protocol';
import { createMemory } from '../analysis/memory';
import type { Bench } from '../workbench/bench';
import type { Piece, Results, Task } from '../workbench/messages';
import type { Table } from './table';

/** What can be read from the records of tables, worked out in a thread of its own and remembered until something happens. */
export interface Findings {
  findingsOf(game: Game, table: Table): Promise<Answer<FindingsOfTable>>;
  /** The tables held against each other, in their order. One that could not be read is left out. */
  compare(game: Game, tables: readonly Table[]): Promise<Comparison>;
}

type Kind = 'read' | 'compare';

/** Answers remembered: as many of each kind as a session has tables. */
const KEPT = 64;
/** Events handed over at once. */
const PIECE = 100;

export function createFindings(readers: Bench): Findings {
  const read = remembering('read');
  const compare = remembering('compare');

  /** Those who ask at the same moment share the work; a failure is not remembered. */
  function remembering<K extends Kind>(kind: K) {
    const known = createMemory<Promise<Results[K] | null>>(KEPT);
    return (game: Game, table: Table): Promise<Results[K] | null> => {
      const { version } = table.stream.state();
      const key = `${table.id} ${version}`;
      const before = known.get(key);
      if (before) return before;
      const task = { kind, scenario: game.scenario, hash: game.hash } as Extract<Task, { kind: K }>;

      const asking = { owner: table.id, subject: `${kind} ${version}`, pieces: piecesOf(table) };
      const found = readers
        .ask<K>(task, asking)
        .answer.then((outcome) => (outcome.ok ? outcome.result : null));
      known.set(key, found);
      void found.then((result) => {
        if (result === null) known.forget(key);
      });
      return found;
    };
  }

  return {
    async findingsOf(game, table) {
      const findings = await read(game, table);
      return findings ? { ok: true, table: table.id, findings } : refuse('no-answer');
    },
    async compare(game, tables) {
      const standings = await Promise.all(
        tables.map(async (table) => {
          const standing = await compare(game, table);
          return standing ? [{ table: table.id, ...standing }] : [];
        }),
      );
      return { ok: true, tables: standings.flat() };
    },
  };
}

function piecesOf(table: Table): readonly Piece[] {
  const log = table.stream.log();
  const pieces: Piece[] = [];
  for (let from = 0; from < log.length; from += PIECE) {
    pieces.push(log.slice(from, from + PIECE).map(({ event, at }) => ({ event, at })));
  }
  return pieces;
}
