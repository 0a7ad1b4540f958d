import type { Threshold } from '../attribution/thresholds';
import { after, type Counting, countingOf, mayBeReached, settled } from './counts';
import type { Offer } from './raises';

/** Points for some factions; who gets none is left out. */
type Way = readonly { readonly voter: number; readonly points: number }[];

export type Ways =
  | { readonly kind: 'exact'; readonly points: number; readonly count: bigint; readonly ways: Iterable<Way> }
  | { readonly kind: 'too-large' };

/** A partial way: the least that it costs to come here, and, later, in how many ways it can be ended at the least cost. */
interface State {
  readonly sums: readonly bigint[];
  points: number;
  ways: bigint;
}

type Layers = readonly ReadonlyMap<string, State>[];

/** Partial ways that are kept at most: some 100 MB. */
const MOST_STATES = 300_000;

/**
 * All ways to hand out the fewest points that make the threshold pass. With one point more each time, it is tried whether that many are
 * enough. Faction by faction, ways that have led to the same counts are followed as one, as long as the points left can still carry it;
 * counts that are settled, one way or the other, are the same whatever their number.
 */
export function cheapestWays(
  threshold: Threshold,
  supports: Float64Array,
  offer: Offer,
  effort: number,
): Ways {
  const counting = countingOf(threshold, supports, offer);
  const left = { effort };
  for (let points = 0; points <= offer.most; points++) {
    const layers = layersWithin(counting, offer, points, left);
    if (layers === null) return { kind: 'too-large' };
    const found = layers[offer.of.length];
    if (found === undefined || found.size === 0) continue;
    return { kind: 'exact', points, ...waysThrough(layers, counting, offer) };
  }
  return { kind: 'too-large' };
}

/** What can be reached, faction by faction, as long as it can still pass within so many points; null if that is too much. */
function layersWithin(
  { counts, passes }: Counting,
  { of: raises }: Offer,
  most: number,
  left: { effort: number },
): Layers | null {
  const start = settled(
    counts.map(() => 0n),
    counts,
    0,
  );
  const layers: Map<string, State>[] = [];
  let states = 0;
  let layer = new Map<string, State>([[keyOf(start), { sums: start, points: 0, ways: 0n }]]);
  if (!passes((count) => mayBeReached(counts[count], start[count], 0, most))) return [];
  layers.push(layer);
  for (const [at, { points }] of raises.entries()) {
    const next = new Map<string, State>();
    for (const state of layer.values()) {
      for (const [raise, given] of points.entries()) {
        const total = state.points + given;
        if (total > most) break;
        if (left.effort-- <= 0) return null;
        const sums = after(state.sums, counts, at, raise);
        if (!passes((count) => mayBeReached(counts[count], sums[count], at + 1, most - total))) continue;
        const key = keyOf(sums);
        const known = next.get(key);
        if (known) known.points = Math.min(known.points, total);
        else if (++states > MOST_STATES) return null;
        else next.set(key, { sums, points: total, ways: 0n });
      }
    }
    layers.push(next);
    layer = next;
  }
  return layers;
}

/** Goes back from the ends, which all cost the same, and keeps to what leads there at that cost. */
function waysThrough(layers: Layers, { counts }: Counting, { of: raises }: Offer) {
  for (const end of layers[raises.length]?.values() ?? []) end.ways = 1n;
  const nextOf = (at: number, state: State, raise: number) => {
    const found = layers[at + 1]?.get(keyOf(after(state.sums, counts, at, raise)));
    const given = raises[at]?.points[raise] ?? 0;
    return found && found.ways > 0n && found.points === state.points + given ? found : null;
  };
  for (let at = raises.length - 1; at >= 0; at--) {
    for (const state of layers[at]?.values() ?? [])
      for (const raise of raises[at]?.points.keys() ?? []) state.ways += nextOf(at, state, raise)?.ways ?? 0n;
  }
  function* waysFrom(at: number, state: State): Generator<Way> {
    const one = raises[at];
    if (!one) yield [];
    else {
      for (let raise = one.points.length - 1; raise >= 0; raise--) {
        const found = nextOf(at, state, raise);
        const given = one.points[raise] ?? 0;
        if (!found) continue;
        for (const rest of waysFrom(at + 1, found))
          yield given === 0 ? rest : [{ voter: one.voter, points: given }, ...rest];
      }
    }
  }
  const [start] = layers[0]?.values() ?? [];
  return { count: start?.ways ?? 0n, ways: start ? waysFrom(0, start) : [] };
}

function keyOf(sums: readonly bigint[]): string {
  return sums.join(' ');
}
