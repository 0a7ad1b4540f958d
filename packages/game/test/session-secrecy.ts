import { isDeepStrictEqual } from 'node:util';
import {
  EMPTY_LESSON,
  EMPTY_SESSION,
  foldLesson,
  foldSession,
  LESSON_STEPS,
  type LessonPart,
  type LessonStep,
  PROMPTS,
  type SessionPart,
} from '@btt/protocol';
import fc from 'fast-check';
import {
  decideLesson,
  decideSession,
  evolveLesson,
  evolveSession,
  type Game,
  initialLesson,
  initialSession,
  lessonFor,
  type LessonViewer,
  type LessonWish,
  type SessionWish,
  visibleLesson,
  visibleSession,
  visibleToPerson,
} from '../src';
import type { Looked } from './secrecy';

const PEOPLE = ['p1', 'p2', 'p3', 'p4'] as const;
const TABLES = ['s1-1', 's1-2', 's1-3'] as const;
const MOVES = ['m1', 'm2', 'm3', 'm4'] as const;

const person = fc.constantFrom(...PEOPLE);
const table = fc.constantFrom(...TABLES);
const words = fc.constantFrom('w1', 'w2', 'w3');
const place = { table: fc.constantFrom(null, ...TABLES), group: fc.constantFrom(null, 'friends', 'rivals') };

const sessionWish = ({ scenario }: Game): fc.Arbitrary<SessionWish> => {
  const role = fc.constantFrom(...scenario.roles.map((one) => one.id));
  const type = <T extends string>(value: T) => ({ type: fc.constant(value) });
  const expected = fc.record({ person: fc.constantFrom('e1', 'e2'), role: fc.constant(null), ...place });
  return fc.oneof(
    fc.record({ ...type('add-table'), newTable: table }),
    fc.record({ ...type('change-table'), table, name: words }),
    fc.record({ ...type('remove-table'), table }),
    fc.record({ ...type('expect'), people: fc.array(expected, { minLength: 1, maxLength: 2 }) }),
    fc.record({ ...type('expect-no-more'), person: fc.constantFrom('e1', 'e2') }),
    {
      weight: 4,
      arbitrary: fc.record({ ...type('join'), person, expected: fc.constantFrom(null, 'e1', 'e2') }),
    },
    { weight: 3, arbitrary: fc.record({ ...type('seat'), person, table, role }) },
    fc.record({
      ...type('seat-everyone'),
      way: fc.constantFrom('balanced' as const, 'random' as const, 'groups' as const),
      seed: fc.nat(),
    }),
    fc.record({
      type: fc.constantFrom('unseat' as const, 'remove' as const, 'rename' as const),
      person,
    }),
    fc.record({ ...type('watch'), person, table }),
    fc.record({ ...type('group'), person, group: place.group }),
    { weight: 3, arbitrary: fc.record({ ...type('message'), id: words, person, words }) },
    fc.record({
      type: fc.constantFrom('let-in-host' as const, 'revoke-host' as const),
      host: fc.constantFrom('h1', 'h2'),
    }),
    fc.record({ ...type('ask-return'), person, request: words }),
    fc.record({ ...type('answer-return'), request: words, admit: fc.boolean() }),
    fc.record({ ...type('late-seating'), on: fc.boolean() }),
    fc.record({ ...type('show-names'), shown: fc.boolean() }),
    { weight: 2, arbitrary: fc.record(type('undo')) },
  );
};

const step = fc.constantFrom(...LESSON_STEPS);
const lessonWish: fc.Arbitrary<LessonWish> = fc.oneof(
  fc.record({
    as: fc.constant('host' as const),
    command: fc.oneof(
      fc.record({ type: fc.constant('begin-lesson'), plan: fc.constant<LessonStep[]>([...LESSON_STEPS]) }),
      fc.record({ type: fc.constant('show-step' as const), step }),
      fc.record({ type: fc.constant('show-moment' as const), table, position: fc.nat({ max: 40 }) }),
      fc.constant({ type: 'end-lesson' as const }),
      fc.record({ type: fc.constant('note' as const), table, position: fc.nat({ max: 40 }), words }),
      fc.record({ type: fc.constant('remove-note' as const), note: fc.constantFrom('n1', 'n2') }),
    ),
  }),
  fc.record({
    as: fc.constant('person' as const),
    person,
    command: fc.oneof(
      fc.record({ type: fc.constant('guess' as const), moves: fc.subarray([...MOVES], { maxLength: 3 }) }),
      fc.record({ type: fc.constant('reflect' as const), prompt: fc.constantFrom(...PROMPTS), words }),
    ),
  }),
);

export interface SessionPlay {
  readonly session: readonly SessionWish[];
  readonly lesson: readonly LessonWish[];
  readonly noise: string;
}

/** A session with its lesson, and what was wished of them in random order. */
export const sessionPlays = (game: Game): fc.Arbitrary<SessionPlay> =>
  fc.record({
    session: fc.array(sessionWish(game), { minLength: 10, maxLength: 40 }),
    lesson: fc.array(lessonWish, { minLength: 10, maxLength: 40 }),
    noise: fc.string(),
  });

/** What decides who is told what of a session and of its lesson; the game's own, unless a test plants a leak. */
export interface SessionProjection {
  readonly visibleSession: typeof visibleSession;
  readonly visibleToPerson: typeof visibleToPerson;
  readonly visibleLesson: typeof visibleLesson;
}
const OWN: SessionProjection = { visibleSession, visibleToPerson, visibleLesson };

const LESSON_VIEWERS: readonly LessonViewer[] = [
  { kind: 'screen' },
  ...PEOPLE.map((one) => ({ kind: 'person' as const, person: one })),
];

/** Plays a session and a lesson, and looks through the eyes of the projector and of every person at every event. */
export function lookAtSession(game: Game, play: SessionPlay, project: SessionProjection = OWN): Looked {
  const told = sessionOf(game, play.session);
  const lesson = lessonOf(play.lesson);
  const leaks: string[] = [...lesson.leaks];
  for (const event of told.events) {
    for (const [eyes, parts] of [['screen', []], ...PEOPLE.map((one) => [one, [one]] as const)] as const) {
      const facts = (list: readonly SessionPart[], by: SessionProjection) => [
        ...by.visibleSession(list, { kind: eyes === 'screen' ? 'screen' : 'person' }),
        ...parts.flatMap((one) => by.visibleToPerson(list, one)),
      ];
      const disturbed = event.map((part): SessionPart => {
        if (facts([part], OWN).length > 0) return part;
        return { to: part.to, fact: { type: 'message', id: 'x', person: 'x', words: play.noise } };
      });
      if (JSON.stringify(facts(disturbed, project)) !== JSON.stringify(facts(event, OWN)))
        leaks.push(`${eyes}: what is hidden of the session shows`);
    }
  }
  for (const one of PEOPLE) leaks.push(...heldLeaks(told.events, one, project));
  for (const viewer of LESSON_VIEWERS) {
    const eyes = viewer.kind === 'person' ? viewer.person : viewer.kind;
    for (const event of lesson.events) {
      const disturbed = event.map(
        (part): LessonPart =>
          visibleLesson([part], viewer).length > 0
            ? part
            : { to: part.to, fact: { type: 'noted', id: 'x', table: play.noise, position: 0, words: null } },
      );
      if (
        JSON.stringify(project.visibleLesson(disturbed, viewer)) !==
        JSON.stringify(visibleLesson(event, viewer))
      )
        leaks.push(`${eyes}: what is hidden of the lesson shows`);
    }
    const facts = lesson.events.flatMap((event) => project.visibleLesson(event, viewer));
    if (!isDeepStrictEqual(facts.reduce(foldLesson, EMPTY_LESSON), lessonFor(lesson.view, viewer)))
      leaks.push(`${eyes}: the lesson is another than what was told of it`);
  }
  // That the session is opened is no wish of the play.
  const accepted = told.events.length - 1 + lesson.events.length;
  return {
    leaks,
    accepted,
    refused: play.session.length + play.lesson.length - accepted,
    looks: told.events.length * (PEOPLE.length + 1) + lesson.events.length * LESSON_VIEWERS.length,
  };
}

function sessionOf(
  game: Game,
  wishes: readonly SessionWish[],
): { readonly events: (readonly SessionPart[])[] } {
  const open = {
    type: 'open',
    session: 's1',
    code: 'ABCDE',
    table: TABLES[0],
    tableName: 'Table 1',
  } as const;
  const events: (readonly SessionPart[])[] = [];
  let state = initialSession();
  for (const wish of [open, ...wishes]) {
    const decision = decideSession(game, state, wish);
    if (!decision.ok) continue;
    events.push(decision.event.parts);
    state = evolveSession(state, decision.event);
  }
  return { events };
}

/** What somebody holds of the session that is for hosts, or for somebody else. */
function heldLeaks(
  events: readonly (readonly SessionPart[])[],
  person: string,
  project: SessionProjection,
): string[] {
  const view = events
    .flatMap((parts) => [
      ...project.visibleSession(parts, { kind: 'person' }),
      ...project.visibleToPerson(parts, person),
    ])
    .reduce(foldSession, EMPTY_SESSION);
  const { expected, hosts, returns, undo, seatedBy, messages, people } = view;
  return [
    ...(expected.length > 0 ? [`${person}: the class list`] : []),
    ...(hosts.length > 0 ? [`${person}: who hosts with whom`] : []),
    ...(returns.length > 0 ? [`${person}: who wants to come back`] : []),
    ...(undo.length > 0 || seatedBy !== null ? [`${person}: what the host did`] : []),
    ...(people.some(({ group }) => group !== null) ? [`${person}: somebody’s group`] : []),
    ...(messages.some((one) => one.person !== person) ? [`${person}: a message to another`] : []),
  ];
}

/** Plays a lesson, and looks whether a person is answered otherwise than by what that person knows. */
function lessonOf(wishes: readonly LessonWish[]) {
  const events: (readonly LessonPart[])[] = [];
  const leaks: string[] = [];
  let view = initialLesson();
  for (const wish of wishes) {
    const context = {
      id: `n${events.length}`,
      tables: TABLES.map((table) => ({ table, over: table !== 's1-3', length: 30 })),
      seat: wish.as === 'host' ? null : { table: TABLES[0], role: 'somebody', moves: MOVES.slice(0, 3) },
    };
    const decision = decideLesson(view, wish, context);
    if (wish.as === 'person') {
      const seen = decideLesson(lessonFor(view, { kind: 'person', person: wish.person }), wish, context);
      if (JSON.stringify(seen) !== JSON.stringify(decision))
        leaks.push(`${wish.person}: ${wish.command.type} is answered by what others did`);
    }
    if (!decision.ok) continue;
    events.push(decision.event.parts);
    view = evolveLesson(view, decision.event);
  }
  return { events, leaks, view };
}
