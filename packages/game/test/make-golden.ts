import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { EMPTY_LESSON, type Fact, LESSON_STEPS } from '@btt/protocol';
import fc from 'fast-check';
import {
  decideLesson,
  decideSession,
  evolveLesson,
  evolveSession,
  initialSession,
  type LessonEvent,
  type LessonWish,
  type SessionEvent,
  type SessionWish,
  type TableEvent,
  tableSettings,
} from '../src';
import { grant, wishes } from './random-play';
import { openTable, RIVER } from './table';

// Makes golden records of the newest form of events: tsx packages/game/test/make-golden.ts <folder>. Files that are there already stay as
// they are: for events and facts that are new, and for a new form, a file of another name is added at the end.

const [folder = ''] = process.argv.slice(2);
const TABLES = 4_000;

/** As few tables as it takes so that every kind of fact that random play meets is in one of them. */
function tables(): TableEvent[][] {
  const all = fc.sample(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), wishes), {
    numRuns: TABLES,
    seed: 1990,
  });
  const kept: TableEvent[][] = [];
  const seen = new Set<Fact['type']>();
  for (const [luck, list] of all) {
    const table = openTable({ luck });
    table.host({ type: 'start' });
    table.clock();
    for (const one of list) grant(table, one);
    const events = table.events.map(({ event }) => event);
    const types = events.flatMap(({ parts }) => parts.map(({ fact }) => fact.type));
    if (types.every((type) => seen.has(type))) continue;
    for (const type of types) seen.add(type);
    kept.push(events);
  }
  // Nothing in the river takes rounds away.
  const [first = []] = kept;
  const last = first.at(-1);
  if (last)
    kept.push([
      ...first,
      { ...last, id: 'late', parts: [{ to: 'everyone', fact: { type: 'rounds-lost', rounds: 1 } }] },
    ]);
  return kept;
}

function session(): SessionEvent[] {
  const wanted: SessionWish[] = [
    { type: 'open', session: 's1', code: 'ABCDE', table: 's1-1', tableName: 'Table 1' },
    {
      type: 'expect',
      people: [
        { person: 'e1', table: 's1-1', role: 'mara', group: 'friends' },
        { person: 'e2', table: null, role: null, group: null },
      ],
    },
    { type: 'join', person: 'p1', expected: 'e1' },
    { type: 'add-table', newTable: 's1-2', name: 'By the window' },
    { type: 'change-table', table: 's1-2', name: 'By the door' },
    { type: 'join', person: 'p2' },
    { type: 'join', person: 'p3' },
    { type: 'expect-no-more', person: 'e2' },
    { type: 'group', person: 'p2', group: 'friends' },
    { type: 'seat-everyone', way: 'random', seed: 7 },
    { type: 'seat', person: 'p2', table: 's1-2', role: 'mara' },
    { type: 'undo' },
    { type: 'unseat', person: 'p2' },
    { type: 'watch', person: 'p2', table: 's1-2' },
    { type: 'late-seating', on: true },
    { type: 'late-seating', on: false },
    { type: 'let-in-host', host: 'h1' },
    { type: 'revoke-host', host: 'h1' },
    { type: 'ask-return', person: 'p3', request: 'r1' },
    { type: 'answer-return', request: 'r1', admit: true },
    { type: 'show-names', shown: true },
    { type: 'rename', person: 'p3' },
    { type: 'message', id: 'm1', person: 'p3', words: 'w1' },
    { type: 'remove', person: 'p3' },
    { type: 'remove-table', table: 's1-2' },
    { type: 'archive', archived: true },
    { type: 'archive', archived: false },
    { type: 'close' },
  ];
  const events: SessionEvent[] = [];
  let state = initialSession();
  for (const wish of wanted) {
    const decision = decideSession(RIVER, state, wish);
    if (!decision.ok) {
      console.error(`${wish.type}: ${decision.code}`);
      continue;
    }
    events.push(decision.event);
    state = evolveSession(state, decision.event);
  }
  return events;
}

function lesson(): LessonEvent[] {
  const wanted: LessonWish[] = [
    { as: 'host', command: { type: 'begin-lesson', plan: [...LESSON_STEPS] } },
    { as: 'host', command: { type: 'show-step', step: 'guess' } },
    { as: 'person', person: 'p1', command: { type: 'guess', moves: ['m1', 'm2', 'm3'] } },
    { as: 'host', command: { type: 'show-step', step: 'replay' } },
    { as: 'host', command: { type: 'show-moment', table: 's1-1', position: 3 } },
    { as: 'host', command: { type: 'note', table: 's1-1', position: 3, words: 'w1' } },
    { as: 'host', command: { type: 'remove-note', note: 'note' } },
    { as: 'host', command: { type: 'show-step', step: 'reflect' } },
    { as: 'person', person: 'p1', command: { type: 'reflect', prompt: 'differently', words: 'w2' } },
    { as: 'host', command: { type: 'end-lesson' } },
  ];
  const events: LessonEvent[] = [];
  let view = EMPTY_LESSON;
  const context = {
    id: 'note',
    tables: [{ table: 's1-1', over: true, length: 30 }],
    seat: { table: 's1-1', role: 'mara', moves: ['m1', 'm2', 'm3'] },
  };
  for (const wish of wanted) {
    const decision = decideLesson(view, wish, context);
    if (!decision.ok) {
      console.error(`${wish.command.type}: ${decision.code}`);
      continue;
    }
    events.push(decision.event);
    view = evolveLesson(view, decision.event);
  }
  return events;
}

/** What random play seldom or never meets. */
function rareTables(): TableEvent[][] {
  const settings = tableSettings(RIVER.scenario, { autopilot: 'away' });
  const table = openTable({ settings });
  const away = (is: boolean): void => {
    table.wish({ as: 'system', command: { type: 'away', role: 'mara', away: is } });
  };
  table.host({ type: 'start' });
  table.host({ type: 'reopen-lobby' });
  table.host({ type: 'start' });
  table.host({ type: 'pause' });
  table.host({ type: 'resume' });
  table.clock();
  away(true);
  away(false);
  table.host({ type: 'fire', trigger: 'flood' });
  const alone = openTable({ settings: { ...settings, solo: true } });
  for (let phase = 0; phase < 3; phase++) alone.seat('mara', { type: 'go-on' });
  return [table, alone].map(({ events }) => events.map(({ event }) => event));
}

/** Sessions that begin with what was played before: elsewhere, and up to a moment of another. */
function playedSessions(): SessionEvent[][] {
  const opened = {
    to: 'everyone',
    fact: {
      type: 'session-opened',
      session: 's2',
      code: 'ACE34',
      scenario: 'small-river',
      title: 'The river',
      hash: 'river-hash',
    },
  } as const;
  const added = { to: 'everyone', fact: { type: 'table-added', table: 's2-1', name: 'Table 1' } } as const;
  const archived = { to: 'everyone', fact: { type: 'archived', archived: true } } as const;
  return [
    [{ type: 'import', parts: [opened, added, archived] }],
    [{ type: 'branch', parts: [opened, added] }],
  ];
}

function playedLesson(): LessonEvent[] {
  const begun = { to: 'everyone', fact: { type: 'lesson-begun', plan: [...LESSON_STEPS] } } as const;
  const ended = { to: 'everyone', fact: { type: 'lesson-ended' } } as const;
  return [{ type: 'import', parts: [begun, ended] }];
}

mkdirSync(folder, { recursive: true });
const write = (name: string, streams: () => readonly (readonly unknown[])[]): void => {
  const file = `${folder}/${name}.json`;
  if (existsSync(file)) return;
  const lines = streams().map(
    (events) => `[\n${events.map((event) => JSON.stringify({ format: 1, event })).join(',\n')}\n]`,
  );
  writeFileSync(file, `[\n${lines.join(',\n')}\n]\n`);
};
write('format-1-tables', tables);
write('format-1-sessions', () => [session()]);
write('format-1-lessons', () => [lesson()]);
write('format-1-tables-rare', rareTables);
write('format-1-sessions-played', playedSessions);
write('format-1-lessons-played', () => [playedLesson()]);
