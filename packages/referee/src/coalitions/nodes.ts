import { MISSING, triples } from './triples';

/**
 * Shared nodes of decision diagrams over the levels 0, 1, 2 … (the players, in the order of the diagram). Node 0 is no, node 1 is yes; a
 * node's children were made before it and lie on deeper levels. Equal nodes are one node.
 */
export interface Nodes {
  /** The node with these children, or `TOO_MANY`. */
  make(level: number, low: number, high: number): number;
  level(node: number): number;
  low(node: number): number;
  high(node: number): number;
  /** Nodes made so far, 0 and 1 among them. */
  size(): number;
}

/** Stands for a node where there would be more nodes than allowed. Every operation on it gives it back. */
export const TOO_MANY = -1;

/** The level of the nodes 0 and 1, which ask nothing. */
export const BOTTOM = 0x7fff;

/** An empty set of at most `most` nodes, 12 bytes each and about 36 for finding them again. */
export function sharedNodes(most: number): Nodes {
  let fields = new Int32Array(3 << 8);
  fields.set([BOTTOM, 0, 0, BOTTOM, 1, 1]);
  let size = 2;
  const known = triples();
  return {
    make(level, low, high) {
      if (low === TOO_MANY || high === TOO_MANY) return TOO_MANY;
      const found = known.get(level, low, high);
      if (found !== MISSING) return found;
      if (size >= most) return TOO_MANY;
      if (size * 3 >= fields.length) {
        const wider = new Int32Array(fields.length * 2);
        wider.set(fields);
        fields = wider;
      }
      fields[size * 3] = level;
      fields[size * 3 + 1] = low;
      fields[size * 3 + 2] = high;
      known.set(level, low, high, size);
      return size++;
    },
    level: (node) => fields[node * 3] ?? BOTTOM,
    low: (node) => fields[node * 3 + 1] ?? 0,
    high: (node) => fields[node * 3 + 2] ?? 0,
    size: () => size,
  };
}
