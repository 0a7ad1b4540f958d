import { z } from 'zod';
import { action } from './action';
import { condition } from './condition';
import { id, ids, line, points, selector, terms, text } from './words';

const cases = z.array(z.strictObject({ when: condition.optional(), do: z.array(action).max(100) })).max(30);

/** Value → label, several values (labels are made from the ids), or one value fixed by the scenario. */
const secret = z.union([id, z.array(id).min(1).max(10), z.record(id, line)]);

const pick = z.union([
  z.strictObject({
    items: z.record(
      id,
      z.union([
        line,
        z.strictObject({
          label: line,
          group: line.default(''),
          do: z.array(action).max(20).default([]),
        }),
      ]),
    ),
    from: z.literal('items').default('items'),
    min: z.int().min(0).max(100).optional(),
    max: z.int().min(1).max(100).optional(),
  }),
  z.strictObject({
    from: z.enum(['criticisms', 'items']),
    min: z.int().min(0).max(100).optional(),
    max: z.int().min(1).max(100).optional(),
  }),
]);

export const move = z.strictObject({
  kind: z.enum(['measure', 'statement', 'answer', 'invitation', 'faction']),
  name: line.optional(),
  summary: text.default(''),
  device: line.default(''),
  by: selector,
  cost: z.int().min(0).max(1000).default(1),
  audience: selector.default('everyone'),
  headline: line.optional(),
  tags: z.array(id).max(30).default([]),
  asserts: z.record(id, id).default({}),
  available: condition.optional(),
  limit: z.int().min(1).max(1000).optional(),
  answers: id.optional(),
  expects: ids.optional(),
  secrets: z.record(id, secret).default({}),
  pick: pick.optional(),
  consent: z.strictObject({ of: selector, least: z.int().min(1).max(50).optional() }).optional(),
  leaked: z.array(action).max(50).default([]),
  invites: ids.optional(),
  words: z.boolean().default(false),
  known: text.default(''),
  risk: text.default(''),
  cases: cases.default([]),
  do: z.array(action).max(100).default([]),
});

export const trigger = z.strictObject({
  name: line.optional(),
  date: line.default(''),
  at: z.union([
    z.literal('host'),
    z.strictObject({ round: z.int().min(1).max(50) }),
    z.strictObject({ when: condition }),
  ]),
  'only-if': condition.optional(),
  audience: selector.default('everyone'),
  headline: line.optional(),
  text: text.default(''),
  gate: z.boolean().default(false),
  cases: cases.default([]),
  do: z.array(action).max(100).default([]),
});

export const criticism = z.strictObject({
  side: id,
  text: text,
  'held-by': ids.default([]),
  answers: z
    .record(id, z.strictObject({ text: text, deal: terms.optional(), when: condition.optional() }))
    .default({}),
});

export const speech = z.strictObject({
  max: z.int().min(1).max(20).default(4),
  'per-answer': points.default(1),
  most: points.default(2),
  rating: points.default(1),
});

export type AuthorMove = z.output<typeof move>;
export type AuthorTrigger = z.output<typeof trigger>;
