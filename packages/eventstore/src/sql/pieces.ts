/** Rows in the pieces in which a database is given them. */
export type Pieces = <T>(rows: readonly T[]) => readonly (readonly T[])[];

/** One statement for all of them. */
export const whole: Pieces = (rows) => (rows.length === 0 ? [] : [rows]);

/** Pieces of 1, 2, 4, 8 … rows, the largest first: however many come, few statements are ever prepared. */
export const powersOfTwo: Pieces = (rows) => {
  const pieces = [];
  for (let at = 0; at < rows.length; ) {
    const size = 2 ** (31 - Math.clz32(rows.length - at));
    pieces.push(rows.slice(at, at + size));
    at += size;
  }
  return pieces;
};

/** The same list to look in, as long as a power of two: its last entry is there more than once. */
export function padded<T>(list: readonly T[]): T[] {
  const [last] = list.slice(-1);
  if (last === undefined) return [];
  const length = 2 ** (32 - Math.clz32(list.length - 1));
  return [...list, ...Array.from({ length: length - list.length }, () => last)];
}
