/**
 * Whether a/b is below c/d (negative), the same (0) or above (positive), for b and d above 0. Exact: multiplied out, in big integers where
 * doubles could round.
 */
export function compareRatios(a: number, b: number, c: number, d: number): number {
  const left = a * d;
  const right = c * b;
  if (Math.abs(left) <= Number.MAX_SAFE_INTEGER && Math.abs(right) <= Number.MAX_SAFE_INTEGER)
    return left - right;
  const difference = BigInt(a) * BigInt(d) - BigInt(c) * BigInt(b);
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}
