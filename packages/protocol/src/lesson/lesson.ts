import type { HappeningId, PersonId, WordsId } from '../facts';

/** What a host can lead a class through, in the order that is proposed. */
export const LESSON_STEPS = [
  'guess',
  'result',
  'history',
  'replay',
  'mattered',
  'compared',
  'discuss',
  'reflect',
] as const;
export type LessonStep = (typeof LESSON_STEPS)[number];

/** Steps whose content the server gives away when they have been shown. Of the replay it is the record of a table. */
export const REVEALS = ['result', 'history', 'mattered', 'compared', 'discuss'] as const;
export type RevealStep = (typeof REVEALS)[number];

/** What a student is asked to write about. */
export const PROMPTS = ['mattered', 'other-side', 'differently', 'question'] as const;
export type Prompt = (typeof PROMPTS)[number];

/** Moves that one person may name as what mattered. */
export const MOST_GUESSES = 3;

/** What can become known of the lesson that a debrief is. */
export type LessonFact =
  /** The plan, also when it is changed later. What has been shown stays shown. */
  | { readonly type: 'lesson-begun'; readonly plan: readonly LessonStep[] }
  | { readonly type: 'step-shown'; readonly step: LessonStep }
  /** The moment of a replay that everybody looks at. */
  | { readonly type: 'moment-shown'; readonly table: string; readonly position: number }
  | { readonly type: 'lesson-ended' }
  | {
      readonly type: 'guessed';
      readonly person: PersonId;
      readonly table: string;
      readonly role: string;
      readonly moves: readonly HappeningId[];
    }
  /** null takes the words back. */
  | {
      readonly type: 'reflected';
      readonly person: PersonId;
      readonly prompt: Prompt;
      readonly words: WordsId | null;
    }
  | ({ readonly type: 'noted' } & Note)
  | { readonly type: 'note-removed'; readonly id: HappeningId };

/** A bookmark of the host on a moment of a replay, with or without words. */
export interface Note {
  readonly id: HappeningId;
  readonly table: string;
  /** So many events had happened. */
  readonly position: number;
  readonly words: WordsId | null;
}

/** Who is told: everybody of the session, the hosts alone, or the hosts and one person. */
export type LessonAudience = 'everyone' | 'host' | { readonly person: PersonId };

export interface LessonPart {
  readonly to: LessonAudience;
  readonly fact: LessonFact;
}

/** What somebody has been told of the lesson, folded. */
export interface LessonView {
  readonly running: boolean;
  readonly plan: readonly LessonStep[];
  readonly step: LessonStep | null;
  /** Steps that have been shown, in the order in which they first were: what has been shown cannot be taken back. */
  readonly shown: readonly LessonStep[];
  readonly moment: { readonly table: string; readonly position: number } | null;
  readonly guesses: Readonly<
    Record<
      PersonId,
      { readonly table: string; readonly role: string; readonly moves: readonly HappeningId[] }
    >
  >;
  readonly reflections: Readonly<Record<PersonId, Readonly<Partial<Record<Prompt, WordsId>>>>>;
  readonly notes: readonly Note[];
}

export const EMPTY_LESSON: LessonView = {
  running: false,
  plan: [],
  step: null,
  shown: [],
  moment: null,
  guesses: {},
  reflections: {},
  notes: [],
};

/** Adds one fact to a view of the lesson. Pure and total. */
export function foldLesson(view: LessonView, fact: LessonFact): LessonView {
  switch (fact.type) {
    case 'lesson-begun': {
      const step = view.step !== null && fact.plan.includes(view.step) ? view.step : null;
      return { ...view, running: true, plan: fact.plan, step };
    }
    case 'step-shown':
      return {
        ...view,
        step: fact.step,
        shown: view.shown.includes(fact.step) ? view.shown : [...view.shown, fact.step],
      };
    case 'moment-shown':
      return { ...view, moment: { table: fact.table, position: fact.position } };
    case 'lesson-ended':
      return { ...view, running: false, step: null };
    case 'guessed': {
      const { table, role, moves } = fact;
      return { ...view, guesses: { ...view.guesses, [fact.person]: { table, role, moves } } };
    }
    case 'reflected': {
      const { [fact.prompt]: _before, ...others } = view.reflections[fact.person] ?? {};
      const own = fact.words === null ? others : { ...others, [fact.prompt]: fact.words };
      return { ...view, reflections: { ...view.reflections, [fact.person]: own } };
    }
    case 'noted': {
      const { type: _type, ...note } = fact;
      return { ...view, notes: [...view.notes, note] };
    }
    case 'note-removed':
      return { ...view, notes: view.notes.filter((note) => note.id !== fact.id) };
  }
}
