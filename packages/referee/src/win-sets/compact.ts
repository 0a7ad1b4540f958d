import type { Network } from './network';
import { type Weighing, weighing } from './weighing';

export const LEVEL = 0;
export const RULE = 1;

/** What a term of a sum costs for one deal, in words combined. */
export const WORK_OF_A_TERM = 4;

/** A network in arrays, by node and by question. */
export interface Compact {
  readonly question: Int32Array;
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** `LEVEL`, `RULE` or another: a sum. */
  readonly asks: Uint8Array;
  /** The variable of a level, the node of a rule. */
  readonly about: Int32Array;
  readonly cuts: Float64Array;
  readonly redCuts: Float64Array;
  readonly sums: readonly ({ readonly questions: readonly number[]; readonly reaches: Weighing } | null)[];
}

export function compact(network: Network): Compact {
  const { questions } = network;
  return {
    question: Int32Array.from(network.question),
    low: Int32Array.from(network.low),
    high: Int32Array.from(network.high),
    asks: Uint8Array.from(questions, (one) =>
      one.kind === 'level' ? LEVEL : one.kind === 'rule' ? RULE : 2,
    ),
    about: Int32Array.from(questions, (one) =>
      one.kind === 'level' ? one.variable : one.kind === 'rule' ? one.node : 0,
    ),
    cuts: Float64Array.from(questions, (one) => (one.kind === 'level' ? one.cut : 0)),
    redCuts: Float64Array.from(questions, (one) => (one.kind === 'level' ? one.cutWhenRed : 0)),
    sums: questions.map((one) =>
      one.kind === 'sum' ? { questions: one.questions, reaches: weighing(one.weights, one.needed) } : null,
    ),
  };
}
