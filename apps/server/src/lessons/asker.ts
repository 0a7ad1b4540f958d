import { type Asker, hasEnded, type LessonViewer, mayLook } from '@btt/game';
import type { LessonStep } from '@btt/protocol';
import type { Session } from '../sessions/session';
import type { Identity } from '../sessions/tokens';
import type { Table } from '../tables/table';

/** How far a table is, as far as the debrief asks. */
export function stageOf(table: Table): { readonly over: boolean; readonly debriefOpen: boolean } {
  const { phase, debriefOpen } = table.stream.state().desk;
  return { over: phase === 'debrief', debriefOpen };
}

/** Tables whose game is over. */
export function overIn(session: Session): Table[] {
  return [...session.tables.values()].filter((table) => stageOf(table).over);
}

export function viewerOf(identity: Identity): LessonViewer {
  return identity.kind === 'person' ? { kind: 'person', person: identity.person } : { kind: identity.kind };
}

/** Where somebody who is no host still plays, or might be asked to. */
function askerOf(session: Session, identity: Identity): Asker {
  if (identity.kind !== 'person') return { own: [] };
  const entry = session.view().people.find((one) => one.person === identity.person);
  const own = entry?.seat ? session.tables.get(entry.seat.table) : undefined;
  return { own: (own ? [own] : [...session.tables.values()]).map(stageOf) };
}

/** Whether a part of the debrief of a table is open to somebody: to hosts always. */
export function isOpenTo(
  session: Session,
  identity: Identity | null,
  step: LessonStep,
  table: Table,
): boolean {
  if (identity === null) return false;
  if (identity.kind === 'host') return true;
  return mayLook(session.lesson.state(), step, askerOf(session, identity), stageOf(table));
}

/** Whether anything of the lesson can be shown to somebody yet. */
export function isOpenFor(session: Session, identity: Identity): boolean {
  return identity.kind === 'host' || hasEnded(askerOf(session, identity));
}
