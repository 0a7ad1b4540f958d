import { z } from 'zod';
import { rule } from './rule';
import { id, ids, line, points, scores, terms, text } from './words';

const short = z.string().min(1).max(24);

export const side = z.strictObject({
  name: line.optional(),
  short: z.string().min(1).max(12).optional(),
  place: line.optional(),
  colour: z.enum(['blue', 'oxblood', 'green']).optional(),
  rule: rule.default('unanimity'),
  'rule-text': text.optional(),
});

/** The first thing a seat sees. */
export const card = z.strictObject({ who: text, want: text, question: text });

/** Known to the faction alone. */
export const stake = z.strictObject({ concern: text, give: text, hurt: text });

/** Private texts: written here, or better in roles/<id>.md. */
const privateTexts = { card: card.optional(), stake: stake.optional(), briefing: text.optional() };

const seat = {
  name: line.optional(),
  short: short.optional(),
  office: text.default(''),
  order: z.int().min(1).max(1000).optional(),
  capacity: z.int().min(1).max(250).optional(),
};

export const role = z.strictObject({
  kind: z.enum(['negotiator', 'aide', 'press']),
  side: id.optional(),
  ...seat,
  initials: z.boolean().optional(),
  'no-agreement': points.optional(),
  points: scores.optional(),
  ...privateTexts,
});

export const faction = z.strictObject({
  side: id,
  ...seat,
  weight: z.int().min(1).max(1_000_000).default(1),
  start: points.default(0),
  yes: points.default(0),
  no: points.optional(),
  fierce: points.optional(),
  judgement: z.int().min(0).max(1_000_000).default(1),
  'no-agreement': points.default(0),
  reputation: z.enum(['supporter', 'opponent', 'undecided']).optional(),
  'red-lines': z
    .array(z.strictObject({ deal: terms, text: text.default('') }))
    .max(50)
    .default([]),
  resists: ids.optional(),
  points: scores.optional(),
  ...privateTexts,
});

export type AuthorRole = z.output<typeof role>;
export type AuthorFaction = z.output<typeof faction>;
