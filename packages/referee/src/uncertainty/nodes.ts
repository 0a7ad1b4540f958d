import { MISSING, triples } from '../coalitions/triples';

/**
 * Decision diagrams that ask one voter after the other for one of four levels of vote (Bryant 1986, with four answers in place of two). Node
 * 0 fails and node 1 passes; a node's children were made before it and ask later voters. Equal nodes are one node, and a node whose four
 * children are the same is left out, so that equal results meet however they came about.
 */
export interface VoteNodes {
  /** The node that asks this voter, with a child for every level of vote. */
  make(voter: number, children: Children): number;
  /** Passes where both do. */
  both(one: number, other: number): number;
  /** Passes where at least one does. */
  either(one: number, other: number): number;
  /** The nodes that are needed for these roots, children before parents. */
  below(roots: readonly number[]): LiveNodes;
}

export type Children = readonly [number, number, number, number];

export interface LiveNodes {
  /** By node from 2 on: who is asked. */
  readonly voters: Int32Array;
  /** By node from 2 on, four each. Nodes 0 and 1 are as above. */
  readonly children: Int32Array;
  /** The roots, in the order given, in the new numbers. */
  readonly roots: readonly number[];
}

export const FAILS = 0;
export const PASSES = 1;

/** Stands for a node where there would be more nodes than allowed. Every operation on it gives it back. */
export const TOO_MANY = -1;

/** Asks nobody: later than every voter. */
const NOBODY = 0x7fffffff;

/** An empty set of at most `most` nodes, about 120 bytes each. */
export function voteNodes(most: number): VoteNodes {
  const voters = [NOBODY, NOBODY];
  const children = [0, 0, 0, 0, 1, 1, 1, 1];
  const halves = triples();
  const wholes = triples();
  const combined = triples();
  let halvesMade = 0;
  let remembered = 0;
  /** Once there are too many, nothing is tried again. */
  let full = false;

  const child = (node: number, level: number) => children[node * 4 + level] ?? FAILS;

  function make(voter: number, [a, b, c, d]: Children): number {
    if (full) return TOO_MANY;
    if (a === b && b === c && c === d) return a;
    let half = halves.get(voter, a, b);
    if (half === MISSING) {
      half = halvesMade++;
      halves.set(voter, a, b, half);
    }
    const found = wholes.get(half, c, d);
    if (found !== MISSING) return found;
    if (voters.length >= most) {
      full = true;
      return TOO_MANY;
    }
    children.push(a, b, c, d);
    const node = voters.push(voter) - 1;
    wholes.set(half, c, d, node);
    return node;
  }

  /** `decides` is the node that settles the combination alone: 0 for both, 1 for either. */
  function combine(decides: typeof FAILS | typeof PASSES, one: number, other: number): number {
    if (full) return TOO_MANY;
    if (one === other) return one;
    const [a, b] = one < other ? [one, other] : [other, one];
    if (a <= PASSES) return a === decides ? a : b;
    const known = combined.get(decides, a, b);
    if (known !== MISSING) return known;
    full = remembered >= 4 * most;
    const aAsks = voters[a] ?? NOBODY;
    const bAsks = voters[b] ?? NOBODY;
    const voter = Math.min(aAsks, bAsks);
    const at = (level: number) =>
      combine(decides, aAsks === voter ? child(a, level) : a, bAsks === voter ? child(b, level) : b);
    const node = make(voter, [at(0), at(1), at(2), at(3)]);
    if (node === TOO_MANY) return TOO_MANY;
    remembered += 1;
    combined.set(decides, a, b, node);
    return node;
  }

  function below(roots: readonly number[]): LiveNodes {
    const number = new Int32Array(voters.length);
    for (const root of roots) number[root] = 1;
    // Children have smaller numbers than their parents, so going down by number meets every parent first.
    for (let node = voters.length - 1; node > PASSES; node--)
      if (number[node] === 1) for (let level = 0; level < 4; level++) number[child(node, level)] = 1;
    const kept: number[] = [FAILS, PASSES];
    for (let node = 2; node < voters.length; node++)
      if (number[node] === 1) number[node] = kept.push(node) - 1;
    number[FAILS] = FAILS;
    number[PASSES] = PASSES;
    const live = kept.slice(2);
    return {
      voters: Int32Array.from(live, (node) => voters[node] ?? NOBODY),
      children: Int32Array.from(
        live.flatMap((node) => [0, 1, 2, 3].map((level) => number[child(node, level)] ?? 0)),
      ),
      roots: roots.map((root) => number[root] ?? FAILS),
    };
  }

  return {
    make,
    both: (one, other) => combine(FAILS, one, other),
    either: (one, other) => combine(PASSES, one, other),
    below,
  };
}
