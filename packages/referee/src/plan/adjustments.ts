import type { Action, Faction, Move, MoveId, Scenario } from '@btt/scenario';
import type { Adjustment } from '../model';
import { outlook, type Plan } from './outlook';

/**
 * What a plan of moves contributes if it is carried out and goes well: the basis of balance checks, of advice to designers and of "what
 * would have been". A move named several times is made several times.
 *
 * - Of the cases of a move, the first one counts that the plan does not rule out. The plan knows which moves are made and which promises
 *   are kept; it takes every move to be made in time; whatever else a condition asks is left open, and counts as coming true.
 *   The moves in `uninvited` have been asked for by nobody.
 * - Only what still holds at the vote counts: effects to the end, and effects of promises that are kept. What lasts so many rounds, or
 *   until an event, has lapsed. Upkeep, which depends on the number of rounds, is left out.
 * - No chance strikes. For the moves in `bad` every chance does, every promise made with them is broken, and what was secret and comes out by
 *   chance costs what the scenario says of that.
 * - What grows with the things picked, or with the attacks answered, reaches its highest step; of the things that do something of their own,
 *   as many count as can be picked, in the order written.
 */
export function plannedAdjustments(
  scenario: Pick<Scenario, 'moves'> & { readonly factions?: readonly Pick<Faction, 'id' | 'resists'>[] },
  moves: readonly MoveId[],
  options: { readonly bad?: readonly MoveId[]; readonly uninvited?: readonly MoveId[] } = {},
): Adjustment[] {
  const plan: Plan = { scenario, moves, bad: new Set(options.bad), uninvited: new Set(options.uninvited) };
  const times = new Map<MoveId, number>();
  return moves.flatMap((id) => {
    const move = scenario.moves.find((one) => one.id === id);
    if (!move) return [];
    const nth = (times.get(id) ?? 0) + 1;
    times.set(id, nth);
    const chosen = move.cases.find((one) => one.when === null || outlook(one.when, move, plan) !== 'no');
    const picked = move.pick?.items.slice(0, move.pick.max).flatMap((item) => item.do) ?? [];
    const actions = [...(chosen?.do ?? []), ...move.always, ...picked];
    const making = { move, nth, goesWell: !plan.bad.has(id) };
    const out = comesOut(actions, making) ? move.leaked : [];
    return effectsOf([...actions, ...out], making).flatMap((one) => {
      const faction = scenario.factions?.find((other) => other.id === one.faction);
      const points = faction ? resisted(one.points, faction, move) : one.points;
      return points === 0 ? [] : [{ ...one, points }];
    });
  });
}

/** What a faction makes of points that a move gives it: half of them, cut toward zero, where it resists such moves. */
export function resisted(
  points: number,
  faction: Pick<Faction, 'resists'>,
  move: Pick<Move, 'tags'>,
): number {
  return points > 0 && faction.resists.some((tag) => move.tags.includes(tag))
    ? Math.trunc(points / 2)
    : points;
}

interface Making {
  readonly move: Move;
  /** How many times the move has been made, this time included. */
  readonly nth: number;
  readonly goesWell: boolean;
}

function effectsOf(actions: readonly Action[], making: Making): Adjustment[] {
  return actions.flatMap((action): Adjustment[] => {
    switch (action.kind) {
      case 'effect':
        return holdsAtTheVote(action, making) ? adjustmentOf(action, making.nth) : [];
      case 'draw':
        return effectsOf(making.goesWell ? action.miss : action.hit, making);
      case 'oblige':
        return effectsOf([...action.standing, ...(making.goesWell ? action.kept : action.broken)], making);
      default:
        return [];
    }
  });
}

/** Whether a move that not everybody was told of comes out. */
function comesOut(actions: readonly Action[], making: Making): boolean {
  if (making.move.audience.kind === 'everyone') return false;
  return actions.some((action) =>
    action.kind === 'draw'
      ? comesOut(making.goesWell ? action.miss : action.hit, making)
      : action.kind === 'disclose' && action.what === 'move' && action.to.kind === 'everyone',
  );
}

type Effect = Extract<Action, { kind: 'effect' }>;

function holdsAtTheVote({ until }: Effect, { goesWell }: Making): boolean {
  return until.kind === 'end' || (until.kind === 'obligation' && goesWell);
}

/** Stacking is per move: the n-th time counts all, nothing, or an n-th toward zero. */
function adjustmentOf(effect: Effect, nth: number): Adjustment[] {
  const highest = effect.scale ? (effect.scale.steps.at(-1)?.times ?? 0) : 1;
  const full = effect.points * highest;
  const points =
    effect.stacking === 'diminishing'
      ? Math.trunc(full / nth)
      : effect.stacking === 'once' && nth > 1
        ? 0
        : full;
  return points === 0 ? [] : [{ faction: effect.faction, points, deal: effect.deal }];
}
