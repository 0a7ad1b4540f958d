import { type Layout, placesOf } from './layout';
import { moduliFor, recombination } from './residues';

/**
 * In how many coalitions of the others, by their size, each player turns a loss into a win. Without `bySize` everything counts as size 0.
 * Coalitions are counted by their place with a generating function (Cantor, in Mann and Shapley 1962; Brams and Affuso 1976): the product of
 * 1 + x^step over all players, from which each player's factor is divided out again. The counts have as many bits as there are
 * players; they are formed modulo several numbers that fit a machine word, and put together at the end.
 */
export function swingsByTable(layout: Layout, players: number, bySize: boolean): bigint[][] {
  const { steps, wins, size } = placesOf(layout, players);
  const moduli = moduliFor(players);
  const sizes = bySize ? players : 1;
  const all = new Float64Array(wins.length);
  const others = new Float64Array(wins.length);
  const distinct = [...new Set(steps)].sort((a, b) => a - b);
  const residues = moduli.map((modulus) => {
    countCoalitions(all, steps, modulus);
    return new Map(
      distinct.map((step) => {
        removePlayer(all, others, step, modulus);
        return [step, sumSwings(others, wins, size, step, sizes, modulus)];
      }),
    );
  });
  const combine = recombination(moduli);
  const swings = new Map(
    distinct.map((step) => {
      const bySizes = Array.from({ length: sizes }, (_, at) =>
        combine(residues.map((found) => found.get(step)?.[at] ?? 0)),
      );
      return [step, layout.dual ? bySizes.reverse() : bySizes];
    }),
  );
  return steps.map((step) => swings.get(step) ?? []);
}

/** Into each place the number of coalitions that stand there. Light players first, so that the first rounds stay short. */
function countCoalitions(all: Float64Array, steps: readonly number[], modulus: number): void {
  all.fill(0);
  all[0] = 1;
  let reach = 0;
  for (const step of steps.toSorted((a, b) => a - b)) {
    reach = Math.min(all.length - 1, reach + step);
    for (let place = reach; place >= step; place--) {
      const sum = (all[place] ?? 0) + (all[place - step] ?? 0);
      all[place] = sum >= modulus ? sum - modulus : sum;
    }
  }
}

/** Coalitions of the others: those without the player are all, less those that the player has moved here. */
function removePlayer(all: Float64Array, others: Float64Array, step: number, modulus: number): void {
  others.set(all.subarray(0, step));
  for (let place = step; place < all.length; place++) {
    const difference = (all[place] ?? 0) - (others[place - step] ?? 0);
    others[place] = difference < 0 ? difference + modulus : difference;
  }
}

function sumSwings(
  others: Float64Array,
  wins: Uint8Array,
  size: Uint16Array,
  step: number,
  sizes: number,
  modulus: number,
): Float64Array {
  const swings = new Float64Array(sizes);
  for (let place = 0; place < others.length; place++) {
    const count = others[place] ?? 0;
    if (count === 0 || wins[place] === 1) continue;
    const reached = place + step;
    if (reached < wins.length && wins[reached] === 0) continue;
    const at = size[place] ?? 0;
    const sum = (swings[at] ?? 0) + count;
    swings[at] = sum >= modulus ? sum - modulus : sum;
  }
  return swings;
}
