/** A node and the quotas for which a weighted count comes to it. */
export interface Range {
  readonly node: number;
  readonly from: bigint;
  readonly to: bigint;
}

/** Ranges without overlap, found by a quota in them. */
export interface Ranges {
  find(quota: bigint): Range | null;
  insert(range: Range): void;
}

/** Lists longer than this are cut in two: inserting into one long list would move half of it each time. */
const LONGEST = 256;

/** An ordered list, kept as a list of short ones. */
export function orderedRanges(): Ranges {
  const parts: Range[][] = [[]];
  const partFor = (quota: bigint) =>
    Math.min(
      parts.length - 1,
      firstEnding(parts, (part) => part.at(-1), quota),
    );
  return {
    find(quota) {
      const part = parts[partFor(quota)] ?? [];
      const range = part[firstEnding(part, (one) => one, quota)];
      return range && range.from <= quota ? range : null;
    },
    insert(range) {
      const at = partFor(range.to);
      const part = parts[at] ?? [];
      part.splice(
        firstEnding(part, (one) => one, range.to),
        0,
        range,
      );
      if (part.length > LONGEST) parts.splice(at + 1, 0, part.splice(LONGEST / 2));
    },
  };
}

/** Index of the first in the list whose range ends at or after the quota; the length of the list if there is none. */
function firstEnding<T>(list: readonly T[], rangeOf: (one: T) => Range | undefined, quota: bigint): number {
  let start = 0;
  let end = list.length;
  while (start < end) {
    const middle = (start + end) >> 1;
    const one = list[middle];
    const range = one === undefined ? undefined : rangeOf(one);
    if (range && range.to < quota) start = middle + 1;
    else end = middle;
  }
  return start;
}
