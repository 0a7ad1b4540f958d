import { z } from 'zod';
import { AUTOPILOT } from '../desk/desk';
import { LESSON_STEPS, MOST_GUESSES, PROMPTS } from '../lesson/lesson';
import { CommandId, Id, LIMITS, Nickname } from './primitives';
import { HostCommand, SeatCommand } from './table-commands';

/** Bounds of a file: more than any session has. */
const MOST = { people: 500, tables: 64, events: 51_000, parts: 5_000, notes: 500 } as const;

/** The form of a session as one file; see docs/session-file.md. It goes up when an old reader would misread a new file. */
export const SESSION_FILE = { format: 'behind-the-table/session', version: 1 } as const;

/** How a file calls what has other ids in every installation. */
export const FILE_IDS = {
  scenario: 'file:scenario',
  table: (number: number) => `file:table:${number}`,
  person: (number: number) => `file:person:${number}`,
  words: (number: number) => `file:words:${number}`,
} as const;

const TableId = z.string().regex(/^file:table:[1-9]\d{0,3}$/);
const PersonId = z.string().regex(/^file:person:[1-9]\d{0,5}$/);
/** Who acted: a person, or the autopilot of the seat. */
const Actor = z.union([PersonId, z.literal(AUTOPILOT)]);
const WordsId = z.string().regex(/^file:words:[1-9]\d{0,6}$/);
const instant = z.number().int().min(0).max(8.64e15);
const minutes = z.number().min(0).max(1000);

/** Settings are numbers of minutes and switches; what a newer version adds is taken along. */
const Settings = z.looseObject({
  briefing: minutes,
  rounds: z
    .array(z.strictObject({ name: z.string().max(200), date: z.string().max(200), minutes }))
    .min(1)
    .max(60),
  ratification: minutes,
  returns: z.strictObject({ times: z.number().int().min(0).max(20), minutes }),
  ballot: z.enum(['free', 'bounded', 'model']),
  capital: z.strictObject({
    perRound: z.number().min(0).max(1000).nullable(),
    carry: z.number().min(0).max(1000),
  }),
  chat: z.boolean(),
  crossTable: z.boolean().optional(),
  mode: z.enum(['room', 'remote', 'mixed']).optional(),
  luck: z.enum(['chance', 'host']).optional(),
  autopilot: z.enum(['empty', 'away']).optional(),
  solo: z.literal(true).optional(),
});

const Cause = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('seat'), role: Id, person: Actor, command: SeatCommand }),
  z.strictObject({ as: z.literal('host'), command: HostCommand }),
  z.strictObject({
    as: z.literal('system'),
    command: z.discriminatedUnion('type', [
      z.strictObject({
        type: z.literal('open'),
        table: TableId,
        name: z.string().max(200),
        settings: Settings,
      }),
      z.strictObject({ type: z.literal('deadline'), deadline: instant }),
      z.strictObject({
        type: z.literal('hold-seat'),
        role: Id,
        people: z.array(PersonId).max(MOST.people),
      }),
      z.strictObject({ type: z.literal('away'), role: Id, away: z.boolean() }),
    ]),
  }),
]);

const Event = z.strictObject({
  at: instant,
  id: z.string().min(1).max(128),
  cause: Cause,
  /** Held against what the rules make of the cause, and not used otherwise. */
  parts: z.array(z.unknown()).min(1).max(MOST.parts),
});

const position = z.number().int().min(0).max(MOST.events);

const Lesson = z.strictObject({
  plan: z.array(z.enum(LESSON_STEPS)).max(LESSON_STEPS.length),
  shown: z.array(z.enum(LESSON_STEPS)).max(LESSON_STEPS.length),
  guesses: z.record(
    PersonId,
    z.strictObject({ table: TableId, role: Id, moves: z.array(Id).max(MOST_GUESSES) }),
  ),
  reflections: z.record(PersonId, z.partialRecord(z.enum(PROMPTS), WordsId)),
  notes: z.array(z.strictObject({ table: TableId, position, words: WordsId.nullable() })).max(MOST.notes),
});

export const SessionFile = z.strictObject({
  format: z.literal(SESSION_FILE.format),
  version: z.literal(SESSION_FILE.version),
  /** When the file was made, for people. */
  made: z.string().max(40),
  scenario: z.strictObject({
    id: z.string().max(200),
    title: z.string().max(300),
    hash: z.string().max(200),
    /** What `serializeScenario` writes, as a value. */
    compiled: z.looseObject({ compiled: z.number() }),
  }),
  settings: Settings,
  people: z.array(z.strictObject({ person: PersonId, name: Nickname.optional() })).max(MOST.people),
  tables: z
    .array(
      z.strictObject({
        table: TableId,
        name: z.string().max(200),
        roles: z.array(Id).max(100).nullable(),
        events: z.array(Event).min(1).max(MOST.events),
      }),
    )
    .min(1)
    .max(MOST.tables),
  words: z.record(WordsId, z.string().max(2 * LIMITS.words)),
  lesson: Lesson.nullable(),
});
export type SessionFile = z.infer<typeof SessionFile>;

/** What a host may ask of a session over HTTP, by the last part of the address. */
export const FileRequests = {
  /** The session as one file, or its results. `names`: with nicknames. */
  file: z.strictObject({ names: z.boolean().optional() }),
  results: z.strictObject({ names: z.boolean().optional(), as: z.enum(['json', 'csv']) }),
  branch: z.strictObject({
    id: CommandId,
    table: Id,
    /** So many events are kept. */
    position: z.number().int().min(1).max(MOST.events),
  }),
  /** The file is looked at on its own, so that what is wrong with it has a code of its own. */
  import: z.strictObject({ id: CommandId, names: z.boolean().optional(), file: z.unknown() }),
} as const;
