import { z } from 'zod';
import { choice, fraction, id, ids, line, points, selector, terms, text } from './words';

/** How long something holds. */
const until = z
  .union([
    z.literal('end'),
    z.strictObject({ rounds: z.int().min(1).max(50) }),
    z.strictObject({ trigger: id }),
    z.strictObject({ obligation: id }),
  ])
  .describe(
    'How long it holds: to the end (usual), for some rounds, until an event, or while an obligation is kept.',
  );

/** Number of things → the multiplier that holds from that number on. */
const scale = z
  .strictObject({
    by: z.enum(['picked', 'spread', 'answered']),
    steps: z.record(z.string().regex(/^[1-9]\d{0,2}$/), z.int().min(0).max(1000)),
  })
  .describe(
    'Times so much, by how many things were picked, over how many groups they are spread, or how many attacks are answered.',
  );

/** What the bound may not do: a move with a tag, or to accept the options listed. */
const never = z.union([
  z.strictObject({ tags: z.array(id).min(1).max(50) }),
  z.strictObject({ accept: terms }),
]);

/** Something that happens. The first key of each mapping says what. */
export const action = z
  .union([
    z.strictObject({
      effect: z.record(id, points).describe('Faction → points of support that it gains or loses.'),
      until: until.optional(),
      stacking: z
        .enum(['each', 'once', 'diminishing'])
        .optional()
        .describe('What a repetition adds: the same again, nothing, or a half, a third …'),
      deal: terms.optional().describe('It counts only for deals that have this.'),
      scale: scale.optional(),
    }),
    z.strictObject({
      draw: id.describe('A chance. The name stands in the record.'),
      odds: fraction.describe('How likely: 1/4, 25% or 0.25.'),
      at: z.enum(['now', 'next-round']).default('now'),
      get hit() {
        return z.array(action).max(50).optional();
      },
      get miss() {
        return z.array(action).max(50).optional();
      },
    }),
    z.strictObject({
      disclose: id.describe(
        '`move`: that it was made. Or a secret of the move, or of the one that it answers.',
      ),
      to: selector,
      text: text.optional(),
    }),
    z.strictObject({
      oblige: id.describe('A promise or an order that is watched. The name stands in the record.'),
      who: selector.describe('Who is bound.'),
      never: never.optional().describe('What the bound may not do.'),
      must: ids.optional().describe('Moves of which they must make one in time.'),
      audience: selector.optional().describe('Who knows of it.'),
      until: until.optional(),
      get pressed() {
        return z
          .array(action)
          .max(50)
          .optional()
          .describe('Done whenever another side asks for what the bound may not accept.');
      },
      get upkeep() {
        return z.array(action).max(50).optional().describe('Done in every round while it is kept.');
      },
      get standing() {
        return z.array(action).max(50).optional().describe('Effects that hold while it is kept.');
      },
      get kept() {
        return z.array(action).max(50).optional().describe('Done when it ends unbroken.');
      },
      get broken() {
        return z.array(action).max(50).optional().describe('Done when it is broken.');
      },
      text: text.default(''),
    }),
    z.strictObject({
      deliver: choice.describe(
        'Puts these options into the draft, as accepted by the sides named or by all.',
      ),
      sides: ids.optional(),
    }),
    z.strictObject({ tell: text.describe('A sentence for somebody.'), to: selector.default('everyone') }),
    z.strictObject({ 'skip-rounds': z.int().min(1).max(20).describe('Time that is lost.') }),
    z.strictObject({
      end: z.literal('no-agreement').describe('The talks are over.'),
      text: line.default(''),
    }),
  ])
  .meta({ id: 'action', description: 'Something that happens. The first key says what.' });

export type AuthorAction = z.output<typeof action>;
export type AuthorUntil = z.output<typeof until>;
