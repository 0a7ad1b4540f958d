import type { Deal, SideId } from '@btt/scenario';
import type { Adjustment, RefereeScenario } from '../model';
import { createNumberSet, dealMaker, type NumberSet, stridesOf } from './numbers';
import { baseTables, prepare } from './prepare';
import { compileSpace, type Space } from './space';
import { between, finish, type Steps } from './steps';
import { type SortValue, valuer } from './valuing';
import type { Target, Visitor } from './walk';
import { createWalker } from './walker';
import { SYNCHRONOUS_DEALS } from './win-sets';

export interface MembersWanted {
  /** One side's win-set, the joint one, or every possible deal. */
  readonly of: { readonly side: SideId } | 'joint' | 'all';
  /** The highest first; equal ones in the scenario's order. Without it members come in the scenario's order, the last issue turning fastest. */
  readonly sort?: SortValue;
  /** More combinations than this are not gone through. */
  readonly limit?: number;
}

export type Members =
  | { readonly kind: 'exact'; readonly count: number; readonly members: Iterable<Member> }
  /** More combinations than the caller allows to be gone through, or more members than can be sorted. */
  | { readonly kind: 'too-large'; readonly deals: number };

export interface Member {
  readonly deal: Deal;
  /** What was sorted by; null if nothing was. */
  readonly value: number | null;
}

/** Beyond so many combinations, or so many members to be sorted, a list would take too much memory: 128 and 64 MB. */
const MOST_LISTED = 2 ** 30;
const MOST_SORTED = 2 ** 24;
/** Progress after the tables are made. */
const TABLES = 0.1;

/** The members of a win-set, made one by one as they are asked for. */
export function members(
  scenario: RefereeScenario,
  adjustments: readonly Adjustment[],
  wanted: MembersWanted,
): Members {
  return finish(memberSteps(scenario, adjustments, wanted));
}

/** The same in slices, for a space that takes longer than a moment. */
export function* memberSteps(
  scenario: RefereeScenario,
  adjustments: readonly Adjustment[],
  wanted: MembersWanted,
): Steps<Members> {
  const { sort } = wanted;
  const listed = sort === undefined ? 1 : 0.5;
  const found = yield* between(0, listed, memberNumbers(scenario, adjustments, wanted));
  if (found.kind === 'too-large') return found;
  const { numbers, count } = found;
  const dealOf = dealMaker(scenario);
  if (sort === undefined) return { kind: 'exact', count, members: again(() => inOrder(numbers, dealOf)) };
  if (count > MOST_SORTED) return { kind: 'too-large', deals: count };
  const valueOf = valuer(scenario, adjustments, sort);
  const order = yield* between(listed, 1, sortNumbers(numbers, count, valueOf));
  return { kind: 'exact', count, members: again(() => sorted(order, dealOf, valueOf)) };
}

export type MemberNumbers =
  | { readonly kind: 'exact'; readonly count: number; readonly numbers: NumberSet }
  | { readonly kind: 'too-large'; readonly deals: number };

/** The members by their numbers (see `numbers.ts`): what to build on where there are too many to look at as deals. */
export function* memberNumbers(
  scenario: RefereeScenario,
  adjustments: readonly Adjustment[],
  wanted: Pick<MembersWanted, 'of' | 'limit'>,
): Steps<MemberNumbers> {
  const space = compileSpace(scenario);
  if (space.combinations > Math.min(MOST_LISTED, wanted.limit ?? SYNCHRONOUS_DEALS))
    return { kind: 'too-large', deals: space.combinations };
  const base = yield* between(0, TABLES, baseTables(space));
  const prepared = yield* between(TABLES, TABLES, prepare(space, base, adjustments));
  const numbers = createNumberSet(space.combinations);
  const { outer, inner } = stridesIn(space);
  let count = 0;
  const visit: Visitor = (chosen, rows, first) => {
    let start = 0;
    for (let depth = 0; depth < outer.length; depth++) start += (chosen[depth] ?? 0) * (outer[depth] ?? 0);
    for (let word = 0; word < space.block.words; word++) {
      for (let left = rows[first + word] ?? 0; left !== 0; left &= left - 1) {
        numbers.add(start + (inner[word * 32 + (31 - Math.clz32(left & -left))] ?? 0));
        count++;
      }
    }
  };
  const target = targetOf(scenario, wanted.of);
  yield* between(TABLES, 1, createWalker(space, base).visit(prepared, target, visit));
  return { kind: 'exact', count, numbers };
}

function again<One>(iterate: () => Iterator<One>): Iterable<One> {
  return { [Symbol.iterator]: iterate };
}

function* inOrder(numbers: NumberSet, dealOf: (number: number) => Deal): Generator<Member> {
  for (const chunk of numbers.chunks())
    for (const number of chunk) yield { deal: dealOf(number), value: null };
}

function* sorted(
  order: Uint32Array,
  dealOf: (number: number) => Deal,
  valueOf: (number: number) => number,
): Generator<Member> {
  for (const number of order) yield { deal: dealOf(number), value: valueOf(number) };
}

function targetOf(scenario: RefereeScenario, of: MembersWanted['of']): Target {
  return typeof of === 'string' ? of : scenario.sides.findIndex((side) => side.id === of.side);
}

/** What the options of the outer issues, and a deal of the block, add to a number. */
function stridesIn({ scenario, layout, block }: Space) {
  const strides = stridesOf(scenario);
  const inner = new Float64Array(block.lanes);
  layout.inner.forEach((issue, at) => {
    const options = block.options[at];
    for (let lane = 0; lane < block.lanes; lane++)
      inner[lane] = (inner[lane] ?? 0) + (options?.[lane] ?? 0) * (strides[issue] ?? 0);
  });
  return { inner, outer: Float64Array.from(layout.outer, (issue) => strides[issue] ?? 0) };
}

/** The numbers by their values, the highest first and equal ones ascending: counted out value by value. */
function* sortNumbers(
  numbers: NumberSet,
  count: number,
  valueOf: (number: number) => number,
): Steps<Uint32Array> {
  const next = new Map<number, number>();
  let done = 0;
  for (const chunk of numbers.chunks()) {
    for (const number of chunk) {
      const value = valueOf(number);
      next.set(value, (next.get(value) ?? 0) + 1);
      done++;
    }
    yield done / Math.max(1, 2 * count);
  }
  let start = 0;
  for (const value of Float64Array.from(next.keys()).sort().reverse()) {
    const size = next.get(value) ?? 0;
    next.set(value, start);
    start += size;
  }
  const order = new Uint32Array(count);
  for (const chunk of numbers.chunks()) {
    for (const number of chunk) {
      const value = valueOf(number);
      const place = next.get(value) ?? 0;
      order[place] = number;
      next.set(value, place + 1);
      done++;
    }
    yield done / Math.max(1, 2 * count);
  }
  return order;
}
