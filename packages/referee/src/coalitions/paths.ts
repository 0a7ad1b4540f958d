import { type Diagram, levelIn, nodesBelow } from './diagram';

/** Most memory for the counts of coalitions by size, in bytes. */
const MOST_BYTES = 64 * 2 ** 20;

/**
 * The same as `swingsByTable` from a diagram: a player swings at a node that asks about it, in as many coalitions as there are paths to the node
 * times ways to win with it but not without. Counts by size are the digits of one large number in base 2^players, so that
 * joining a coalition is a shift and combining counts a multiplication. Null if these numbers would take too much memory.
 */
export function swingsByDiagram(diagram: Diagram, bySize: boolean): bigint[][] | null {
  const { nodes, root, order } = diagram;
  const players = order.length;
  const digit = bySize ? BigInt(players) : 0n;
  const below = nodesBelow(nodes, root);
  // On average a count has half as many digits as there are players.
  if (bySize && (below.length * players * players) / 16 > MOST_BYTES) return null;
  const free = freely(players, digit);

  const ways = Array.from({ length: root + 1 }, (): bigint => 0n);
  ways[1] = 1n;
  /** Ways to win from a node on, over the players from a level on. */
  const waysFrom = (node: number, level: number) =>
    (ways[node] ?? 0n) * (free[levelIn(diagram, node) - level] ?? 1n);
  for (const node of below) {
    const next = nodes.level(node) + 1;
    ways[node] = waysFrom(nodes.low(node), next) + (waysFrom(nodes.high(node), next) << digit);
  }

  const paths = new Map<number, bigint>([[root, free[levelIn(diagram, root)] ?? 1n]]);
  const arrive = (node: number, level: number, count: bigint) => {
    if (node > 1)
      paths.set(node, (paths.get(node) ?? 0n) + count * (free[levelIn(diagram, node) - level] ?? 1n));
  };
  const swings = order.map(() => 0n);
  for (const level of byLevel(diagram, below)) {
    for (const node of level) {
      const count = paths.get(node) ?? 0n;
      paths.delete(node);
      const [low, high, next] = [nodes.low(node), nodes.high(node), nodes.level(node) + 1];
      const player = order[next - 1] ?? 0;
      const turned = waysFrom(high, next) - waysFrom(low, next);
      swings[player] = (swings[player] ?? 0n) + count * turned;
      arrive(low, next, count);
      arrive(high, next, count << digit);
    }
  }
  return swings.map((sum) => (bySize ? digitsOf(sum, digit, players) : [sum]));
}

/** What so many players contribute who are not asked about: in or out, each. */
function freely(players: number, digit: bigint): bigint[] {
  const free = [1n];
  for (let count = 0; count < players; count++) {
    const before = free[count] ?? 1n;
    free.push(before + (before << digit));
  }
  return free;
}

function byLevel({ nodes, order }: Diagram, below: Int32Array): number[][] {
  const levels = order.map((): number[] => []);
  for (const node of below) levels[nodes.level(node)]?.push(node);
  return levels;
}

function digitsOf(number: bigint, digit: bigint, count: number): bigint[] {
  return Array.from({ length: count }, (_, at) =>
    BigInt.asUintN(Number(digit), number >> (digit * BigInt(at))),
  );
}
