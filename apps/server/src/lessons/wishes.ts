import type { Words } from '@btt/eventstore';
import { decideLesson, type LessonWish } from '@btt/game';
import { type LessonHostCommand, type LessonPersonCommand, type Refusal, refuse } from '@btt/protocol';
import type { Deriver } from '../sessions/secrets';
import type { Session } from '../sessions/session';
import type { Settled } from '../streams/stream';
import { stageOf } from './asker';

export type LessonRequest =
  | { readonly as: 'host'; readonly id: string; readonly command: LessonHostCommand }
  | {
      readonly as: 'person';
      readonly id: string;
      readonly person: string;
      readonly command: LessonPersonCommand;
    };

/** Grants a wish for the lesson. What people write goes beside the facts, which keep its id. */
export async function submitLesson(
  session: Session,
  deriver: Deriver,
  request: LessonRequest,
): Promise<Settled | Refusal> {
  if (session.view().closed) return refuse('session-closed');
  const actor = request.as === 'host' ? 'host' : request.person;
  const { id: commandId } = request;
  const { wish, words } = withoutWords(
    request,
    () => `w-${deriver.secret('words', session.id, 'lesson', actor, commandId)}`,
  );
  return session.lesson.submit({
    actor,
    commandId,
    decide(view) {
      const decision = decideLesson(view, wish, {
        id: `n${deriver.secret('note', session.id, actor, commandId).slice(0, 20)}`,
        tables: [...session.tables.values()].map((table) => ({
          table: table.id,
          over: stageOf(table).over,
          length: table.stream.log().length,
        })),
        seat: seatOf(session, request),
      });
      return decision.ok ? { ok: true, event: decision.event, words } : decision;
    },
  });
}

/** The seat of whoever asks, and the moves that it has been told of. */
function seatOf(session: Session, request: LessonRequest) {
  if (request.as === 'host') return null;
  const seat = session.view().people.find(({ person }) => person === request.person)?.seat;
  const table = seat && session.tables.get(seat.table);
  if (!seat || !table) return null;
  const known = table.stream.state().views[seat.role]?.moves ?? [];
  return { ...seat, moves: known.map((move) => move.id) };
}

function withoutWords(
  request: LessonRequest,
  newId: () => string,
): { readonly wish: LessonWish; readonly words: readonly Words[] } {
  if (!('words' in request.command) || request.command.words === undefined)
    return { wish: request, words: [] };
  const id = newId();
  const words = [{ id, body: request.command.words }];
  return request.as === 'host'
    ? { wish: { as: 'host', command: { ...request.command, words: id } }, words }
    : { wish: { as: 'person', person: request.person, command: { ...request.command, words: id } }, words };
}
