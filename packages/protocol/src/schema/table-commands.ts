import { z } from 'zod';
import { politicsCommands } from './politics-commands';
import { Id, LIMITS, Terms, type, Words } from './primitives';

/** What somebody who holds a seat may wish. */
export const SeatCommand = z.discriminatedUnion('type', [
  z.strictObject({ ...type('ready') }),
  z.strictObject({ ...type('say'), channel: Id, words: Words }),
  z.strictObject({ ...type('propose'), terms: Terms, words: Words.optional() }),
  z.strictObject({
    ...type('answer-clause'),
    issue: Id,
    answer: z.enum(['accept', 'reject']),
    words: Words.optional(),
  }),
  z.strictObject({ ...type('show-draft') }),
  z.strictObject({ ...type('initial') }),
  z.strictObject({ ...type('withdraw-initials') }),
  z.strictObject({ ...type('walk-away') }),
  z.strictObject({
    ...type('move'),
    move: Id,
    /** The happening that is answered, for answers. */
    answering: Id.optional(),
    picked: z.array(Id).max(LIMITS.picks).optional(),
    secrets: z.record(Id, Id).optional(),
    words: Words.optional(),
  }),
  z.strictObject({
    ...type('state-stance'),
    stance: z.enum(['for', 'against', 'undecided']),
    public: z.boolean(),
  }),
  z.strictObject({
    ...type('instruct'),
    issue: Id.optional(),
    option: Id.optional(),
    words: Words.optional(),
  }),
  z.strictObject({ ...type('react'), to: Id, reaction: z.enum(['inflamed', 'unmoved', 'reassured']) }),
  z.strictObject({
    ...type('give-speech'),
    answers: z.array(z.strictObject({ criticism: Id, answer: Id })).max(LIMITS.picks),
    /** A draft of it, written by oneself or by another side. */
    draft: Id.optional(),
    words: Words.optional(),
  }),
  z.strictObject({ ...type('rate-speech'), rating: z.union([z.literal(-1), z.literal(0), z.literal(1)]) }),
  z.strictObject({ ...type('vote'), vote: z.enum(['yes', 'no', 'abstain']) }),
  z.strictObject({ ...type('ask-help'), words: Words.optional() }),
  /** Gives the seat to the autopilot, or takes it back. */
  z.strictObject({ ...type('autopilot'), on: z.boolean() }),
  /** Whoever plays alone goes on to the next round or phase. */
  z.strictObject({ ...type('go-on') }),
  ...politicsCommands,
]);
export type SeatCommand = z.infer<typeof SeatCommand>;

/** What the host may wish of a table. */
export const HostCommand = z.discriminatedUnion('type', [
  z.strictObject({ ...type('start') }),
  z.strictObject({ ...type('pause') }),
  z.strictObject({ ...type('resume') }),
  /** More time; fewer than 0 minutes take it back. */
  z.strictObject({
    ...type('extend'),
    minutes: z
      .number()
      .int()
      .min(-60)
      .max(60)
      .refine((minutes) => minutes !== 0, 'some minutes'),
  }),
  /** Takes the start of the briefing back: to the lobby again. */
  z.strictObject({ ...type('reopen-lobby') }),
  /** On to the next round or phase. In `count` after a refusal: back to the table if returns are left, else to the end. */
  z.strictObject({ ...type('skip') }),
  /** In `count`: no further return to the table. */
  z.strictObject({ ...type('finish') }),
  z.strictObject({ ...type('broadcast'), words: Words }),
  z.strictObject({ ...type('say'), channel: Id, words: Words }),
  z.strictObject({ ...type('give-help'), role: Id }),
  z.strictObject({ ...type('fire'), trigger: Id }),
  z.strictObject({ ...type('overrule-draw'), draw: Id, hit: z.boolean() }),
  z.strictObject({ ...type('open-debrief') }),
  /** Gives a seat to the autopilot, or takes it away; without a role all empty seats. */
  z.strictObject({ ...type('autopilot'), role: Id.optional(), on: z.boolean() }),
]);
export type HostCommand = z.infer<typeof HostCommand>;
