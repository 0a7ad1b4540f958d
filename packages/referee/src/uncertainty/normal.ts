/**
 * The standard normal distribution. Near the middle by the series of odd powers x + x³/3 + x⁵/(3·5) + … (Marsaglia, "Evaluating the Normal
 * Distribution", Journal of Statistical Software 11(4), 2004), in the tails by Laplace's continued fraction (Abramowitz and Stegun, Handbook
 * of Mathematical Functions, 1964, 26.2.14). Between them they are right to about 13 digits, in the far tails too.
 */

/** Beyond this the series would lose digits to subtraction, and the fraction needs few steps. */
const TAIL = 2.5;

/** Enough for full precision from `TAIL` on; fewer would do further out. */
const FRACTION_STEPS = 80;

const PEAK = 1 / Math.sqrt(2 * Math.PI);

/** Φ(z): the chance that a standard normal draw is at most z. From 0 to 1; z may be infinite. */
export function normalBelow(z: number): number {
  if (z < -TAIL) return tailAbove(-z);
  if (z > TAIL) return 1 - tailAbove(z);
  return 0.5 + middle(z);
}

/** The chance of a draw between two bounds, low ≤ high, without losing the digits of a small chance far from 0. */
export function normalBetween(low: number, high: number): number {
  return low > 0 ? normalBelow(-low) - normalBelow(-high) : normalBelow(high) - normalBelow(low);
}

/** Φ(z) − ½. */
function middle(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; ; odd += 2) {
    term *= (z * z) / odd;
    const next = sum + term;
    if (next === sum) return sum * density(z);
    sum = next;
  }
}

/** 1 − Φ(z) for a large z. */
function tailAbove(z: number): number {
  let below = z;
  for (let step = FRACTION_STEPS; step > 0; step--) below = z + step / below;
  return density(z) / below;
}

function density(z: number): number {
  return PEAK * Math.exp((-z * z) / 2);
}
