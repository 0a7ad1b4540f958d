import { ceilDivide } from '../rules/exact';
import { greatestCommonDivisor } from './fractions';

/** A weighted count: passes where the weights of the players in the coalition reach the quota, which is above 0 and at most the total. */
export interface Gate {
  readonly kind: 'gate';
  /** By player. Divided by their common divisor, and none above the quota. */
  readonly weights: readonly bigint[];
  readonly quota: bigint;
}

/** A monotone formula of weighted counts: at least `k` of the parts pass, with 1 ≤ k ≤ number of parts and at least two parts. */
export type Formula =
  | { readonly kind: 'fixed'; readonly passes: boolean }
  | Gate
  | { readonly kind: 'at-least'; readonly k: number; readonly parts: readonly Formula[] };

export const fixed = (passes: boolean): Formula => ({ kind: 'fixed', passes });

/**
 * The smallest gate that does the same. Where everybody who weighs anything is needed, or anybody is enough, weights do not matter and
 * become 1, so that such gates are recognised and merged.
 */
export function gateOf(weights: readonly bigint[], quota: bigint): Formula {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (quota <= 0n) return fixed(true);
  if (quota > total) return fixed(false);
  const heavy = weights.filter((weight) => weight > 0n);
  const lightest = heavy.reduce((least, weight) => (weight < least ? weight : least), total);
  const ones = weights.map((weight) => (weight > 0n ? 1n : 0n));
  if (total - lightest < quota) return { kind: 'gate', weights: ones, quota: BigInt(heavy.length) };
  if (lightest >= quota) return { kind: 'gate', weights: ones, quota: 1n };
  const capped = weights.map((weight) => (weight > quota ? quota : weight));
  const unit = capped.reduce(greatestCommonDivisor, 0n);
  return { kind: 'gate', weights: capped.map((weight) => weight / unit), quota: ceilDivide(quota, unit) };
}

/** At least `k` of the parts pass. Fixed parts are settled, nested parts of the same kind are opened, and unanimous gates merged. */
export function atLeastOf(k: number, parts: readonly Formula[]): Formula {
  const open = parts.filter((part) => part.kind !== 'fixed');
  const needed = k - parts.filter((part) => part.kind === 'fixed' && part.passes).length;
  if (needed <= 0) return fixed(true);
  if (needed > open.length) return fixed(false);
  if (needed === open.length)
    return joined(
      open,
      (length) => length,
      isUnanimous,
      (size) => size,
    );
  if (needed === 1)
    return joined(
      open,
      () => 1,
      isAnyone,
      () => 1n,
    );
  return { kind: 'at-least', k: needed, parts: open };
}

/** All parts, or any part: such formulas within such a formula are opened, and its gates that ask all, or any, of their players merged. */
function joined(
  parts: readonly Formula[],
  needed: (length: number) => number,
  merges: (gate: Gate) => boolean,
  quota: (size: bigint) => bigint,
): Formula {
  const flat = parts.flatMap((part) =>
    part.kind === 'at-least' && part.k === needed(part.parts.length) ? part.parts : [part],
  );
  const alike = flat.filter((part) => part.kind === 'gate').filter(merges);
  const others = flat.filter((part) => part.kind !== 'gate' || !merges(part));
  const first = alike[0];
  const members = first?.weights.map((_, at) => alike.some(({ weights }) => weights[at] === 1n)) ?? [];
  const ones = members.map((member) => (member ? 1n : 0n));
  const size = BigInt(members.filter((member) => member).length);
  const all: Formula[] = first ? [{ kind: 'gate', weights: ones, quota: quota(size) }, ...others] : others;
  const only = all[0];
  return only && all.length === 1 ? only : { kind: 'at-least', k: needed(all.length), parts: all };
}

/** Every player with weight is needed. `gateOf` has made all weights 1. */
const isUnanimous = ({ weights, quota }: Gate) => quota === weights.reduce((sum, weight) => sum + weight, 0n);

/** One player is enough. */
const isAnyone = ({ quota }: Gate) => quota === 1n;

/** Every gate of a formula, in the order in which they are written. */
export function gatesOf(formula: Formula): Gate[] {
  switch (formula.kind) {
    case 'fixed':
      return [];
    case 'gate':
      return [formula];
    case 'at-least':
      return formula.parts.flatMap(gatesOf);
  }
}

/** Whether the formula passes, given which of its gates do. */
export function passes(formula: Formula, opens: (gate: Gate) => boolean): boolean {
  switch (formula.kind) {
    case 'fixed':
      return formula.passes;
    case 'gate':
      return opens(formula);
    case 'at-least':
      return formula.parts.filter((part) => passes(part, opens)).length >= formula.k;
  }
}

/** Whether a coalition wins. */
export function wins(formula: Formula, inside: (player: number) => boolean): boolean {
  return passes(formula, ({ weights, quota }) => {
    const weight = weights.reduce((sum, one, player) => (inside(player) ? sum + one : sum), 0n);
    return weight >= quota;
  });
}
