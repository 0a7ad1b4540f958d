import { type Diagram, nodesBelow } from './diagram';
import { type Nodes, sharedNodes, TOO_MANY } from './nodes';
import { MISSING, triples } from './triples';

/**
 * The minimal winning coalitions of a monotone game, as a diagram of sets: node 0 is no set, node 1 the empty set alone, and any other
 * node the sets of its low child together with those of its high child, to which the player of its level is added (zero-suppressed
 * diagrams: Minato 1993; minimal sets of a monotone diagram: Rauzy 1993). They are counted and bounded before any of them is written out.
 */
export interface MinimalCoalitions {
  readonly count: bigint;
  /** Each as places of players in ascending order; the smallest coalitions first, then by places. To be asked for when there are few. */
  list(): number[][];
}

/** Null if the diagram of sets takes more than `most` nodes. */
export function minimalCoalitions(diagram: Diagram, most: number): MinimalCoalitions | null {
  const sets = sharedNodes(most);
  const top = minimalSets(diagram, sets, most);
  if (top === TOO_MANY) return null;
  return { count: countSets(sets, top), list: () => listSets(sets, top, diagram.order) };
}

const setNode = (sets: Nodes, level: number, low: number, high: number) =>
  high === 0 ? low : sets.make(level, low, high);

function minimalSets({ nodes, root, leads }: Diagram, sets: Nodes, most: number): number {
  const done = triples();
  let remembered = 0;

  /** Those sets of a family that do not win in the game of a node. */
  function losing(family: number, node: number): number {
    if (family === TOO_MANY || node === 0 || family === 0) return family;
    if (node === 1) return 0;
    if (family === 1) return 1;
    const known = done.get(0, family, node);
    if (known !== MISSING) return known;
    if (remembered >= 2 * most) return TOO_MANY;
    const level = sets.level(family);
    const asked = nodes.level(node);
    let result: number;
    if (asked < level) result = losing(family, nodes.low(node));
    else {
      const [low, high] = asked === level ? [nodes.low(node), nodes.high(node)] : [node, node];
      result = setNode(sets, level, losing(sets.low(family), low), losing(sets.high(family), high));
    }
    if (result === TOO_MANY) return TOO_MANY;
    remembered += 1;
    done.set(0, family, node, result);
    return result;
  }

  if (root <= 1) return root;
  const minimal = new Int32Array(root + 1);
  minimal[1] = 1;
  for (const node of nodesBelow(nodes, root)) {
    const without = nodes.low(node);
    const joining = minimal[nodes.high(node)] ?? 0;
    // With the player a coalition is minimal only if it does not win without. Where the player leads, this is so: if it won without, the
    // player could replace one of its members, so that with the player this member was not needed.
    const needing = leads[nodes.level(node)] === true ? joining : losing(joining, without);
    const family =
      needing === TOO_MANY ? TOO_MANY : setNode(sets, nodes.level(node), minimal[without] ?? 0, needing);
    if (family === TOO_MANY) return TOO_MANY;
    minimal[node] = family;
  }
  return minimal[root] ?? 0;
}

function countSets(sets: Nodes, top: number): bigint {
  if (top <= 1) return BigInt(top);
  const counts = Array.from({ length: top + 1 }, (): bigint => 0n);
  counts[1] = 1n;
  for (const node of nodesBelow(sets, top))
    counts[node] = (counts[sets.low(node)] ?? 0n) + (counts[sets.high(node)] ?? 0n);
  return counts[top] ?? 0n;
}

function listSets(sets: Nodes, top: number, order: readonly number[]): number[][] {
  const listed: number[][] = [];
  const inside: number[] = [];
  function walk(node: number): void {
    if (node === 1) listed.push(inside.toSorted((a, b) => a - b));
    if (node <= 1) return;
    walk(sets.low(node));
    inside.push(order[sets.level(node)] ?? 0);
    walk(sets.high(node));
    inside.pop();
  }
  walk(top);
  return listed.sort(bySizeThenPlace);
}

function bySizeThenPlace(one: readonly number[], other: readonly number[]): number {
  if (one.length !== other.length) return one.length - other.length;
  const at = one.findIndex((player, place) => player !== other[place]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
