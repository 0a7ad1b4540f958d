import { briefFor, debriefTexts, evolve, type Game, initialTable, refereeLine, wordsIn } from '@btt/game';
import type { Brief, RefereeLine, TableRecord } from '@btt/protocol';
import type { WordBook } from '../feeds/word-book';
import type { Table } from './table';
import { weighs } from './weighs';

/** Makes the whole record of a table, for debriefs. Those who ask at the same moment share the work. */
export interface Records {
  recordOf(game: Game, table: Table): Promise<TableRecord>;
  /** After words were deleted in the store. */
  forget(): void;
}

/** Records kept: the newest of the tables asked for last. */
const KEPT = 8;
/** Milliseconds of work after which others get their turn. */
const SHARE = 5;

export function createRecords(words: WordBook): Records {
  const kept = new Map<string, { readonly version: number; readonly record: Promise<TableRecord> }>();
  return {
    forget: () => kept.clear(),
    recordOf(game, table) {
      const { version } = table.stream.state();
      const known = kept.get(table.id);
      if (known?.version === version) return known.record;
      const record = makeRecord(game, table, words);
      kept.delete(table.id);
      kept.set(table.id, { version, record });
      const oldest = kept.keys().next();
      if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value);
      record.catch(() => kept.delete(table.id));
      return record;
    },
  };
}

async function makeRecord(game: Game, table: Table, words: WordBook): Promise<TableRecord> {
  const log = table.stream.log().slice();
  const facts = log.flatMap(({ event }) => event.parts.map((part) => part.fact));
  return {
    ok: true,
    table: table.id,
    events: log.map(({ at, event }) => ({ at, type: event.type, parts: event.parts })),
    words: await words.find(wordsIn(facts)),
    brief: briefFor(game, { kind: 'host' }),
    briefs: Object.fromEntries(
      game.scenario.roles.map(({ id }): [string, Brief] => [id, briefFor(game, { kind: 'seat', role: id })]),
    ),
    debrief: debriefTexts(game.scenario),
    lines: await linesOf(
      game,
      log.map(({ event }) => event),
    ),
  };
}

/** The referee's line after each event where it differs from the one before, else null. */
async function linesOf(
  game: Game,
  events: readonly Parameters<typeof evolve>[1][],
): Promise<(RefereeLine | null)[]> {
  const lines: (RefereeLine | null)[] = [];
  let state = initialTable(game);
  let newest = '';
  let turn = performance.now();
  for (const event of events) {
    const before = state;
    state = evolve(state, event);
    const line = newest === '' || weighs(before.desk, state.desk) ? refereeLine(game, state.desk) : null;
    const text = line === null ? newest : JSON.stringify(line);
    lines.push(text === newest ? null : line);
    newest = text;
    if (performance.now() - turn > SHARE) {
      await new Promise((resume) => setImmediate(resume));
      turn = performance.now();
    }
  }
  return lines;
}
