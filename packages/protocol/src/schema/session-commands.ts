import { z } from 'zod';
import { Id, Nickname, type } from './primitives';

/** What the host may wish of the session: people and seats. */
export const SessionCommand = z.discriminatedUnion('type', [
  z.strictObject({ ...type('add-table'), name: Nickname.optional() }),
  /** Seats everybody who has no seat, in the scenario's order, over all tables. */
  z.strictObject({ ...type('seat-everyone') }),
  z.strictObject({ ...type('seat'), person: Id, table: Id, role: Id }),
  z.strictObject({ ...type('unseat'), person: Id }),
  z.strictObject({ ...type('rename'), person: Id, nickname: Nickname }),
  z.strictObject({ ...type('remove'), person: Id }),
  z.strictObject({ ...type('close') }),
]);
export type SessionCommand = z.infer<typeof SessionCommand>;
