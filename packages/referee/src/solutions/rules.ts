import { type ExactFraction, fractionOf } from '../coalitions/fractions';
import { between, type Steps } from '../win-sets/steps';
import { type Gains, visitRows } from './candidates';
import { compareRatios } from './ratios';

/**
 * What a solution picks: rows of the front whose deals are all its ties, or everybody who gets at least so much over no agreement. The
 * latter where ties may lie below the front: a deal that gives the worst-off as much as another may give somebody else less.
 */
export type Picked<Objective> =
  | { readonly kind: 'rows'; readonly objective: Objective; readonly rows: readonly number[] }
  | { readonly kind: 'region'; readonly objective: Objective; readonly least: number }
  | NoSolution;

export interface NoSolution {
  readonly kind: 'none';
  /** There is no deal at all, or none in which everybody has at least as much as without an agreement. */
  readonly reason: 'no-deal' | 'no-rational-deal';
}

/**
 * Nash (The Bargaining Problem, Econometrica 18, 1950): the highest product of gains over no agreement, among deals in which no gain is
 * negative. Where the product is above 0, a dominated deal has a lower one, so all ties are on the front. Where it is 0, every deal in which
 * nobody loses ties.
 */
export function* pickNash(gains: Gains): Steps<Picked<bigint>> {
  const { rational, parties } = gains;
  if (rational.length === 0) return none(gains);
  const rough: number[] = [];
  yield* visitRows(rational, (row) => {
    let product = 1;
    for (let party = 0; party < parties && product !== 0; party++) product *= gains.of(row, party);
    rough.push(product);
  });
  const top = rough.reduce((one, other) => Math.max(one, other), 0);
  if (top === 0) return { kind: 'region', objective: 0n, least: 0 };
  // Rounding in so many factors is far below a billionth: what is below that need not be multiplied exactly.
  const close = rational.filter((_, at) => !((rough[at] ?? 0) < top * (1 - 1e-9)));
  let rows: number[] = [];
  let best = 0n;
  for (const row of close) {
    let product = 1n;
    for (let party = 0; party < parties; party++) product *= BigInt(gains.of(row, party));
    if (product > best) [best, rows] = [product, []];
    if (product === best) rows.push(row);
  }
  return { kind: 'rows', objective: best, rows };
}

/**
 * Kalai and Smorodinsky (Other Solutions to Nash's Bargaining Problem, Econometrica 43, 1975), on a discrete set: the highest least share of
 * the ideal gain, which is the most that a party gets in any deal in which nobody loses; ties are broken by the next least share and so on
 * (leximin, as in Imai, Econometrica 51, 1983). Only deals in which nobody loses are looked at. A party whose ideal gain is 0 is left out;
 * the objective, 0 if all are, is the least share. Better shares for one and worse for none win, so all ties are on the front.
 */
export function* pickKalaiSmorodinsky(gains: Gains): Steps<Picked<ExactFraction>> {
  const { rational, parties } = gains;
  if (rational.length === 0) return none(gains);
  const ideals = new Float64Array(parties);
  const raise = (row: number) => {
    for (let party = 0; party < parties; party++)
      ideals[party] = Math.max(ideals[party] ?? 0, gains.of(row, party));
  };
  yield* between(0, 0.5, visitRows(rational, raise));
  const counted = Array.from(ideals.keys()).filter((party) => (ideals[party] ?? 0) > 0);
  /** Compares the share of a party in one row with that of a party in another. */
  const compare = (row: number, party: number, other: number, otherParty: number) =>
    compareRatios(
      gains.of(row, party),
      ideals[party] ?? 1,
      gains.of(other, otherParty),
      ideals[otherParty] ?? 1,
    );

  let rows: number[] = [];
  /** The parties in one of the best rows, the one with the least share first. */
  let order: readonly number[] = [];
  yield* between(
    0.5,
    1,
    visitRows(rational, (row) => {
      const [best] = rows;
      const [worst] = order;
      const falls = (party: number) =>
        best !== undefined && worst !== undefined && compare(row, party, best, worst) < 0;
      if (counted.some(falls)) return;
      const own = counted.toSorted((a, b) => compare(row, a, row, b));
      const difference =
        best === undefined
          ? 1
          : (own
              .map((party, at) => compare(row, party, best, order[at] ?? party))
              .find((sign) => sign !== 0) ?? 0);
      if (difference > 0) [rows, order] = [[], own];
      if (difference >= 0) rows.push(row);
    }),
  );
  const [best = 0] = rows;
  const [worst] = order;
  const objective =
    worst === undefined
      ? fractionOf(0n, 1n)
      : fractionOf(BigInt(gains.of(best, worst)), BigInt(ideals[worst] ?? 1));
  return { kind: 'rows', objective, rows };
}

/**
 * Egalitarian (Kalai, Proportional Solutions to Bargaining Situations, Econometrica 45, 1977): the highest least gain over no agreement, in
 * points as they are, over all deals. It is negative where somebody loses in every deal. Everything that gives the worst-off as much ties,
 * whether or not another deal gives somebody else more.
 */
export function* pickEgalitarian(gains: Gains): Steps<Picked<number>> {
  if (gains.size === 0) return none(gains);
  let best = Number.NEGATIVE_INFINITY;
  yield* visitRows(gains.rows, (row) => {
    let least = Number.POSITIVE_INFINITY;
    for (let party = 0; party < gains.parties; party++) least = Math.min(least, gains.of(row, party));
    best = Math.max(best, least);
  });
  return { kind: 'region', objective: best, least: best };
}

/**
 * Utilitarian (Harsanyi, Journal of Political Economy 63, 1955): the highest sum of gains over no agreement, in points as they are, over
 * all deals. A dominated deal has a lower sum, so all ties are on the front.
 */
export function* pickUtilitarian(gains: Gains): Steps<Picked<number>> {
  if (gains.size === 0) return none(gains);
  let best = Number.NEGATIVE_INFINITY;
  let rows: number[] = [];
  yield* visitRows(gains.rows, (row) => {
    let sum = 0;
    for (let party = 0; party < gains.parties; party++) sum += gains.of(row, party);
    if (sum > best) [best, rows] = [sum, []];
    if (sum === best) rows.push(row);
  });
  return { kind: 'rows', objective: best, rows };
}

const none = (gains: Gains): NoSolution => ({
  kind: 'none',
  reason: gains.size === 0 ? 'no-deal' : 'no-rational-deal',
});
