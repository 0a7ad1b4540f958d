import {
  briefFor,
  card,
  type ClaimedEvent,
  createGame,
  type Game,
  type LessonEvent,
  playedAgain,
  type RecordedCause,
  renamed,
  type SessionEvent,
  type TableState,
} from '@btt/game';
import {
  type LessonFact,
  type LessonPart,
  PROMPTS,
  type Refusal,
  refuse,
  type SessionFact,
  type TableSettings,
} from '@btt/protocol';
import { FILE_IDS, SessionFile } from '@btt/protocol/schema';
import { reviveScenario, serializeScenario } from '@btt/scenario';
import type { Library } from '../scenarios/library';
import { hashOf, type Deriver } from '../sessions/secrets';
import { cleanName } from '../sessions/names';
import { tableId } from '../streams/names';
import type { Played } from './adopt';

export interface ReadSession {
  readonly ok: true;
  readonly game: Game;
  readonly settings: TableSettings;
  /** Once it has a room code. */
  readonly played: (code: string) => Played;
}

/** Events that are played in one go. */
const PIECE = 50;

/**
 * Reads a file that comes from anywhere. Nothing in it is believed: every wish is checked by the schema and decided again, and what the
 * rules make of it has to be what the file says.
 */
export async function readSession(
  value: unknown,
  parts: {
    readonly library: Library;
    readonly deriver: Deriver;
    readonly session: string;
    readonly names: boolean;
  },
): Promise<ReadSession | Refusal> {
  const parsed = SessionFile.safeParse(value);
  if (!parsed.success) return refuse('not-a-record');
  const { data: file } = parsed;
  const { session, deriver } = parts;
  const game = await gameOf(file, parts.library);
  if (!game) return refuse('not-a-scenario');
  const ids = new Map([
    [FILE_IDS.scenario, game.hash],
    ...file.tables.map(({ table }, i): [string, string] => [table, tableId(session, i + 1)]),
    ...file.people.map(({ person }): [string, string] => [
      person,
      `p${deriver.id('person', session, 'file', person)}`,
    ]),
    ...Object.keys(file.words).map((id): [string, string] => [
      id,
      `w-${deriver.secret('words', session, 'file', id)}`,
    ]),
  ]);
  const tables: { table: string; record: readonly RecordedCause[]; state: TableState }[] = [];
  for (const { table, events } of file.tables) {
    const played = await inPieces(game, renamed(events, ids) as readonly ClaimedEvent[]);
    const id = ids.get(table) ?? '';
    if (played?.state.desk.table !== id) return refuse('other-rules');
    tables.push({ table: id, ...played });
  }
  const people = renamed(file.people, ids);
  const names = parts.names ? people.flatMap(({ person, name }) => named(person, name)) : [];
  const lesson = file.lesson && lessonOf(renamed(file.lesson, ids), deriver, session);
  const states = tables.map(({ state }) => state);
  const words = new Map([...renamed(Object.entries(file.words), ids), ...names]);
  return {
    ok: true,
    game,
    settings: settingsOf(file.settings),
    played: (code) => ({
      tables: tables.map(({ table, record }) => ({ table, record })),
      session: sessionOf(
        game,
        session,
        code,
        renamed(
          file.tables.map(({ table, name, roles }) => ({ table, name, roles })),
          ids,
        ),
        people,
        states,
      ),
      lesson,
      words,
    }),
  };
}

function settingsOf({
  crossTable,
  mode,
  luck,
  autopilot,
  solo,
  ...settings
}: SessionFile['settings']): TableSettings {
  return {
    ...settings,
    ...(crossTable === undefined ? {} : { crossTable }),
    ...(mode === undefined ? {} : { mode }),
    ...(luck === undefined ? {} : { luck }),
    ...(autopilot === undefined ? {} : { autopilot }),
    ...(solo === undefined ? {} : { solo }),
  };
}

function named(person: string, name: string | undefined): [string, string][] {
  const clean = cleanName(name ?? '');
  return clean === '' ? [] : [[person, clean]];
}

/** The installation's own scenario where it is the same; else the one that the file carries, under a hash of its own. */
async function gameOf({ scenario: { hash, compiled } }: SessionFile, library: Library): Promise<Game | null> {
  const text = JSON.stringify(compiled);
  const revived = reviveScenario(text);
  if (!revived.ok) return null;
  try {
    const plain = serializeScenario(revived.scenario);
    const known = await library.game(hash);
    if (known && serializeScenario(known.scenario) === plain) return known;
    const game = createGame(revived.scenario, `file-${hashOf(plain)}`);
    // What pages will ask for must be there.
    card(game.scenario);
    briefFor(game, { kind: 'host' });
    for (const { id } of game.scenario.roles) briefFor(game, { kind: 'seat', role: id });
    return game;
  } catch {
    return null;
  }
}

/** Null when it is no record; rules that stumble over it are no better. */
async function inPieces(game: Game, claimed: readonly ClaimedEvent[]) {
  try {
    const play = playedAgain(game, claimed);
    for (let done = 1; ; done++) {
      const step = play.next();
      if (step.done) return step.value;
      if (done % PIECE === 0) await new Promise((resume) => setImmediate(resume));
    }
  } catch {
    return null;
  }
}

/** The session as its records leave it: people on their seats, and put away. */
function sessionOf(
  game: Game,
  session: string,
  code: string,
  tables: readonly {
    readonly table: string;
    readonly name: string;
    readonly roles: readonly string[] | null;
  }[],
  people: readonly { readonly person: string }[],
  states: readonly TableState[],
): SessionEvent {
  const { id: scenario, title } = game.scenario;
  const seated = states.flatMap(({ desk }) =>
    Object.entries(desk.seats).flatMap(([role, sitting]) =>
      sitting.map((person) => ({ person, table: desk.table, role })),
    ),
  );
  const order = new Set([...seated, ...people].map(({ person }) => person));
  const facts: SessionFact[] = [
    { type: 'session-opened', session, code, scenario, title, hash: game.hash },
    ...tables.map((table): SessionFact => ({ type: 'table-added', ...table })),
    ...[...order].map((person): SessionFact => ({ type: 'person-joined', person })),
    ...seated.map((seat): SessionFact => ({ type: 'seated', ...seat })),
    { type: 'archived', archived: true },
  ];
  return { type: 'import', parts: facts.map((fact) => ({ to: 'everyone', fact })) };
}

function lessonOf(
  { plan, shown, guesses, reflections, notes }: NonNullable<SessionFile['lesson']>,
  deriver: Deriver,
  session: string,
): LessonEvent {
  const everyone = (fact: LessonFact): LessonPart => ({ to: 'everyone', fact });
  return {
    type: 'import',
    parts: [
      everyone({ type: 'lesson-begun', plan }),
      ...shown.map((step) => everyone({ type: 'step-shown', step })),
      everyone({ type: 'lesson-ended' }),
      ...Object.entries(guesses).map(
        ([person, guess]): LessonPart => ({
          to: { person },
          fact: { type: 'guessed', person, ...guess },
        }),
      ),
      ...Object.entries(reflections).flatMap(([person, written]) =>
        PROMPTS.flatMap((prompt): LessonPart[] => {
          const words = written[prompt];
          return words === undefined
            ? []
            : [{ to: { person }, fact: { type: 'reflected', person, prompt, words } }];
        }),
      ),
      ...notes.map(
        (note, i): LessonPart => ({
          to: 'host',
          fact: {
            type: 'noted',
            id: `n${deriver.secret('note', session, 'file', String(i)).slice(0, 20)}`,
            ...note,
          },
        }),
      ),
    ],
  };
}
