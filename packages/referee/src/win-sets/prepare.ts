import type { Adjustment } from '../model';
import { type Clause, compileClause } from './clauses';
import type { Table } from './rows';
import type { Space } from './space';
import type { Steps } from './steps';
import { tableOf, tablesOf } from './tables';
import { targetsOf } from './variables';

/** A space with one record's adjustments in it: all that the walk looks up. Depth d means that d outer issues have their option. */
export interface Prepared {
  readonly start: Float64Array;
  /** For each depth, by option and variable: points of the outer issue. */
  readonly outerPoints: readonly Float64Array[];
  /** By depth and variable: the least and the most that everything not yet chosen can add. */
  readonly restMin: Float64Array;
  readonly restMax: Float64Array;
  /** Tables of the space without adjustments. */
  readonly base: readonly Table[];
  /** For each variable, what the block adds whatever the outer options: the table of the base where the record leaves it as it is. */
  readonly tables: readonly Table[];
  /** Deals of the block in which the variable's faction does not refuse, as far as inner issues tell; null = it never does by them. */
  readonly free: readonly (Int32Array | null)[];
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
export const baseTables = (space: Space): Steps<Table[]> => tablesOf(space);

export function* prepare(
  space: Space,
  base: readonly Table[],
  adjustments: readonly Adjustment[],
): Steps<Prepared> {
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
  const tables: Table[] = [];
  for (const [variable, table] of base.entries()) {
    if (changed.has(variable)) yield tables.length / base.length;
    tables.push(changed.has(variable) ? tableOf({ ...space, clauses: all }, variable) : table);
  }
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
    base,
    tables,
    free: variables.map((_, variable) => freeRow(space, variable)),
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

function freeRow(space: Space, variable: number): Int32Array | null {
  const lines = space.clauses.filter(
    (clause) => clause.outer === null && clause.effect.kind === 'red' && clause.effect.variable === variable,
  );
  if (lines.length === 0) return null;
  const row = new Int32Array(space.block.words).fill(-1);
  for (const clause of lines) exclude(row, clause.mask);
  return row;
}

function validRow(space: Space): Int32Array {
  const row = new Int32Array(space.block.words);
  for (let lane = 0; lane < space.block.lanes; lane++) setBit(row, lane);
  for (const clause of space.clauses) {
    if (clause.outer !== null || clause.effect.kind !== 'impossible') continue;
    exclude(row, clause.mask);
  }
  return row;
}

function exclude(row: Int32Array, mask: Int32Array | null): void {
  for (let at = 0; at < row.length; at++) row[at] = (row[at] ?? 0) & ~(mask?.[at] ?? -1);
}

function variablesOf(clause: Clause): number[] {
  return clause.effect.kind === 'points' ? clause.effect.targets.map((target) => target.variable) : [];
}

function setBit(row: Int32Array, bit: number): void {
  row[bit >> 5] = (row[bit >> 5] ?? 0) | (1 << (bit & 31));
}
