import { wordsFor } from './rows';

/**
 * Splits the issues in two: a block of up to some thousand deals, which are worked on 32 at a time, and the outer issues that are
 * walked through one by one.
 */
export interface Layout {
  /** Positions of issues, those with the largest effect first, so that whole branches are decided early. */
  readonly outer: readonly number[];
  readonly inner: readonly number[];
}

/** Measured: one step of the walk costs as much as working on so many words of a row. It is what makes small blocks dear. */
const COST_OF_A_STEP = 150;

/** Chooses the inner issues: a product of option counts that fills its words well, of the issues that matter least. */
export function chooseLayout(options: readonly number[], effect: readonly number[], most: number): Layout {
  interface Choice {
    readonly chosen: readonly number[];
    readonly effect: number;
  }
  const choices = new Map<number, Choice>([[1, { chosen: [], effect: 0 }]]);
  options.forEach((count, issue) => {
    for (const [product, choice] of new Map(choices)) {
      const larger = product * count;
      if (larger > most) continue;
      const next = { chosen: [...choice.chosen, issue], effect: choice.effect + (effect[issue] ?? 0) };
      const rival = choices.get(larger);
      if (!rival || next.effect < rival.effect) choices.set(larger, next);
    }
  });
  const worth = (product: number) => product / (wordsFor(product) + COST_OF_A_STEP);
  const best = [...choices].reduce((a, b) => (worth(b[0]) > worth(a[0]) ? b : a))[1];
  const outer = options.map((_, issue) => issue).filter((issue) => !best.chosen.includes(issue));
  return { inner: best.chosen, outer: outer.toSorted((a, b) => (effect[b] ?? 0) - (effect[a] ?? 0)) };
}
