import { z } from 'zod';
import { action } from './action';
import { condition } from './condition';
import { id, ids, line, points, selector, terms, text } from './words';

const cases = z
  .array(
    z.strictObject({
      when: condition.optional().describe('Left out in the last case: it always holds.'),
      do: z.array(action).max(100),
    }),
  )
  .max(30)
  .describe('The first case whose condition holds is done; then `do`.');

/** Value → label, several values (labels are made from the ids), or one value fixed by the scenario. */
const secret = z
  .union([id, z.array(id).min(1).max(10), z.record(id, line)])
  .describe('What whoever makes the move chooses in secret: value → its label.');

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
  kind: z
    .enum(['measure', 'statement', 'answer', 'invitation', 'faction'])
    .describe(
      'measure: something done. statement: words in public. answer: to a move that expects one. invitation: says what would help. faction: of those behind the table.',
    ),
  name: line.optional().describe('What the button says.'),
  summary: text.default('').describe('What is done, for whoever may do it.'),
  device: line.default('').describe('The device that it teaches.'),
  by: selector.describe('Who may make it.'),
  cost: z.int().min(0).max(1000).default(1).describe('Capital that it costs.'),
  audience: selector.default('everyone').describe('Who learns that it was made.'),
  headline: line.optional().describe('What they read.'),
  tags: z
    .array(id)
    .max(30)
    .default([])
    .describe('Words by which obligations and plans know moves of a kind.'),
  asserts: z
    .record(id, id)
    .default({})
    .describe('What it says about a subject. Two that differ, heard by one faction, are a contradiction.'),
  available: condition.optional().describe('When it can be made; only what its makers can see may be asked.'),
  limit: z.int().min(1).max(1000).optional().describe('How often it can be made.'),
  answers: id
    .optional()
    .describe('The move that it answers. It can be made while that one waits for an answer.'),
  expects: ids.optional().describe('Sides that may answer it.'),
  secrets: z.record(id, secret).default({}).describe('What only its maker knows, until it is disclosed.'),
  pick: pick.optional().describe('Things to choose from while making it.'),
  consent: z
    .strictObject({ of: selector, least: z.int().min(1).max(50).optional() })
    .optional()
    .describe('Who must agree before it can be made; all of them, or at least so many.'),
  leaked: z
    .array(action)
    .max(50)
    .default([])
    .describe('What happens when a move that few know becomes known to everybody.'),
  invites: ids.optional().describe('Moves of the other side that are invited by it.'),
  words: z.boolean().default(false).describe('Whether free words may go with it.'),
  known: text.default('').describe('What it will do, as far as its maker can know.'),
  risk: text.default('').describe('What may go wrong.'),
  cases: cases.default([]),
  do: z.array(action).max(100).default([]).describe('What happens each time.'),
});

export const trigger = z.strictObject({
  name: line.optional(),
  date: line.default('').describe('The date in the story.'),
  at: z
    .union([
      z.literal('host'),
      z.strictObject({ round: z.int().min(1).max(50) }),
      z.strictObject({ when: condition }),
    ])
    .describe('At the start of a round, as soon as something holds, or when the host wants it.'),
  'only-if': condition.optional().describe('It happens only if this holds then.'),
  audience: selector.default('everyone').describe('Who learns of it.'),
  headline: line.optional(),
  text: text.default(''),
  gate: z.boolean().default(false).describe('A hurdle at which the talks can end; shown as such.'),
  cases: cases.default([]),
  do: z.array(action).max(100).default([]),
});

export const criticism = z.strictObject({
  side: id.describe('The side at whose home it is said.'),
  text: text.describe('The attack, in the words of an opponent.'),
  'held-by': ids.default([]).describe('Factions of that side that truly hold it. None: it is a decoy.'),
  answers: z
    .record(id, z.strictObject({ text: text, deal: terms.optional(), when: condition.optional() }))
    .default({})
    .describe('Answers for the speech. One counts only with its `deal`, and if `when` holds.'),
});

export const speech = z.strictObject({
  max: z.int().min(1).max(20).default(4).describe('The most answers in one speech.'),
  'per-answer': points.default(1).describe('Points for a faction whose attack is answered.'),
  most: points.default(2).describe('The most that a speech can move one faction.'),
  rating: points.default(1).describe('What a faction may add or take away by its own rating.'),
});

export type AuthorMove = z.output<typeof move>;
export type AuthorTrigger = z.output<typeof trigger>;
