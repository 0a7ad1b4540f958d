import { type Formula, type Gate, gatesOf, passes } from './formula';

/**
 * Where a coalition stands in every count of a game, written as one number: several sums over its members are the digits, each with a base
 * of its own. Adding a player to a coalition then adds one number, the player's step, and the coalitions can be counted by place with a
 * generating function in one variable.
 */
export interface Layout {
  readonly places: bigint;
  readonly sums: readonly Sum[];
  /** How each gate follows from the sums. Without any the table ends where its single gate opens: whatever steps out of it wins. */
  readonly tests: readonly GateTest[];
  /** The table is that of the dual game, where a swing with s players before it is one with all but s others in the game itself. */
  readonly dual: boolean;
  readonly formula: Formula;
}

interface Sum {
  /** What each player adds. */
  readonly weights: readonly bigint[];
  /** Values from 0 to one less. */
  readonly length: bigint;
  /** The size of a coalition is the total of these sums. */
  readonly countsHeads: boolean;
}

interface GateTest {
  readonly gate: Gate;
  /** What one more of each sum adds to the gate's count. */
  readonly factors: readonly number[];
  readonly quota: number;
}

/**
 * The smaller table of two for a game in which every one of `players` weighs something in some gate: by the sums of the gates, or by how
 * many players of each kind there are. `bySize`: coalitions of different sizes must have different places.
 */
export function layoutOf(formula: Formula, players: number, bySize: boolean): Layout {
  const byGates = layoutByGates(formula, players, bySize);
  const byKinds = layoutByKinds(formula, players, bySize);
  return byKinds !== null && byKinds.places < byGates.places ? byKinds : byGates;
}

function layoutByGates(formula: Formula, players: number, bySize: boolean): Layout {
  if (formula.kind === 'gate') {
    const { weights, quota } = formula;
    // A player swings in the dual game as often as in the game, and its quota is the smaller the larger the game's is.
    const dualQuota = total(weights) - quota + 1n;
    const dual = dualQuota < quota;
    const sum = { weights, length: dual ? dualQuota : quota, countsHeads: false };
    return { ...sized(withHeads([sum], players, bySize)), tests: [], dual, formula };
  }
  const gates = gatesOf(formula);
  const distinct = new Map(gates.map((gate) => [gate.weights.join(), gate.weights]));
  const keys = [...distinct.keys()];
  const sums = [...distinct.values()].map((weights) => ({
    weights,
    length: total(weights) + 1n,
    countsHeads: false,
  }));
  const tests = gates.map((gate) => ({
    gate,
    factors: keys.map((key) => (key === gate.weights.join() ? 1 : 0)),
    quota: Number(gate.quota),
  }));
  return { ...sized(withHeads(sums, players, bySize)), tests, dual: false, formula };
}

/** Players are of one kind if they weigh the same in every gate. Null if a count could leave the exact range of numbers. */
function layoutByKinds(formula: Formula, players: number, bySize: boolean): Layout | null {
  const gates = gatesOf(formula);
  if (gates.some(({ weights }) => total(weights) > BigInt(Number.MAX_SAFE_INTEGER))) return null;
  const kinds = new Map<string, number[]>();
  for (let player = 0; player < players; player++) {
    const key = gates.map(({ weights }) => weights[player]).join();
    kinds.set(key, [...(kinds.get(key) ?? []), player]);
  }
  const members = [...kinds.values()];
  const sums = members.map((kind) => ({ ...headsOf(new Set(kind), players), countsHeads: bySize }));
  const tests = gates.map((gate) => ({
    gate,
    factors: members.map(([one = 0]) => Number(gate.weights[one] ?? 0n)),
    quota: Number(gate.quota),
  }));
  return { ...sized(sums), tests, dual: false, formula };
}

function sized(sums: readonly Sum[]): Pick<Layout, 'places' | 'sums'> {
  return { places: sums.reduce((product, { length }) => product * length, 1n), sums };
}

/** Marks gates that count every player once between them, and adds a count of heads for the players they leave out. */
function withHeads(sums: readonly Sum[], players: number, bySize: boolean): Sum[] {
  if (!bySize) return [...sums];
  const open = new Set(Array.from({ length: players }, (_, player) => player));
  const marked = sums.map((sum): Sum => {
    const members = sum.weights.flatMap((weight, player) => (weight > 0n ? [player] : []));
    const counts = members.every((player) => sum.weights[player] === 1n && open.has(player));
    if (counts) for (const player of members) open.delete(player);
    return { ...sum, countsHeads: counts };
  });
  return open.size === 0 ? marked : [...marked, headsOf(open, players)];
}

function headsOf(members: ReadonlySet<number>, players: number): Sum {
  const weights = Array.from({ length: players }, (_, player) => (members.has(player) ? 1n : 0n));
  return { weights, length: BigInt(members.size) + 1n, countsHeads: true };
}

export interface Places {
  /** How far each player moves a coalition, above 0. */
  readonly steps: readonly number[];
  /** 1 where a coalition wins. */
  readonly wins: Uint8Array;
  /** Size of the coalitions of a place; 0 everywhere if sizes were not asked for. */
  readonly size: Uint16Array;
}

/** Lays the table out; `places` must fit into memory, 3 bytes each. */
export function placesOf({ places, sums, tests, formula }: Layout, players: number): Places {
  const lengths = sums.map(({ length }) => Number(length));
  const strides = lengths.map((_, at) =>
    lengths.slice(at + 1).reduce((product, length) => product * length, 1),
  );
  const steps = Array.from({ length: players }, (_, player) =>
    sums.reduce((step, { weights }, at) => step + Number(weights[player] ?? 0n) * (strides[at] ?? 0), 0),
  );
  const wins = new Uint8Array(Number(places));
  const size = new Uint16Array(wins.length);
  const heads = sums.flatMap(({ countsHeads }, at) => (countsHeads ? [at] : []));
  const at = lengths.map(() => 0);
  const opens = gateTests(tests, at);
  for (let place = 0; place < wins.length; place++) {
    wins[place] = passes(formula, opens) ? 1 : 0;
    for (const sum of heads) size[place] = (size[place] ?? 0) + (at[sum] ?? 0);
    stepOn(at, lengths);
  }
  return { steps, wins, size };
}

/** Whether a gate opens where the sums have come to `at`. */
function gateTests(tests: readonly GateTest[], at: readonly number[]): (gate: Gate) => boolean {
  const known = new Map(tests.map((test) => [test.gate, test]));
  return (gate) => {
    const test = known.get(gate);
    if (!test) return false;
    let count = 0;
    for (let sum = 0; sum < at.length; sum++) count += (test.factors[sum] ?? 0) * (at[sum] ?? 0);
    return count >= test.quota;
  };
}

/** Counts one further, the last sum turning fastest. */
function stepOn(at: number[], lengths: readonly number[]): void {
  for (let sum = at.length - 1; sum >= 0; sum--) {
    const next = (at[sum] ?? 0) + 1;
    if (next < (lengths[sum] ?? 0)) {
      at[sum] = next;
      return;
    }
    at[sum] = 0;
  }
}

const total = (weights: readonly bigint[]) => weights.reduce((sum, weight) => sum + weight, 0n);
