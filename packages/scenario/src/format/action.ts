import { z } from 'zod';
import { choice, fraction, id, ids, line, points, selector, terms, text } from './words';

/** How long something holds. */
const until = z.union([
  z.literal('end'),
  z.strictObject({ rounds: z.int().min(1).max(50) }),
  z.strictObject({ trigger: id }),
  z.strictObject({ obligation: id }),
]);

/** Number of things → the multiplier that holds from that number on. */
const scale = z.strictObject({
  by: z.enum(['picked', 'spread', 'answered']),
  steps: z.record(z.string().regex(/^[1-9]\d{0,2}$/), z.int().min(0).max(1000)),
});

/** What the bound may not do: a move with a tag, or to accept the options listed. */
const never = z.union([
  z.strictObject({ tags: z.array(id).min(1).max(50) }),
  z.strictObject({ accept: terms }),
]);

/** Something that happens. The first key of each mapping says what. */
export const action = z.union([
  z.strictObject({
    effect: z.record(id, points),
    until: until.optional(),
    stacking: z.enum(['each', 'once', 'diminishing']).optional(),
    deal: terms.optional(),
    scale: scale.optional(),
  }),
  z.strictObject({
    draw: id,
    odds: fraction,
    at: z.enum(['now', 'next-round']).default('now'),
    get hit() {
      return z.array(action).max(50).optional();
    },
    get miss() {
      return z.array(action).max(50).optional();
    },
  }),
  z.strictObject({ disclose: id, to: selector, text: text.optional() }),
  z.strictObject({
    oblige: id,
    who: selector,
    never: never.optional(),
    must: ids.optional(),
    audience: selector.optional(),
    until: until.optional(),
    get pressed() {
      return z.array(action).max(50).optional();
    },
    get upkeep() {
      return z.array(action).max(50).optional();
    },
    get standing() {
      return z.array(action).max(50).optional();
    },
    get kept() {
      return z.array(action).max(50).optional();
    },
    get broken() {
      return z.array(action).max(50).optional();
    },
    text: text.default(''),
  }),
  z.strictObject({ deliver: choice, sides: ids.optional() }),
  z.strictObject({ tell: text, to: selector.default('everyone') }),
  z.strictObject({ 'skip-rounds': z.int().min(1).max(20) }),
  z.strictObject({ end: z.literal('no-agreement'), text: line.default('') }),
]);

export type AuthorAction = z.output<typeof action>;
export type AuthorUntil = z.output<typeof until>;
