import type { Bounds } from './bounds';
import type { Evaluator } from './evaluator';
import { createPatterns } from './patterns';
import type { Prepared } from './prepare';
import type { Space } from './space';

export interface Tools {
  readonly evaluator: Evaluator;
  readonly bounds: Bounds;
}

/**
 * Makes what sets the tools for a block, once every outer issue has its option: supports outside the block, tables, red lines, possible
 * deals, bounds. It takes the supports by variable and a bit for each clause whose outer tests are passed, and says how many deals of the
 * block are possible: `possible` where no such clause restricts them.
 */
export function blockOpener(
  space: Space,
  { evaluator, bounds }: Tools,
  prepared: Prepared,
  possible: number,
): (prefix: Float64Array, alive: Int32Array) => number {
  const { sums, tables, redState, memory } = evaluator;
  const { low, high, mayBeRed, isRed } = bounds;
  const { clauseWords, clauses } = prepared;
  const { words } = space.block;
  const width = space.variables.length;
  const patterns = createPatterns(space, prepared, evaluator);
  const pattern = new Int32Array(width);
  /** Whether clauses have made deals of the last block impossible, so that the valid row must be set anew. */
  let restricted = true;

  /** Applies the clauses whose outer tests are all passed, and says how many deals they leave possible. */
  function takeUpClauses(prefix: Float64Array, alive: Int32Array): number {
    for (let variable = 0; variable < width; variable++) {
      sums[variable] = prefix[variable] ?? 0;
      pattern[variable] = 0;
      const free = prepared.free[variable] ?? null;
      redState[variable] = free === null ? 0 : 1;
      if (free !== null) memory.set(free, evaluator.free(variable));
    }
    if (restricted) memory.set(prepared.valid, evaluator.valid);
    restricted = false;
    for (let word = 0; word < clauseWords; word++) {
      for (let bits = alive[word] ?? 0; bits !== 0; bits &= bits - 1) {
        const clause = word * 32 + (31 - Math.clz32(bits & -bits));
        if (!takeUp(clause)) return 0;
      }
    }
    return restricted ? evaluator.count(evaluator.valid, evaluator.all) : possible;
  }

  /** False where the clause leaves no deal possible. */
  function takeUp(at: number): boolean {
    const clause = clauses[at];
    if (!clause) return true;
    const { effect, mask } = clause;
    switch (effect.kind) {
      case 'points':
        for (let index = 0; index < effect.targets.length; index++) {
          const target = effect.targets[index];
          if (!target) continue;
          if (mask === null) sums[target.variable] = (sums[target.variable] ?? 0) + target.points;
          else pattern[target.variable] = patterns.more(pattern[target.variable] ?? 0, at);
        }
        return true;
      case 'red':
        crossRed(effect.variable, mask);
        return true;
      case 'impossible':
        if (mask === null) return false;
        restricted = true;
        exclude(evaluator.valid, mask);
        return true;
    }
  }

  function crossRed(variable: number, mask: Int32Array | null): void {
    if (mask === null) redState[variable] = 2;
    if (mask === null || redState[variable] === 2) return;
    if (redState[variable] === 0) memory.fill(-1, evaluator.free(variable), evaluator.free(variable) + words);
    redState[variable] = 1;
    exclude(evaluator.free(variable), mask);
  }

  function exclude(row: number, mask: Int32Array): void {
    for (let word = 0; word < words; word++)
      memory[row + word] = (memory[row + word] ?? 0) & ~(mask[word] ?? 0);
  }

  /** Takes the tables of the patterns, and the bounds that follow; false where there is no room for them. */
  function takeTables(): boolean {
    for (let variable = 0; variable < width; variable++) {
      const placed = patterns.table(variable, pattern[variable] ?? 0);
      if (placed === null) return false;
      tables[variable] = placed;
      low[variable] = (sums[variable] ?? 0) + placed.table.min;
      high[variable] = (sums[variable] ?? 0) + placed.table.max;
      mayBeRed[variable] = redState[variable] === 0 ? 0 : 1;
      isRed[variable] = redState[variable] === 2 ? 1 : 0;
    }
    return true;
  }

  patterns.clear();
  return (prefix, alive) => {
    const left = takeUpClauses(prefix, alive);
    if (left === 0 || takeTables()) return left;
    patterns.clear();
    takeTables();
    return left;
  };
}
