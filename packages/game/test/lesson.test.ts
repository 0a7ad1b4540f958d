import {
  foldLesson,
  LESSON_STEPS,
  type LessonHostCommand,
  type LessonPersonCommand,
  type LessonStep,
  type LessonView,
  PROMPTS,
} from '@btt/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decideLesson,
  evolveLesson,
  initialLesson,
  isRevealed,
  type LessonEvent,
  lessonFor,
  type LessonViewer,
  type LessonWish,
  mayLook,
  visibleLesson,
} from '../src';

const TABLES = [
  { table: 't-1', over: true, length: 30 },
  { table: 't-2', over: false, length: 10 },
];
const SEAT = { table: 't-1', role: 'mara', moves: ['m1', 'm2', 'm3', 'm4'] };

const host = (command: LessonHostCommand): LessonWish => ({ as: 'host', command });
const student = (command: LessonPersonCommand, person = 'p1'): LessonWish => ({
  as: 'person',
  person,
  command,
});

/** Plays wishes one after the other; those that are refused change nothing. */
function played(wishes: readonly LessonWish[]): {
  readonly view: LessonView;
  readonly events: LessonEvent[];
} {
  const events: LessonEvent[] = [];
  let view = initialLesson();
  wishes.forEach((wish, i) => {
    const decision = decideLesson(view, wish, { id: `n${i}`, tables: TABLES, seat: SEAT });
    if (!decision.ok) return;
    events.push(decision.event);
    view = evolveLesson(view, decision.event);
  });
  return { view, events };
}

const codeOf = (before: readonly LessonWish[], wish: LessonWish, seat: typeof SEAT | null = SEAT) => {
  const decision = decideLesson(played(before).view, wish, { id: 'n', tables: TABLES, seat });
  return decision.ok ? 'granted' : decision.code;
};

const begin = host({ type: 'begin-lesson', plan: [...LESSON_STEPS] });
const show = (step: LessonStep) => host({ type: 'show-step', step });
const guess = (...moves: string[]) => student({ type: 'guess', moves });

const aWish: fc.Arbitrary<LessonWish> = fc.oneof(
  fc.subarray([...LESSON_STEPS], { minLength: 1 }).map((plan) => host({ type: 'begin-lesson', plan })),
  fc.constantFrom(...LESSON_STEPS).map(show),
  fc
    .record({ table: fc.constantFrom('t-1', 't-2', 't-3'), position: fc.nat(40) })
    .map((moment) => host({ type: 'show-moment', ...moment })),
  fc.constant(host({ type: 'end-lesson' })),
  fc.nat(30).map((position) => host({ type: 'note', table: 't-1', position, words: `w-note-${position}` })),
  fc.nat(20).map((n) => host({ type: 'remove-note', note: `n${n}` })),
  fc
    .record({
      person: fc.constantFrom('p1', 'p2'),
      moves: fc.subarray(['m1', 'm2', 'm3', 'm4'], { maxLength: 3 }),
    })
    .map(({ person, moves }) => student({ type: 'guess', moves }, person)),
  fc
    .record({ person: fc.constantFrom('p1', 'p2'), prompt: fc.constantFrom(...PROMPTS), n: fc.nat(9) })
    .map(({ person, prompt, n }) =>
      student({ type: 'reflect', prompt, ...(n > 2 ? { words: `w-${person}-${n}` } : {}) }, person),
    ),
);
const VIEWERS: readonly LessonViewer[] = [
  { kind: 'host' },
  { kind: 'screen' },
  { kind: 'person', person: 'p1' },
  { kind: 'person', person: 'p2' },
];

describe('a lesson', () => {
  it('E11: shows only steps of its plan, and begins when the game of a table is over', () => {
    expect(codeOf([], show('result'))).toBe('wrong-phase');
    expect(codeOf([host({ type: 'begin-lesson', plan: ['result'] })], show('history'))).toBe('wrong-phase');
    expect(codeOf([begin], show('history'))).toBe('granted');
    const nobodyOver = { id: 'n', tables: TABLES.filter((table) => !table.over), seat: null };
    expect(decideLesson(initialLesson(), begin, nobodyOver)).toMatchObject({ code: 'wrong-phase' });
  });

  it('E11: keeps what has been shown revealed when it goes back, and reveals nothing that was passed over', () => {
    const { view } = played([begin, show('result'), show('compared'), show('result')]);
    const asker = { own: [{ over: true, debriefOpen: false }] };
    expect(view.step).toBe('result');
    expect(LESSON_STEPS.filter((step) => isRevealed(view, step, asker))).toEqual(['result', 'compared']);
  });

  it('E11: reveals nothing to those who still play, and lets nobody read ahead while it runs', () => {
    fc.assert(
      fc.property(
        fc.array(aWish, { maxLength: 25 }),
        fc.boolean(),
        fc.boolean(),
        (wishes, over, debriefOpen) => {
          const { view } = played(wishes);
          const asker = { own: [{ over, debriefOpen }] };
          for (const step of LESSON_STEPS) {
            const may = mayLook(view, step, asker, { over: true, debriefOpen });
            if (view.running) expect(may).toBe(over && view.shown.includes(step));
            else expect(may).toBe(debriefOpen || (over && view.shown.includes(step)));
          }
        },
      ),
    );
  });

  it('E12: tells each viewer the fold of what was told, and nobody what others guess, write or note', () => {
    fc.assert(
      fc.property(fc.array(aWish, { maxLength: 40 }), (wishes) => {
        const { view, events } = played([begin, show('guess'), ...wishes]);
        for (const viewer of VIEWERS) {
          const told = events.flatMap((event) => visibleLesson(event.parts, viewer));
          expect(lessonFor(view, viewer)).toEqual(told.reduce(foldLesson, initialLesson()));
        }
        for (const person of ['p1', 'p2']) {
          const own = lessonFor(view, { kind: 'person', person });
          expect(Object.keys({ ...own.guesses, ...own.reflections }).every((key) => key === person)).toBe(
            true,
          );
          expect(own.notes).toEqual([]);
        }
      }),
    );
  });

  it('E12: takes a guess of moves that the seat knows, until something tells the truth', () => {
    expect(codeOf([begin], guess('m1'))).toBe('wrong-phase');
    expect(codeOf([begin, show('guess')], guess('m1', 'm9'))).toBe('unknown-happening');
    expect(codeOf([begin, show('guess')], guess('m1'), null)).toBe('not-seated');
    expect(codeOf([begin, show('guess')], guess('m1'), { ...SEAT, table: 't-2' })).toBe('wrong-phase');
    expect(codeOf([begin, show('guess'), show('result'), show('history')], guess('m1', 'm2'))).toBe(
      'granted',
    );
    for (const step of ['replay', 'mattered', 'compared', 'discuss'] as const)
      expect(codeOf([begin, show('guess'), show(step), show('guess')], guess('m1'))).toBe('wrong-phase');
  });

  it('E13: asks for reflections once that step was shown, and takes them also after its end', () => {
    const reflect = student({ type: 'reflect', prompt: 'question', words: 'w-1' });
    expect(codeOf([begin], reflect)).toBe('wrong-phase');
    expect(codeOf([begin, show('reflect'), host({ type: 'end-lesson' })], reflect)).toBe('granted');
    const { view } = played([
      begin,
      show('reflect'),
      reflect,
      student({ type: 'reflect', prompt: 'question' }),
    ]);
    expect(view.reflections).toEqual({ p1: {} });
  });

  it('E11: shows a moment of a finished table once the replay was shown', () => {
    const moment = host({ type: 'show-moment', table: 't-1', position: 30 });
    expect(codeOf([begin], moment)).toBe('wrong-phase');
    expect(codeOf([begin, show('replay')], moment)).toBe('granted');
    expect(codeOf([begin, show('replay')], host({ type: 'show-moment', table: 't-2', position: 1 }))).toBe(
      'unknown-table',
    );
    expect(codeOf([begin, show('replay')], host({ type: 'show-moment', table: 't-1', position: 31 }))).toBe(
      'unknown-happening',
    );
  });
});
