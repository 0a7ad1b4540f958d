/** Whether the terms that hold weigh enough together. */
export type Weighing = (holds: (term: number) => boolean) => boolean;

/** Adds up weights exactly: as numbers where their sum stays below 2^53, else as big integers. */
export function weighing(weights: readonly bigint[], needed: bigint): Weighing {
  const all = weights.reduce((sum, weight) => sum + weight, 0n);
  const limit = BigInt(Number.MAX_SAFE_INTEGER);
  if (all <= limit && needed <= limit && needed >= -limit) {
    const numbers = Float64Array.from(weights, Number);
    const enough = Number(needed);
    return (holds) => {
      let sum = 0;
      for (let term = 0; term < numbers.length; term++) if (holds(term)) sum += numbers[term] ?? 0;
      return sum >= enough;
    };
  }
  return (holds) => weights.reduce((sum, weight, term) => (holds(term) ? sum + weight : sum), 0n) >= needed;
}
