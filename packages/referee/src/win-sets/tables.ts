import type { Block, Clause } from './clauses';
import type { Layout } from './layout';
import { buildTable, type Table } from './rows';
import type { Steps } from './steps';
import type { Variable } from './variables';

/** What a table is made from. */
export interface TableSource {
  readonly layout: Layout;
  readonly block: Block;
  readonly variables: readonly Variable[];
  readonly clauses: readonly Clause[];
  readonly mostRows: number;
}

/** Words of memory (of 4 bytes) for the tables of all variables together. */
const TABLE_WORDS = 4_000_000;
const MOST_ROWS = 512;
const FEWEST_ROWS = 8;

/** How many rows a table may have: beyond some hundred, rows cost more memory than they save work. */
export function rowsAllowed(variables: number, words: number): number {
  return Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, Math.floor(TABLE_WORDS / Math.max(1, variables * words))));
}

/** What the block adds to each variable, a table at a time. */
export function* tablesOf(source: TableSource): Steps<Table[]> {
  const tables: Table[] = [];
  for (let variable = 0; variable < source.variables.length; variable++) {
    tables.push(tableOf(source, variable));
    yield tables.length / source.variables.length;
  }
  return tables;
}

/** What a block adds to a variable: points of its options, and of the clauses that hang on inner issues alone. */
export function tableOf(source: TableSource, variable: number): Table {
  const { block, layout, clauses } = source;
  const sums = new Float64Array(block.lanes);
  layout.inner.forEach((issue, at) => {
    const points = source.variables[variable]?.points[issue] ?? [];
    const options = block.options[at];
    for (let lane = 0; lane < sums.length; lane++)
      sums[lane] = (sums[lane] ?? 0) + (points[options?.[lane] ?? 0] ?? 0);
  });
  for (const clause of clauses) if (clause.outer === null) addClause(sums, clause, variable);
  return buildTable(sums, source.mostRows);
}

/** Adds the points of a clause to those deals of a block that pass its inner tests. */
export function addClause(sums: Float64Array, clause: Clause, variable: number): void {
  if (clause.effect.kind !== 'points') return;
  for (const target of clause.effect.targets) {
    if (target.variable !== variable) continue;
    for (let lane = 0; lane < sums.length; lane++) {
      const passes = clause.mask === null || (((clause.mask[lane >> 5] ?? 0) >>> (lane & 31)) & 1) === 1;
      if (passes) sums[lane] = (sums[lane] ?? 0) + target.points;
    }
  }
}
