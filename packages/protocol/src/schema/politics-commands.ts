import { z } from 'zod';
import { Id, LIMITS, type, Words } from './primitives';

const support = z.number().int().min(-1000).max(1000);
const percent = z.number().int().min(0).max(100);

const promise = z.strictObject({
  side: Id,
  kind: z.enum(['do', 'avoid']),
  /** A move to make, or a tag of moves to leave undone. */
  what: Id,
  /** Last bargaining round; null = until the outcome. */
  until: z.number().int().min(1).max(50).nullable(),
});

/** What somebody who holds a seat may wish of the politics behind the tables. */
export const politicsCommands = [
  z.strictObject({
    ...type('offer-plan'),
    to: Id,
    promises: z.array(promise).min(1).max(LIMITS.picks),
    words: Words.optional(),
  }),
  z.strictObject({ ...type('answer-plan'), plan: Id, accept: z.boolean() }),
  z.strictObject({ ...type('ask-consent'), move: Id }),
  z.strictObject({ ...type('give-consent'), move: Id, yes: z.boolean() }),
  z.strictObject({ ...type('join-bloc'), bloc: Id }),
  z.strictObject({ ...type('leave-bloc'), bloc: Id }),
  z.strictObject({ ...type('ask'), issue: Id, option: Id }),
  z.strictObject({ ...type('assure'), question: Id, yes: z.boolean() }),
  z.strictObject({
    ...type('lobby'),
    faction: Id,
    wants: z.enum(['for', 'against']),
    words: Words.optional(),
  }),
  z.strictObject({ ...type('answer-lobby'), lobby: Id, swayed: z.boolean() }),
  z.strictObject({
    ...type('map'),
    about: Id,
    stance: support.optional(),
    influence: percent.optional(),
    concern: Id.optional(),
    vote: z.enum(['yes', 'no', 'abstain']).optional(),
    confidence: percent.optional(),
  }),
  /** Buys an estimate of a faction of another side. */
  z.strictObject({ ...type('estimate'), about: Id }),
  /** Buys an expert's word on one's own entry in the map. */
  z.strictObject({ ...type('consult'), about: Id }),
  z.strictObject({ ...type('confide'), about: Id, to: Id }),
  z.strictObject({
    ...type('draft-speech'),
    for: Id,
    constituencies: z.array(Id).max(LIMITS.picks),
    attacks: z.array(Id).max(LIMITS.picks),
    words: Words.optional(),
  }),
  z.strictObject({ ...type('hand-speech'), draft: Id, to: Id }),
  /** A faction gives what it knows of to the press. */
  z.strictObject({ ...type('leak'), happening: Id }),
  z.strictObject({ ...type('acknowledge'), happening: Id }),
  z.strictObject({ ...type('judge'), happening: Id, defend: z.boolean() }),
] as const;
