import type { Deal } from '@btt/scenario';
import { type Analysis, dealOf } from '../fronts/analysis';
import { type ExactCounts, rowOf } from '../fronts/front';
import type { Part } from '../fronts/part';
import { indexRows } from '../fronts/row-index';
import { countReaching, dealsReaching, scanPart } from '../fronts/search';
import { between, type Steps } from '../win-sets/steps';
import type { Picked } from './rules';

/** The deals that a rule picks. */
export interface Ties {
  /** All of them; null where they are too many to tell apart. */
  readonly count: bigint | null;
  /** Some of them. */
  readonly deals: readonly Deal[];
}

/** Finds the deals for what several rules have picked, at most so many for each. */
export function* tiesOf(
  analysis: Analysis,
  counts: ExactCounts,
  picks: readonly Picked<unknown>[],
  most: number,
): Steps<Ties[]> {
  const [part] = analysis.parts;
  if (part && analysis.parts.length === 1) return yield* goThrough(analysis, part, picks, most);
  const ties: Ties[] = [];
  for (const [at, picked] of picks.entries()) {
    const found =
      picked.kind === 'rows' ? ofRows(analysis, counts, picked.rows, most) : ofRegion(analysis, picked, most);
    ties.push(yield* between(at / picks.length, (at + 1) / picks.length, found));
  }
  return ties;
}

/** Looks at every deal of the only part, once for all rules. */
function* goThrough(
  analysis: Analysis,
  part: Part,
  picks: readonly Picked<unknown>[],
  most: number,
): Steps<Ties[]> {
  const { front } = analysis;
  const rules = picks.map((picked) => {
    const index = picked.kind === 'rows' ? indexRows(front, picked.rows) : null;
    const enough = picked.kind === 'region' ? valuesAt(analysis, picked.least) : null;
    return { index, enough, count: 0, deals: [] as Deal[] };
  });
  yield* scanPart(part, (number, values) => {
    for (const rule of rules) {
      const { index, enough } = rule;
      const isPicked = index ? index.find(values) >= 0 : enough !== null && reaches(values, enough);
      if (!isPicked) continue;
      rule.count++;
      if (rule.deals.length < most) rule.deals.push(dealOf(analysis, [number]));
    }
  });
  return rules.map(({ count, deals }) => ({ count: BigInt(count), deals }));
}

function* ofRows(
  analysis: Analysis,
  counts: ExactCounts,
  rows: readonly number[],
  most: number,
): Steps<Ties> {
  const deals: Deal[] = [];
  for (const [at, row] of rows.entries()) {
    if (deals.length >= most) break;
    const found = dealsReaching(analysis, rowOf(analysis, row), most - deals.length);
    deals.push(...(yield* between(at / rows.length, (at + 1) / rows.length, found)));
  }
  return { count: rows.reduce((sum, row) => sum + counts.of(row), 0n), deals };
}

/** Every deal in which nobody's gain is below the least. */
function* ofRegion(analysis: Analysis, picked: Picked<unknown>, most: number): Steps<Ties> {
  if (picked.kind !== 'region') return { count: 0n, deals: [] };
  const enough = valuesAt(analysis, picked.least);
  const count = yield* between(0, 0.8, countReaching(analysis, enough));
  return { count, deals: yield* between(0.8, 1, dealsReaching(analysis, enough, most)) };
}

/** What everybody has with the same gain for all. */
function valuesAt({ parties, front }: Analysis, gain: number): Float64Array {
  const values = new Float64Array(front.width);
  parties.forEach((party, at) => {
    values[at] = party.noAgreement + gain;
  });
  return values;
}

function reaches(values: Float64Array, enough: Float64Array): boolean {
  for (let at = 0; at < enough.length; at++) if ((values[at] ?? 0) < (enough[at] ?? 0)) return false;
  return true;
}
