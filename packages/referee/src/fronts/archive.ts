import { type Bounds, type Layer, type Numbers, numbersFor } from './layer';

/**
 * A front of two parties or more that grows. Rows must come with falling sums: then nothing that comes later can be better than what is
 * already there, and a row that something reaches is either dominated or the same.
 *
 * To find what reaches a row, each party's values are cut into levels, and each level has a row of bits: who in the archive reaches it. The
 * bits that all parties' levels have in common, 32 at a time and rarest level first, are the few that are worth a closer look.
 */
export interface Archive {
  /** Takes values into account; a row with the same values counts one deal or so many more. */
  readonly consider: (values: Float64Array, count: number) => void;
  readonly size: () => number;
  /** How much looking up has been done since the beginning, in words of bits. */
  readonly work: () => number;
  readonly finish: () => Layer;
}

/** Levels of all parties together: their bits are what an archive needs memory for. */
const LEVELS = 1024;
const FIRST_ROOM = 1024;

export function createArchive(width: number, { low, high }: Bounds): Archive {
  const levels = Int32Array.from({ length: width }, (_, at) =>
    Math.max(1, Math.min((high[at] ?? 0) - (low[at] ?? 0) + 1, Math.floor(LEVELS / width))),
  );
  const firstLevel = new Int32Array(width + 1);
  for (let at = 0; at < width; at++) firstLevel[at + 1] = (firstLevel[at] ?? 0) + (levels[at] ?? 0);
  const allLevels = firstLevel[width] ?? 0;
  const span = Float64Array.from(levels, (_, at) => (high[at] ?? 0) - (low[at] ?? 0) + 1);

  let room = FIRST_ROOM;
  let words = room >> 5;
  let values: Numbers = numbersFor(room * width, low, high);
  let counts = new Float64Array(room);
  let bits = new Int32Array(allLevels * words);
  const reaching = new Int32Array(allLevels);
  const order = new Int32Array(width);
  let size = 0;
  let recent = -1;
  let worked = 0;

  /** The level of a value, never higher for a lower value. */
  function levelOf(at: number, value: number): number {
    const above = Math.max(0, value - (low[at] ?? 0));
    return Math.min((levels[at] ?? 1) - 1, Math.floor((above * (levels[at] ?? 1)) / (span[at] ?? 1)));
  }

  function reaches(row: number, wanted: Float64Array): boolean {
    for (let at = 0; at < width; at++) if ((values[row * width + at] ?? 0) < (wanted[at] ?? 0)) return false;
    return true;
  }

  function rowReaching(wanted: Float64Array): number {
    worked += width;
    if (recent >= 0 && reaches(recent, wanted)) return recent;
    for (let at = 0; at < width; at++) {
      const place = (firstLevel[at] ?? 0) + levelOf(at, wanted[at] ?? 0);
      const reached = reaching[place] ?? 0;
      if (reached === 0) return -1;
      let slot = at;
      for (; slot > 0 && reached < (reaching[order[slot - 1] ?? 0] ?? 0); slot--)
        order[slot] = order[slot - 1] ?? 0;
      order[slot] = place;
    }
    const used = (size + 31) >> 5;
    const one = (order[0] ?? 0) * words;
    const two = (order[1] ?? 0) * words;
    for (let word = 0; word < used; word++) {
      let common = (bits[one + word] ?? 0) & (bits[two + word] ?? 0);
      if (common === 0) continue;
      for (let next = 2; next < width && common !== 0; next++)
        common &= bits[(order[next] ?? 0) * words + word] ?? 0;
      for (; common !== 0; common &= common - 1) {
        const row = word * 32 + 31 - Math.clz32(common & -common);
        if (reaches(row, wanted)) {
          worked += word;
          recent = row;
          return row;
        }
      }
    }
    worked += used;
    return -1;
  }

  function grow(): void {
    const larger = numbersFor(2 * room * width, low, high);
    larger.set(values);
    values = larger;
    const moreCounts = new Float64Array(2 * room);
    moreCounts.set(counts);
    counts = moreCounts;
    const wider = new Int32Array(2 * bits.length);
    for (let level = 0; level < allLevels; level++)
      wider.set(bits.subarray(level * words, (level + 1) * words), 2 * level * words);
    bits = wider;
    room *= 2;
    words *= 2;
  }

  function add(row: Float64Array, count: number): void {
    if (size === room) grow();
    counts[size] = count;
    for (let at = 0; at < width; at++) {
      values[size * width + at] = row[at] ?? 0;
      const level = levelOf(at, row[at] ?? 0);
      worked += level;
      for (let reached = 0; reached <= level; reached++) {
        const place = (firstLevel[at] ?? 0) + reached;
        const word = place * words + (size >> 5);
        bits[word] = (bits[word] ?? 0) | (1 << (size & 31));
        reaching[place] = (reaching[place] ?? 0) + 1;
      }
    }
    size++;
  }

  function isRow(row: number, wanted: Float64Array): boolean {
    for (let at = 0; at < width; at++)
      if ((values[row * width + at] ?? 0) !== (wanted[at] ?? 0)) return false;
    return true;
  }

  return {
    consider: (row, count) => {
      const found = rowReaching(row);
      if (found < 0) add(row, count);
      else if (isRow(found, row)) counts[found] = (counts[found] ?? 0) + count;
    },
    size: () => size,
    work: () => worked,
    finish: () => ({
      width,
      size,
      values: values.subarray(0, size * width),
      counts: counts.slice(0, size),
      rowReaching,
    }),
  };
}
