/** Whole numbers in rows: 32 bits wide where all of them fit, for half the memory. */
export type Numbers = Int32Array | Float64Array;

/** A front: the rows of values that no other row is at least as good as everywhere, each with the deals that have it. */
export interface Layer {
  readonly width: number;
  readonly size: number;
  /** Row by row. */
  readonly values: Numbers;
  /** Deals behind each row; beyond 2^53 rounded, and then never below it. */
  readonly counts: Float64Array;
  /** A row that is at least as good as the values everywhere; −1 where there is none. Among fronts, the row itself if it is one. */
  readonly rowReaching: (values: Float64Array) => number;
}

const WIDEST = 2 ** 31 - 1;

export function numbersFor(length: number, low: ArrayLike<number>, high: ArrayLike<number>): Numbers {
  let fits = true;
  for (let at = 0; at < low.length; at++)
    if ((low[at] ?? 0) < -WIDEST || (high[at] ?? 0) > WIDEST) fits = false;
  return fits ? new Int32Array(length) : new Float64Array(length);
}

/** The lowest and the highest value of each party. */
export interface Bounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export function boundsOf({ width, size, values }: Layer): Bounds {
  const low = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  const high = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
  for (let row = 0; row < size; row++) {
    for (let at = 0; at < width; at++) {
      const value = values[row * width + at] ?? 0;
      if (value < (low[at] ?? 0)) low[at] = value;
      if (value > (high[at] ?? 0)) high[at] = value;
    }
  }
  return { low, high };
}
