/** A stretch of quotas for which the same node answers. */
export interface Range {
  readonly node: number;
  readonly from: bigint;
  readonly to: bigint;
}

/** Disjoint ranges in ascending order, kept in short runs so that there may be very many. */
export interface Ranges {
  /** The range that holds the quota. */
  find(quota: bigint): Range | undefined;
  add(range: Range): void;
}

/** A run that grows beyond this is cut in two. */
const LONGEST_RUN = 256;

export function emptyRanges(): Ranges {
  const runs: Range[][] = [];

  const runOf = (quota: bigint) => firstIndex(runs.length, (at) => (runs[at]?.at(-1)?.to ?? 0n) >= quota);
  const placeIn = (run: readonly Range[], quota: bigint) =>
    firstIndex(run.length, (at) => (run[at]?.to ?? 0n) >= quota);

  return {
    find(quota) {
      const run = runs[runOf(quota)];
      const range = run?.[placeIn(run, quota)];
      return range && range.from <= quota ? range : undefined;
    },
    add(range) {
      const at = Math.min(runOf(range.to), Math.max(0, runs.length - 1));
      const run = runs[at];
      if (!run) runs.push([range]);
      else {
        run.splice(placeIn(run, range.to), 0, range);
        if (run.length > LONGEST_RUN) runs.splice(at + 1, 0, run.splice(LONGEST_RUN / 2));
      }
    },
  };
}

/** The first index for which a test holds, where it holds for all later ones; the length if for none. */
function firstIndex(length: number, holds: (at: number) => boolean): number {
  let start = 0;
  let end = length;
  while (start < end) {
    const middle = (start + end) >> 1;
    if (holds(middle)) end = middle;
    else start = middle + 1;
  }
  return start;
}
