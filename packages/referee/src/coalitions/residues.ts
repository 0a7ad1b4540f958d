import { greatestCommonDivisor } from './fractions';

/** Two residues below a modulus of at most 2^52 have an exact sum in a double-precision number. */
const BITS = 52;

/** Moduli below 2^52 without a common divisor, whose product exceeds 2 to the power of `bits`. */
export function moduliFor(bits: number): number[] {
  const moduli: bigint[] = [];
  for (let candidate = 2n ** BigInt(BITS); moduli.length * (BITS - 1) <= bits; candidate -= 1n)
    if (moduli.every((modulus) => greatestCommonDivisor(modulus, candidate) === 1n)) moduli.push(candidate);
  return moduli.map(Number);
}

/** Gives back the number below the product of the moduli that leaves these residues (the Chinese remainder theorem). */
export function recombination(moduli: readonly number[]): (residues: readonly number[]) => bigint {
  const product = moduli.reduce((all, modulus) => all * BigInt(modulus), 1n);
  const factors = moduli.map((modulus) => {
    const others = product / BigInt(modulus);
    return others * inverse(others % BigInt(modulus), BigInt(modulus));
  });
  return (residues) =>
    residues.reduce((sum, residue, at) => sum + BigInt(residue) * (factors[at] ?? 0n), 0n) % product;
}

/** The number whose product with the other leaves 1, by Euclid's algorithm; they have no common divisor. */
function inverse(number: bigint, modulus: bigint): bigint {
  let [before, now] = [modulus, number];
  let [factorBefore, factor] = [0n, 1n];
  while (now !== 0n) {
    const quotient = before / now;
    [before, now] = [now, before - quotient * now];
    [factorBefore, factor] = [factor, factorBefore - quotient * factor];
  }
  return ((factorBefore % modulus) + modulus) % modulus;
}
