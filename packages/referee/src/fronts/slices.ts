/** Rows that are read between two reports of progress: about two milliseconds of work, whatever their width. */
export function rowsInSlice(width: number): number {
  return Math.max(1, Math.floor(100_000 / width));
}

/** Rows compared with each other between two reports. */
export const COMPARED_IN_SLICE = 100_000;

/** Look-ups in an archive between two reports, in words of bits. */
export const LOOKED_UP_IN_SLICE = 100_000;
