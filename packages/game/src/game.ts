import { createReferee, type Referee } from '@btt/referee';
import {
  type Action,
  indexScenario,
  type Move,
  type Scenario,
  type ScenarioIndex,
  type Trigger,
} from '@btt/scenario';

/** A pinned scenario with everything that is worked out once: indexes, the referee's tables, where draws and obligations are written. */
export interface Game {
  readonly scenario: Scenario;
  readonly index: ScenarioIndex;
  /** Content hash under which the session pinned the scenario. */
  readonly hash: string;
  readonly referee: Referee;
  readonly sides: readonly string[];
  readonly issues: readonly string[];
  /** Draws by id, with the move or trigger they are written in. */
  readonly draws: ReadonlyMap<string, { readonly action: DrawAction; readonly source: Move | Trigger }>;
  readonly obligations: ReadonlyMap<
    string,
    { readonly action: ObligeAction; readonly source: Move | Trigger }
  >;
}

export type DrawAction = Extract<Action, { kind: 'draw' }>;
export type ObligeAction = Extract<Action, { kind: 'oblige' }>;

export function createGame(scenario: Scenario, hash: string): Game {
  const draws = new Map<string, { action: DrawAction; source: Move | Trigger }>();
  const obligations = new Map<string, { action: ObligeAction; source: Move | Trigger }>();
  for (const source of [...scenario.moves, ...scenario.triggers]) {
    for (const action of actionsWithin([...source.cases.flatMap((one) => one.do), ...source.always])) {
      if (action.kind === 'draw') draws.set(action.id, { action, source });
      if (action.kind === 'oblige') obligations.set(action.id, { action, source });
    }
  }
  return {
    scenario,
    index: indexScenario(scenario),
    hash,
    referee: createReferee(scenario),
    sides: scenario.sides.map((side) => side.id),
    issues: scenario.issues.map((issue) => issue.id),
    draws,
    obligations,
  };
}

/** Every action, also those nested in draws and obligations. */
function actionsWithin(actions: readonly Action[]): Action[] {
  return actions.flatMap((action) => {
    if (action.kind === 'draw') return [action, ...actionsWithin([...action.hit, ...action.miss])];
    if (action.kind === 'oblige')
      return [
        action,
        ...actionsWithin([...action.upkeep, ...action.standing, ...action.kept, ...action.broken]),
      ];
    return [action];
  });
}
