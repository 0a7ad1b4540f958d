import { z } from 'zod';
import { fraction, id } from './words';

const weight = z.int().min(0).max(1_000_000_000);
const factions = z.array(id).min(1).max(300);
const majority = {
  of: z.enum(['cast', 'all']).default('cast').describe('Of the votes cast, or of all there are.'),
  factions: factions.optional().describe('Who votes; all factions of the side if left out.'),
  quorum: fraction.optional().describe('The part of all that must be present: yes, no or abstaining.'),
  heads: z.boolean().default(false).describe('Count factions instead of their weights.'),
};

/** How a side ratifies. The first key of each mapping says which rule it is. */
export const rule = z
  .union([
    z.literal('unanimity'),
    z.strictObject({ 'more-than': fraction.describe('More than this part must say yes: 1/2.'), ...majority }),
    z.strictObject({ 'at-least': fraction.describe('At least this part must say yes: 2/3.'), ...majority }),
    z.strictObject({
      quota: weight.describe('At least this weight must say yes.'),
      heads: z.boolean().default(false),
      factions: factions.optional(),
    }),
    z.strictObject({ unanimity: factions.describe('All of these must say yes.') }),
    z.strictObject({ 'consent-of': factions.describe('Each of these must say yes.') }),
    z.strictObject({
      'no-objection': weight.describe('It passes unless no has at least this weight; silence is consent.'),
      factions: factions.optional(),
    }),
    z.strictObject({
      opinion: fraction.describe('The weighted mean of support must reach this.'),
      factions: factions.optional(),
    }),
    z.strictObject({ 'no-bloc': factions.describe('These sink it together if all of them are fierce.') }),
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
  ])
  .meta({ id: 'rule', description: 'How a side ratifies. The first key says which rule it is.' });

export type AuthorRule = z.output<typeof rule>;
