import { createReferee, type Referee } from '@btt/referee';
import {
  type Action,
  type Audience,
  indexScenario,
  type Move,
  type Rule,
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
  /** Factions that a rule names as able to block together. */
  readonly blocs: readonly Bloc[];
  /** Draws by id, with the move or trigger they are written in. */
  readonly draws: ReadonlyMap<string, { readonly action: DrawAction; readonly source: Source }>;
  readonly obligations: ReadonlyMap<string, { readonly action: ObligeAction; readonly source: Source }>;
}

/** What actions are written in: a move, an event, a channel that may leak. */
export interface Source {
  readonly id: string;
  readonly audience: Audience;
  readonly by?: readonly string[];
}

export type DrawAction = Extract<Action, { kind: 'draw' }>;
export type ObligeAction = Extract<Action, { kind: 'oblige' }>;

export function createGame(scenario: Scenario, hash: string): Game {
  const draws = new Map<string, { action: DrawAction; source: Source }>();
  const obligations = new Map<string, { action: ObligeAction; source: Source }>();
  for (const [source, actions] of written(scenario)) {
    for (const action of actionsWithin(actions)) {
      if (action.kind === 'draw') draws.set(action.id, { action, source });
      if (action.kind === 'oblige') obligations.set(action.id, { action, source });
    }
  }
  for (const { id, leak } of scenario.channels) {
    const source = silent(id);
    const draw = leakDraw(id);
    if (leak) draws.set(draw, { action: { ...NOW, id: draw, odds: leak.odds, hit: leak.do }, source });
  }
  for (const { id } of scenario.factions) {
    const draw = confidenceDraw(id);
    const { leak: odds } = scenario.politics.confidence;
    draws.set(draw, { action: { ...NOW, id: draw, odds, hit: [] }, source: silent(draw) });
  }
  return {
    scenario,
    index: indexScenario(scenario),
    blocs: blocsOf(scenario),
    hash,
    referee: createReferee(scenario),
    sides: scenario.sides.map((side) => side.id),
    issues: scenario.issues.map((issue) => issue.id),
    draws,
    obligations,
  };
}

/** Everything that can happen, by what it is written in. */
function written(scenario: Scenario): (readonly [Source, readonly Action[]])[] {
  const inCases = ({ cases, always }: Move | Trigger) => [...cases.flatMap((one) => one.do), ...always];
  const { plan } = scenario.politics;
  const promised = plan ? [...Object.values(plan.kept), ...Object.values(plan.broken)].flat() : [];
  return [
    ...scenario.moves.map((move) => {
      const items = move.pick?.items.flatMap((item) => item.do) ?? [];
      return [move, [...inCases(move), ...items, ...move.leaked]] as const;
    }),
    ...scenario.triggers.map((trigger) => [trigger, inCases(trigger)] as const),
    ...scenario.channels.map((channel) => [silent(channel.id), channel.leak?.do ?? []] as const),
    [silent('plan'), promised] as const,
  ];
}

/** Something whose happening nobody is told. */
function silent(id: string): Source {
  return { id, audience: { kind: 'host' } };
}

/** Every action, also those nested in draws and obligations. */
function actionsWithin(actions: readonly Action[]): Action[] {
  return actions.flatMap((action) => {
    if (action.kind === 'draw') return [action, ...actionsWithin([...action.hit, ...action.miss])];
    if (action.kind === 'oblige')
      return [
        action,
        ...actionsWithin([
          ...action.pressed,
          ...action.upkeep,
          ...action.standing,
          ...action.kept,
          ...action.broken,
        ]),
      ];
    return [action];
  });
}

/** The draw by which it comes out that a back channel is used. */
export const leakDraw = (channel: string) => `leak-of-${channel}`;

/** The draw by which a faction hears that it was talked about. */
export const confidenceDraw = (faction: string) => `confidence-${faction}`;

const NOW = { kind: 'draw', at: 'next-round', miss: [] } as const;

export interface Bloc {
  readonly id: string;
  readonly side: string;
  readonly factions: readonly string[];
}

function blocsOf(scenario: Scenario): Bloc[] {
  return scenario.sides.flatMap((side) =>
    blocksIn(side.rule)
      .filter((factions) => factions.length > 1)
      .map((factions, at) => ({ id: `${side.id}-bloc-${at + 1}`, side: side.id, factions })),
  );
}

function blocksIn(rule: Rule): (readonly string[])[] {
  if (rule.kind === 'no-bloc') return [rule.factions];
  return 'rules' in rule ? rule.rules.flatMap(blocksIn) : [];
}
