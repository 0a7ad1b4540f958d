import { briefFor, debriefTexts, type Game, type Vector, wordsIn } from '@btt/game';
import type { Brief, TableRecord } from '@btt/protocol';
import type { Analysis } from '../analysis/analysis';
import { readSeries, type Series } from '../analysis/series';
import type { WordBook } from '../feeds/word-book';
import { pseudonyms } from './pseudonyms';
import type { Table } from './table';

/** Makes the whole record of a table, for debriefs. Those who ask at the same moment share the work. */
export interface Records {
  /** `named`: with nicknames; else people are called by their seats. Does not wait for win-sets to be counted: lines that are `counting` are complete when the record is asked for again later. */
  recordOf(game: Game, table: Table, named: boolean): Promise<TableRecord>;
  /** What so many events of the record had added to the factions' support. */
  vectorAt(game: Game, table: Table, position: number): Promise<Vector>;
  /** After words were deleted in the store. */
  forget(): void;
}

/** A record but for its lines. */
interface Base {
  readonly version: number;
  readonly made: Promise<{
    readonly record: Omit<TableRecord, 'lines'>;
    readonly hidden: Readonly<Record<string, string>>;
    readonly series: Series;
  }>;
}

/** Records kept: the newest of the tables asked for last. */
const KEPT = 8;

export function createRecords(words: WordBook, analysis: Analysis): Records {
  const kept = new Map<string, Base>();

  function baseOf(game: Game, table: Table): Base {
    const { version } = table.stream.state();
    const known = kept.get(table.id);
    if (known?.version === version) return known;
    const base: Base = { version, made: makeBase(game, table, words, analysis) };
    kept.delete(table.id);
    kept.set(table.id, base);
    const oldest = kept.keys().next();
    if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value);
    base.made.catch(() => {
      if (kept.get(table.id) === base) kept.delete(table.id);
    });
    return base;
  }

  return {
    vectorAt: async (game, table, position) => (await baseOf(game, table).made).series.vectorAt(position),
    forget: () => kept.clear(),
    async recordOf(game, table, named) {
      const { record, hidden, series } = await baseOf(game, table).made;
      const words = named ? record.words : { ...record.words, ...hidden };
      return { ...record, words, lines: series.lines() };
    },
  };
}

async function makeBase(
  game: Game,
  table: Table,
  words: WordBook,
  analysis: Analysis,
): Promise<Awaited<Base['made']>> {
  const log = table.stream.log().slice();
  const facts = log.flatMap(({ event }) => event.parts.map((part) => part.fact));
  const record: Omit<TableRecord, 'lines'> = {
    ok: true,
    table: table.id,
    events: log.map(({ at, event }) => ({ at, type: event.type, parts: event.parts })),
    words: await words.find(wordsIn(facts)),
    brief: briefFor(game, { kind: 'host' }),
    briefs: Object.fromEntries(
      game.scenario.roles.map(({ id }): [string, Brief] => [id, briefFor(game, { kind: 'seat', role: id })]),
    ),
    debrief: debriefTexts(game.scenario),
  };
  const events = log.map(({ event }) => event);
  const hidden = Object.fromEntries(
    [...pseudonyms(game, facts)].filter(([person]) => record.words[person] !== undefined),
  );
  return { record, hidden, series: await readSeries(analysis, game, table.id, events) };
}
