import type { RefereeScenario } from '../model';
import { type Block, type Clause, type ClauseEffect, compileClause, layOutBlock } from './clauses';
import { WORK_OF_A_TERM } from './compact';
import { compileRule } from './compile-rule';
import { chooseLayout, type Layout } from './layout';
import type { MachineKind } from './machine';
import { type Network, networkBuilder } from './network';
import { rowsAllowed } from './tables';
import { spread, targetsOf, type Variable, variableBook } from './variables';

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
  /** Rows that a table may have. */
  readonly mostRows: number;
  readonly machine: MachineKind;
  readonly slice: number;
}

/** How to count. The results are the same; what is left out is chosen to be quick. */
export interface SpaceOptions {
  /** Deals in a block at most. */
  readonly block?: number;
  /** Beyond so many nodes of a network for one count, sums are formed deal by deal. */
  readonly mostNodes?: number;
  /** Rows of a table at most, and one. */
  readonly mostRows?: number;
  readonly machine?: MachineKind;
  /** Work between two reports of progress. */
  readonly slice?: number;
}

/** Deals in a block at most: more save little, and small games are walked through in branches that can be settled early. */
const LARGEST_BLOCK = 32_768;
const LARGEST_BLOCK_OF_A_SMALL_GAME = 4_096;
/** Measured: blocks may grow once there are so many. */
const MANY_BLOCKS = 128;
/** From so many combinations on a vector machine pays. */
const MANY_COMBINATIONS = 20_000;
/** In words combined on a plain machine (about two nanoseconds): well under five milliseconds. */
const SLICE = 500_000;
/** Words that may be combined for one block: it bounds the work between two places where a walk can stop. */
const WORK_OF_A_BLOCK = 500_000;
/** Sums kept in tables, of all variables together: it bounds the memory. */
const MOST_SUMS = 1_000_000;

export function compileSpace(scenario: RefereeScenario, options: SpaceOptions = {}): Space {
  const factions = new Map(scenario.factions.map((faction) => [faction.id, faction]));
  const variables: Variable[] = [];
  const network = networkBuilder(options.mostNodes);
  const book = variableBook(scenario, factions, variables);
  const roots = scenario.sides.map((side) => compileRule(side.rule, factions, book, network));
  const finished = network.finish();
  const combinations = scenario.issues.reduce((product, issue) => product * issue.options.length, 1);
  const layout = chooseLayout(
    scenario.issues.map((issue) => issue.options.length),
    scenario.issues.map((_, issue) => variables.reduce((sum, one) => sum + spread(one, issue), 0)),
    options.block ?? largestBlock(combinations, variables.length, finished),
  );
  const laidOut = layOutBlock(scenario, layout);
  const clause = (tests: Parameters<typeof compileClause>[3], effect: ClauseEffect) =>
    compileClause(scenario, layout, laidOut, tests, effect) ?? [];
  const clauses = [
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
  ];
  return {
    scenario,
    combinations,
    layout,
    block: laidOut,
    variables,
    clauses,
    mostRows: options.mostRows ?? rowsAllowed(variables.length, laidOut.words),
    machine: options.machine ?? (combinations < MANY_COMBINATIONS ? 'plain' : 'vector'),
    slice: options.slice ?? SLICE,
    network: finished,
    roots,
  };
}

function largestBlock(combinations: number, variables: number, { question, questions }: Network): number {
  const terms = questions.reduce((sum, one) => sum + (one.kind === 'sum' ? one.questions.length : 0), 0);
  const pays = Math.max(LARGEST_BLOCK_OF_A_SMALL_GAME, combinations / MANY_BLOCKS);
  const quick = WORK_OF_A_BLOCK / (question.length / 32 + terms * WORK_OF_A_TERM);
  const small = MOST_SUMS / Math.max(1, variables);
  return Math.floor(Math.max(32, Math.min(LARGEST_BLOCK, pays, quick, small)));
}
