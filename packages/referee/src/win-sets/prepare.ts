import type { Adjustment } from '../model';
import { type Clause, compileClause } from './clauses';
import { buildTable, type Table } from './rows';
import { type Space, targetsOf } from './space';

/** A space with one record's adjustments in it: all that the walk looks up. Depth d means that d outer issues have their option. */
export interface Prepared {
  readonly start: Float64Array;
  /** For each depth, by option and variable: points of the outer issue. */
  readonly outerPoints: readonly Float64Array[];
  /** By depth and variable: the least and the most that everything not yet chosen can add. */
  readonly restMin: Float64Array;
  readonly restMax: Float64Array;
  /** For each variable, what the block adds whatever the outer options. */
  readonly tables: readonly Table[];
  /** Deals of the block in which the variable's faction refuses, whatever the outer options. */
  readonly red: readonly (Int32Array | null)[];
  readonly mayBeRed: Uint8Array;
  /** Deals of the block that are possible, as far as inner issues tell. */
  readonly valid: Int32Array;
  /** Clauses with a test on an outer issue; a bit for each tells whether it may still be passed. */
  readonly clauses: readonly Clause[];
  readonly clauseWords: number;
  /** For each depth, by option: the clauses that the option passes. */
  readonly passing: readonly Int32Array[];
  /** Clauses that make deals impossible. */
  readonly impossible: Int32Array;
}

/** Tables of a space without adjustments, kept because most records leave them as they are. */
export function baseTables(space: Space): Table[] {
  return space.variables.map((_, variable) => tableOf(space, variable, space.clauses));
}

export function prepare(space: Space, base: readonly Table[], adjustments: readonly Adjustment[]): Prepared {
  const { variables, layout, block, scenario } = space;
  const start = Float64Array.from(variables, (one) => one.start);
  const conditional: Clause[] = [];
  for (const one of adjustments) {
    const targets = targetsOf(variables, one.faction, one.points);
    if (one.deal.length === 0) {
      for (const { variable, points } of targets) start[variable] = (start[variable] ?? 0) + points;
    } else if (targets.length > 0) {
      const clause = compileClause(scenario, layout, block, one.deal, { kind: 'points', targets });
      if (clause) conditional.push(clause);
    }
  }
  const all = [...space.clauses, ...conditional];
  const clauses = all.filter((clause) => clause.outer !== null);
  const changed = new Set(conditional.filter((clause) => clause.outer === null).flatMap(variablesOf));
  const tables = base.map((table, variable) =>
    changed.has(variable) ? tableOf(space, variable, all) : table,
  );
  const clauseWords = (clauses.length + 31) >> 5;
  return {
    start,
    outerPoints: layout.outer.map((issue) => {
      const options = scenario.issues[issue]?.options ?? [];
      return Float64Array.from(
        options.flatMap((_, option) => variables.map((one) => one.points[issue]?.[option] ?? 0)),
      );
    }),
    ...restBounds(space, tables, clauses),
    tables,
    red: variables.map((_, variable) => redRow(space, variable)),
    mayBeRed: Uint8Array.from(variables, (_, variable) =>
      space.clauses.some((clause) => clause.effect.kind === 'red' && clause.effect.variable === variable)
        ? 1
        : 0,
    ),
    valid: validRow(space),
    clauses,
    clauseWords,
    passing: layout.outer.map((issue, depth) => {
      const passing = new Int32Array((scenario.issues[issue]?.options.length ?? 0) * clauseWords);
      clauses.forEach((clause, at) =>
        clause.outer?.[depth]?.forEach((passes, option) => {
          if (passes) setBit(passing, option * clauseWords * 32 + at);
        }),
      );
      return passing;
    }),
    impossible: clauses.reduce((row, clause, at) => {
      if (clause.effect.kind === 'impossible') setBit(row, at);
      return row;
    }, new Int32Array(clauseWords)),
  };
}

/** What a block adds to a variable: points of its options, and of the clauses that hang on inner issues alone. */
function tableOf(space: Space, variable: number, clauses: readonly Clause[]): Table {
  const { block, layout } = space;
  const sums = new Float64Array(block.lanes);
  layout.inner.forEach((issue, at) => {
    const points = space.variables[variable]?.points[issue] ?? [];
    const options = block.options[at];
    for (let lane = 0; lane < sums.length; lane++)
      sums[lane] = (sums[lane] ?? 0) + (points[options?.[lane] ?? 0] ?? 0);
  });
  for (const clause of clauses) if (clause.outer === null) addClause(sums, clause, variable);
  return buildTable(sums, block.words);
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

function restBounds(space: Space, tables: readonly Table[], clauses: readonly Clause[]) {
  const { variables, layout } = space;
  const depths = layout.outer.length;
  const restMin = new Float64Array((depths + 1) * variables.length);
  const restMax = new Float64Array((depths + 1) * variables.length);
  variables.forEach((one, variable) => {
    let min = tables[variable]?.min ?? 0;
    let max = tables[variable]?.max ?? 0;
    for (const clause of clauses) {
      for (const target of clause.effect.kind === 'points' ? clause.effect.targets : []) {
        if (target.variable !== variable) continue;
        min += Math.min(0, target.points);
        max += Math.max(0, target.points);
      }
    }
    for (let depth = depths; depth >= 0; depth--) {
      restMin[depth * variables.length + variable] = min;
      restMax[depth * variables.length + variable] = max;
      const points = one.points[layout.outer[depth - 1] ?? -1] ?? [0];
      min += Math.min(...points);
      max += Math.max(...points);
    }
  });
  return { restMin, restMax };
}

function redRow(space: Space, variable: number): Int32Array | null {
  const rows = space.clauses.filter(
    (clause) => clause.outer === null && clause.effect.kind === 'red' && clause.effect.variable === variable,
  );
  if (rows.length === 0) return null;
  const row = new Int32Array(space.block.words);
  for (const clause of rows)
    for (let at = 0; at < row.length; at++) row[at] = (row[at] ?? 0) | (clause.mask?.[at] ?? -1);
  return row;
}

function validRow(space: Space): Int32Array {
  const row = new Int32Array(space.block.words);
  for (let lane = 0; lane < space.block.lanes; lane++) setBit(row, lane);
  for (const clause of space.clauses) {
    if (clause.outer !== null || clause.effect.kind !== 'impossible') continue;
    for (let at = 0; at < row.length; at++) row[at] = (row[at] ?? 0) & ~(clause.mask?.[at] ?? -1);
  }
  return row;
}

function variablesOf(clause: Clause): number[] {
  return clause.effect.kind === 'points' ? clause.effect.targets.map((target) => target.variable) : [];
}

function setBit(row: Int32Array, bit: number): void {
  row[bit >> 5] = (row[bit >> 5] ?? 0) | (1 << (bit & 31));
}
