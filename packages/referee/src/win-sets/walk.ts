import { createEvaluator, type Evaluator, NONE } from './evaluator';
import { createPatterns } from './patterns';
import type { Prepared } from './prepare';
import { bitsIn } from './rows';
import type { Space } from './space';

/** Counts over the deals of a space that are possible. */
interface Counts {
  readonly deals: number;
  readonly sides: Float64Array;
  readonly joint: number;
}

/** Is told of deals, a block at a time: those whose bits are set in `words` words from `first`. */
type Visitor = (outerOptions: Int32Array, rows: Int32Array, first: number) => void;

/** What to look for: a side by its position, the deals of all sides together, or every possible deal. */
export type Target = number | 'joint' | 'all';

export interface Walker {
  count(prepared: Prepared): Counts;
  /** Visits every deal of the target, blocks in the order of the walk. */
  visit(prepared: Prepared, target: Target, visitor: Visitor): void;
}

const OPEN = 0;
const PASSES = 1;
const FAILS = 2;

/** A walk through the outer issues. It keeps its memory from one count to the next; nothing is allocated on the way but tables of patterns. */
export function createWalker(space: Space): Walker {
  const evaluator = createEvaluator(space);
  return {
    count: (prepared) => walk(space, evaluator, prepared, null, null),
    visit: (prepared, target, visitor) => void walk(space, evaluator, prepared, target, visitor),
  };
}

function walk(
  space: Space,
  evaluator: Evaluator,
  prepared: Prepared,
  target: Target | null,
  visitor: Visitor | null,
): Counts {
  const { roots, variables, layout, scenario, block } = space;
  const { sums, tables, redState, redRows, low, high, mayBeRed, isRed, rows } = evaluator;
  const { clauseWords, clauses } = prepared;
  const width = variables.length;
  const sides = roots.length;
  const depths = layout.outer.length;
  const words = block.words;
  const options = layout.outer.map((issue) => scenario.issues[issue]?.options.length ?? 0);
  const below = new Float64Array(depths + 1).fill(block.lanes);
  for (let depth = depths - 1; depth >= 0; depth--)
    below[depth] = (below[depth + 1] ?? 0) * (options[depth] ?? 0);

  const prefix = new Float64Array((depths + 1) * width);
  const alive = new Int32Array((depths + 1) * clauseWords);
  const status = new Uint8Array((depths + 1) * sides);
  const chosen = new Int32Array(depths);
  const counts = new Float64Array(sides);
  const valid = new Int32Array(words);
  const result = new Int32Array(words);
  const patterns = createPatterns(space, prepared);
  const pattern = new Int32Array(width);
  const countsDeals = sides === 0 || target === 'all';
  let deals = 0;
  let joint = 0;
  let possible = prepared.valid.reduce((sum, word) => sum + bitsIn(word), 0);
  const allPossible = possible === block.lanes;

  /** Settles the sides that the bounds decide; false if any stays open. */
  function settle(depth: number): boolean {
    evaluator.begin();
    let settled = true;
    for (let side = 0; side < sides; side++) {
      const place = depth * sides + side;
      if (status[place] !== OPEN) continue;
      const root = roots[side] ?? 0;
      if (!evaluator.passesAtBest(root)) status[place] = FAILS;
      else if (evaluator.passesAtWorst(root)) status[place] = PASSES;
      else settled = false;
    }
    return settled;
  }

  /** Whether no deal below can matter any more. */
  function hopeless(depth: number): boolean {
    if (countsDeals) return false;
    if (typeof target === 'number') return status[depth * sides + target] === FAILS;
    let failing = 0;
    for (let side = 0; side < sides; side++) if (status[depth * sides + side] === FAILS) failing++;
    return target === 'joint' ? failing > 0 : failing === sides;
  }

  function anyImpossible(depth: number): boolean {
    if (!allPossible) return true;
    for (let word = 0; word < clauseWords; word++) {
      if (((alive[depth * clauseWords + word] ?? 0) & (prepared.impossible[word] ?? 0)) !== 0) return true;
    }
    return false;
  }

  function add(depth: number, number: number): void {
    deals += number;
    let all = true;
    for (let side = 0; side < sides; side++) {
      if (status[depth * sides + side] === PASSES) counts[side] = (counts[side] ?? 0) + number;
      else all = false;
    }
    if (all) joint += number;
  }

  function descend(depth: number): void {
    if (depth === depths) return leaf();
    for (let variable = 0; variable < width; variable++) {
      const sum = prefix[depth * width + variable] ?? 0;
      low[variable] = sum + (prepared.restMin[depth * width + variable] ?? 0);
      high[variable] = sum + (prepared.restMax[depth * width + variable] ?? 0);
      mayBeRed[variable] = prepared.mayBeRed[variable] ?? 0;
      isRed[variable] = 0;
    }
    const settled = settle(depth);
    if (hopeless(depth)) return;
    if (settled && visitor === null && !anyImpossible(depth)) return add(depth, below[depth] ?? 0);
    const points = prepared.outerPoints[depth];
    const passing = prepared.passing[depth];
    for (let option = 0; option < (options[depth] ?? 0); option++) {
      chosen[depth] = option;
      for (let variable = 0; variable < width; variable++) {
        prefix[(depth + 1) * width + variable] =
          (prefix[depth * width + variable] ?? 0) + (points?.[option * width + variable] ?? 0);
      }
      for (let word = 0; word < clauseWords; word++) {
        alive[(depth + 1) * clauseWords + word] =
          (alive[depth * clauseWords + word] ?? 0) & (passing?.[option * clauseWords + word] ?? 0);
      }
      for (let side = 0; side < sides; side++)
        status[(depth + 1) * sides + side] = status[depth * sides + side] ?? OPEN;
      descend(depth + 1);
    }
  }

  function leaf(): void {
    if (!takeUpClauses()) return;
    for (let variable = 0; variable < width; variable++) {
      const table = patterns.table(variable, pattern[variable] ?? 0);
      tables[variable] = table;
      low[variable] = (sums[variable] ?? 0) + table.min;
      high[variable] = (sums[variable] ?? 0) + table.max;
      mayBeRed[variable] = redState[variable] === 0 ? 0 : 1;
      isRed[variable] = redState[variable] === 2 ? 1 : 0;
    }
    const settled = settle(depths);
    if (hopeless(depths)) return;
    if (settled && visitor === null) return add(depths, possible);
    deals += possible;
    result.set(valid);
    for (let side = 0; side < sides; side++) {
      const known = status[depths * sides + side] ?? OPEN;
      const row = known === FAILS ? NONE : known === PASSES ? words : evaluator.row(roots[side] ?? 0);
      let passed = 0;
      for (let word = 0; word < words; word++) {
        const bits = rows[row + word] ?? 0;
        passed += bitsIn(bits & (valid[word] ?? 0));
        if (target === null || target === 'joint' || target === side)
          result[word] = (result[word] ?? 0) & bits;
      }
      counts[side] = (counts[side] ?? 0) + passed;
    }
    if (visitor) visitor(chosen, result, 0);
    else for (let word = 0; word < words; word++) joint += bitsIn(result[word] ?? 0);
  }

  /** Applies the clauses whose outer tests are all passed; false where they leave no deal possible. */
  function takeUpClauses(): boolean {
    for (let variable = 0; variable < width; variable++) {
      sums[variable] = prefix[depths * width + variable] ?? 0;
      pattern[variable] = 0;
      const red = prepared.red[variable] ?? null;
      redState[variable] = red === null ? 0 : 1;
      if (red !== null) redRows.set(red, variable * words);
    }
    valid.set(prepared.valid);
    let restricted = false;
    for (let word = 0; word < clauseWords; word++) {
      for (let bits = alive[depths * clauseWords + word] ?? 0; bits !== 0; bits &= bits - 1) {
        const at = word * 32 + (31 - Math.clz32(bits & -bits));
        const clause = clauses[at];
        if (!clause) continue;
        const { effect, mask } = clause;
        if (effect.kind === 'points') {
          for (let index = 0; index < effect.targets.length; index++) {
            const target = effect.targets[index];
            if (!target) continue;
            if (mask === null) sums[target.variable] = (sums[target.variable] ?? 0) + target.points;
            else pattern[target.variable] = patterns.more(pattern[target.variable] ?? 0, at);
          }
        } else if (effect.kind === 'red') crossRed(effect.variable, mask);
        else if (mask === null) return false;
        else {
          restricted = true;
          for (let index = 0; index < words; index++)
            valid[index] = (valid[index] ?? 0) & ~(mask[index] ?? 0);
        }
      }
    }
    if (restricted || !allPossible) {
      possible = 0;
      for (let word = 0; word < words; word++) possible += bitsIn(valid[word] ?? 0);
    } else possible = block.lanes;
    return possible > 0;
  }

  function crossRed(variable: number, mask: Int32Array | null): void {
    if (mask === null) redState[variable] = 2;
    else if (redState[variable] === 0) {
      redState[variable] = 1;
      redRows.set(mask, variable * words);
    } else if (redState[variable] === 1) {
      const first = variable * words;
      for (let word = 0; word < words; word++)
        redRows[first + word] = (redRows[first + word] ?? 0) | (mask[word] ?? 0);
    }
  }

  prefix.set(prepared.start);
  alive.fill(-1, 0, clauseWords);
  if ((below[0] ?? 0) > 0) descend(0);
  return { deals, sides: counts, joint };
}
