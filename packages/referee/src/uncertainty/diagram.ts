import type { RefereeScenario } from '../model';
import { compileRule, type Places } from './compile-rule';
import { type LiveNodes, PASSES, TOO_MANY, voteNodes } from './nodes';
import { type Voters, votersOf } from './voters';
import { LEVELS, type LevelChances } from './votes';

/** All rules of a scenario as one diagram. It depends neither on the deal nor on the record. */
export interface Diagram {
  /** Opinions are asked first, then factions. */
  readonly voters: Voters;
  /** The roots are the sides in the order of the scenario, and then all of them together. */
  readonly live: LiveNodes;
}

/** Null if it takes more than `most` nodes. */
export function diagramOf(scenario: RefereeScenario, most: number): Diagram | null {
  const voters = votersOf(scenario);
  const nodes = voteNodes(most);
  const opinions = new Map(voters.opinions.map((rule, at) => [rule, at]));
  const factions = new Map(
    voters.factions.map(({ id, weight }, at) => [id, { voter: opinions.size + at, weight: BigInt(weight) }]),
  );
  const places: Places = {
    faction: (id) => factions.get(id),
    opinion: (rule) => opinions.get(rule) ?? 0,
  };
  const sides = scenario.sides.map((side) => compileRule(side.rule, places, nodes));
  const roots = [...sides, sides.reduce(nodes.both, PASSES)];
  return roots.includes(TOO_MANY) ? null : { voters, live: nodes.below(roots) };
}

/**
 * The chance that each side passes, and that all do, when the voters choose their levels independently. `asked`: one entry for each opinion,
 * then for each faction. Only chances are added and multiplied, never subtracted, so small ones keep their digits.
 */
export function chanceOfRoots(
  { live }: Diagram,
  asked: readonly LevelChances[],
): { readonly sides: readonly number[]; readonly joint: number } {
  const chance = new Float64Array(live.voters.length + 2);
  chance[PASSES] = 1;
  for (let node = 0; node < live.voters.length; node++) {
    const levels = asked[live.voters[node] ?? 0];
    let sum = 0;
    for (let level = 0; level < LEVELS; level++)
      sum += (levels?.[level] ?? 0) * (chance[live.children[node * LEVELS + level] ?? 0] ?? 0);
    chance[node + 2] = sum;
  }
  // Rounding can leave a sum of chances a hair above 1.
  const found = live.roots.map((root) => Math.min(1, chance[root] ?? 0));
  return { sides: found.slice(0, -1), joint: found.at(-1) ?? 1 };
}
