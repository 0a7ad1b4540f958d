import { z } from 'zod';
import { fraction, id } from './words';

const weight = z.int().min(0).max(1_000_000_000);
const factions = z.array(id).min(1).max(300);
const majority = {
  of: z.enum(['cast', 'all']).default('cast'),
  factions: factions.optional(),
  quorum: fraction.optional(),
  heads: z.boolean().default(false),
};

/** How a side ratifies. The first key of each mapping says which rule it is. */
export const rule = z.union([
  z.literal('unanimity'),
  z.strictObject({ 'more-than': fraction, ...majority }),
  z.strictObject({ 'at-least': fraction, ...majority }),
  z.strictObject({ quota: weight, heads: z.boolean().default(false), factions: factions.optional() }),
  z.strictObject({ unanimity: factions }),
  z.strictObject({ 'consent-of': factions }),
  z.strictObject({ 'no-objection': weight, factions: factions.optional() }),
  z.strictObject({ opinion: fraction, factions: factions.optional() }),
  z.strictObject({ 'no-bloc': factions }),
  z.strictObject({
    get all() {
      return z.array(rule).min(1).max(20);
    },
  }),
  z.strictObject({
    get any() {
      return z.array(rule).min(1).max(20);
    },
  }),
  z.strictObject({
    k: z.int().min(1).max(20),
    get 'of-rules'() {
      return z.array(rule).min(1).max(20);
    },
  }),
]);

export type AuthorRule = z.output<typeof rule>;
