import type { Analysis } from '../fronts/analysis';
import type { Steps } from '../win-sets/steps';

/** Gains over no agreement on the front, row by row, each party in turn. */
export interface Gains {
  readonly size: number;
  readonly parties: number;
  readonly of: (row: number, party: number) => number;
  /** All rows, and those in which nobody falls below no agreement. */
  readonly rows: ArrayLike<number>;
  readonly rational: readonly number[];
}

export function* gainsOf({ front, parties }: Analysis): Steps<Gains> {
  const { width, values, size } = front;
  const least = Float64Array.from(parties, (one) => one.noAgreement);
  const of = (row: number, party: number) => (values[row * width + party] ?? 0) - (least[party] ?? 0);
  const rows = Uint32Array.from({ length: size }, (_, row) => row);
  const rational: number[] = [];
  yield* visitRows(rows, (row) => {
    for (let party = 0; party < least.length; party++) if (of(row, party) < 0) return;
    rational.push(row);
  });
  return { size, parties: parties.length, of, rows, rational };
}

/** Rows between two reports of progress. */
const SLICE = 512;

export function* visitRows(rows: ArrayLike<number>, visitor: (row: number) => void): Steps<void> {
  for (let at = 0; at < rows.length; at++) {
    visitor(rows[at] ?? 0);
    if (at % SLICE === SLICE - 1) yield at / rows.length;
  }
}
