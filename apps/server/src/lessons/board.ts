import { lessonFor } from '@btt/game';
import type { LessonNow } from '@btt/protocol';
import type { WordBook } from '../feeds/word-book';
import type { Session } from '../sessions/session';
import type { Identity } from '../sessions/tokens';
import type { Connection } from '../sockets/connection';
import { isOpenFor, viewerOf } from './asker';

/** Tells each page what it may know of the lesson, whenever that has become something else. */
export interface LessonBoard {
  /** What somebody may know now. Fails with `StoreUnavailable`. */
  nowFor(session: Session, identity: Identity): Promise<LessonNow>;
  /** Something may have changed: pages are told in a moment, once for all that comes until then. */
  changed(session: Session): void;
  /** A page has said who it is: it is told, where there is something to tell. */
  greet(session: Session, page: Connection): void;
}

const SOON = 40;
const TRY_AGAIN_AFTER = 1_000;

export function createLessonBoard(
  pagesOf: (session: string) => ReadonlySet<Connection>,
  words: WordBook,
  failed: (error: unknown) => void,
): LessonBoard {
  const soon = new Set<string>();
  /** What a page was told last. */
  const told = new WeakMap<Connection, string>();

  async function nowFor(session: Session, identity: Identity): Promise<LessonNow> {
    const whole = session.lesson.state();
    const view = lessonFor(whole, viewerOf(identity));
    const ids = [
      ...Object.values(view.reflections).flatMap((written) => Object.values(written)),
      ...view.notes.flatMap((note) => note.words ?? []),
    ];
    return {
      ok: true,
      view,
      words: await words.find(ids),
      guessed:
        identity.kind === 'person'
          ? null
          : Object.values(whole.guesses).filter((guess) => guess.moves.length > 0).length,
      open: isOpenFor(session, identity),
    };
  }

  async function tell(session: Session, page: Connection): Promise<void> {
    const { identity } = page;
    // Whoever waits for the host's word is told nothing.
    if (!identity || page.welcome?.me.kind === 'waiting') return;
    const now = await nowFor(session, identity);
    const text = JSON.stringify([identity, now]);
    if (page.identity !== identity || told.get(page) === text) return;
    told.set(page, text);
    page.socket.emit('lesson', now);
  }

  function changed(session: Session, after = SOON): void {
    if (session.lesson.log().length === 0 || soon.has(session.id)) return;
    soon.add(session.id);
    setTimeout(() => {
      soon.delete(session.id);
      Promise.all([...pagesOf(session.id)].map((page) => tell(session, page))).catch((error) => {
        failed(error);
        changed(session, TRY_AGAIN_AFTER);
      });
    }, after).unref();
  }

  return {
    nowFor,
    changed: (session) => changed(session),
    greet(session, page) {
      if (session.lesson.log().length === 0) return;
      told.delete(page);
      tell(session, page).catch((error) => {
        failed(error);
        changed(session, TRY_AGAIN_AFTER);
      });
    },
  };
}
