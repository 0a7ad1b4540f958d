import { z } from 'zod';

const id = z.string();
const whole = z.int();
const count = z
  .union([z.int().min(0), z.string().regex(/^\d+$/)])
  .describe('A count; in digits, as text, where it is beyond what a JSON number holds exactly.');
const deal = z.record(id, id).describe('Issue → option.');
const size = z
  .strictObject({ count: z.number().min(0), share: z.number().min(0).max(1) })
  .nullable()
  .describe('null where there were more deals than may be gone through.');
const fraction = z.strictObject({
  fraction: z
    .string()
    .regex(/^\d+\/\d+$/)
    .describe('Exact, in lowest terms.'),
  decimal: z.number(),
});
const unanswered = z.strictObject({
  kind: z.enum(['too-large', 'not-a-voting-game', 'no-parties', 'no-score-sheet']),
  reason: z.string().describe('A sentence for people.'),
});
const coalition = z.array(id);

const side = z.strictObject({
  side: id,
  winSet: size,
  coalitions: z.union([
    z.strictObject({
      kind: z.literal('exact'),
      minimalWinning: z.array(coalition),
      minimalBlocking: z.array(coalition),
      vetoPlayers: z.array(id),
      dictators: z.array(id),
      dummies: z.array(id),
    }),
    unanswered.extend({ minimalWinning: count.nullable(), minimalBlocking: count.nullable() }),
  ]),
  power: z.union([
    z.strictObject({
      kind: z.literal('exact'),
      players: z.array(
        z.strictObject({
          faction: id,
          swings: count,
          banzhaf: fraction.describe('Swings over 2^(players − 1).'),
          banzhafShare: fraction.describe('Swings over the swings of all players.'),
          shapleyShubik: fraction.nullable(),
        }),
      ),
    }),
    unanswered,
  ]),
});

const front = z.union([
  z.strictObject({
    deals: count.describe('Deals on the front: several may give everybody the same.'),
    points: z.int().describe('Distinct points.'),
    list: z
      .array(z.strictObject({ values: z.array(whole), count, deals: z.array(deal) }))
      .describe('The first thousand points, with some of the deals of each.'),
  }),
  unanswered,
]);

const solution = z.union([
  z.strictObject({
    kind: z.literal('found'),
    objective: z.string().describe('What was made as large as possible, exact.'),
    count: count.nullable().describe('Deals that reach it, all ties.'),
    deals: z.array(
      z.strictObject({ deal, values: z.array(whole), gains: z.array(whole), undominated: z.boolean() }),
    ),
  }),
  z.strictObject({ kind: z.literal('none'), reason: z.enum(['no-deal', 'no-rational-deal']) }),
]);

const within = z.strictObject({
  front,
  solutions: z.union([
    z.strictObject({
      kind: z.literal('exact'),
      nash: solution,
      kalaiSmorodinsky: solution,
      egalitarian: solution,
      utilitarian: solution,
    }),
    unanswered,
  ]),
});

const ratified = z.strictObject({
  deals: whole,
  sides: z.array(z.strictObject({ side: id, count: whole })),
  joint: whole,
  unanimous: whole,
});

const comparison = z.strictObject({
  parties: z.array(
    z.strictObject({
      party: id,
      noAgreement: whole,
      best: whole.nullable().describe('The highest value of any deal.'),
    }),
  ),
  all: within.describe('Over all possible deals.'),
  joint: within.describe(
    'Over the deals that every side ratifies: another set than the part of the whole front that they ratify.',
  ),
  ratified: z
    .union([z.strictObject({ kind: z.literal('exact'), rational: ratified, front: ratified }), unanswered])
    .describe('Of the deals in which nobody loses, and of the front over all deals, how many are ratified.'),
});

const verdict = z.strictObject({
  complete: z.boolean(),
  passes: z.boolean(),
  sentence: z.string(),
  sides: z.array(
    z.strictObject({
      side: id,
      passes: z.boolean(),
      margin: whole
        .nullable()
        .describe('The largest fall of all supports with which it still passes; negative: they must rise.'),
      fixed: z.enum(['never-passes', 'always-passes']).nullable(),
      yes: z.number(),
      no: z.number(),
      abstain: z.number(),
      pivotal: z.array(id),
      blocs: z.array(coalition),
      sentence: z.string(),
      details: z.array(z.string()),
    }),
  ),
  factions: z.array(
    z.strictObject({
      faction: id,
      side: id,
      weight: z.number(),
      support: whole,
      parts: z.strictObject({ start: whole, options: whole, interactions: whole, adjustments: whole }),
      margin: whole,
      redLines: z.array(z.string()),
      vote: z.enum(['yes', 'no', 'abstain']),
      fierce: z.boolean(),
    }),
  ),
});

/** What `analyse --json` writes. Fields may be added within a version; whatever changes or goes makes a new one. */
export const analysisOutput = z.strictObject({
  format: z.literal('behind-the-table/analysis'),
  version: z.literal(1),
  scenario: z.strictObject({ id, title: z.string() }),
  measures: z.array(id).describe('Moves that were taken as made, and going well.'),
  combinations: z.number().describe('All combinations of options, incompatible ones included.'),
  deals: z.number().nullable().describe('Deals that are possible; null where they were too many to count.'),
  sides: z.array(side),
  joint: size.describe('Deals that every side ratifies.'),
  unanimous: size.describe('Deals for which every faction votes yes.'),
  principals: comparison,
  everybody: comparison,
  list: z
    .strictObject({
      of: z.string(),
      sort: z.string(),
      count: z.number().nullable(),
      deals: z.array(
        z.strictObject({
          deal,
          value: z.union([whole, z.string()]).nullable().describe('What was sorted by.'),
          values: z.array(whole).describe('Values of the principals.'),
        }),
      ),
    })
    .nullable()
    .describe('Only with --list.'),
  deal: verdict.nullable().describe('Only with --deal.'),
});

export type AnalysisOutput = z.infer<typeof analysisOutput>;

/** The same for other programs. */
export function analysisSchema(): Record<string, unknown> {
  return { title: 'Behind the Table: analysis of a scenario', ...z.toJSONSchema(analysisOutput) };
}
