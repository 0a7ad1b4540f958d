import type { EventStore } from '@btt/eventstore';
import { type LessonEvent, type RecordedCause, type SessionEvent, wordsIn } from '@btt/game';
import { written } from '../streams/format';
import { lessonStream, sessionStream, tableStream } from '../streams/names';

/** What a session begins with that has been played before: elsewhere, or up to a moment. */
export interface Played {
  readonly tables: readonly { readonly table: string; readonly record: readonly RecordedCause[] }[];
  readonly session: SessionEvent;
  readonly lesson: LessonEvent | null;
  /** Free text and nicknames by id. Each goes to the stream that first speaks of it. */
  readonly words: ReadonlyMap<string, string>;
}

/** Appends that wait at a time: they share commits. */
const AT_ONCE = 200;
const ACTOR = 'record';

/** Writes streams that nobody reads yet. Again is harmless: every event is known by its place. */
export async function writePlayed(
  store: EventStore,
  session: string,
  { tables, words, ...played }: Played,
  at: number,
): Promise<void> {
  const left = new Map(words);
  const append = (
    stream: string,
    place: number,
    event: { readonly type: string },
    moment: number,
    ids: readonly string[],
  ) => {
    const bodies = ids.flatMap((id) => {
      const body = left.get(id);
      left.delete(id);
      return body === undefined ? [] : [{ id, body }];
    });
    return store.append({
      stream,
      expected: place,
      actor: ACTOR,
      commandId: `record-${place + 1}`,
      events: [{ type: event.type, payload: written(event) }],
      at: moment,
      words: bodies,
    });
  };
  const people = played.session.parts.flatMap(({ fact }) =>
    fact.type === 'person-joined' ? [fact.person] : [],
  );
  for (const { table, record } of tables) {
    for (let from = 0; from < record.length; from += AT_ONCE) {
      await Promise.all(
        record.slice(from, from + AT_ONCE).map(({ event, at: moment }, i) => {
          const spoken = wordsIn(event.parts.map((part) => part.fact)).filter((id) => !people.includes(id));
          return append(tableStream(table), from + i, event, moment, spoken);
        }),
      );
    }
  }
  if (played.lesson) {
    const spoken = played.lesson.parts.flatMap(({ fact }) => ('words' in fact ? (fact.words ?? []) : []));
    await append(lessonStream(session), 0, played.lesson, at, spoken);
  }
  await append(sessionStream(session), 0, played.session, at, people);
}
