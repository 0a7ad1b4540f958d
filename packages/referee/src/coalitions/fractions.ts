/** A fraction in lowest terms, `denominator` ≥ 1. */
export interface ExactFraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The largest number that divides both, for numbers of 0 and above; 0 divides by nothing but 0. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [large, small] = [a, b];
  while (small !== 0n) [large, small] = [small, large % small];
  return large;
}

/** A fraction of numbers of 0 and above, reduced; 0 where the denominator is 0. */
export function fractionOf(numerator: bigint, denominator: bigint): ExactFraction {
  if (denominator === 0n) return { numerator: 0n, denominator: 1n };
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** The fraction with so many digits behind the point, the last one rounded, a half upwards: 2/3 in four places is `0.6667`. */
export function decimalText({ numerator, denominator }: ExactFraction, places = 4): string {
  const scaled = (2n * numerator * 10n ** BigInt(places) + denominator) / (2n * denominator);
  const digits = scaled.toString().padStart(places + 1, '0');
  const point = digits.length - places;
  return places === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** The fraction as a number for bars and sorting, right to about fifteen digits. */
export function decimalNumber({ numerator, denominator }: ExactFraction): number {
  if (numerator === 0n) return 0;
  const shift = Math.max(0, 64 + bits(denominator) - bits(numerator));
  // In two steps, as 2 to the power of the whole shift may be beyond what a number holds.
  return (
    Number((numerator << BigInt(shift)) / denominator) /
    2 ** Math.min(shift, 900) /
    2 ** Math.max(0, shift - 900)
  );
}

/** At least the number of binary digits, at most three more. */
const bits = (number: bigint) => number.toString(16).length * 4;
