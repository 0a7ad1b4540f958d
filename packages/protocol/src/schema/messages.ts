import { z } from 'zod';
import { REVEALS } from '../lesson/lesson';
import { LessonHostCommand, LessonPersonCommand } from './lesson-commands';
import { CommandId, Id, Language, Nickname, Token } from './primitives';
import { SessionCommand } from './session-commands';
import { HostCommand, SeatCommand } from './table-commands';

/** Where a viewer stands in one feed: everything up to and including `n` of this epoch has arrived. */
export const Cursor = z.strictObject({ epoch: z.string().max(128), n: z.number().int().min(0) });
const FEEDS = 65;
export const Cursors = z
  .record(Id, Cursor)
  .refine((cursors) => Object.keys(cursors).length <= FEEDS, 'a session and its tables')
  .meta({ maxProperties: FEEDS });

export const Settings = z.strictObject({
  briefing: z.number().min(0).max(240).optional(),
  roundMinutes: z.number().min(0.1).max(240).optional(),
  rounds: z.number().int().min(1).max(20).optional(),
  ratification: z.number().min(0.1).max(240).optional(),
  returns: z.number().int().min(0).max(5).optional(),
  ballot: z.enum(['free', 'bounded', 'model']).optional(),
  unlimitedCapital: z.boolean().optional(),
  chat: z.boolean().optional(),
  crossTable: z.boolean().optional(),
  luck: z.enum(['chance', 'host']).optional(),
  /** Where the class is. In the room free chat is off unless `chat` says otherwise. */
  mode: z.enum(['room', 'remote', 'mixed']).optional(),
  /** Seats that autopilots take by themselves. */
  autopilot: z.enum(['off', 'empty', 'away']).optional(),
});

/** So many events had happened. */
const Position = z.number().int().min(0).max(1_000_000);
/** By issue, the option tried. */
const ISSUES = 40;
const Deal = z
  .record(Id, Id)
  .refine((deal) => Object.keys(deal).length <= ISSUES, 'an option for each issue')
  .meta({ maxProperties: ISSUES });

/** Every message a client may send, by socket.io event name. Each is answered by an acknowledgement. */
export const ClientMessages = {
  /** A room code and a nickname give a person's token. The id makes a resent join harmless. */
  join: z.strictObject({
    protocol: z.literal(1),
    id: CommandId,
    code: z.string().min(3).max(16),
    nickname: Nickname,
  }),
  /** Somebody who is in the session comes back on another device: at once with the return code, else when the host agrees. */
  return: z.strictObject({
    protocol: z.literal(1),
    id: CommandId,
    code: z.string().min(3).max(16),
    nickname: Nickname,
    returnCode: z.string().min(1).max(40).optional(),
  }),
  /** Opens a session and gives its host token. */
  host: z.strictObject({
    protocol: z.literal(1),
    id: CommandId,
    scenario: Id,
    /** One of the scenario's languages; its own if left out. */
    language: Language.optional(),
    settings: Settings.optional(),
    pass: z.string().max(200).optional(),
    /** For a scenario of one's own: the token under which it was put into the library. */
    owner: Token.optional(),
  }),
  /** Opens a session for one person, who takes a seat at once; autopilots play all others. */
  solo: z.strictObject({
    protocol: z.literal(1),
    id: CommandId,
    scenario: Id,
    /** One of the scenario's languages; its own if left out. */
    language: Language.optional(),
    /** The seat to take; the first that signs for a side if left out. */
    role: Id.optional(),
    nickname: Nickname,
    pass: z.string().max(200).optional(),
    /** For a scenario of one's own. */
    owner: Token.optional(),
  }),
  /** Says who one is. Frames of all feeds one is entitled to follow. */
  hello: z.strictObject({
    protocol: z.literal(1),
    token: Token,
    cursors: Cursors.optional(),
    /** False: without the feeds of tables, for a page that shows records. */
    tables: z.boolean().optional(),
  }),
  /** A wish for a table, by a seat or by the host. */
  command: z.discriminatedUnion('as', [
    z.strictObject({ as: z.literal('seat'), id: CommandId, table: Id, command: SeatCommand }),
    z.strictObject({ as: z.literal('host'), id: CommandId, table: Id, command: HostCommand }),
  ]),
  'session-command': z.strictObject({ id: CommandId, command: SessionCommand }),
  /** Lets a co-host in and gives the token for the link. The owner alone. */
  'let-in': z.strictObject({ id: CommandId, name: Nickname }),
  /** Sessions whose host tokens are shown; all of the installation with the host pass. */
  sessions: z.strictObject({
    protocol: z.literal(1),
    tokens: z.array(Token).max(50),
    pass: z.string().max(200).optional(),
  }),
  /** A host token for a session of the installation, for whoever knows the host pass. */
  resume: z.strictObject({ protocol: z.literal(1), id: CommandId, session: Id, pass: z.string().max(200) }),
  /** Deletes a session with its record, for good: by its owner's token or the host pass. */
  'delete-session': z.strictObject({
    protocol: z.literal(1),
    session: Id,
    token: Token.optional(),
    pass: z.string().max(200).optional(),
  }),
  /** The tail of a feed after a gap. */
  resync: z.strictObject({ feed: Id, cursor: Cursor.optional() }),
  /** The whole record of a table for a debrief, if opened to the asker. */
  record: z.strictObject({ table: Id }),
  /** What can be read from the record of a table, if opened to the asker. */
  findings: z.strictObject({ table: Id }),
  /** The tables of the session held against each other, as far as they are opened to the asker. */
  compare: z.strictObject({}),
  /** A deal, or part of one, tried at a moment of a record, if opened to the asker. */
  explore: z.strictObject({ table: Id, position: Position, deal: Deal }),
  /** Which agreements could have been ratified at a moment of a record, and which are nearest to a deal. */
  agreements: z.strictObject({ table: Id, position: Position, deal: Deal }),
  /** What the page may know of the debrief as a lesson. */
  lesson: z.strictObject({}),
  'lesson-command': z.discriminatedUnion('as', [
    z.strictObject({ as: z.literal('host'), id: CommandId, command: LessonHostCommand }),
    z.strictObject({ as: z.literal('person'), id: CommandId, command: LessonPersonCommand }),
  ]),
  /** What a step shows, once it has been shown; the host's at any time. */
  reveal: z.strictObject({ step: z.enum(REVEALS) }),
} as const;

export type Settings = z.infer<typeof Settings>;
export type Cursor = z.infer<typeof Cursor>;
export type ClientMessage<K extends keyof typeof ClientMessages> = z.infer<(typeof ClientMessages)[K]>;
export type ClientMessageName = keyof typeof ClientMessages;
