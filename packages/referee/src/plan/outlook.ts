import type { Action, Condition, Move, MoveId, ObligationId, Scenario } from '@btt/scenario';

/** Moves that are to be made, and those among them that go badly. */
export interface Plan {
  readonly scenario: Pick<Scenario, 'moves'>;
  readonly moves: readonly MoveId[];
  readonly bad: ReadonlySet<MoveId>;
  /** Those among them that nobody has asked for. */
  readonly uninvited: ReadonlySet<MoveId>;
}

/** What a plan says about a condition: it will hold, it will not, or the plan leaves it open. */
export type Outlook = 'yes' | 'no' | 'open';

export function outlook(condition: Condition, move: Move, plan: Plan): Outlook {
  switch (condition.kind) {
    case 'all':
      return least(condition.of.map((part) => outlook(part, move, plan)));
    case 'any':
      return opposite(least(condition.of.map((part) => opposite(outlook(part, move, plan)))));
    case 'not':
      return opposite(outlook(condition.of, move, plan));
    case 'taken':
      return plan.moves.filter((one) => one === condition.move).length >= condition.times ? 'yes' : 'no';
    case 'before':
      return 'yes';
    case 'picked':
      return (move.pick?.max ?? 0) >= condition.least ? 'yes' : 'no';
    case 'kept':
    case 'broken': {
      const carrier = carrierOf(condition.obligation, plan);
      return carrier !== null && plan.bad.has(carrier) === (condition.kind === 'broken') ? 'yes' : 'no';
    }
    case 'invited':
      return plan.uninvited.has(move.id) ? 'no' : 'open';
    case 'after':
    case 'round':
    case 'secret':
    case 'agreed':
    case 'draft':
    case 'support':
    case 'initialled':
      return 'open';
  }
}

/** The planned move that makes the promise. */
function carrierOf(obligation: ObligationId, plan: Plan): MoveId | null {
  const makes = (action: Action) => action.kind === 'oblige' && action.id === obligation;
  return (
    plan.scenario.moves.find(
      (move) =>
        plan.moves.includes(move.id) && [...move.cases.flatMap((one) => one.do), ...move.always].some(makes),
    )?.id ?? null
  );
}

const ORDER: readonly Outlook[] = ['no', 'open', 'yes'];

function least(parts: readonly Outlook[]): Outlook {
  return ORDER.find((one) => parts.includes(one)) ?? 'yes';
}

function opposite(one: Outlook): Outlook {
  return one === 'open' ? 'open' : one === 'yes' ? 'no' : 'yes';
}
