import {
  EMPTY_LESSON,
  foldLesson,
  type HappeningId,
  type LessonFact,
  type LessonHostCommand,
  type LessonPart,
  type LessonPersonCommand,
  type LessonStep,
  type LessonView,
  type PersonId,
  type Refusal,
  refuse,
} from '@btt/protocol';

/** What may be wished of a lesson. `words` fields hold the id of the words, never the words. */
export type LessonWish =
  | { readonly as: 'host'; readonly command: LessonHostCommand }
  | { readonly as: 'person'; readonly person: PersonId; readonly command: LessonPersonCommand };

/** What a decision may use besides the lesson's own state. */
export interface LessonContext {
  /** Unguessable: becomes the id of a note. */
  readonly id: HappeningId;
  readonly tables: readonly LessonTable[];
  /** Who asks, where it is a person: the seat, and the moves that are known there. */
  readonly seat: {
    readonly table: string;
    readonly role: string;
    readonly moves: readonly HappeningId[];
  } | null;
}

interface LessonTable {
  readonly table: string;
  /** Its game is over. */
  readonly over: boolean;
  /** Events that it has. */
  readonly length: number;
}

export interface LessonEvent {
  /** The wish that it grants; or the session was played elsewhere. */
  readonly type: LessonWish['command']['type'] | 'import';
  readonly parts: readonly LessonPart[];
}

export const initialLesson = (): LessonView => EMPTY_LESSON;

export function evolveLesson(view: LessonView, event: LessonEvent): LessonView {
  return event.parts.reduce((now, part) => foldLesson(now, part.fact), view);
}

export type LessonViewer =
  | { readonly kind: 'host' }
  | { readonly kind: 'screen' }
  | { readonly kind: 'person'; readonly person: PersonId };

/** What a viewer is told of the lesson: denied by default. */
export function visibleLesson(parts: readonly LessonPart[], viewer: LessonViewer): LessonFact[] {
  return parts.filter(({ to }) => mayHear(to, viewer)).map((part) => part.fact);
}

function mayHear(to: LessonPart['to'], viewer: LessonViewer): boolean {
  if (viewer.kind === 'host' || to === 'everyone') return true;
  return viewer.kind === 'person' && to !== 'host' && to.person === viewer.person;
}

/** Steps that tell what mattered, or let it be worked out: a guess made after one of them is none. */
const TELLING: readonly LessonStep[] = ['replay', 'mattered', 'compared', 'discuss'];

/** Most notes of one session. */
const MOST_NOTES = 500;

/** What comes of a wish: exactly one event, or why not. Pure. */
export function decideLesson(
  view: LessonView,
  wish: LessonWish,
  context: LessonContext,
): { readonly ok: true; readonly event: LessonEvent } | Refusal {
  const part =
    wish.as === 'host' ? decideHost(view, wish.command, context) : decidePerson(view, wish, context);
  return 'ok' in part ? part : { ok: true, event: { type: wish.command.type, parts: [part] } };
}

function decideHost(
  view: LessonView,
  command: LessonHostCommand,
  { id, tables }: LessonContext,
): LessonPart | Refusal {
  switch (command.type) {
    case 'begin-lesson': {
      const { plan } = command;
      // What is to be shown must be over somewhere.
      if (!tables.some((table) => table.over)) return refuse('wrong-phase');
      if (view.running && plan.join() === view.plan.join()) return refuse('nothing-to-do');
      return { to: 'everyone', fact: { type: 'lesson-begun', plan } };
    }
    case 'show-step': {
      const { step } = command;
      if (!view.running || !view.plan.includes(step)) return refuse('wrong-phase');
      if (view.step === step) return refuse('nothing-to-do');
      return { to: 'everyone', fact: { type: 'step-shown', step } };
    }
    case 'show-moment': {
      const { table, position } = command;
      if (!view.running || !view.shown.includes('replay')) return refuse('wrong-phase');
      const found = tables.find((one) => one.table === table);
      if (!found?.over) return refuse('unknown-table');
      if (position > found.length) return refuse('unknown-happening');
      return { to: 'everyone', fact: { type: 'moment-shown', table, position } };
    }
    case 'end-lesson':
      if (!view.running) return refuse('nothing-to-do');
      return { to: 'everyone', fact: { type: 'lesson-ended' } };
    case 'note': {
      const { table, position, words = null } = command;
      const found = tables.find((one) => one.table === table);
      if (!found) return refuse('unknown-table');
      if (position > found.length) return refuse('unknown-happening');
      if (view.notes.length >= MOST_NOTES) return refuse('used-up');
      return { to: 'host', fact: { type: 'noted', id, table, position, words } };
    }
    case 'remove-note':
      if (!view.notes.some((note) => note.id === command.note)) return refuse('unknown-happening');
      return { to: 'host', fact: { type: 'note-removed', id: command.note } };
  }
}

function decidePerson(
  view: LessonView,
  { person, command }: Extract<LessonWish, { as: 'person' }>,
  { tables, seat }: LessonContext,
): LessonPart | Refusal {
  const to = { person };
  switch (command.type) {
    case 'guess': {
      const { moves } = command;
      if (!seat) return refuse('not-seated');
      const isOver = tables.some((one) => one.table === seat.table && one.over);
      const told = TELLING.some((step) => view.shown.includes(step));
      if (!view.running || !isOver || !view.shown.includes('guess') || told) return refuse('wrong-phase');
      if (moves.some((move) => !seat.moves.includes(move))) return refuse('unknown-happening');
      const before = view.guesses[person];
      if (before?.table === seat.table && before.moves.join() === moves.join())
        return refuse('nothing-to-do');
      return { to, fact: { type: 'guessed', person, table: seat.table, role: seat.role, moves } };
    }
    case 'reflect': {
      const { prompt, words = null } = command;
      if (!view.shown.includes('reflect')) return refuse('wrong-phase');
      if (words === null && view.reflections[person]?.[prompt] === undefined) return refuse('nothing-to-do');
      return { to, fact: { type: 'reflected', person, prompt, words } };
    }
  }
}

/** Who asks for something of the debrief, where it is neither host nor co-host. */
export interface Asker {
  /** Tables at which the asker may still be at play: their own; all, for those without one. None for the projector. */
  readonly own: readonly { readonly over: boolean; readonly debriefOpen: boolean }[];
}

/** Whether the game of whoever asks is over. Nothing is revealed to those who still play. */
export const hasEnded = ({ own }: Asker): boolean => own.every((table) => table.over);

/** Whether what a step shows may be given away to somebody who is no host. What has been shown stays so. */
export function isRevealed(view: LessonView, step: LessonStep, asker: Asker): boolean {
  return view.shown.includes(step) && hasEnded(asker);
}

/**
 * Whether a part of the debrief of a table may be looked at by somebody who is no host. While a lesson runs, its steps alone decide, so that
 * nobody reads ahead; otherwise also the word that opened the table's debrief.
 */
export function mayLook(
  view: LessonView,
  step: LessonStep,
  asker: Asker,
  table: { readonly over: boolean; readonly debriefOpen: boolean },
): boolean {
  if (table.over && isRevealed(view, step, asker)) return true;
  return !view.running && table.debriefOpen;
}

/** What a viewer may know of a lesson: the fold of what it was told, taken from the whole at once. */
export function lessonFor(view: LessonView, viewer: LessonViewer): LessonView {
  switch (viewer.kind) {
    case 'host':
      return view;
    case 'screen':
      return { ...view, guesses: {}, reflections: {}, notes: [] };
    case 'person': {
      const { person } = viewer;
      const guess = view.guesses[person];
      const written = view.reflections[person];
      return {
        ...view,
        guesses: guess ? { [person]: guess } : {},
        reflections: written ? { [person]: written } : {},
        notes: [],
      };
    }
  }
}
