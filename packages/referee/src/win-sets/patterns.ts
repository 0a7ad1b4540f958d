import type { Clause } from './clauses';
import { addClause, type Prepared } from './prepare';
import { buildTable, type Table } from './rows';
import type { Space } from './space';

/**
 * Clauses that test inner and outer issues together change a variable's table where their outer tests are passed. The tables are made when
 * first needed, one for each combination of clauses passed together, and kept within a bound.
 */
export interface Patterns {
  /** The combination that a combination becomes when one more clause is passed. 0 is none. */
  more(pattern: number, clause: number): number;
  table(variable: number, pattern: number): Table;
}

/** Words of memory (of 4 bytes) that tables of combinations may take before they are made anew. */
const MOST_WORDS = 4_000_000;

export function createPatterns(space: Space, prepared: Prepared): Patterns {
  const grown = new Map<number, number>();
  const origin: { readonly pattern: number; readonly clause: Clause }[] = [];
  const made = new Map<number, Table>();
  let kept = 0;

  function make(variable: number, pattern: number): Table {
    const first = prepared.tables[variable];
    const sums = Float64Array.from(first?.sums ?? []);
    for (let at = pattern; at > 0; ) {
      const step = origin[at - 1];
      if (!step) break;
      addClause(sums, step.clause, variable);
      at = step.pattern;
    }
    return buildTable(sums, space.block.words);
  }

  return {
    more(pattern, clause) {
      const key = pattern * prepared.clauses.length + clause;
      const found = grown.get(key);
      if (found !== undefined) return found;
      const passed = prepared.clauses[clause];
      if (!passed) return pattern;
      const next = origin.push({ pattern, clause: passed });
      grown.set(key, next);
      return next;
    },
    table(variable, pattern) {
      const base = prepared.tables[variable];
      if (pattern === 0 && base) return base;
      const key = pattern * space.variables.length + variable;
      const found = made.get(key);
      if (found) return found;
      if (kept > MOST_WORDS) {
        made.clear();
        kept = 0;
      }
      const table = make(variable, pattern);
      kept += table.rows.length + 2 * table.sums.length;
      made.set(key, table);
      return table;
    },
  };
}
