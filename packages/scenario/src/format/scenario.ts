import { z } from 'zod';
import { action } from './action';
import { criticism, move, speech, trigger } from './move';
import { faction, role, side } from './people';
import { politics } from './politics';
import { choice, fraction, id, line, minutes, points, selector, terms, text } from './words';

/** The newest version of the format; older ones are read through upcasters. */
export const FORMAT = 1;

const table = z.strictObject({
  briefing: minutes.default(9).describe('Minutes for reading the private briefings.'),
  rounds: z
    .array(z.strictObject({ name: line.optional(), date: line.default(''), minutes: minutes.default(9) }))
    .min(1)
    .max(20)
    .optional()
    .describe(
      'The rounds of talks: what each is called, its date in the story, its minutes. Three if left out.',
    ),
  ratification: minutes.default(8).describe('Minutes for the speeches and the votes.'),
  returns: z
    .strictObject({ times: z.int().min(0).max(10).default(1), minutes: minutes.default(5) })
    .default({ times: 1, minutes: 5 })
    .describe('How often a refused agreement may come back to the table, and for how many minutes.'),
  ballot: z
    .enum(['free', 'bounded', 'model'])
    .default('bounded')
    .describe(
      'How factions vote. free: as people like. bounded: freely near the line, by their points elsewhere. model: by their points.',
    ),
  capital: z
    .strictObject({
      'per-round': z.union([z.literal('unlimited'), z.int().min(0).max(1000)]).default(3),
      carry: z.int().min(0).max(1000).default(0),
    })
    .default({ 'per-round': 3, carry: 0 })
    .describe(
      'Capital that each seat gets in a round to pay for moves, and how much of it may be kept for the next.',
    ),
});

const option = z.strictObject({
  label: line.optional().describe('What the option says, in full. Made from the id if left out.'),
  short: z.string().min(1).max(40).optional().describe('A few words for the board.'),
  note: text.default('').describe('One more sentence, for whoever looks closer.'),
  points: z
    .record(id, points)
    .default({})
    .describe('Points of factions and negotiators for this option. Whoever is not named does not mind: 0.'),
});

const issue = z.strictObject({
  name: line.optional(),
  short: z.string().min(1).max(40).optional(),
  question: text.default('').describe('What has to be decided, as a question.'),
  options: z.record(id, option).describe('What can be agreed on this issue; a deal takes one of them.'),
});

const channel = z.strictObject({
  kind: z.literal('back-channel').default('back-channel'),
  name: line.optional(),
  members: selector.describe('Who may write and read here; at least two roles.'),
  leak: z
    .strictObject({ odds: fraction, do: z.array(action).max(50).default([]) })
    .optional()
    .describe('The chance, for each round in which it is used, that it comes out, and what happens then.'),
});

const rumour = z.strictObject({
  to: selector.describe('Who hears it before play.'),
  about: id.optional().describe('The faction that it is about.'),
  text: text.describe('One sentence that is true or false as a whole.'),
  range: z
    .array(points)
    .length(2)
    .optional()
    .describe("A guess at the faction's support at the start: [lowest, highest]."),
  true: z.boolean().default(true).describe('Whether it is so. A false one needs `truth`.'),
  truth: text.default('').describe('What is really so, for the debrief.'),
});

const balanceRow = z.strictObject({
  name: line.min(1),
  deal: choice.default({}).describe('How the deal differs from the historic one.'),
  moves: z
    .union([z.literal('historic'), z.array(id).max(500)])
    .default([])
    .describe('The moves made: a list, or `historic` for those of history.'),
  bad: z
    .array(id)
    .max(500)
    .default([])
    .describe('Moves among them that go badly: chances strike, promises are broken.'),
  uninvited: z
    .array(id)
    .max(500)
    .default([])
    .describe('Moves among them that nobody has asked for. The others count as invited, where that matters.'),
  events: z
    .array(id)
    .max(500)
    .default([])
    .describe('Events that have happened, beside those that come with a round anyway.'),
  expect: z
    .record(
      id,
      z.strictObject({ passes: z.boolean(), yes: z.int().min(0).optional(), no: z.int().min(0).optional() }),
    )
    .describe('For each side whether it ratifies, and the weight of yes and no where you want it checked.'),
  joint: z.int().min(0).optional().describe('How many deals all sides would ratify.'),
});

/** The author's form of a scenario, as written in scenario.yaml. */
export const scenarioFormat = z.strictObject({
  format: z.literal(FORMAT).describe('The version of this form.'),
  id: id.describe('The name of the scenario and of its folder: lower-case letters, digits, hyphens.'),
  title: line.min(1).describe('As people call it.'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)
    .default('en')
    .describe('The language of the texts: en, de, pt-BR …'),
  tagline: line.default('').describe('One line for the card in the library.'),
  summary: text.default('').describe('What everybody may read before play. Markdown.'),
  period: line.default('').describe('When it takes place, in words.'),
  players: z
    .strictObject({ min: z.int().min(1).max(250), max: z.int().min(1).max(250) })
    .optional()
    .describe('How many people it is good for.'),
  minutes: z.array(minutes).min(1).max(10).default([75]).describe('The lengths in which it can be played.'),
  difficulty: z.literal([1, 2, 3]).default(1).describe('1 for a first class, 3 for experienced players.'),
  devices: z.array(line).max(100).default([]).describe('What it teaches, in a few words each.'),
  licence: line.default('').describe('Under which others may use it, such as CC BY 4.0.'),
  sources: z.array(text).max(500).default([]).describe('Where the facts are from.'),
  table: table.optional().describe('The clock: rounds, minutes, votes and capital.'),
  scale: z
    .strictObject({ min: points, max: points })
    .default({ min: -5, max: 5 })
    .describe('Between which numbers support is shown. Votes count exactly, also beyond.'),
  sides: z.record(id, side).describe('Who sits across the table from whom; each ratifies by its own rule.'),
  roles: z
    .record(id, role)
    .default({})
    .describe('Negotiators, aides and press. Factions make their own roles.'),
  factions: z.record(id, faction).default({}).describe('Those behind the table, who ratify or refuse.'),
  issues: z.record(id, issue).describe('What is negotiated.'),
  incompatible: z
    .array(terms)
    .max(500)
    .default([])
    .describe('Options of different issues that cannot be in one deal.'),
  interactions: z
    .array(z.strictObject({ of: id, deal: terms, points: points }))
    .max(20_000)
    .default([])
    .describe('Extra points that somebody has for a combination of options.'),
  channels: z
    .record(id, channel)
    .default({})
    .describe('Back channels. The usual ones are there without being written.'),
  rumours: z
    .array(rumour)
    .max(500)
    .default([])
    .describe('What somebody has heard about a faction; it may be false.'),
  moves: z.record(id, move).default({}).describe('What people can do besides bargaining.'),
  triggers: z
    .record(id, trigger)
    .default({})
    .describe('Events: what happens by itself, or when the host wants it.'),
  criticisms: z
    .record(id, criticism)
    .default({})
    .describe('Attacks that a speech before the vote should foresee.'),
  speech: speech.optional().describe('What a speech before the vote can do.'),
  politics: politics
    .optional()
    .describe('The numbers of acts that every scenario knows. The usual ones hold if left out.'),
  historic: z
    .strictObject({
      deal: choice.describe('One option for every issue.'),
      moves: z.array(id).max(500).default([]).describe('Moves and events that took place.'),
    })
    .optional()
    .describe('How it ended, or how you want it to end, and the help that made it possible.'),
  balance: z
    .array(balanceRow)
    .max(100)
    .default([])
    .describe('What must come out; `check` counts it after every change.'),
});

export type AuthorScenario = z.output<typeof scenarioFormat>;
