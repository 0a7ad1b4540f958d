import type { OptionTest } from '@btt/scenario';
import type { RefereeScenario } from '../model';
import type { Layout } from './layout';
import { wordsFor } from './rows';

/** What happens in the deals that pass all tests of a clause. */
export type ClauseEffect =
  /** Points for variables: an interaction or a conditional adjustment. */
  | {
      readonly kind: 'points';
      readonly targets: readonly { readonly variable: number; readonly points: number }[];
    }
  /** A red line of the faction behind this variable is crossed. */
  | { readonly kind: 'red'; readonly variable: number }
  /** The deal is not possible. */
  | { readonly kind: 'impossible' };

/** A conjunction of options, cut in two by the layout. */
export interface Clause {
  readonly effect: ClauseEffect;
  /** For every outer issue, which of its options pass; null = no test on any outer issue. */
  readonly outer: readonly (readonly boolean[])[] | null;
  /** The deals of the block that pass the tests on inner issues; null = no such test. */
  readonly mask: Int32Array | null;
}

/** The block's deals: option of each inner issue by lane. */
export interface Block {
  readonly lanes: number;
  readonly words: number;
  /** `options[i][lane]`: option of the i-th inner issue. */
  readonly options: readonly Uint16Array[];
}

export function layOutBlock(scenario: RefereeScenario, layout: Layout): Block {
  const counts = layout.inner.map((issue) => scenario.issues[issue]?.options.length ?? 0);
  const lanes = counts.reduce((product, count) => product * count, 1);
  let repeat = 1;
  const options = counts.map((count) => {
    const column = new Uint16Array(lanes);
    for (let lane = 0, option = 0; lane < lanes; option = option + 1 < count ? option + 1 : 0) {
      column.fill(option, lane, lane + repeat);
      lane += repeat;
    }
    repeat *= count;
    return column;
  });
  return { lanes, words: wordsFor(lanes), options };
}

/** Compiles a conjunction; null where no deal can pass it. */
export function compileClause(
  scenario: RefereeScenario,
  layout: Layout,
  block: Block,
  tests: readonly OptionTest[],
  effect: ClauseEffect,
): Clause | null {
  const passing = scenario.issues.map((issue) => {
    const own = tests.filter((test) => test.issue === issue.id);
    return own.length === 0
      ? null
      : issue.options.map((option) => own.every((test) => test.options.includes(option.id)));
  });
  const unknown = tests.some((test) => !scenario.issues.some((issue) => issue.id === test.issue));
  if (unknown || passing.some((options) => options !== null && !options.includes(true))) return null;
  const outer = layout.outer.map(
    (issue) => passing[issue] ?? scenario.issues[issue]?.options.map(() => true) ?? [],
  );
  const outerTested = layout.outer.some((issue) => passing[issue] !== null);
  const innerTested = layout.inner.some((issue) => passing[issue] !== null);
  return {
    effect,
    outer: outerTested ? outer : null,
    mask: innerTested
      ? maskOf(
          block,
          layout.inner.map((issue) => passing[issue] ?? null),
        )
      : null,
  };
}

function maskOf(block: Block, passing: readonly (readonly boolean[] | null)[]): Int32Array {
  const mask = new Int32Array(block.words);
  for (let lane = 0; lane < block.lanes; lane++) {
    const passes = passing.every(
      (options, at) => options === null || options[block.options[at]?.[lane] ?? -1] === true,
    );
    if (passes) mask[lane >> 5] = (mask[lane >> 5] ?? 0) | (1 << (lane & 31));
  }
  return mask;
}
