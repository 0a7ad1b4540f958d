import { z } from 'zod';
import { CommandId, Id, Nickname, Token } from './primitives';
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
});

/** Every message a client may send, by socket.io event name. Each is answered by an acknowledgement. */
export const ClientMessages = {
  /** A room code and a nickname give a person's token. The id makes a resent join harmless. */
  join: z.strictObject({
    protocol: z.literal(1),
    id: CommandId,
    code: z.string().min(3).max(16),
    nickname: Nickname,
  }),
  /** Opens a session and gives its host token. */
  host: z.strictObject({
    protocol: z.literal(1),
    id: CommandId,
    scenario: Id,
    settings: Settings.optional(),
    pass: z.string().max(200).optional(),
    /** For a scenario of one's own: the token under which it was put into the library. */
    owner: Token.optional(),
  }),
  /** Says who one is. Frames of all feeds one is entitled to follow. */
  hello: z.strictObject({ protocol: z.literal(1), token: Token, cursors: Cursors.optional() }),
  /** A wish for a table, by a seat or by the host. */
  command: z.discriminatedUnion('as', [
    z.strictObject({ as: z.literal('seat'), id: CommandId, table: Id, command: SeatCommand }),
    z.strictObject({ as: z.literal('host'), id: CommandId, table: Id, command: HostCommand }),
  ]),
  'session-command': z.strictObject({ id: CommandId, command: SessionCommand }),
  /** The tail of a feed after a gap. */
  resync: z.strictObject({ feed: Id, cursor: Cursor.optional() }),
  /** The whole record of a table for a debrief, if opened to the asker. */
  record: z.strictObject({ table: Id }),
  /** What can be read from the record of a table, if opened to the asker. */
  findings: z.strictObject({ table: Id }),
  /** The tables of the session held against each other, as far as they are opened to the asker. */
  compare: z.strictObject({}),
} as const;

export type Settings = z.infer<typeof Settings>;
export type Cursor = z.infer<typeof Cursor>;
export type ClientMessage<K extends keyof typeof ClientMessages> = z.infer<(typeof ClientMessages)[K]>;
export type ClientMessageName = keyof typeof ClientMessages;
