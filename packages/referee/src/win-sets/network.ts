import { ceilDivide } from '../rules/exact';

/**
 * A monotone decision network: a rule as a diagram of questions ("is faction f at yes?"), each with a node for the answer no and one for
 * yes, equal nodes shared (binary decision diagrams: Bryant 1986; built straight from weights by intervals of the quota that give the
 * same node: Behle 2007). Because rules are monotone a node is simply `low or (question and high)`, for a whole row of deals at once.
 */

export const FALSE = 0;
export const TRUE = 1;

/** What a node asks. `level`: is the variable's support at the cut; the cut is another one where its faction's red line is crossed. */
type Question =
  | { readonly kind: 'level'; readonly variable: number; readonly cut: number; readonly cutWhenRed: number }
  | { readonly kind: 'rule'; readonly node: number }
  /** Is the sum of the weights of the questions answered yes at least `needed`? Used where the diagram would be too large. */
  | {
      readonly kind: 'sum';
      readonly questions: readonly number[];
      readonly weights: readonly bigint[];
      readonly needed: bigint;
    };

export interface Network {
  readonly questions: readonly Question[];
  /** Node i ≥ 2 asks `question[i]` and goes on to `low[i]` or `high[i]`. 0 is no, 1 is yes. */
  readonly question: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** One voter of a weighted count: nested questions (not no, then yes), and what each level gives, ascending. */
export interface Counted {
  readonly questions: readonly number[];
  /** One more than there are questions. */
  readonly gives: readonly bigint[];
}

export interface NetworkBuilder {
  ask(question: Question): number;
  node(question: number, low: number, high: number): number;
  /** A node for a node: lets a rule be asked as a single question. */
  asQuestion(node: number): number;
  /** Passes where the sum of what the voters give is at least `needed`. */
  atLeast(voters: readonly Counted[], needed: bigint): number;
  finish(): Network;
}

/** Beyond this many nodes for one count, sums are formed deal by deal instead. */
const MOST_NODES = 20_000;

export function networkBuilder(mostNodes = MOST_NODES): NetworkBuilder {
  const questions: Question[] = [];
  const known = new Map<string, number>();
  const question = [-1, -1];
  const low = [FALSE, FALSE];
  const high = [TRUE, TRUE];

  function ask(asked: Question): number {
    const key = JSON.stringify(asked, (_name, value: unknown) =>
      typeof value === 'bigint' || value === Number.POSITIVE_INFINITY ? String(value) : value,
    );
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, questions.length);
    return questions.push(asked) - 1;
  }

  function node(asked: number, whenNot: number, whenSo: number): number {
    if (whenNot === whenSo) return whenNot;
    const key = `${asked}:${whenNot}:${whenSo}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, question.length);
    low.push(whenNot);
    high.push(whenSo);
    return question.push(asked) - 1;
  }

  function atLeast(voters: readonly Counted[], needed: bigint): number {
    const spread = (voter: Counted) => (voter.gives.at(-1) ?? 0n) - (voter.gives[0] ?? 0n);
    const moving = voters
      .filter((voter) => spread(voter) > 0n)
      .toSorted((a, b) => sign(spread(b) - spread(a)));
    const least = voters.reduce((sum, voter) => sum + (voter.gives[0] ?? 0n), 0n);
    const rise = moving.map((voter) => ({
      ...voter,
      gives: voter.gives.map((points) => points - (voter.gives[0] ?? 0n)),
    }));
    return (
      thresholdNode(rise, needed - least, node, () => question.length, mostNodes) ??
      sumNode(rise, needed - least)
    );
  }

  function sumNode(voters: readonly Counted[], needed: bigint): number {
    const terms = voters.flatMap((voter) =>
      voter.questions.map((asked, level) => ({
        asked,
        weight: (voter.gives[level + 1] ?? 0n) - (voter.gives[level] ?? 0n),
      })),
    );
    const unit = terms.reduce((divisor, { weight }) => greatestCommonDivisor(divisor, weight), 0n);
    return node(
      ask({
        kind: 'sum',
        questions: terms.map(({ asked }) => asked),
        weights: terms.map(({ weight }) => weight / unit),
        needed: ceilDivide(needed, unit),
      }),
      FALSE,
      TRUE,
    );
  }

  return {
    ask,
    node,
    asQuestion: (of) => ask({ kind: 'rule', node: of }),
    atLeast,
    finish: () => ({ questions, question, low, high }),
  };
}

interface Range {
  readonly node: number;
  /** The node is the same for every quota in these bounds. */
  readonly from: bigint;
  readonly to: bigint;
}

/** The diagram of a weighted count whose voters give 0 at their lowest level; null if it would take more than `most` nodes. */
function thresholdNode(
  voters: readonly Counted[],
  needed: bigint,
  node: NetworkBuilder['node'],
  size: () => number,
  most: number,
): number | null {
  const rest = [0n];
  for (const voter of voters.toReversed()) rest.unshift((rest[0] ?? 0n) + (voter.gives.at(-1) ?? 0n));
  const endless = (rest[0] ?? 0n) + 1n;
  const found: Range[][] = voters.map(() => []);
  const limit = size() + most;

  function build(at: number, quota: bigint): Range | null {
    const reachable = rest[at] ?? 0n;
    if (quota <= 0n) return { node: TRUE, from: -endless, to: 0n };
    if (quota > reachable) return { node: FALSE, from: reachable + 1n, to: endless + endless };
    const ranges = found[at] ?? [];
    const place = placeOf(ranges, quota);
    const before = ranges[place];
    if (before && before.from <= quota) return before;
    if (size() > limit) return null;
    const voter = voters[at];
    if (!voter) return null;
    let from = -endless;
    let to = endless + endless;
    const children: number[] = [];
    for (const points of voter.gives) {
      const child = build(at + 1, quota - points);
      if (!child) return null;
      if (child.from + points > from) from = child.from + points;
      if (child.to + points < to) to = child.to + points;
      children.push(child.node);
    }
    const top = voter.questions.reduceRight(
      (above, asked, level) => node(asked, children[level] ?? FALSE, above),
      children.at(-1) ?? FALSE,
    );
    const range = { node: top, from, to };
    ranges.splice(placeOf(ranges, quota), 0, range);
    return range;
  }

  return build(0, needed)?.node ?? null;
}

/** Index of the first range that ends at or after the quota. Ranges are disjoint and ascending. */
function placeOf(ranges: readonly Range[], quota: bigint): number {
  let start = 0;
  let end = ranges.length;
  while (start < end) {
    const middle = (start + end) >> 1;
    if ((ranges[middle]?.to ?? 0n) < quota) start = middle + 1;
    else end = middle;
  }
  return start;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

const sign = (number: bigint) => (number < 0n ? -1 : number > 0n ? 1 : 0);
