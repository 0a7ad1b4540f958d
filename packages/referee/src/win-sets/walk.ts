import { blockOpener, type Tools } from './open-block';
import type { Prepared } from './prepare';
import { bitsIn } from './rows';
import type { Space } from './space';
import type { Steps } from './steps';

/** Counts over the deals of a space that are possible. */
export interface Counts {
  readonly deals: number;
  readonly sides: Float64Array;
  readonly joint: number;
}

/** Is told of deals, a block at a time: those whose bits are set in `words` words from `first`. */
export type Visitor = (outerOptions: Int32Array, rows: Int32Array, first: number) => void;

/** What to look for: a side by its position, the deals of all sides together, or every possible deal. */
export type Target = number | 'joint' | 'all';

/** What one step costs besides rows, and what it costs more for each variable, in words combined. */
const WORK_OF_A_STEP = 500;
const WORK_OF_A_VARIABLE = 20;

const OPEN = 0;
const PASSES = 1;
const FAILS = 2;

/** A walk through the outer issues, from block to block. Nothing is allocated on the way but tables of patterns. */
export function* walk(
  space: Space,
  tools: Tools,
  prepared: Prepared,
  target: Target | null,
  visitor: Visitor | null,
): Steps<Counts> {
  const { evaluator, bounds } = tools;
  const { roots, variables, layout, scenario, block } = space;
  const { low, high, mayBeRed, isRed } = bounds;
  const { clauseWords } = prepared;
  const width = variables.length;
  const sides = roots.length;
  const depths = layout.outer.length;
  const options = layout.outer.map((issue) => scenario.issues[issue]?.options.length ?? 0);
  const below = new Float64Array(depths + 1).fill(block.lanes);
  for (let depth = depths - 1; depth >= 0; depth--)
    below[depth] = (below[depth + 1] ?? 0) * (options[depth] ?? 0);

  const prefix = new Float64Array((depths + 1) * width);
  const alive = new Int32Array((depths + 1) * clauseWords);
  const status = new Uint8Array((depths + 1) * sides);
  const chosen = new Int32Array(depths);
  const counts = new Float64Array(sides);
  const countsDeals = sides === 0 || target === 'all';
  let deals = 0;
  let joint = 0;
  let steps = 0;
  let visited = 0;
  const firstPossible = prepared.valid.reduce((sum, word) => sum + bitsIn(word), 0);
  const allPossible = firstPossible === block.lanes;
  let possible = firstPossible;
  const openBlock = blockOpener(space, tools, prepared, firstPossible);
  const lastPrefix = prefix.subarray(depths * width);
  const lastAlive = alive.subarray(depths * clauseWords);
  const sideRow = new Int32Array(sides);

  /** Settles the sides that the bounds decide; false if any stays open. */
  function settle(depth: number): boolean {
    let settled = true;
    for (let side = 0; side < sides; side++) {
      const place = depth * sides + side;
      if (status[place] !== OPEN) continue;
      const root = roots[side] ?? 0;
      if (!bounds.passesAtBest(root)) status[place] = FAILS;
      else if (bounds.passesAtWorst(root)) status[place] = PASSES;
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

  /** Works out what is known at a depth; true if one has to go on to its options. */
  function enter(depth: number): boolean {
    for (let variable = 0; variable < width; variable++) {
      const sum = prefix[depth * width + variable] ?? 0;
      low[variable] = sum + (prepared.restMin[depth * width + variable] ?? 0);
      high[variable] = sum + (prepared.restMax[depth * width + variable] ?? 0);
      mayBeRed[variable] = prepared.mayBeRed[variable] ?? 0;
      isRed[variable] = 0;
    }
    const settled = settle(depth);
    if (hopeless(depth)) return false;
    if (!settled || visitor !== null || anyImpossible(depth)) return true;
    add(depth, below[depth] ?? 0);
    return false;
  }

  /** Takes an option at a depth: what holds one deeper. */
  function choose(depth: number, option: number): void {
    const points = prepared.outerPoints[depth];
    const passing = prepared.passing[depth];
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
  }

  function leaf(): void {
    possible = openBlock(lastPrefix, lastAlive);
    if (possible === 0) return;
    const settled = settle(depths);
    if (hopeless(depths)) return;
    if (settled && visitor === null) return add(depths, possible);
    deals += possible;
    evaluator.begin();
    let all = evaluator.valid;
    for (let side = 0; side < sides; side++) {
      const known = status[depths * sides + side] ?? OPEN;
      const row = known === FAILS ? evaluator.none : known === PASSES ? evaluator.all : rowOf(side);
      sideRow[side] = row;
      if (row === evaluator.all || target === 'all' || (typeof target === 'number' && target !== side))
        continue;
      all = evaluator.meet(evaluator.result, all, row);
    }
    evaluator.run();
    if (visitor) {
      visited += block.lanes;
      return visitor(chosen, evaluator.memory, all);
    }
    for (let side = 0; side < sides; side++) counts[side] = (counts[side] ?? 0) + sizeOf(sideRow[side] ?? 0);
    joint += all === evaluator.valid ? possible : sizeOf(all);
  }

  function rowOf(side: number): number {
    return evaluator.row(roots[side] ?? 0);
  }

  function sizeOf(row: number): number {
    if (row === evaluator.none) return 0;
    return row === evaluator.all ? possible : evaluator.count(row, evaluator.valid);
  }

  /** The part of all combinations that lies behind. */
  function progress(depth: number): number {
    let behind = 0;
    for (let at = 0; at <= depth; at++) behind += Math.max(0, chosen[at] ?? 0) * (below[at + 1] ?? 0);
    return Math.min(1, behind / (below[0] ?? 1));
  }

  prefix.set(prepared.start);
  alive.fill(-1, 0, clauseWords);
  chosen.fill(-1);
  let depth = -1;
  if ((below[0] ?? 0) > 0) {
    if (depths === 0) leaf();
    else if (enter(0)) depth = 0;
  }
  let reported = evaluator.work();
  while (depth >= 0) {
    const option = (chosen[depth] ?? 0) + 1;
    if (option >= (options[depth] ?? 0)) {
      chosen[depth] = -1;
      depth--;
      continue;
    }
    choose(depth, option);
    steps++;
    if (depth + 1 === depths) leaf();
    else if (enter(depth + 1)) depth++;
    const work = evaluator.work() + steps * (WORK_OF_A_STEP + WORK_OF_A_VARIABLE * width) + visited;
    if (work - reported >= space.slice) {
      reported = work;
      yield progress(depth);
    }
  }
  return { deals, sides: counts, joint };
}
