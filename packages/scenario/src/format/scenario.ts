import { z } from 'zod';
import { action } from './action';
import { criticism, move, speech, trigger } from './move';
import { faction, role, side } from './people';
import { politics } from './politics';
import { choice, fraction, id, line, minutes, points, selector, terms, text } from './words';

/** The newest version of the format; older ones are read through upcasters. */
export const FORMAT = 1;

const table = z.strictObject({
  briefing: minutes.default(9),
  rounds: z
    .array(z.strictObject({ name: line.optional(), date: line.default(''), minutes: minutes.default(9) }))
    .min(1)
    .max(20)
    .optional(),
  ratification: minutes.default(8),
  returns: z
    .strictObject({ times: z.int().min(0).max(10).default(1), minutes: minutes.default(5) })
    .default({ times: 1, minutes: 5 }),
  ballot: z.enum(['free', 'bounded', 'model']).default('bounded'),
  capital: z
    .strictObject({
      'per-round': z.union([z.literal('unlimited'), z.int().min(0).max(1000)]).default(3),
      carry: z.int().min(0).max(1000).default(0),
    })
    .default({ 'per-round': 3, carry: 0 }),
});

const option = z.strictObject({
  label: line.optional(),
  short: z.string().min(1).max(40).optional(),
  note: text.default(''),
  points: z.record(id, points).default({}),
});

const issue = z.strictObject({
  name: line.optional(),
  short: z.string().min(1).max(40).optional(),
  question: text.default(''),
  options: z.record(id, option),
});

const channel = z.strictObject({
  kind: z.literal('back-channel').default('back-channel'),
  name: line.optional(),
  members: selector,
  leak: z.strictObject({ odds: fraction, do: z.array(action).max(50).default([]) }).optional(),
});

const rumour = z.strictObject({
  to: selector,
  about: id.optional(),
  text: text,
  range: z.array(points).length(2).optional(),
  true: z.boolean().default(true),
  truth: text.default(''),
});

const balanceRow = z.strictObject({
  name: line.min(1),
  deal: choice.default({}),
  moves: z.union([z.literal('historic'), z.array(id).max(500)]).default([]),
  bad: z.array(id).max(500).default([]),
  expect: z.record(
    id,
    z.strictObject({ passes: z.boolean(), yes: z.int().min(0).optional(), no: z.int().min(0).optional() }),
  ),
  joint: z.int().min(0).optional(),
});

/** The author's form of a scenario, as written in scenario.yaml. */
export const scenarioFormat = z.strictObject({
  format: z.literal(FORMAT),
  id: id,
  title: line.min(1),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)
    .default('en'),
  tagline: line.default(''),
  summary: text.default(''),
  period: line.default(''),
  players: z.strictObject({ min: z.int().min(1).max(250), max: z.int().min(1).max(250) }).optional(),
  minutes: z.array(minutes).min(1).max(10).default([75]),
  difficulty: z.literal([1, 2, 3]).default(1),
  devices: z.array(line).max(100).default([]),
  licence: line.default(''),
  sources: z.array(text).max(500).default([]),
  table: table.optional(),
  scale: z.strictObject({ min: points, max: points }).default({ min: -5, max: 5 }),
  sides: z.record(id, side),
  roles: z.record(id, role).default({}),
  factions: z.record(id, faction).default({}),
  issues: z.record(id, issue),
  incompatible: z.array(terms).max(500).default([]),
  interactions: z
    .array(z.strictObject({ of: id, deal: terms, points: points }))
    .max(20_000)
    .default([]),
  channels: z.record(id, channel).default({}),
  rumours: z.array(rumour).max(500).default([]),
  moves: z.record(id, move).default({}),
  triggers: z.record(id, trigger).default({}),
  criticisms: z.record(id, criticism).default({}),
  speech: speech.optional(),
  politics: politics.optional(),
  historic: z.strictObject({ deal: choice, moves: z.array(id).max(500).default([]) }).optional(),
  balance: z.array(balanceRow).max(100).default([]),
});

export type AuthorScenario = z.output<typeof scenarioFormat>;
