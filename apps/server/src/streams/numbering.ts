import type { Entry, Fact, SessionFact } from '@btt/protocol';
import type { Recorded } from './stream';

/** What a viewer of a stream is told, numbered densely among the viewer's own entries. */
export interface Numbering<F extends Fact | SessionFact> {
  /** Number of the viewer's newest entry. */
  last(): number;
  /** Number of the newest entry told by this version of the stream. */
  numberAt(version: number): number;
  after(n: number): Entry<F>[];
}

/**
 * Numbers the entries of one kind of viewer. The versions that tell the viewer something are remembered, so that a tail is cut
 * without going through the whole log again.
 */
export function createNumbering<Event, F extends Fact | SessionFact>(
  log: () => readonly Recorded<Event>[],
  visible: (event: Event) => F[],
): Numbering<F> {
  const versions: number[] = [];
  let seen = 0;

  function readOn(): void {
    const all = log();
    for (; seen < all.length; seen++) {
      const one = all[seen];
      if (one && visible(one.event).length > 0) versions.push(one.version);
    }
  }

  return {
    last() {
      readOn();
      return versions.length;
    },
    numberAt(version) {
      readOn();
      let from = 0;
      let to = versions.length;
      while (from < to) {
        const middle = (from + to) >> 1;
        if ((versions[middle] ?? 0) <= version) from = middle + 1;
        else to = middle;
      }
      return from;
    },
    after(n) {
      readOn();
      const all = log();
      return versions.slice(n).flatMap((version, i) => {
        const one = all[version - 1];
        return one ? [{ n: n + i + 1, at: one.at, facts: visible(one.event) }] : [];
      });
    },
  };
}
