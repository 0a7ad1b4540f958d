import { type Compact, LEVEL, RULE } from './compact';
import { TRUE } from './network';

/** Answers a network for the best and for the worst that may still come. The caller sets the four arrays, by variable. */
export interface Bounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly mayBeRed: Uint8Array;
  readonly isRed: Uint8Array;
  passesAtBest(node: number): boolean;
  passesAtWorst(node: number): boolean;
}

export function createBounds(network: Compact, variables: number): Bounds {
  const low = new Float64Array(variables);
  const high = new Float64Array(variables);
  const mayBeRed = new Uint8Array(variables);
  const isRed = new Uint8Array(variables);
  return {
    low,
    high,
    mayBeRed,
    isRed,
    passesAtBest: judge(network, high, isRed),
    passesAtWorst: judge(network, low, mayBeRed),
  };
}

/** Follows a network for one vector of supports. */
function judge(network: Compact, supports: Float64Array, red: Uint8Array): (node: number) => boolean {
  const { question, low, high, asks, about, cuts, redCuts, sums } = network;
  function passes(node: number): boolean {
    let at = node;
    while (at > TRUE) at = (yes(question[at] ?? 0) ? high[at] : low[at]) ?? 0;
    return at === TRUE;
  }
  function yes(asked: number): boolean {
    const kind = asks[asked];
    const subject = about[asked] ?? 0;
    if (kind === LEVEL)
      return (supports[subject] ?? 0) >= ((red[subject] === 1 ? redCuts[asked] : cuts[asked]) ?? 0);
    if (kind === RULE) return passes(subject);
    const sum = sums[asked];
    return sum ? sum.reaches((term) => yes(sum.questions[term] ?? 0)) : false;
  }
  return passes;
}
