import { renamed, wordsIn } from '@btt/game';
import { FILE_IDS, SESSION_FILE, type SessionFile } from '@btt/protocol/schema';
import { serializeScenario } from '@btt/scenario';
import type { WordBook } from '../feeds/word-book';
import type { Session } from '../sessions/session';

/** A whole session as one file: its scenario, the record of every table, and the words that are still there. Nicknames only when asked for. */
export async function writeSession(
  session: Session,
  words: WordBook,
  options: { readonly names: boolean; readonly made: number },
): Promise<SessionFile> {
  const { game } = session;
  const tables = session.view().tables.flatMap((one) => {
    const table = session.tables.get(one.table);
    return table ? [{ ...one, settings: table.stream.state().desk.settings, log: table.stream.log() }] : [];
  });
  const lesson = session.lesson.state();
  const facts = tables.flatMap(({ log }) => log.flatMap(({ event }) => event.parts.map((part) => part.fact)));
  const people = peopleOf(
    session,
    tables.flatMap(({ log }) => log.map(({ event }) => event)),
  );
  const known = new Set(people);
  const spoken = [
    ...wordsIn(facts).filter((id) => !known.has(id)),
    ...Object.values(lesson.reflections).flatMap((written) => Object.values(written)),
    ...lesson.notes.flatMap((note) => note.words ?? []),
  ];
  // With its hash another installation knows the scenario again; in the records it stands for what that installation calls it.
  const names = new Map([
    [HASH, game.hash],
    [game.hash, FILE_IDS.scenario],
    ...tables.map(({ table }, i): [string, string] => [table, FILE_IDS.table(i + 1)]),
    ...people.map((person, i): [string, string] => [person, FILE_IDS.person(i + 1)]),
    ...spoken.map((id, i): [string, string] => [id, FILE_IDS.words(i + 1)]),
  ]);
  const bodies = await words.find([...spoken, ...(options.names ? people : [])]);
  const settings = tables[0]?.settings;
  if (!settings) throw new Error('A session has a table, and a table has settings.');
  const { plan, shown, guesses, reflections, notes } = lesson;
  return renamed(
    {
      ...SESSION_FILE,
      made: new Date(options.made).toISOString(),
      scenario: {
        id: game.scenario.id,
        title: game.scenario.title,
        hash: HASH,
        compiled: JSON.parse(serializeScenario(game.scenario)),
      },
      settings: { ...settings, rounds: [...settings.rounds] },
      people: people.map((person) => {
        const name = options.names ? bodies[person] : undefined;
        return name === undefined ? { person } : { person, name };
      }),
      tables: tables.map(({ table, name, roles, log }) => ({
        table,
        name,
        roles: roles === null ? null : [...roles],
        events: log.map(({ at, event: { id, cause, parts } }) => ({ at, id, cause, parts: [...parts] })),
      })),
      words: Object.fromEntries(spoken.flatMap((id) => (bodies[id] === undefined ? [] : [[id, bodies[id]]]))),
      lesson:
        session.lesson.log().length === 0
          ? null
          : {
              plan: [...plan],
              shown: [...shown],
              guesses: Object.fromEntries(
                Object.entries(guesses).map(([person, guess]) => [
                  person,
                  { ...guess, moves: [...guess.moves] },
                ]),
              ),
              reflections: { ...reflections },
              notes: notes.map(({ table, position, words: id }) => ({ table, position, words: id })),
            },
    } as SessionFile,
    names,
  );
}

/** In the place of the hash, while everything else is renamed. */
const HASH = 'file:hash';

/** Everybody whom the records name, those who are in the session first. */
function peopleOf(
  session: Session,
  events: readonly { readonly cause: object; readonly parts: readonly object[] }[],
): string[] {
  const found = new Set(session.view().people.map(({ person }) => person));
  const look = (value: unknown): void => {
    if (typeof value === 'string' && PERSON.test(value)) found.add(value);
    else if (Array.isArray(value)) value.forEach(look);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        look(key);
        look(inner);
      }
  };
  look(events.map(({ cause, parts }) => [cause, parts]));
  return [...found];
}

/** As `Deriver.id` makes them. */
const PERSON = /^[px][a-z2-8]{14}$/;
