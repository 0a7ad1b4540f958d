import type { Game, TableReading, Vector } from '@btt/game';
import {
  type Agreements,
  type Answer,
  type Comparison,
  type Desk,
  type FairPoints,
  type FindingsOfTable,
  refuse,
  type Terms,
} from '@btt/protocol';
import { createMemory, type Memory } from '../analysis/memory';
import type { Bench, Outcome } from '../workbench/bench';
import type { Piece, Results, Task } from '../workbench/messages';
import type { Table } from './table';

/** What can be read from the records of tables, worked out in a thread of its own and remembered until something happens. */
export interface Findings {
  /** Everything that was found; null when it could not be worked out. */
  readingOf(game: Game, table: Table): Promise<TableReading | null>;
  findingsOf(game: Game, table: Table): Promise<Answer<FindingsOfTable>>;
  /** The tables held against each other, in their order. One that could not be read is left out. */
  compare(session: Played, tables: readonly Table[]): Promise<Comparison>;
  /** What could have been ratified where a record adds this to support, and what of it is nearest to a deal. */
  agreements(game: Game, table: Table, vector: Vector, from: Terms): Promise<Found | null>;
}

/** A session, as far as it is compared. */
interface Played {
  readonly game: Game;
  /** A table under the name that it has now. */
  readonly deskOf: (table: Table) => Desk;
}

type Found = Omit<Agreements, 'ok' | 'position'>;

type Kind = 'read' | 'compare';

/** Answers remembered: as many of each kind as a session has tables. */
const KEPT = 64;
/** Events handed over at once. */
const PIECE = 100;

export function createFindings(readers: Bench): Findings {
  const read = remembering('read');
  const compare = remembering('compare');

  function remembering<K extends Kind>(kind: K) {
    const known = createMemory<Promise<Results[K] | null>>(KEPT);
    return (game: Game, table: Table): Promise<Results[K] | null> => {
      const { version } = table.stream.state();
      const key = `${table.id} ${version}`;
      const task = { kind, scenario: game.scenario, hash: game.hash } as Extract<Task, { kind: K }>;
      return once(known, key, () => {
        return readers.ask<K>(task, {
          owner: table.id,
          subject: `${kind} ${version}`,
          pieces: piecesOf(table),
        }).answer;
      });
    };
  }

  const fairKnown = createMemory<Promise<FairPoints | 'none' | null>>(KEPT);
  const agreementsKnown = createMemory<Promise<Found | null>>(KEPT);

  /** The same question of several people is answered once; a failure is not remembered. */
  function once<R>(
    known: Memory<Promise<R | null>>,
    key: string,
    ask: () => Promise<Outcome<R>>,
  ): Promise<R | null> {
    const before = known.get(key);
    if (before) return before;
    const found = ask().then((outcome) => (outcome.ok ? outcome.result : null));
    known.set(key, found);
    void found.then((result) => {
      if (result === null) known.forget(key);
    });
    return found;
  }

  function fairOf({ scenario, hash }: Game): Promise<FairPoints | 'none' | null> {
    const asking = { owner: hash, subject: 'fair' };
    return once(fairKnown, hash, () => readers.ask({ kind: 'fair', scenario, hash }, asking).answer);
  }

  return {
    agreements({ scenario, hash }, table, { adjustments, key }, from) {
      const asked = JSON.stringify([
        hash,
        key,
        Object.entries(from).toSorted(([one], [other]) => (one < other ? -1 : 1)),
      ]);
      const task = { kind: 'agreements', scenario, hash, adjustments, from } as const;
      return once(agreementsKnown, asked, () => {
        return readers.ask(task, { owner: table.id, subject: asked }).answer;
      });
    },
    readingOf: read,
    async findingsOf(game, table) {
      const findings = await read(game, table);
      return findings ? { ok: true, table: table.id, findings } : refuse('no-answer');
    },
    async compare({ game, deskOf }, tables) {
      const standings = await Promise.all(
        tables.map(async (table) => {
          const standing = await compare(game, table);
          return standing ? [{ table: table.id, ...standing, name: deskOf(table).name }] : [];
        }),
      );
      const found = standings.flat();
      const fair = found.length > 0 ? await fairOf(game) : null;
      return { ok: true, tables: found, fair: fair === 'none' ? null : fair };
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
