import { briefFor, debriefTexts, evolve, initialTable, refereeLine, wordsIn } from '@btt/game';
import type { Brief, RefereeLine, TableRecord } from '@btt/protocol';
import type { Session } from '../sessions/session';
import type { Table } from './table';

/** Milliseconds of work after which others get their turn. */
const SHARE = 8;

/** The whole record of a table, with the referee's line after each event where it differs from the one before. */
export async function recordOf(
  session: Session,
  table: Table,
  wordsOf: (ids: readonly string[]) => Promise<Record<string, string>>,
): Promise<TableRecord> {
  const { game } = session;
  const log = table.stream.log().slice();
  const briefs: Record<string, Brief> = {};
  for (const role of game.scenario.roles) briefs[role.id] = briefFor(game, { kind: 'seat', role: role.id });
  const lines: (RefereeLine | null)[] = [];
  let state = initialTable(game);
  let before = '';
  let turn = performance.now();
  for (const { event } of log) {
    const { text, effects, deal } = state.desk;
    state = evolve(state, event);
    const changed =
      before === '' || state.desk.text !== text || state.desk.effects !== effects || state.desk.deal !== deal;
    const line = changed ? refereeLine(game, state.desk) : null;
    const words = line === null ? before : JSON.stringify(line);
    lines.push(words === before ? null : line);
    before = words;
    if (performance.now() - turn > SHARE) {
      await new Promise((resume) => setImmediate(resume));
      turn = performance.now();
    }
  }
  return {
    ok: true,
    table: table.id,
    events: log.map(({ at, event }) => ({ at, type: event.type, parts: event.parts })),
    words: await wordsOf([
      ...new Set(log.flatMap(({ event }) => wordsIn(event.parts.map((part) => part.fact)))),
    ]),
    brief: briefFor(game, { kind: 'host' }),
    briefs,
    debrief: debriefTexts(game.scenario),
    lines,
  };
}
