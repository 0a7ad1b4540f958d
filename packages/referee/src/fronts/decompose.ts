import type { OptionTest } from '@btt/scenario';
import type { RefereeScenario } from '../model';
import type { Party } from './parties';
import { type Combination, createPart, type Part } from './part';

/** Numbers of a row: fronts of one party are treated as fronts of two, of which the second gets nothing. */
export const widthFor = (parties: readonly Party[]) => Math.max(2, parties.length);

/** Issues that belong together, and what ties them. */
export interface Group {
  readonly issues: readonly number[];
  readonly combinations: readonly Combination[];
  /** Combinations of options; rounded beyond 2^53. */
  readonly size: number;
}

/**
 * Splits the issues into groups that have nothing to do with each other: issues that an interaction of a party or an incompatible set ties
 * together are in one group. Groups come in the order of their first issue.
 */
export function decompose(scenario: RefereeScenario, parties: readonly Party[]): Group[] {
  const all = combinationsOf(scenario, parties);
  const leader = scenario.issues.map((_, at) => at);
  const find = (at: number): number => (leader[at] === at ? at : find(leader[at] ?? at));
  for (const { tests } of all) {
    const tied = issuesOf(scenario, tests);
    for (const issue of tied) {
      const [a, b] = [find(issue), find(tied[0] ?? issue)];
      leader[Math.max(a, b)] = Math.min(a, b);
    }
  }
  const leaders = scenario.issues.length === 0 ? [0] : [...new Set(leader.map((_, at) => find(at)))];
  return leaders.map((first) => {
    const issues = leader.flatMap((_, at) => (find(at) === first ? [at] : []));
    return {
      issues,
      // What has no tests holds in every deal: it goes with the first group.
      combinations: all.filter(({ tests }) => {
        const [one = 0] = issuesOf(scenario, tests);
        return scenario.issues.length === 0 || find(one) === first;
      }),
      size: issues.reduce((size, at) => size * (scenario.issues[at]?.options.length ?? 0), 1),
    };
  });
}

export function partOf(scenario: RefereeScenario, parties: readonly Party[], group: Group): Part {
  return createPart(scenario, parties, group.issues, group.combinations, widthFor(parties));
}

/** All issues as one part; with members, only those combinations count. */
export function wholePart(
  scenario: RefereeScenario,
  parties: readonly Party[],
  members: Int32Array | null = null,
): Part {
  const issues = scenario.issues.map((_, at) => at);
  return createPart(scenario, parties, issues, combinationsOf(scenario, parties), widthFor(parties), members);
}

/** All combinations of options, impossible ones included; rounded beyond 2^53. */
export function sizeOf(scenario: RefereeScenario): number {
  return scenario.issues.reduce((product, issue) => product * issue.options.length, 1);
}

/** What is tied together: interactions of the parties, and sets of options that are impossible. What no deal can pass is left out. */
function combinationsOf(scenario: RefereeScenario, parties: readonly Party[]): Combination[] {
  const interactions = parties.flatMap((party, at) =>
    party.interactions.map((one): Combination => {
      return { tests: one.deal, points: parties.map((_, other) => (other === at ? one.points : 0)) };
    }),
  );
  const incompatible = scenario.incompatible.map((tests): Combination => ({ tests, points: null }));
  return [...interactions, ...incompatible].filter(({ tests }) =>
    tests.every(
      (test) => scenario.issues.some((issue) => issue.id === test.issue) && test.options.length > 0,
    ),
  );
}

function issuesOf(scenario: RefereeScenario, tests: readonly OptionTest[]): number[] {
  return tests.map((test) => scenario.issues.findIndex((issue) => issue.id === test.issue));
}
