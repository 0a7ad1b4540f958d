import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  evolveLesson,
  evolveSession,
  initialLesson,
  initialSession,
  type LessonEvent,
  type SessionEvent,
  type TableEvent,
  visible,
  visibleSession,
} from '@btt/game';
import {
  EMPTY_DESK,
  EMPTY_SESSION,
  type Fact,
  foldAll,
  foldSession,
  type LessonFact,
  type SessionFact,
  type Viewer,
} from '@btt/protocol';
import { smallScenario } from '@btt/scenario/test-support';
import { describe, expect, it } from 'vitest';
import { readEvent } from '../src/streams/format';

/**
 * Streams as they lie in databases, one file for each form of events, and what they came to when they were recorded. Neither a file nor its
 * digests are ever changed: new kinds of facts, and new forms, get files of their own (`packages/game/test/make-golden.ts`).
 */
const RECORDS = {
  'format-1-tables': {
    file: '73a5ec328212ceed8c86135d34a27779',
    views: '524636bb9638e6d9743ccec41a61c28d',
  },
  'format-1-sessions': {
    file: '436902019edd6a346503b0eef47e9bdf',
    views: '60e5128529e6194d766e1697b85b28b1',
  },
  'format-1-lessons': {
    file: '24e0d4ebcc3872b59d0f14e6730c40d6',
    views: 'd9faec94b7091be56e72807aff7bbf6f',
  },
} as const;
type Name = keyof typeof RECORDS;

const text = (name: Name) =>
  readFileSync(fileURLToPath(new URL(`./golden/${name}.json`, import.meta.url)), 'utf8');
const digest = (value: string) => createHash('sha256').update(value).digest('hex').slice(0, 32);
const streams = <Event>(name: Name): Event[][] =>
  (JSON.parse(text(name)) as unknown[][]).map((payloads) => payloads.map((one) => readEvent<Event>(one)));

const VIEWERS: readonly Viewer[] = [
  { kind: 'host' },
  { kind: 'observer' },
  { kind: 'screen' },
  ...smallScenario().roles.map((role) => ({ kind: 'seat' as const, role: role.id })),
];

/** What every pair of eyes sees at the end of each stream. */
const VIEWS: Readonly<Record<Name, () => unknown>> = {
  'format-1-tables': () =>
    streams<TableEvent>('format-1-tables').map((events) =>
      VIEWERS.map((viewer) =>
        foldAll(
          EMPTY_DESK,
          events.flatMap(({ parts }) => visible(parts, viewer)),
        ),
      ),
    ),
  'format-1-sessions': () =>
    streams<SessionEvent>('format-1-sessions').map((events) => [
      events.reduce(evolveSession, initialSession()).view,
      ...(['host', 'screen', 'person'] as const).map((kind) =>
        events.flatMap(({ parts }) => visibleSession(parts, { kind })).reduce(foldSession, EMPTY_SESSION),
      ),
    ]),
  'format-1-lessons': () =>
    streams<LessonEvent>('format-1-lessons').map((events) => events.reduce(evolveLesson, initialLesson())),
};

const NAMES = Object.keys(RECORDS) as Name[];

describe('records of old', () => {
  it.each(NAMES)('%s is what it was', (name) => {
    expect(digest(text(name))).toBe(RECORDS[name].file);
  });

  it.each(NAMES)('%s folds to what it folded to', (name) => {
    expect(digest(JSON.stringify(VIEWS[name]()))).toBe(RECORDS[name].views);
  });

  it('hold every kind of fact', () => {
    const kinds = new Set(
      NAMES.flatMap((name) =>
        streams<{ parts: { fact: { type: string } }[] }>(name).flatMap((events) =>
          events.flatMap(({ parts }) => parts.map(({ fact }) => fact.type)),
        ),
      ),
    );
    expect(Object.keys(ALL).filter((kind) => !kinds.has(kind))).toEqual([]);
  });
});

/** A kind of fact that is missing here does not compile, and one that is here and in no record fails above. */
const ALL: Readonly<Record<Fact['type'] | SessionFact['type'] | LessonFact['type'], true>> = {
  'rounds-lost': true,
  acknowledged: true,
  agreement: true,
  archived: true,
  asked: true,
  assured: true,
  autopilot: true,
  ballot: true,
  'ballot-in': true,
  bloc: true,
  bound: true,
  broadcast: true,
  capital: true,
  'capital-round': true,
  clause: true,
  'clause-answered': true,
  clock: true,
  confided: true,
  'consent-asked': true,
  'consent-given': true,
  contradiction: true,
  corrected: true,
  'debrief-opened': true,
  disclosed: true,
  'draft-shown': true,
  'draw-pending': true,
  drawn: true,
  effect: true,
  'effect-behind': true,
  'effect-ended': true,
  ended: true,
  estimated: true,
  event: true,
  expected: true,
  'expected-gone': true,
  grouped: true,
  guessed: true,
  'help-asked': true,
  'help-given': true,
  'host-let-in': true,
  'host-revoked': true,
  initialled: true,
  'initials-removed': true,
  instructed: true,
  judged: true,
  'late-seating': true,
  'lesson-begun': true,
  'lesson-ended': true,
  lobbied: true,
  'lobby-answered': true,
  mapped: true,
  message: true,
  'moment-shown': true,
  move: true,
  'move-secret': true,
  'names-shown': true,
  'note-removed': true,
  noted: true,
  'person-joined': true,
  'person-removed': true,
  'person-renamed': true,
  phase: true,
  'plan-answered': true,
  'plan-offered': true,
  'promise-settled': true,
  proposed: true,
  reacted: true,
  ready: true,
  reflected: true,
  released: true,
  result: true,
  'return-answered': true,
  'return-asked': true,
  said: true,
  'seat-held': true,
  seated: true,
  'seated-by': true,
  'session-closed': true,
  'session-opened': true,
  speech: true,
  'speech-drafted': true,
  'speech-handed': true,
  'speech-rated': true,
  stance: true,
  'step-shown': true,
  'table-added': true,
  'table-changed': true,
  'table-opened': true,
  'table-removed': true,
  told: true,
  'undo-point': true,
  undone: true,
  unseated: true,
  watching: true,
};
