import type { SideId } from '@btt/scenario';
import type { RefereeScenario } from '../model';
import { between, finish, type Steps } from '../win-sets/steps';
import { SYNCHRONOUS_DEALS } from '../win-sets/win-sets';
import { type AnalysisWanted, analyse, type PartyScale, type Refusal } from './analysis';
import { sizeOf, wholePart } from './decompose';
import { ratifiedBits } from './ratified';
import { indexRows } from './row-index';
import { scanPart } from './search';
import { askingEverybody } from './unanimous';

/** A set of deals, and how many of them are ratified. The fraction is a count over `deals`. */
export interface Share {
  readonly deals: number;
  readonly sides: readonly { readonly side: SideId; readonly count: number }[];
  /** Ratified by all sides. */
  readonly joint: number;
  /** Every faction votes yes. */
  readonly unanimous: number;
}

export type Shares =
  | {
      readonly kind: 'exact';
      readonly parties: readonly PartyScale[];
      /** Of all possible deals. */
      readonly all: Share;
      /** Of the individually rational ones: no party gets less than without an agreement. */
      readonly rational: Share;
      /** Of the Pareto front over all possible deals. */
      readonly front: Share;
    }
  | Refusal;

/** How much of what the parties themselves could want is ratified, by each side and by all. Every deal is looked at. */
export function shares(scenario: RefereeScenario, wanted: Omit<AnalysisWanted, 'within'> = {}): Shares {
  return finish(sharesSteps(scenario, wanted));
}

/** The same in slices. */
export function* sharesSteps(
  scenario: RefereeScenario,
  wanted: Omit<AnalysisWanted, 'within'> = {},
): Steps<Shares> {
  const { adjustments = [], limit = SYNCHRONOUS_DEALS } = wanted;
  const combinations = sizeOf(scenario);
  if (combinations > limit) return { kind: 'too-large', deals: combinations };
  const analysis = yield* between(0, 0.4, analyse(scenario, { ...wanted, within: 'all' }));
  if (analysis.kind !== 'analysis') return analysis;
  const { parties, front } = analysis;

  const bits: Int32Array[] = [];
  const questions = [
    ...scenario.sides.map((side) => ({ of: scenario, target: { side: side.id } })),
    { of: askingEverybody(scenario), target: 'joint' as const },
  ];
  for (const [at, { of, target }] of questions.entries()) {
    const mark = (place: number) => 0.4 + (0.4 * place) / questions.length;
    const found = yield* between(mark(at), mark(at + 1), ratifiedBits(of, adjustments, target, limit));
    if (found === null) return { kind: 'too-large', deals: combinations };
    bits.push(found);
  }

  const all = createTally(bits);
  const rational = createTally(bits);
  const onFront = createTally(bits);
  const index = indexRows(front);
  const least = Float64Array.from(parties, (one) => one.noAgreement);
  const part = wholePart(scenario, parties);
  yield* between(
    0.8,
    1,
    scanPart(part, (number, values) => {
      all.add(number);
      let isRational = true;
      for (let at = 0; at < least.length; at++) if ((values[at] ?? 0) < (least[at] ?? 0)) isRational = false;
      if (isRational) rational.add(number);
      if (index.find(values) >= 0) onFront.add(number);
    }),
  );
  const share = ({ counts }: ReturnType<typeof createTally>): Share => ({
    deals: counts[0] ?? 0,
    sides: scenario.sides.map((side, at) => ({ side: side.id, count: counts[at + 2] ?? 0 })),
    joint: counts[1] ?? 0,
    unanimous: counts[bits.length + 1] ?? 0,
  });
  return {
    kind: 'exact',
    parties: analysis.scales,
    all: share(all),
    rational: share(rational),
    front: share(onFront),
  };
}

/** Counts of a set: its deals, those in all rows of bits but the last, and those in each row. */
function createTally(bits: readonly Int32Array[]) {
  const counts = new Float64Array(bits.length + 2);
  const sides = bits.length - 1;
  function add(number: number): void {
    let passing = 0;
    for (let at = 0; at < bits.length; at++) {
      const passes = ((bits[at]?.[number >>> 5] ?? 0) >>> (number & 31)) & 1;
      counts[at + 2] = (counts[at + 2] ?? 0) + passes;
      if (at < sides) passing += passes;
    }
    counts[0] = (counts[0] ?? 0) + 1;
    if (passing === sides) counts[1] = (counts[1] ?? 0) + 1;
  }
  return { counts, add };
}
