import type { Threshold } from '../attribution/thresholds';
import type { Offer, Raises } from './raises';

/** A count of a rule: what each faction adds after each of its raises, and how much is needed. */
export interface Count {
  readonly needed: bigint;
  /** By faction and raise. */
  readonly adds: readonly (readonly bigint[])[];
  /** By faction: the most that this one and all later ones can add. */
  readonly rest: readonly bigint[];
  /** By faction: at least the most that this one and all later ones can add for so many points. */
  readonly within: readonly ((points: number) => bigint)[];
}

/** Marks a count that can no longer reach what it needs. */
const LOST = -1n;

/** A rule as counts, and as a test on which of them are reached. */
export interface Counting {
  readonly counts: readonly Count[];
  readonly passes: (reached: (count: number) => boolean) => boolean;
}

export function countingOf(threshold: Threshold, supports: Float64Array, offer: Offer): Counting {
  const counts: Count[] = [];
  return { passes: expressionOf(threshold, counts, supports, offer), counts };
}

/** Sums after one more faction, which is in place `at`, has been given a raise. */
export function after(
  from: readonly bigint[],
  counts: readonly Count[],
  at: number,
  raise: number,
): bigint[] {
  const sums = from.map((sum, count) =>
    sum === LOST ? LOST : sum + (counts[count]?.adds[at]?.[raise] ?? 0n),
  );
  return settled(sums, counts, at + 1);
}

/** A count that has what it needs stands at just that; one that cannot come to it any more is lost. */
export function settled(sums: readonly bigint[], counts: readonly Count[], at: number): bigint[] {
  return sums.map((sum, count) => {
    const { needed = 0n, rest = [] } = counts[count] ?? {};
    if (sum === LOST || sum + (rest[at] ?? 0n) < needed) return LOST;
    return sum >= needed ? needed : sum;
  });
}

/** Whether a count can come to what it needs with the points that are left. */
export function mayBeReached(count: Count | undefined, sum = LOST, at: number, left: number): boolean {
  return sum !== LOST && count !== undefined && sum + (count.within[at]?.(left) ?? 0n) >= count.needed;
}

/** The rule as a test on its counts, which are added to the list. */
function expressionOf(
  threshold: Threshold,
  counts: Count[],
  supports: Float64Array,
  raises: Offer,
): (reached: (count: number) => boolean) => boolean {
  switch (threshold.kind) {
    case 'all': {
      const parts = threshold.parts.map((part) => expressionOf(part, counts, supports, raises));
      return (reached) => parts.every((part) => part(reached));
    }
    case 'any': {
      const parts = threshold.parts.map((part) => expressionOf(part, counts, supports, raises));
      return (reached) => parts.some((part) => part(reached));
    }
    case 'k-of': {
      const parts = threshold.parts.map((part) => expressionOf(part, counts, supports, raises));
      return (reached) => parts.filter((part) => part(reached)).length >= threshold.k;
    }
    case 'steps':
    case 'mean': {
      const count = counts.push(countOf(threshold, supports, raises)) - 1;
      return (reached) => reached(count);
    }
  }
}

type Leaf = Extract<Threshold, { kind: 'steps' | 'mean' }>;

/** Sums start at 0 and never fall, so that −1 can mean lost: what is there without any raise is taken off what is needed. */
function countOf(leaf: Leaf, supports: Float64Array, { of: raises, most }: Offer): Count {
  const there = (voter: number) => addedBy(leaf, voter, supports[voter] ?? 0);
  const adds = raises.map(({ voter, points }) =>
    points.map((given) => addedBy(leaf, voter, (supports[voter] ?? 0) + given) - there(voter)),
  );
  const rest = [0n];
  for (const row of adds.toReversed()) rest.unshift((rest[0] ?? 0n) + (row.at(-1) ?? 0n));
  const voters =
    leaf.kind === 'steps' ? leaf.steps.map((one) => one.voter) : leaf.voters.map((one) => one.voter);
  const needed = [...new Set(voters)].reduce((left, voter) => left - there(voter), neededBy(leaf));
  const within = leaf.kind === 'steps' ? bestOfSteps(adds, raises, most) : bestOfPoints(adds);
  return { needed: needed > 0n ? needed : 0n, adds, rest, within };
}

/** The most that the factions from each place on can add, for every number of points: whole steps are bought. */
function bestOfSteps(
  adds: readonly (readonly bigint[])[],
  raises: readonly Raises[],
  most: number,
): ((points: number) => bigint)[] {
  let later: readonly bigint[] = Array.from({ length: most + 1 }, () => 0n);
  const found = [later];
  for (let at = adds.length - 1; at >= 0; at--) {
    const known = later;
    later = known.map((_, points) => {
      let best = 0n;
      for (const [raise, given] of raises[at]?.points.entries() ?? []) {
        if (given > points) break;
        const sum = (known[points - given] ?? 0n) + (adds[at]?.[raise] ?? 0n);
        if (sum > best) best = sum;
      }
      return best;
    });
    found.unshift(later);
  }
  return found.map((row) => (points) => row[points] ?? 0n);
}

/** The same where every point adds: all of them go to whom they add the most. */
function bestOfPoints(adds: readonly (readonly bigint[])[]): ((points: number) => bigint)[] {
  let most = 0n;
  const found = [most];
  for (const row of adds.toReversed()) {
    const one = (row[1] ?? 0n) - (row[0] ?? 0n);
    if (one > most) most = one;
    found.unshift(most);
  }
  return found.map((one) => (points) => one * BigInt(points));
}

function neededBy(leaf: Leaf): bigint {
  if (leaf.kind === 'steps') return leaf.needed;
  return BigInt(leaf.numerator) * leaf.voters.reduce((sum, one) => sum + BigInt(one.weight), 0n);
}

function addedBy(leaf: Leaf, voter: number, support: number): bigint {
  if (leaf.kind === 'steps')
    return leaf.steps.reduce(
      (sum, step) => (step.voter === voter && step.level <= support ? sum + step.worth : sum),
      0n,
    );
  const weight = leaf.voters.reduce((sum, one) => (one.voter === voter ? sum + BigInt(one.weight) : sum), 0n);
  return weight * BigInt(support) * BigInt(leaf.denominator);
}
