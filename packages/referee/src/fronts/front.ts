import type { Deal } from '@btt/scenario';
import type { RefereeScenario } from '../model';
import { between, finish, type Steps } from '../win-sets/steps';
import {
  type Analysis,
  type AnalysisWanted,
  analyse,
  dealOf,
  type PartyScale,
  type Refusal,
  valuesOf,
} from './analysis';
import type { Layer } from './layer';
import { allRows, indexRows } from './row-index';
import { dealsReaching, scanPart } from './search';
import { rowsInSlice } from './slices';
import { frontOfPart } from './undominated';

export interface FrontWanted extends AnalysisWanted {
  /** Examples for each point: 3 unless it is said. */
  readonly mostDeals?: number;
  /** Points listed: 1000 unless it is said. All are counted. */
  readonly mostPoints?: number;
}

/** Deals of equal worth to everybody. */
export interface FrontPoint {
  /** What each party gets, in its own points. */
  readonly values: readonly number[];
  /** How many deals give exactly this. */
  readonly count: bigint;
  /** Some of them. */
  readonly deals: readonly Deal[];
}

export type Front =
  | {
      readonly kind: 'exact';
      readonly parties: readonly PartyScale[];
      /** Deals on the front. */
      readonly deals: bigint;
      /** Points on the front: deals that give everybody the same are one point. */
      readonly distinct: number;
      /** The points with the highest values of the first party, then of the second, and so on. */
      readonly points: readonly FrontPoint[];
    }
  | Refusal;

/**
 * The Pareto front: all deals for which no other deal is at least as good for every party and better for one. `within: 'joint'` looks only at
 * deals that all sides ratify, which is another set than the part of the whole front that they ratify. Values are own points, never
 * rescaled. Everything is counted exactly.
 */
export function paretoFront(scenario: RefereeScenario, wanted: FrontWanted = {}): Front {
  return finish(paretoFrontSteps(scenario, wanted));
}

/** The same in slices. */
export function* paretoFrontSteps(scenario: RefereeScenario, wanted: FrontWanted = {}): Steps<Front> {
  const analysis = yield* between(0, 0.6, analyse(scenario, wanted));
  if (analysis.kind !== 'analysis') return analysis;
  const counts = yield* between(0.6, 0.7, exactCounts(analysis));
  const rows = yield* between(0.7, 0.75, bestFirst(analysis, wanted.mostPoints ?? 1000));
  const deals = yield* between(0.75, 1, examplesOf(analysis, rows, wanted.mostDeals ?? 3));
  return {
    kind: 'exact',
    parties: analysis.scales,
    deals: counts.total,
    distinct: analysis.front.size,
    points: Array.from(rows, (row, at) => {
      return {
        values: valuesOf(analysis, rowOf(analysis, row)),
        count: counts.of(row),
        deals: deals[at] ?? [],
      };
    }),
  };
}

/** Rows that are sorted between two reports of progress. */
const SORTED_AT_ONCE = 2048;

/** The values of a row of the front. */
export function rowOf({ front }: Analysis, row: number): Float64Array {
  return Float64Array.from(front.values.subarray(row * front.width, (row + 1) * front.width));
}

/** The first rows, falling by the first party's value, then by the second's and so on. */
function* bestFirst({ front }: Analysis, most: number): Steps<Uint32Array> {
  const { width, values } = front;
  const compare = (a: number, b: number) => {
    for (let at = 0; at < width; at++) {
      const difference = (values[b * width + at] ?? 0) - (values[a * width + at] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  const rows = allRows(front);
  let best: number[] = [];
  for (let at = 0; at < rows.length; at += SORTED_AT_ONCE) {
    best = [...best, ...rows.subarray(at, at + SORTED_AT_ONCE)].sort(compare).slice(0, Math.max(0, most));
    yield at / rows.length;
  }
  return Uint32Array.from(best);
}

/** Some deals for each of the rows. */
export function* examplesOf(analysis: Analysis, rows: Uint32Array, most: number): Steps<Deal[][]> {
  const { front, parts } = analysis;
  const found = Array.from(rows, (): Deal[] => []);
  if (most <= 0) return found;
  const [part] = parts;
  if (part && parts.length === 1) {
    const index = indexRows(front, rows);
    const places = new Map(Array.from(rows, (row, at) => [row, found[at]]));
    yield* scanPart(part, (number, values) => {
      const row = index.find(values);
      const deals = row < 0 ? undefined : places.get(row);
      if (deals && deals.length < most) deals.push(dealOf(analysis, [number]));
    });
    return found;
  }
  for (const [at, row] of rows.entries()) {
    // Deals that give everybody at least what a point of the front gives are the deals of that point.
    found[at] = yield* between(
      at / rows.length,
      (at + 1) / rows.length,
      dealsReaching(analysis, rowOf(analysis, row), most),
    );
    yield (at + 1) / rows.length;
  }
  return found;
}

export interface ExactCounts {
  readonly of: (row: number) => bigint;
  readonly total: bigint;
}

/** How many deals are behind each row, also where that is beyond 2^53. */
export function* exactCounts({ front, parts, layers }: Analysis): Steps<ExactCounts> {
  if (front.counts.every((count) => count <= Number.MAX_SAFE_INTEGER)) {
    const total = front.counts.reduce((sum, count) => sum + BigInt(count), 0n);
    return { of: (row) => BigInt(front.counts[row] ?? 0), total };
  }
  let later: bigint[] = [];
  for (let at = parts.length - 1; at >= 0; at--) {
    const part = parts[at];
    const layer = layers[at];
    const rest = layers[at + 1];
    const done = 1 - (at + 1) / parts.length;
    const own = part ? yield* between(done, done, frontOfPart(part)) : null;
    if (!own || !layer) continue;
    later = rest
      ? yield* between(done, done + 1 / parts.length, addUp(own, rest, later, layer))
      : Array.from(own.counts, BigInt);
  }
  return { of: (row) => later[row] ?? 0n, total: later.reduce((sum, count) => sum + count, 0n) };
}

/** Counts of a merged front from those of what was merged. */
function* addUp(own: Layer, rest: Layer, counts: readonly bigint[], merged: Layer): Steps<bigint[]> {
  const sums = Array.from({ length: merged.size }, () => 0n);
  const index = indexRows(merged);
  const values = new Float64Array(own.width);
  const slice = Math.ceil(rowsInSlice(own.width) / 10);
  let work = 0;
  for (let one = 0; one < own.size; one++) {
    const times = BigInt(own.counts[one] ?? 0);
    for (let other = 0; other < rest.size; other++) {
      if (++work % slice === 0) yield one / own.size;
      for (let at = 0; at < own.width; at++)
        values[at] = (own.values[one * own.width + at] ?? 0) + (rest.values[other * own.width + at] ?? 0);
      const row = index.find(values);
      if (row >= 0) sums[row] = (sums[row] ?? 0n) + times * (counts[other] ?? 0n);
    }
  }
  return sums;
}
