import { epochOf } from '@btt/game';
import type { Brief, Entry, Fact, SessionFact, Viewer } from '@btt/protocol';
import type { Recorded } from '../streams/stream';

/** What the viewers of one stream are told: for each kind of viewer its own entries, numbered densely. */
export interface Feed {
  /** `session`, or the id of a table. */
  readonly id: string;
  /** Number of the viewer's newest entry; 0 when there is none. */
  last(viewer: Viewer): number;
  /** Number of the viewer's newest entry at this version of the stream. */
  numberAt(viewer: Viewer, version: number): number;
  /** Entries after a number, at most so many. */
  after(viewer: Viewer, n: number, most: number): Entry[];
  /** What the scenario says to the viewer; tables only. */
  brief(viewer: Viewer): Brief | undefined;
  /** All who can be told at once have been: what was kept to tell them is let go of. */
  told(): void;
}

type Facts = readonly (Fact | SessionFact)[];

export interface FeedSource<Event> {
  readonly id: string;
  readonly log: () => readonly Recorded<Event>[];
  /** The projection. */
  readonly visible: (event: Event, viewer: Viewer) => Facts;
  /** Names those who see the same; the epoch when left out. */
  readonly eyes?: (viewer: Viewer) => string;
  readonly brief?: (viewer: Viewer) => Brief;
}

/** Of so many newest events at most it is kept what each pair of eyes sees, while they are told. */
const MOST_KEPT = 32;

/** Numbers the entries of each kind of viewer as somebody asks for them. */
export function createFeed<Event>({ id, log, visible, eyes = epochOf, brief }: FeedSource<Event>): Feed {
  const tellings = new Map<string, { seen: number; readonly versions: number[] }>();
  /** What is seen of what has come since version `before`. */
  let newest: Map<number, Map<string, Facts>> | null = null;
  let before = 0;

  /** Facts that are the same are the same list, whoever sees them: what is made of a list is made once. */
  function seen({ event, version }: Recorded<Event>, viewer: Viewer): Facts {
    const known = newest?.get(version)?.get(eyes(viewer));
    if (known) return known;
    const facts = visible(event, viewer);
    const old = version <= before || version <= log().length - MOST_KEPT;
    if (old || facts.length === 0) return facts;
    newest ??= new Map();
    const views = newest.get(version) ?? new Map<string, Facts>();
    newest.set(version, views);
    const shared = [...views.values()].find((other) => sameFacts(other, facts)) ?? facts;
    views.set(eyes(viewer), shared);
    return shared;
  }

  /** Versions that tell the viewer something, in order: the n-th entry is the n-th of them. Read on from where it was left. */
  function versionsFor(viewer: Viewer): readonly number[] {
    const key = eyes(viewer);
    const telling = tellings.get(key) ?? { seen: 0, versions: [] };
    tellings.set(key, telling);
    const all = log();
    for (; telling.seen < all.length; telling.seen++) {
      const one = all[telling.seen];
      if (one && seen(one, viewer).length > 0) telling.versions.push(one.version);
    }
    return telling.versions;
  }

  return {
    id,
    last: (viewer) => versionsFor(viewer).length,
    numberAt: (viewer, version) => countUpTo(versionsFor(viewer), version),
    after(viewer, n, most) {
      const all = log();
      const versions = versionsFor(viewer).slice(n, n + most);
      return versions.flatMap((version, i) => {
        const one = all[version - 1];
        return one ? [{ n: n + i + 1, at: one.at, facts: seen(one, viewer) }] : [];
      });
    },
    brief: (viewer) => brief?.(viewer),
    told() {
      newest = null;
      before = log().length;
    },
  };
}

function sameFacts(one: Facts, other: Facts): boolean {
  return one.length === other.length && one.every((fact, at) => fact === other[at]);
}

/** How many of the ascending numbers are at most the limit. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let from = 0;
  let to = numbers.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((numbers[middle] ?? 0) <= limit) from = middle + 1;
    else to = middle;
  }
  return from;
}
