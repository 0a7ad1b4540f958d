import { briefFor, epochOf, wordsIn } from '@btt/game';
import type { Cursor, Entry, Fact, Frame, SessionFact, Viewer } from '@btt/protocol';
import type { Session } from '../sessions/session';
import type { Numbering } from '../streams/numbering';
import type { Table } from '../tables/table';
import type { WordBook } from './words';

/** Most entries in one frame: a long record arrives in pieces. */
const LARGEST = 200;

/**
 * What a viewer of a feed has not got yet, as frames: the tail after its cursor, or everything from the first entry when the
 * cursor belongs to another entitlement. Together with `frameOf` the only maker of frames.
 */
export async function framesAfter(
  session: Session,
  table: Table | null,
  viewer: Viewer,
  cursor: Cursor | undefined,
  words: WordBook,
): Promise<Frame[]> {
  const feed = table?.id ?? 'session';
  const numbering: Numbering<Fact | SessionFact> = table ? table.numbering(viewer) : session.entries;
  const epoch = epochOf(viewer);
  const fits = cursor !== undefined && cursor.epoch === epoch && cursor.n <= numbering.last();
  const entries = numbering.after(fits ? cursor.n : 0);
  const chunks = Array.from({ length: Math.max(fits ? 0 : 1, Math.ceil(entries.length / LARGEST)) }, (_, i) =>
    entries.slice(i * LARGEST, (i + 1) * LARGEST),
  );
  return Promise.all(
    chunks.map(async (chunk, i) => {
      const frame = await frameOf(feed, epoch, chunk, words);
      const first = i === 0 && !fits;
      return first
        ? { ...frame, reset: true, ...(table ? { brief: briefFor(session.game, viewer) } : {}) }
        : frame;
    }),
  );
}

export async function frameOf(
  feed: string,
  epoch: string,
  entries: readonly Entry[],
  words: WordBook,
): Promise<Frame> {
  return {
    feed,
    epoch,
    reset: false,
    entries,
    words: await words.find(wordsIn(entries.flatMap((entry) => entry.facts))),
  };
}
