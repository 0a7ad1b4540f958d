import { z } from 'zod';
import { id, ids, points, terms } from './words';

const round = z.int().min(1).max(50);

/** Several keys in one mapping must all hold. */
const conditionMapping = z.strictObject({
  get all() {
    return z.array(condition).max(50).optional();
  },
  get any() {
    return z.array(condition).max(50).optional();
  },
  get not() {
    return condition.optional();
  },
  taken: z
    .union([id, z.strictObject({ move: id, times: z.int().min(1).max(100).default(1) })])
    .optional()
    .describe('This move has been made, or so many times.'),
  before: id.optional().describe('This event has not happened yet.'),
  after: id.optional().describe('This event has happened.'),
  round: z
    .union([round, z.array(round).length(2)])
    .optional()
    .describe('In this round, or from one to another: [1, 2].'),
  'invited-by': id.optional().describe('This side has asked for the move.'),
  secret: z.record(id, id).optional().describe('A secret of the move has this value.'),
  agreed: terms.optional().describe('Initialled by all with these options.'),
  draft: terms.optional().describe('These options stand in the draft.'),
  support: z.record(id, points).optional().describe('These factions have at least so much support.'),
  kept: ids.optional().describe('These obligations are kept so far.'),
  broken: ids.optional().describe('These obligations were broken.'),
  picked: z.int().min(1).max(100).optional().describe('At least so many things were picked.'),
});

/** A test on the record. */
export const condition = z
  .union([z.literal('initialled'), conditionMapping])
  .meta({ id: 'condition', description: 'A test. Several keys in one mapping must all hold.' });

export type AuthorCondition = z.output<typeof condition>;
