import { epochOf, peopleIn, wordsIn } from '@btt/game';
import type { Entry, Frame, Viewer } from '@btt/protocol';
import type { Feed } from './feed';
import type { Bodies } from './word-book';

/** Most entries in one frame: a long record arrives in pieces. */
export const LARGEST_FRAME = 200;

/** A frame that lacks the bodies of its words. */
export interface Outline {
  readonly entries: readonly Entry[];
  /** Number of the newest entry once the frame has arrived. */
  readonly upTo: number;
  /** Ids of the free text and nicknames that the frame refers to. */
  readonly refers: readonly string[];
  readonly frame: (words: Bodies) => Frame;
}

/**
 * The only maker of frames: what a viewer of a feed has not been sent yet. `sent` is the number of the newest entry that was;
 * null = nothing under this entitlement, so the frame starts it anew. Null when there is nothing to send.
 */
export function outlineAfter(feed: Feed, viewer: Viewer, sent: number | null): Outline | null {
  const entries = feed.after(viewer, sent ?? 0, LARGEST_FRAME);
  if (entries.length === 0 && sent !== null) return null;
  const brief = sent === null ? feed.brief(viewer) : undefined;
  const { id } = feed;
  const epoch = epochOf(viewer);
  const reset = sent === null;
  return {
    entries,
    upTo: entries.at(-1)?.n ?? 0,
    refers: referred(entries, viewer),
    // Written out: a spread here makes a hidden class for each frame, and those fill the old part of the heap.
    frame: (words) =>
      brief ? { feed: id, epoch, reset, entries, words, brief } : { feed: id, epoch, reset, entries, words },
  };
}

const named = new WeakMap<Entry['facts'], readonly string[]>();

/** Ids of words in a list of facts that many are told. */
function wordsOf(facts: Entry['facts']): readonly string[] {
  const known = named.get(facts);
  if (known) return known;
  const ids = wordsIn(facts);
  named.set(facts, ids);
  return ids;
}

function referred(entries: readonly Entry[], viewer: Viewer): readonly string[] {
  // A projector never shows who is who.
  const hidden = viewer.kind === 'screen' ? peopleIn(entries.flatMap(({ facts }) => facts)) : [];
  const [first] = entries;
  if (first && entries.length === 1 && hidden.length === 0) return wordsOf(first.facts);
  const ids = new Set(entries.flatMap(({ facts }) => wordsOf(facts)));
  for (const id of hidden) ids.delete(id);
  return [...ids];
}
