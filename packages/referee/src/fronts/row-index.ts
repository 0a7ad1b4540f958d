import type { Layer } from './layer';

/** Finds rows of a front by their values. */
export interface RowIndex {
  /** The row with exactly these values; −1 if it is not among those indexed. */
  readonly find: (values: Float64Array) => number;
}

/** A hash table of all rows, or of some. */
export function indexRows(layer: Layer, rows: ArrayLike<number> = allRows(layer)): RowIndex {
  const { width, values } = layer;
  let room = 16;
  while (room < 2 * rows.length) room *= 2;
  const slots = new Int32Array(room).fill(-1);
  for (let listed = 0; listed < rows.length; listed++) {
    const row = rows[listed] ?? 0;
    let hash = 0;
    for (let at = 0; at < width; at++) hash = mix(hash, values[row * width + at] ?? 0);
    let slot = spreadOut(hash) & (room - 1);
    while (slots[slot] !== -1) slot = (slot + 1) & (room - 1);
    slots[slot] = row;
  }
  function find(wanted: Float64Array): number {
    let hash = 0;
    for (let at = 0; at < width; at++) hash = mix(hash, wanted[at] ?? 0);
    for (let slot = spreadOut(hash) & (room - 1); ; slot = (slot + 1) & (room - 1)) {
      const row = slots[slot] ?? -1;
      if (row === -1) return -1;
      let at = 0;
      while (at < width && values[row * width + at] === wanted[at]) at++;
      if (at === width) return row;
    }
  }
  return { find };
}

export const allRows = ({ size }: Layer) => Uint32Array.from({ length: size }, (_, row) => row);

const mix = (hash: number, value: number) => Math.imul(hash ^ (value | 0), 0x9e3779b1) ^ (hash >>> 15);
const spreadOut = (hash: number) => hash ^ (hash >>> 16);
