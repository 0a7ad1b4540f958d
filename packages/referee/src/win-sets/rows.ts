/** Rows of bits: one bit for each deal of a block, 32 to a word. */

/** Words of a row are a multiple of this, so that a machine can work on several at a time. */
const WORDS_AT_ONCE = 8;

export const wordsFor = (lanes: number) =>
  Math.max(1, Math.ceil(lanes / (32 * WORDS_AT_ONCE))) * WORDS_AT_ONCE;

/** The number of bits set in a word. */
export function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * For one variable over a block: which deals of the block reach each value. There is a row of bits for every value, or, where values are
 * many, for some of them: the deals between a value and the next one with a row are few, and added one by one.
 */
export interface Table {
  readonly min: number;
  readonly max: number;
  /** What the block's issues add up to, deal by deal. */
  readonly sums: Float64Array;
  /** The different values, ascending. */
  readonly values: Float64Array;
  /** `steps[n]`: place among the values of the first that is not below min + n; null where the values lie too far apart. */
  readonly steps: Uint16Array | null;
  /** The deals of the block by their values, ascending. A block has fewer than 2^16. */
  readonly order: Uint16Array;
  /** `starts[i]`: place in that order of the first deal that reaches the i-th value. */
  readonly starts: Uint32Array;
  /** `rowOf[i]`: the row of the i-th value, or of the next one above that has a row. */
  readonly rowOf: Uint32Array;
  /** `rowStarts[r]`: place in the order of the first deal in row r; the last row is that of the greatest value. */
  readonly rowStarts: Uint32Array;
}

/** Puts the deals of a block in order. The table has at most `mostRows` rows and one. */
export function buildTable(sums: Float64Array, mostRows: number): Table {
  const { min, max, whole } = extent(sums);
  const narrow = whole && max - min < Math.max(NARROW, 4 * sums.length);
  const order = narrow
    ? orderBySteps(sums, min, max)
    : whole && max < PACKABLE && min > -PACKABLE
      ? orderByPacking(sums)
      : Uint16Array.from(Array.from(sums.keys()).sort((a, b) => (sums[a] ?? 0) - (sums[b] ?? 0) || a - b));
  const found = new Float64Array(sums.length);
  const begins = new Uint32Array(sums.length + 1);
  let count = 0;
  for (let at = 0; at < order.length; at++) {
    const sum = sums[order[at] ?? 0] ?? 0;
    if (count > 0 && sum === found[count - 1]) continue;
    found[count] = sum;
    begins[count] = at;
    count++;
  }
  begins[count] = order.length;
  const values = found.slice(0, count);
  const starts = begins.slice(0, count + 1);
  const steps = narrow ? stepsOf(values, min, max) : null;
  return { min, max, sums, values, steps, order, starts, ...chooseRows(starts, count, mostRows) };
}

/** Whole numbers that lie so close are put in order by counting, and found by looking up; with many deals they may lie less close. */
const NARROW = 8192;
/** Whole numbers below this can be put in one number with the place of a deal. */
const PACKABLE = 2 ** 36;

function extent(sums: Float64Array): { min: number; max: number; whole: boolean } {
  let min = sums[0] ?? 0;
  let max = min;
  let whole = true;
  for (let lane = 0; lane < sums.length; lane++) {
    const sum = sums[lane] ?? 0;
    if (sum < min) min = sum;
    if (sum > max) max = sum;
    if (sum !== Math.floor(sum)) whole = false;
  }
  return { min, max, whole };
}

function orderBySteps(sums: Float64Array, min: number, max: number): Uint16Array {
  const next = new Uint32Array(max - min + 2);
  for (let lane = 0; lane < sums.length; lane++) {
    const step = (sums[lane] ?? 0) - min + 1;
    next[step] = (next[step] ?? 0) + 1;
  }
  for (let step = 1; step < next.length; step++) next[step] = (next[step] ?? 0) + (next[step - 1] ?? 0);
  const order = new Uint16Array(sums.length);
  for (let lane = 0; lane < sums.length; lane++) {
    const step = (sums[lane] ?? 0) - min;
    const to = next[step] ?? 0;
    order[to] = lane;
    next[step] = to + 1;
  }
  return order;
}

function orderByPacking(sums: Float64Array): Uint16Array {
  const packed = sums.map((sum, lane) => sum * 65_536 + lane).sort();
  return Uint16Array.from(packed, (both) => both - Math.floor(both / 65_536) * 65_536);
}

function stepsOf(values: Float64Array, min: number, max: number): Uint16Array {
  const steps = new Uint16Array(max - min + 1);
  for (let step = 0, at = 0; step < steps.length; step++) {
    if (min + step > (values[at] ?? max)) at++;
    steps[step] = at;
  }
  return steps;
}

/** Gives every value a row, or, if these would be too many, rows at equal numbers of deals. */
function chooseRows(starts: Uint32Array, values: number, mostRows: number) {
  const lanes = starts[values] ?? 0;
  const gap = values <= mostRows ? 1 : Math.ceil(lanes / mostRows);
  const rowOf = new Uint32Array(values);
  const found: number[] = [];
  let last = Number.POSITIVE_INFINITY;
  for (let at = values - 1; at >= 0; at--) {
    const start = starts[at] ?? 0;
    if (last - start >= gap) {
      found.push(start);
      last = start;
    }
    rowOf[at] = found.length;
  }
  const rows = found.length;
  return { rowOf: rowOf.map((fromTop) => rows - fromTop), rowStarts: Uint32Array.from(found.toReversed()) };
}

/** Writes the rows of a table one after the other. */
export function writeRows(table: Table, memory: Int32Array, first: number, words: number): void {
  const { order, rowStarts } = table;
  let end = order.length;
  for (let row = rowStarts.length - 1; row >= 0; row--) {
    const place = first + row * words;
    if (row < rowStarts.length - 1) memory.copyWithin(place, place + words, place + 2 * words);
    else memory.fill(0, place, place + words);
    const start = rowStarts[row] ?? 0;
    setBits(memory, place, order, start, end);
    end = start;
  }
}

/** Sets the bits of some of the deals in order. */
export function setBits(
  memory: Int32Array,
  place: number,
  order: Uint16Array,
  start: number,
  end: number,
): void {
  for (let at = start; at < end; at++) {
    const lane = order[at] ?? 0;
    const word = place + (lane >> 5);
    memory[word] = (memory[word] ?? 0) | (1 << (lane & 31));
  }
}

/** The place among a table's values of the first that is not below the wanted one, which lies between min and max. */
export function valueReaching(table: Table, wanted: number): number {
  return table.steps ? (table.steps[Math.ceil(wanted - table.min)] ?? 0) : placeOf(table.values, wanted);
}

function placeOf(values: Float64Array, wanted: number): number {
  let start = 0;
  let end = values.length;
  while (start < end) {
    const middle = (start + end) >> 1;
    if ((values[middle] ?? 0) < wanted) start = middle + 1;
    else end = middle;
  }
  return start;
}
