import { z } from 'zod';
import { Id, Nickname, type, Words } from './primitives';

/** Bounds of a session's lists. */
export const SESSION_LISTS = { roles: 100, expected: 300 } as const;

/** Roles that a table fills; null = all of the scenario. Heads of sides are always among them. */
const Roles = z.array(Id).min(1).max(SESSION_LISTS.roles).nullable();
/** People of one group sit at one table. */
const Group = Id.max(24);

/** What the host may wish of the session: people and seats. */
export const SessionCommand = z.discriminatedUnion('type', [
  z.strictObject({ ...type('add-table'), name: Nickname.optional(), roles: Roles.optional() }),
  z.strictObject({ ...type('change-table'), table: Id, name: Nickname.optional(), roles: Roles.optional() }),
  /** Only while it is in the lobby, and not the last one. */
  z.strictObject({ ...type('remove-table'), table: Id }),
  /** Seats everybody who has no seat, in the scenario's order, over all tables; `anew` = everybody. */
  z.strictObject({
    ...type('seat-everyone'),
    way: z.enum(['balanced', 'random', 'groups']).optional(),
    /** For `random`; drawn and recorded when it is left out. */
    seed: z.number().int().min(0).max(0xffffffff).optional(),
    anew: z.boolean().optional(),
    /** Whoever comes from now on is seated at once. */
    late: z.boolean().optional(),
  }),
  z.strictObject({ ...type('seat'), person: Id, table: Id, role: Id }),
  z.strictObject({ ...type('unseat'), person: Id }),
  /** Observes a table without a seat at it. */
  z.strictObject({ ...type('watch'), person: Id, table: Id }),
  z.strictObject({ ...type('group'), person: Id, group: Group.nullable() }),
  z.strictObject({ ...type('late-seating'), on: z.boolean() }),
  /** A class list: who joins under one of the names gets the place that is kept for them. */
  z.strictObject({
    ...type('expect'),
    people: z
      .array(
        z.strictObject({
          nickname: Nickname,
          table: Id.optional(),
          role: Id.optional(),
          group: Group.optional(),
        }),
      )
      .min(1)
      .max(SESSION_LISTS.expected),
  }),
  z.strictObject({ ...type('expect-no-more'), person: Id }),
  z.strictObject({ ...type('rename'), person: Id, nickname: Nickname }),
  z.strictObject({ ...type('remove'), person: Id }),
  z.strictObject({ ...type('message'), person: Id, words: Words }),
  z.strictObject({ ...type('answer-return'), request: Id, admit: z.boolean() }),
  z.strictObject({ ...type('revoke-host'), host: Id }),
  z.strictObject({ ...type('show-names'), shown: z.boolean() }),
  /** Takes back the last change of seats, people or tables. */
  z.strictObject({ ...type('undo') }),
  z.strictObject({ ...type('archive'), archived: z.boolean() }),
  z.strictObject({ ...type('close') }),
]);
export type SessionCommand = z.infer<typeof SessionCommand>;
