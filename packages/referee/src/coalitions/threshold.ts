import { type Nodes, TOO_MANY } from './nodes';
import { orderedRanges, type Range } from './ranges';

/**
 * The diagram of one weighted count: `weights[level]` is what the player of that level weighs. Quotas for which the rest of the count comes
 * out the same share a node (Behle 2007), so large odd weights cost no more than they must.
 */
export function thresholdDiagram(nodes: Nodes, weights: readonly bigint[], quota: bigint): number {
  const rest = [0n];
  for (const weight of weights.toReversed()) rest.push((rest.at(-1) ?? 0n) + weight);
  rest.reverse();
  const endless = 2n * (rest[0] ?? 0n) + 2n;
  const found = weights.map(orderedRanges);

  function build(from: number, needed: bigint): Range {
    if (needed <= 0n) return { node: 1, from: -endless, to: 0n };
    let level = from;
    while (weights[level] === 0n) level += 1;
    const reachable = rest[level] ?? 0n;
    if (needed > reachable) return { node: 0, from: reachable + 1n, to: endless };
    const ranges = found[level];
    const before = ranges?.find(needed);
    if (before) return before;
    const weight = weights[level] ?? 0n;
    const high = build(level + 1, needed - weight);
    if (high.node === TOO_MANY) return high;
    const low = build(level + 1, needed);
    if (low.node === TOO_MANY) return low;
    const node = low.node === high.node ? low.node : nodes.make(level, low.node, high.node);
    const range = {
      node,
      from: larger(low.from, high.from + weight),
      to: smaller(low.to, high.to + weight),
    };
    ranges?.insert(range);
    return range;
  }

  return build(0, quota).node;
}

const larger = (a: bigint, b: bigint) => (a > b ? a : b);
const smaller = (a: bigint, b: bigint) => (a < b ? a : b);
