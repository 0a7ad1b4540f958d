import type { Deal, FactionId, RoleId, SideId } from '@btt/scenario';
import type { Adjustment, RefereeScenario } from '../model';
import { support } from '../support/support';
import { principalValue } from '../values/principal';
import { baseTables, prepare } from './prepare';
import { compileSpace, type Space } from './space';
import { createWalker, type Target } from './walk';
import { SYNCHRONOUS_DEALS } from './win-sets';

/** What members can be sorted by. */
export type SortValue =
  /** Own points of a negotiator or faction: options and interactions. */
  | { readonly kind: 'value'; readonly of: RoleId }
  /** Support of a faction, adjustments included. */
  | { readonly kind: 'support'; readonly of: FactionId };

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
  | { readonly kind: 'too-large'; readonly deals: number };

export interface Member {
  readonly deal: Deal;
  /** What was sorted by; null if nothing was. */
  readonly value: number | null;
}

/** The members of a win-set, made one by one as they are asked for. */
export function members(
  scenario: RefereeScenario,
  adjustments: readonly Adjustment[],
  wanted: MembersWanted,
): Members {
  const space = compileSpace(scenario);
  if (space.combinations > (wanted.limit ?? SYNCHRONOUS_DEALS))
    return { kind: 'too-large', deals: space.combinations };
  const numbers = numbersOf(space, adjustments, targetOf(scenario, wanted.of)).sort();
  const { sort } = wanted;
  if (sort === undefined)
    return { kind: 'exact', count: numbers.length, members: inOrder(scenario, numbers) };
  const valueOf = (deal: Deal) =>
    sort.kind === 'value'
      ? (principalValue(scenario, sort.of, deal) ?? 0)
      : (support(scenario, deal, adjustments).find((one) => one.faction === sort.of)?.support ?? 0);
  const values = Float64Array.from(numbers, (number) => valueOf(dealOf(scenario, number)));
  const order = Array.from(numbers.keys()).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
  return { kind: 'exact', count: numbers.length, members: sorted(scenario, numbers, values, order) };
}

function* inOrder(scenario: RefereeScenario, numbers: Float64Array): Generator<Member> {
  for (const number of numbers) yield { deal: dealOf(scenario, number), value: null };
}

function* sorted(
  scenario: RefereeScenario,
  numbers: Float64Array,
  values: Float64Array,
  order: readonly number[],
): Generator<Member> {
  for (const at of order) yield { deal: dealOf(scenario, numbers[at] ?? 0), value: values[at] ?? 0 };
}

function targetOf(scenario: RefereeScenario, of: MembersWanted['of']): Target {
  return typeof of === 'string' ? of : scenario.sides.findIndex((side) => side.id === of.side);
}

/** The members by their numbers: a deal's place among all combinations in the scenario's order. */
function numbersOf(space: Space, adjustments: readonly Adjustment[], target: Target): Float64Array {
  const { scenario, layout, block } = space;
  const strides = stridesOf(scenario);
  const offsets = new Float64Array(block.lanes);
  layout.inner.forEach((issue, at) => {
    const options = block.options[at];
    for (let lane = 0; lane < block.lanes; lane++) {
      offsets[lane] = (offsets[lane] ?? 0) + (options?.[lane] ?? 0) * (strides[issue] ?? 0);
    }
  });
  const numbers: number[] = [];
  createWalker(space).visit(
    prepare(space, baseTables(space), adjustments),
    target,
    (outerOptions, rows, first) => {
      const base = layout.outer.reduce(
        (sum, issue, depth) => sum + (outerOptions[depth] ?? 0) * (strides[issue] ?? 0),
        0,
      );
      for (let lane = 0; lane < block.lanes; lane++) {
        const isMember = (((rows[first + (lane >> 5)] ?? 0) >>> (lane & 31)) & 1) === 1;
        if (isMember) numbers.push(base + (offsets[lane] ?? 0));
      }
    },
  );
  return Float64Array.from(numbers);
}

function dealOf(scenario: RefereeScenario, number: number): Deal {
  const strides = stridesOf(scenario);
  return Object.fromEntries(
    scenario.issues.map((issue, at) => {
      const option = issue.options[Math.floor(number / (strides[at] ?? 1)) % issue.options.length];
      return [issue.id, option?.id ?? ''];
    }),
  );
}

/** How far a deal's number moves with one step in each issue. */
function stridesOf(scenario: RefereeScenario): number[] {
  const strides: number[] = [];
  scenario.issues.reduceRight((stride, issue, at) => {
    strides[at] = stride;
    return stride * issue.options.length;
  }, 1);
  return strides;
}
