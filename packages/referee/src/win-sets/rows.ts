/** Rows of bits: one bit for each deal of a block, 32 to a word. */

export const wordsFor = (lanes: number) => Math.max(1, (lanes + 31) >> 5);

/** The number of bits set in a word. */
export function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** For one variable over a block: which deals of the block reach each value. */
export interface Table {
  readonly min: number;
  readonly max: number;
  /** What the block's issues add up to, deal by deal. */
  readonly sums: Float64Array;
  /** Row i holds the deals that reach the i-th smallest value. */
  readonly rows: Int32Array;
  readonly values: Float64Array;
  /** `steps[n]`: the row of those that reach min + n; null where the values lie too far apart. */
  readonly steps: Uint16Array | null;
}

const WIDEST_STEPS = 8192;

export function buildTable(sums: Float64Array, words: number): Table {
  const values = Float64Array.from(new Set(sums)).sort();
  const min = values[0] ?? 0;
  const max = values.at(-1) ?? 0;
  const rows = new Int32Array(values.length * words);
  const narrow = max - min < WIDEST_STEPS && Number.isInteger(max - min);
  const steps = narrow ? new Uint16Array(max - min + 1) : null;
  if (steps) {
    for (let step = 0, row = 0; step < steps.length; step++) {
      if (min + step > (values[row] ?? max)) row++;
      steps[step] = row;
    }
  }
  for (let lane = 0; lane < sums.length; lane++) {
    const sum = sums[lane] ?? 0;
    const word = (steps ? (steps[sum - min] ?? 0) : placeOf(values, sum)) * words + (lane >> 5);
    rows[word] = (rows[word] ?? 0) | (1 << (lane & 31));
  }
  for (let at = rows.length - words - 1; at >= 0; at--) rows[at] = (rows[at] ?? 0) | (rows[at + words] ?? 0);
  return { min, max, sums, rows, values, steps };
}

/** The row of the deals that reach a value between min and max. */
export function rowReaching(table: Table, value: number): number {
  return table.steps ? (table.steps[value - table.min] ?? 0) : placeOf(table.values, value);
}

/** Index of the first value that is not below the wanted one. */
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
