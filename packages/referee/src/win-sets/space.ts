import type { Faction, FactionId } from '@btt/scenario';
import type { RefereeScenario } from '../model';
import { type Block, type Clause, type ClauseEffect, compileClause, layOutBlock } from './clauses';
import { compileRule, type VariableBook } from './compile-rule';
import { chooseLayout, type Layout } from './layout';
import { type Network, networkBuilder } from './network';

/** A scenario compiled for counting: all that does not depend on the record. */
export interface Space {
  readonly scenario: RefereeScenario;
  /** All combinations of options, incompatible ones included; rounded beyond 2^53. */
  readonly combinations: number;
  readonly layout: Layout;
  readonly block: Block;
  readonly network: Network;
  /** A node of the network for each side, in the scenario's order. */
  readonly roots: readonly number[];
  /** Sums that the rules ask about. */
  readonly variables: readonly Variable[];
  /** Interactions, red lines and incompatible sets. */
  readonly clauses: readonly Clause[];
}

/** The support of a faction, or the weighted support of several. */
export interface Variable {
  /** What each faction's points count in it. */
  readonly factors: ReadonlyMap<FactionId, number>;
  /** The faction whose red lines concern it; null for an opinion, which knows no vote. */
  readonly faction: FactionId | null;
  readonly start: number;
  /** `points[issue][option]`, positions as in the scenario. */
  readonly points: readonly (readonly number[])[];
}

/** Deals in a block at most, where nothing else is asked for: measured to be the best for games of half a million deals and of many more. */
const BLOCK = 4096;

export function compileSpace(scenario: RefereeScenario, block = BLOCK, mostNodes?: number): Space {
  const factions = new Map(scenario.factions.map((faction) => [faction.id, faction]));
  const variables: Variable[] = [];
  const network = networkBuilder(mostNodes);
  const book = variableBook(scenario, factions, variables);
  const roots = scenario.sides.map((side) => compileRule(side.rule, factions, book, network));
  const layout = chooseLayout(
    scenario.issues.map((issue) => issue.options.length),
    scenario.issues.map((_, issue) => variables.reduce((sum, one) => sum + spread(one, issue), 0)),
    block,
  );
  const laidOut = layOutBlock(scenario, layout);
  const clause = (tests: Parameters<typeof compileClause>[3], effect: ClauseEffect) =>
    compileClause(scenario, layout, laidOut, tests, effect) ?? [];
  return {
    scenario,
    combinations: scenario.issues.reduce((product, issue) => product * issue.options.length, 1),
    layout,
    block: laidOut,
    network: network.finish(),
    roots,
    variables,
    clauses: [
      ...scenario.interactions.flatMap((one) => {
        const targets = targetsOf(variables, one.of, one.points);
        return targets.length > 0 ? clause(one.deal, { kind: 'points', targets }) : [];
      }),
      ...variables.flatMap((one, variable) =>
        (one.faction === null ? [] : (factions.get(one.faction)?.redLines ?? [])).flatMap((line) =>
          clause(line.deal, { kind: 'red', variable }),
        ),
      ),
      ...scenario.incompatible.flatMap((set) => clause(set, { kind: 'impossible' })),
    ],
  };
}

/** Where points of a faction go. */
export function targetsOf(variables: readonly Variable[], faction: string, points: number) {
  return variables.flatMap((one, variable) => {
    const factor = one.factors.get(faction) ?? 0;
    return factor * points === 0 ? [] : [{ variable, points: factor * points }];
  });
}

function spread(variable: Variable, issue: number): number {
  const points = variable.points[issue] ?? [];
  return variable.faction === null || points.length === 0 ? 0 : Math.max(...points) - Math.min(...points);
}

function variableBook(
  scenario: RefereeScenario,
  factions: ReadonlyMap<FactionId, Faction>,
  variables: Variable[],
): VariableBook {
  const known = new Map<string, number>();
  function number(key: string, faction: FactionId | null, factors: ReadonlyMap<FactionId, number>): number {
    const found = known.get(key);
    if (found !== undefined) return found;
    const sum = (of: (faction: Faction) => number) =>
      [...factors].reduce((total, [id, factor]) => {
        const one = factions.get(id);
        return one ? total + factor * of(one) : total;
      }, 0);
    const points = scenario.issues.map((issue) =>
      issue.options.map((option) => sum((one) => one.points[issue.id]?.[option.id] ?? 0)),
    );
    known.set(key, variables.length);
    return variables.push({ faction, factors, start: sum((one) => one.start), points }) - 1;
  }
  return {
    faction: (id) => number(`faction ${id}`, id, new Map([[id, 1]])),
    opinion: (ids) => {
      const factors = new Map<FactionId, number>();
      for (const id of ids) factors.set(id, (factors.get(id) ?? 0) + (factions.get(id)?.weight ?? 0));
      return number(`opinion ${JSON.stringify(ids)}`, null, factors);
    },
  };
}
