import { z } from 'zod';
import { rule } from './rule';
import { id, ids, line, points, scores, terms, text } from './words';

const short = z.string().min(1).max(24);

export const side = z.strictObject({
  name: line.optional(),
  short: z.string().min(1).max(12).optional().describe('Two to six letters for the board.'),
  place: line.optional().describe('Where it ratifies, for sentences: “it failed in …”.'),
  colour: z.enum(['blue', 'oxblood', 'green']).optional(),
  rule: rule.default('unanimity').describe('How it ratifies. Everybody must agree if left out.'),
  'rule-text': text
    .optional()
    .describe('The rule in a sentence for players. Made from the rule if left out.'),
});

/** The first thing a seat sees. */
export const card = z.strictObject({
  who: text.describe('Who you are, in a sentence.'),
  want: text.describe('What you want.'),
  question: text.describe('The question to keep in mind.'),
});

/** Known to the faction alone. */
export const stake = z.strictObject({
  concern: text.describe('What it truly minds.'),
  give: text.describe('What it could give.'),
  hurt: text.describe('How it could hurt.'),
});

/** Private texts: written here, or better in roles/<id>.md. */
const privateTexts = {
  card: card
    .optional()
    .describe('The first thing that this seat sees: sixty words at most. Better in roles/<id>.md.'),
  stake: stake.optional().describe('Known to this faction alone. Better in roles/<id>.md.'),
  briefing: text.optional().describe('What this seat alone reads. Better in roles/<id>.md.'),
};

const seat = {
  name: line.optional(),
  short: short.optional(),
  office: text.default('').describe('What everybody knows of it, in a sentence or two.'),
  order: z.int().min(1).max(1000).optional().describe('Seats with a lower number are filled first.'),
  capacity: z.int().min(1).max(250).optional().describe('How many people may share the seat.'),
};

export const role = z.strictObject({
  kind: z
    .enum(['negotiator', 'aide', 'press'])
    .describe(
      'A negotiator bargains, an aide advises and may have back channels, the press belongs to no side.',
    ),
  side: id.optional().describe('The side it belongs to.'),
  ...seat,
  initials: z
    .boolean()
    .optional()
    .describe('Initials and presents for its side. One negotiator of each side does.'),
  'no-agreement': points.optional().describe('Own points if nothing is agreed.'),
  points: scores
    .optional()
    .describe('Own points, by issue and option, if they are not written at the options.'),
  ...privateTexts,
});

export const faction = z.strictObject({
  side: id.describe('The side that it stands behind.'),
  ...seat,
  weight: z.int().min(1).max(1_000_000).default(1).describe('Its part of the votes of its side.'),
  start: points.default(0).describe('Its support before anything is agreed or done.'),
  yes: points.default(0).describe('It votes yes from this support upwards.'),
  no: points
    .optional()
    .describe('It votes no from here downwards, and abstains between. One below `yes` if left out.'),
  fierce: points.optional().describe('From here downwards it fights. Two below `no` if left out.'),
  judgement: z
    .int()
    .min(0)
    .max(1_000_000)
    .default(1)
    .describe('With bounded ballots a person decides freely while support is this near to the line.'),
  'no-agreement': points.default(0).describe('Its points if nothing is agreed.'),
  reputation: z
    .enum(['supporter', 'opponent', 'undecided'])
    .optional()
    .describe('What everybody believes of it before play. It need not be true.'),
  'red-lines': z
    .array(
      z.strictObject({
        deal: terms.describe('It refuses a deal that has all of this.'),
        text: text.default('').describe('In its own words; known to it alone.'),
      }),
    )
    .max(50)
    .default([])
    .describe('Deals that it refuses whatever else is in them.'),
  resists: ids.optional().describe('Tags of moves that move it only half as much, such as money.'),
  points: scores.optional().describe('Points by issue and option, if they are not written at the options.'),
  ...privateTexts,
});

export type AuthorRole = z.output<typeof role>;
export type AuthorFaction = z.output<typeof faction>;
