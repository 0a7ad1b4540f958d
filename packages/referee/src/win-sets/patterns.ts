import type { Clause } from './clauses';
import type { Evaluator, Placed } from './evaluator';
import type { Prepared } from './prepare';
import { buildTable } from './rows';
import type { Space } from './space';
import { addClause } from './tables';

/**
 * Clauses that test inner and outer issues together change a variable's table where their outer tests are passed. The tables are made when
 * first needed, one for each combination of clauses passed together, and kept while there is room for them.
 */
export interface Patterns {
  /** The combination that a combination becomes when one more clause is passed. 0 is none. */
  more(pattern: number, clause: number): number;
  /** Null where there is no room for it before `clear`. */
  table(variable: number, pattern: number): Placed | null;
  /** Makes room: tables that were given out before are gone. */
  clear(): void;
}

export function createPatterns(space: Space, prepared: Prepared, evaluator: Evaluator): Patterns {
  const grown = new Map<number, number>();
  const origin: { readonly pattern: number; readonly clause: Clause }[] = [];
  const made = new Map<number, Placed>();
  const unchanged = prepared.tables.map((table, variable) =>
    table === prepared.base[variable] ? evaluator.base[variable] : undefined,
  );

  function make(variable: number, pattern: number): Placed | null {
    const first = prepared.tables[variable];
    if (pattern === 0 && first) return evaluator.place(first);
    const sums = Float64Array.from(first?.sums ?? []);
    for (let at = pattern; at > 0; ) {
      const step = origin[at - 1];
      if (!step) break;
      addClause(sums, step.clause, variable);
      at = step.pattern;
    }
    return evaluator.place(buildTable(sums, space.mostRows));
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
      const kept = pattern === 0 ? unchanged[variable] : null;
      if (kept) return kept;
      const key = pattern * space.variables.length + variable;
      const found = made.get(key);
      if (found) return found;
      const placed = make(variable, pattern);
      if (placed) made.set(key, placed);
      return placed;
    },
    clear() {
      made.clear();
      evaluator.clear();
    },
  };
}
