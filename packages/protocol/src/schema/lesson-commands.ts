import { z } from 'zod';
import { LESSON_STEPS, MOST_GUESSES, PROMPTS } from '../lesson/lesson';
import { Id, LIMITS, type, Words } from './primitives';

const Step = z.enum(LESSON_STEPS);
const position = z.number().int().min(0).max(1_000_000);
const distinct = <T>(list: readonly T[]) => new Set(list).size === list.length;

/** What the host may wish of the debrief as a lesson. */
export const LessonHostCommand = z.discriminatedUnion('type', [
  /** The steps in their order; again to change them. */
  z.strictObject({
    ...type('begin-lesson'),
    plan: z
      .array(Step)
      .min(1)
      .max(LESSON_STEPS.length)
      .refine(distinct, 'each step once')
      .meta({ uniqueItems: true }),
  }),
  z.strictObject({ ...type('show-step'), step: Step }),
  z.strictObject({ ...type('show-moment'), table: Id, position }),
  z.strictObject({ ...type('end-lesson') }),
  z.strictObject({ ...type('note'), table: Id, position, words: Words.optional() }),
  z.strictObject({ ...type('remove-note'), note: Id }),
]);
export type LessonHostCommand = z.infer<typeof LessonHostCommand>;

/** What a student may wish of it. */
export const LessonPersonCommand = z.discriminatedUnion('type', [
  /** The moves that mattered most, as far as one knows of them. None takes the guess back. */
  z.strictObject({
    ...type('guess'),
    moves: z.array(Id).max(MOST_GUESSES).refine(distinct, 'each move once').meta({ uniqueItems: true }),
  }),
  /** Without words it takes back what was written. */
  z.strictObject({
    ...type('reflect'),
    prompt: z.enum(PROMPTS),
    words: z
      .string()
      .trim()
      .min(1)
      .max(2 * LIMITS.words)
      .optional(),
  }),
]);
export type LessonPersonCommand = z.infer<typeof LessonPersonCommand>;
