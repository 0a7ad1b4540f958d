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
  taken: z.union([id, z.strictObject({ move: id, times: z.int().min(1).max(100).default(1) })]).optional(),
  before: id.optional(),
  after: id.optional(),
  round: z.union([round, z.array(round).length(2)]).optional(),
  'invited-by': id.optional(),
  secret: z.record(id, id).optional(),
  agreed: terms.optional(),
  draft: terms.optional(),
  support: z.record(id, points).optional(),
  kept: ids.optional(),
  broken: ids.optional(),
  picked: z.int().min(1).max(100).optional(),
});

/** A test on the record. */
export const condition = z.union([z.literal('initialled'), conditionMapping]);

export type AuthorCondition = z.output<typeof condition>;
