import type { EventStore, Words } from '@btt/eventstore';
import { evolveLesson, initialLesson, type LessonEvent } from '@btt/game';
import type { LessonView } from '@btt/protocol';
import { lessonStream } from '../streams/names';
import { openStream, type Stream } from '../streams/stream';

/** The debrief of a session as a lesson: its steps, what people guess and write, and the host's notes. */
export type LessonStream = Stream<LessonView, LessonEvent>;

export function openLesson(
  store: EventStore,
  session: string,
  told: (words: readonly Words[]) => void,
): Promise<LessonStream> {
  const logic = {
    initial: initialLesson(),
    evolve: evolveLesson,
    told: (_fresh: unknown, words: readonly Words[]) => told(words),
  };
  return openStream<LessonView, LessonEvent>(store, lessonStream(session), logic);
}
