import { FAILS, PASSES, TOO_MANY, type VoteNodes } from './nodes';
import { emptyRanges, type Range } from './ranges';

/** What one voter adds to a count, by the level of its vote. */
export type Gives = readonly [bigint, bigint, bigint, bigint];

/**
 * The diagram of one weighted count, which passes where what the voters give comes to `needed`. Quotas for which the rest of the count
 * comes out the same share a node (Behle 2007), so large odd weights cost no more than they must.
 */
export function countNode(nodes: VoteNodes, given: ReadonlyMap<number, Gives>, needed: bigint): number {
  // Counted from what each voter gives at the least, so that nothing is ever taken away.
  const voters = [...given]
    .sort(([a], [b]) => a - b)
    .map(([voter, gives]) => ({ voter, ...aboveLeast(gives) }));
  const least = voters.reduce((sum, voter) => sum + voter.least, 0n);
  const reach = [0n];
  for (const { most } of voters.toReversed()) reach.push((reach.at(-1) ?? 0n) + most);
  reach.reverse();
  const endless = 2n * (reach[0] ?? 0n) + 2n;
  const found = voters.map(emptyRanges);

  function build(at: number, quota: bigint): Range {
    const reachable = reach[at] ?? 0n;
    const asked = voters[at];
    if (quota <= 0n) return { node: PASSES, from: -endless, to: 0n };
    if (quota > reachable || !asked) return { node: FAILS, from: reachable + 1n, to: endless };
    const before = found[at]?.find(quota);
    if (before) return before;
    let from = -endless;
    let to = endless;
    const children: [number, number, number, number] = [FAILS, FAILS, FAILS, FAILS];
    for (const [level, gives] of asked.rise.entries()) {
      const below = build(at + 1, quota - gives);
      if (below.node === TOO_MANY) return below;
      from = larger(from, below.from + gives);
      to = smaller(to, below.to + gives);
      children[level] = below.node;
    }
    const node = nodes.make(asked.voter, children);
    const range = { node, from, to };
    found[at]?.add(range);
    return range;
  }

  return build(0, needed - least).node;
}

function aboveLeast(gives: Gives) {
  const least = gives.reduce((a, b) => (b < a ? b : a));
  const most = gives.reduce((a, b) => (b > a ? b : a)) - least;
  const rise: Gives = [gives[0] - least, gives[1] - least, gives[2] - least, gives[3] - least];
  return { least, most, rise };
}

const larger = (a: bigint, b: bigint) => (a > b ? a : b);
const smaller = (a: bigint, b: bigint) => (a < b ? a : b);
