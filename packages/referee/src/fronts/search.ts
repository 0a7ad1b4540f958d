import type { Deal } from '@btt/scenario';
import { between, type Steps } from '../win-sets/steps';
import { type Analysis, dealOf } from './analysis';
import type { Part } from './part';
import { rowsInSlice } from './slices';
import { boundsOfPart } from './undominated';

/** Different sums that may be kept at once while deals are counted. */
const MOST_STATES = 200_000;

/** Visits every deal of a part: its number and what it is worth. The visitor must copy what it keeps. */
export function* scanPart(part: Part, visitor: (number: number, values: Float64Array) => void): Steps<void> {
  const values = new Float64Array(part.width);
  const slice = rowsInSlice(part.width);
  for (let number = 0; number < part.size; number++) {
    if (part.has(number)) {
      part.read(number, values);
      visitor(number, values);
    }
    if (number % slice === slice - 1) yield number / part.size;
  }
}

/**
 * Deals that give everybody at least so much, the first ones in the order of the parts, at most `most`. No step leads into a dead end: what
 * the later parts can still give is known from their fronts.
 */
export function* dealsReaching(analysis: Analysis, least: Float64Array, most: number): Steps<Deal[]> {
  const { parts, layers } = analysis;
  const found: Deal[] = [];
  const numbers = parts.map(() => 0);
  const slice = Math.ceil(rowsInSlice(least.length) / 10);
  let work = 0;

  function* extend(at: number, missing: Float64Array): Steps<void> {
    const part = parts[at];
    if (!part) {
      found.push(dealOf(analysis, numbers));
      return;
    }
    const values = new Float64Array(part.width);
    for (let number = 0; number < part.size && found.length < most; number++) {
      if (++work % slice === 0) yield found.length / most;
      if (!part.has(number)) continue;
      part.read(number, values);
      for (let party = 0; party < part.width; party++)
        values[party] = (missing[party] ?? 0) - (values[party] ?? 0);
      if (!canReach(layers[at + 1], values)) continue;
      numbers[at] = number;
      yield* extend(at + 1, values.slice());
    }
  }

  if (most > 0) yield* extend(0, least);
  return found;
}

/** Whether what is missing can come from the parts of a layer; without any, nothing may be missing. */
function canReach(layer: Analysis['layers'][number] | undefined, missing: Float64Array): boolean {
  return layer ? layer.rowReaching(missing) >= 0 : missing.every((value) => value <= 0);
}

/**
 * How many deals give everybody at least so much; null where that cannot be told without going through too many. Partial deals of equal
 * worth are counted together, and so are those that already have enough for a party whatever follows.
 */
export function* countReaching(
  { parts, layers }: Analysis,
  least: Float64Array,
  mostStates = MOST_STATES,
): Steps<bigint | null> {
  const width = least.length;
  const slice = Math.ceil(rowsInSlice(width) / 10);
  const surely: Float64Array[] = [new Float64Array(width)];
  for (const part of parts.toReversed()) {
    const { low } = yield* between(0, 0, boundsOfPart(part));
    surely.unshift(low.map((value, party) => value + (surely[0]?.[party] ?? 0)));
  }
  let states = new Map<string, { missing: Float64Array; deals: bigint }>([
    ['', { missing: least, deals: 1n }],
  ]);
  let work = 0;
  for (const [at, part] of parts.entries()) {
    const next: typeof states = new Map();
    const values = new Float64Array(width);
    const sure = surely[at + 1];
    for (const { missing, deals } of states.values()) {
      for (let number = 0; number < part.size; number++) {
        if (++work % slice === 0) yield at / parts.length;
        if (!part.has(number)) continue;
        part.read(number, values);
        for (let party = 0; party < width; party++)
          values[party] = Math.max((missing[party] ?? 0) - (values[party] ?? 0), sure?.[party] ?? 0);
        if (!canReach(layers[at + 1], values)) continue;
        const key = values.join();
        const known = next.get(key);
        if (known) known.deals += deals;
        else if (next.size === mostStates) return null;
        else next.set(key, { missing: values.slice(), deals });
      }
    }
    states = next;
  }
  return [...states.values()].reduce((sum, { deals }) => sum + deals, 0n);
}
