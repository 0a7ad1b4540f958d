import type { Faction, FactionId } from '@btt/scenario';
import type { RefereeScenario } from '../model';
import type { VariableBook } from './compile-rule';

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

/** Where points of a faction go. */
export function targetsOf(variables: readonly Variable[], faction: string, points: number) {
  return variables.flatMap((one, variable) => {
    const factor = one.factors.get(faction) ?? 0;
    return factor * points === 0 ? [] : [{ variable, points: factor * points }];
  });
}

export function spread(variable: Variable, issue: number): number {
  const points = variable.points[issue] ?? [];
  return variable.faction === null || points.length === 0 ? 0 : Math.max(...points) - Math.min(...points);
}

/** Numbers variables as the rules ask about them. */
export function variableBook(
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
