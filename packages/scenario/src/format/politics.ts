import { z } from 'zod';
import { action } from './action';
import { fraction, id, ids, line, selector } from './words';

const shift = z.int().min(-10).max(10);
const capital = z.int().min(0).max(100);
const bySide = z.record(id, z.array(action).max(50)).default({});

/** What the politics behind the table answer to acts that every scenario knows. */
export const politics = z.strictObject({
  contradiction: z.strictObject({ home: shift.default(-1), abroad: shift.default(-1) }).optional(),
  confidence: z.strictObject({ leak: fraction.default('1/10'), points: shift.default(-1) }).optional(),
  bloc: shift.default(-1),
  assurance: shift.default(-2),
  lobby: z.int().min(0).max(5).default(1),
  intelligence: z
    .strictObject({
      cost: capital.default(1),
      error: z.int().min(0).max(20).default(2),
      expert: capital.default(1),
    })
    .optional(),
  foreseen: z.int().min(0).max(5).default(1),
  plan: z
    .strictObject({
      by: selector.default('table'),
      moves: ids.default([]),
      avoid: z.record(id, line).default({}),
      kept: bySide,
      broken: bySide,
    })
    .optional(),
});

export type AuthorPolitics = z.output<typeof politics>;
