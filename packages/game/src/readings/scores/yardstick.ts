import {
  type Adjustment,
  automaticAdjustments,
  bestValue,
  type Front,
  normalise,
  paretoFront,
  plannedAdjustments,
} from '@btt/referee';
import type { Faction, Move, Scenario } from '@btt/scenario';
import type { Game } from '../../game';

/**
 * What tables of a game are measured by: the agreements that all sides could ratify with all the help that they could afford, and which of
 * them are best. It does not depend on any record, so that all tables of a class are held against the same.
 */
export interface Yardstick {
  readonly measures: readonly string[];
  /** What each negotiator with points gets from the best of them, in own points. */
  readonly best: Readonly<Record<string, number>>;
  /** What each faction gets from the worst and the best of all possible deals, in own points. */
  readonly ranges: Readonly<Record<string, { readonly worst: number; readonly best: number }>>;
  readonly joint: JointFront | null;
  /** Why there is none: too many deals to go through, no negotiators with points, or no agreement that could be ratified. */
  readonly missing: 'too-large' | 'no-parties' | 'no-deal' | null;
}

export interface JointFront {
  readonly parties: readonly {
    readonly role: string;
    readonly noAgreement: number;
    /** The most that the party gets from an agreement that can be ratified. */
    readonly best: number;
  }[];
  /** Gains over no agreement, 0 to 1 of the best, of every point on the Pareto front that is worse for nobody than no agreement. */
  readonly points: readonly (readonly number[])[];
}

/** More points of a front than any scenario has. */
const ALL = 1_000_000;

/**
 * Takes as long as one front and as many searches as there are negotiators with points: up to `limit` deals are gone through in each. Make it
 * once for all tables of a game, and off the main thread where there are more than a million deals.
 */
export function makeYardstick(game: Game, limit?: number): Yardstick {
  const { scenario } = game;
  const measures = affordableHelp(scenario);
  const wanted = {
    within: 'joint',
    adjustments: [...automaticAdjustments(scenario), ...plannedAdjustments(scenario, measures)],
    mostPoints: ALL,
    mostDeals: 0,
    ...(limit === undefined ? {} : { limit }),
  } as const;
  const found = paretoFront(scenario, wanted);
  const without = { measures, ranges: rangesOf(scenario), best: {}, joint: null };
  if (found.kind === 'too-large') return { ...without, missing: 'too-large' };
  if (found.kind !== 'exact' || scenario.principals.length === 0)
    return { ...without, missing: 'no-parties' };
  if (found.points.length === 0) return { ...without, missing: 'no-deal' };
  const joint = jointFront(found);
  const best = new Map(joint.parties.map((party) => [party.role, party.best]));
  for (const { role } of scenario.principals) {
    const alone = best.has(role) ? null : paretoFront(scenario, { ...wanted, parties: [role] });
    const value = alone?.kind === 'exact' ? alone.points[0]?.values[0] : undefined;
    if (value !== undefined) best.set(role, value);
  }
  return { ...without, best: Object.fromEntries(best), joint, missing: null };
}

function rangesOf(scenario: Scenario): Yardstick['ranges'] {
  return Object.fromEntries(
    scenario.factions.flatMap((faction) => {
      const best = bestValue(scenario, faction.id)?.value;
      const worst = worstValue(scenario, faction);
      return best === undefined || worst === null ? [] : [[faction.id, { worst, best }]];
    }),
  );
}

/** The lowest value of any possible deal: the highest of the same game with every point turned round. */
function worstValue(scenario: Scenario, { id, points }: Faction): number | null {
  const turned = Object.fromEntries(
    Object.entries(points).map(([issue, options]) => [
      issue,
      Object.fromEntries(Object.entries(options).map(([option, value]) => [option, -value])),
    ]),
  );
  const mirror = {
    ...scenario,
    factions: scenario.factions.map((one) => (one.id === id ? { ...one, points: turned } : one)),
    interactions: scenario.interactions.map((one) => (one.of === id ? { ...one, points: -one.points } : one)),
  };
  const highest = bestValue(mirror, id);
  return highest === null ? null : -highest.value;
}

function jointFront(front: Extract<Front, { kind: 'exact' }>): JointFront {
  const parties = front.parties.map(({ party, noAgreement }, at) => ({
    role: party,
    noAgreement,
    best: Math.max(...front.points.map((point) => point.values[at] ?? noAgreement)),
  }));
  const points = front.points
    .map((point) => gainsOf(parties, (_, at) => point.values[at] ?? 0))
    .filter((gains) => gains.every((gain) => gain >= 0));
  return { parties, points };
}

/** Gains over no agreement as shares of the best; 0 for a party that cannot gain. */
export function gainsOf(
  parties: JointFront['parties'],
  valueOf: (party: JointFront['parties'][number], at: number) => number,
): number[] {
  return parties.map((party, at) => {
    const { role, noAgreement, best } = party;
    return normalise(valueOf(party, at), { party: role, noAgreement, best }) ?? 0;
  });
}

/**
 * The help that a table could pay for: measures that give more than they take, once each and going well, those first that give most for
 * their price, as long as somebody who may make them has capital left of all the rounds.
 */
function affordableHelp(scenario: Scenario): string[] {
  const { capital, rounds } = scenario.table;
  const full = capital.perRound === null ? Number.POSITIVE_INFINITY : capital.perRound * rounds.length;
  const purses = new Map(scenario.roles.map((role) => [role.id, full]));
  const worth = (move: Move) =>
    plannedAdjustments(scenario, [move.id]).reduce((sum: number, one: Adjustment) => sum + one.points, 0);
  const helps = scenario.moves
    .map((move) => ({ move, points: worth(move) }))
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points * Math.max(1, a.move.cost) - a.points * Math.max(1, b.move.cost));
  const bought = new Set<string>();
  for (const { move } of helps) {
    const payer = move.by.toSorted((a, b) => (purses.get(b) ?? 0) - (purses.get(a) ?? 0))[0];
    const purse = payer === undefined ? 0 : (purses.get(payer) ?? 0);
    if (payer === undefined || purse < move.cost) continue;
    purses.set(payer, purse - move.cost);
    bought.add(move.id);
  }
  return scenario.moves.filter((move) => bought.has(move.id)).map((move) => move.id);
}
