import { z } from 'zod';
import { action } from './action';
import { fraction, id, ids, line, selector } from './words';

const shift = z.int().min(-10).max(10);
const capital = z.int().min(0).max(100);
const bySide = z.record(id, z.array(action).max(50)).default({});

/** What the politics behind the table answer to acts that every scenario knows. */
export const politics = z.strictObject({
  contradiction: z
    .strictObject({ home: shift.default(-1), abroad: shift.default(-1) })
    .optional()
    .describe(
      'For each faction that has heard a side say two things that differ: of that side, and of another.',
    ),
  confidence: z
    .strictObject({ leak: fraction.default('1/10'), points: shift.default(-1) })
    .optional()
    .describe(
      'Telling the other side a card of an own faction: the chance that it comes out, and what the faction makes of it.',
    ),
  bloc: shift.default(-1).describe('For each member, while a blocking coalition stands openly.'),
  assurance: shift
    .default(-2)
    .describe('For a faction to which something was ruled out that is then brought home.'),
  lobby: z.int().min(0).max(5).default(1).describe('The most that one faction can sway another of its side.'),
  intelligence: z
    .strictObject({
      cost: capital.default(1),
      error: z.int().min(0).max(20).default(2),
      expert: capital.default(1),
    })
    .optional()
    .describe("Capital for an estimate of a faction abroad, its error, and capital for an expert's word."),
  foreseen: z
    .int()
    .min(0)
    .max(5)
    .default(1)
    .describe('For a faction whose attack was foreseen by the other side in the draft of the speech.'),
  plan: z
    .strictObject({
      by: selector.default('table'),
      moves: ids.default([]),
      avoid: z.record(id, line).default({}),
      kept: bySide,
      broken: bySide,
    })
    .optional()
    .describe('What two negotiators can promise each other: moves to make, kinds of moves to avoid.'),
});

export type AuthorPolitics = z.output<typeof politics>;
