import { type Formula, gatesOf } from './formula';
import { BOTTOM, type Nodes, sharedNodes, TOO_MANY } from './nodes';
import { thresholdDiagram } from './threshold';
import { MISSING, triples } from './triples';

/** A game as a reduced ordered decision diagram (Bryant 1986; for voting games Bolus 2011). */
export interface Diagram {
  readonly nodes: Nodes;
  /** The node whose answer is the game's. */
  readonly root: number;
  /** The player asked about on each level. */
  readonly order: readonly number[];
  /** For each level, whether its player weighs in every gate at least as much as any player below: exchanging it for one of them never helps. */
  readonly leads: readonly boolean[];
}

/** The diagram of a formula over so many players, or null if it takes more than `most` nodes. */
export function diagramOf(formula: Formula, players: number, most: number): Diagram | null {
  const nodes = sharedNodes(most);
  const order = orderOf(formula, players);
  const root = build(nodes, formula, order, most);
  return root === TOO_MANY ? null : { nodes, root, order, leads: leadingLevels(formula, order) };
}

/** The heaviest first, by their shares in all gates together: quotas then close quickly, and vetoes are asked at the top. */
function orderOf(formula: Formula, players: number): number[] {
  const share = Array.from({ length: players }, (): number => 0);
  for (const { weights } of gatesOf(formula)) {
    const total = Number(weights.reduce((sum, weight) => sum + weight, 0n));
    for (const [player, weight] of weights.entries())
      share[player] = (share[player] ?? 0) + Number(weight) / total;
  }
  return share.map((_, player) => player).sort((a, b) => (share[b] ?? 0) - (share[a] ?? 0) || a - b);
}

function leadingLevels(formula: Formula, order: readonly number[]): boolean[] {
  const leads = order.map(() => true);
  for (const { weights } of gatesOf(formula)) {
    let heaviest = 0n;
    for (let level = order.length - 1; level >= 0; level--) {
      const weight = weights[order[level] ?? 0] ?? 0n;
      if (weight < heaviest) leads[level] = false;
      else heaviest = weight;
    }
  }
  return leads;
}

const AND = 0;
const OR = 1;

function build(nodes: Nodes, whole: Formula, order: readonly number[], most: number): number {
  const done = triples();
  let remembered = 0;

  /** Both, or either, of two diagrams. */
  function combine(how: typeof AND | typeof OR, one: number, other: number): number {
    if (one === TOO_MANY || other === TOO_MANY) return TOO_MANY;
    if (one === other) return one;
    const [a, b] = one < other ? [one, other] : [other, one];
    // The node 0 decides a conjunction and does nothing in a disjunction; the node 1 the other way round.
    if (a <= 1) return a === how ? a : b;
    const known = done.get(how, a, b);
    if (known !== MISSING) return known;
    if (remembered >= 2 * most) return TOO_MANY;
    const level = Math.min(nodes.level(a), nodes.level(b));
    const [aAsks, bAsks] = [nodes.level(a) === level, nodes.level(b) === level];
    const low = combine(how, aAsks ? nodes.low(a) : a, bAsks ? nodes.low(b) : b);
    const high = combine(how, aAsks ? nodes.high(a) : a, bAsks ? nodes.high(b) : b);
    const node = low === high ? low : nodes.make(level, low, high);
    if (node === TOO_MANY) return TOO_MANY;
    remembered += 1;
    done.set(how, a, b, node);
    return node;
  }

  /** At least k of the diagrams: taken one by one, it either counts, or the others must do without it. */
  function atLeast(k: number, parts: readonly number[]): number {
    let reached: number[] = [1, ...Array.from({ length: k }, (): number => 0)];
    for (const part of parts)
      reached = reached.map((without, count) =>
        count === 0 ? 1 : combine(OR, without, combine(AND, part, reached[count - 1] ?? 0)),
      );
    return reached[k] ?? 0;
  }

  function compile(formula: Formula): number {
    switch (formula.kind) {
      case 'fixed':
        return formula.passes ? 1 : 0;
      case 'gate': {
        const weights = order.map((player) => formula.weights[player] ?? 0n);
        return thresholdDiagram(nodes, weights, formula.quota);
      }
      case 'at-least':
        return atLeast(formula.k, formula.parts.map(compile));
    }
  }

  return compile(whole);
}

/** The nodes below a root, the root among them and 0 and 1 left out, children before parents. */
export function nodesBelow(nodes: Nodes, root: number): Int32Array {
  const seen = new Uint8Array(root + 1);
  seen[root] = 1;
  let count = 0;
  // Children have smaller numbers than their parents, so going down by number meets every parent first.
  for (let node = root; node > 1; node--) {
    if (seen[node] !== 1) continue;
    seen[nodes.low(node)] = 1;
    seen[nodes.high(node)] = 1;
    count += 1;
  }
  const below = new Int32Array(count);
  let at = 0;
  for (let node = 2; node <= root; node++) if (seen[node] === 1) below[at++] = node;
  return below;
}

/** The diagram of the dual game, in which a coalition wins if the others cannot: its winning coalitions are the blocking ones. */
export function dualOf({ nodes, root, order, leads }: Diagram): Diagram | null {
  const dual = new Int32Array(root + 1);
  const swap = (node: number) => (node <= 1 ? 1 - node : (dual[node] ?? 0));
  for (const node of nodesBelow(nodes, root)) {
    const made = nodes.make(nodes.level(node), swap(nodes.high(node)), swap(nodes.low(node)));
    if (made === TOO_MANY) return null;
    dual[node] = made;
  }
  return { nodes, root: swap(root), order, leads };
}

/** The level of a node, where 0 and 1 lie below the last player. */
export function levelIn({ nodes, order }: Diagram, node: number): number {
  const level = nodes.level(node);
  return level === BOTTOM ? order.length : level;
}
