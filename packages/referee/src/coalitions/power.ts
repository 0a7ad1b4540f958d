import type { FactionId, SideId } from '@btt/scenario';
import type { RefereeScenario } from '../model';
import { inScenarioOrder } from './coalitions';
import { diagramOf } from './diagram';
import { type Formula, gatesOf } from './formula';
import { type ExactFraction, fractionOf } from './fractions';
import { type NotAVotingGame, simpleGame } from './game';
import { layoutOf } from './layout';
import { swingsByDiagram } from './paths';
import { moduliFor } from './residues';
import { swingsByTable } from './table';

/** How much say each faction has under a side's rule, whatever the deal. */
export type Power =
  | {
      readonly kind: 'exact';
      /** The factions that the rule names, of whatever side, in the order of the scenario. */
      readonly players: readonly PlayerPower[];
      /** Players without power, and factions of the side that the rule does not name. */
      readonly dummies: readonly FactionId[];
    }
  /** `states`: places the table for these weights would have. A diagram of the rule was too large as well. */
  | { readonly kind: 'too-large'; readonly players: readonly FactionId[]; readonly states: bigint }
  | NotAVotingGame;

export interface PlayerPower {
  readonly faction: FactionId;
  /** Coalitions of the other players that lose, and would win with this one. */
  readonly swings: bigint;
  /** The Penrose–Banzhaf measure: swings over all coalitions of the others, 2^(players − 1). */
  readonly banzhaf: ExactFraction;
  /** The normalised Banzhaf index: swings over the swings of all players; 0 for everybody if nobody has any. */
  readonly banzhafShare: ExactFraction;
  /**
   * The Shapley–Shubik index: the share of all orders in which the players might join where this one makes the coalition win. The players' indices add
   * up to 1, or to 0 under a rule that always or never passes. Null if it was not asked for.
   */
  readonly shapleyShubik: ExactFraction | null;
}

export interface PowerOptions {
  /** Most places of a table; a diagram may have a quarter as many nodes. 2,000,000 unless said otherwise: below 256 MB. */
  readonly limit?: number;
  /** Off: Banzhaf alone, which for large weighted bodies is several hundred times less work. */
  readonly shapleyShubik?: boolean;
}

const MOST_PLACES = 2_000_000;

/** The Banzhaf and Shapley–Shubik indices of a side's rule as exact fractions; `coalitions` tells which game is meant. */
export function power(
  scenario: RefereeScenario,
  side: SideId,
  { limit = MOST_PLACES, shapleyShubik: bySize = true }: PowerOptions = {},
): Power {
  const game = simpleGame(scenario, side);
  if (game.kind === 'not-a-voting-game') return game;
  const { players, formula } = game;
  const gates = gatesOf(formula);
  const active = players.flatMap((_, player) =>
    gates.some(({ weights }) => weights[player] !== 0n) ? [player] : [],
  );
  const counted = countSwings(reduced(formula, active), active.length, bySize, limit);
  if (counted.kind === 'too-large') return { kind: 'too-large', players, states: counted.states };

  const weigh = orderings(active.length);
  const idle = BigInt(players.length - active.length);
  const found = players.map((faction, player) => {
    const bySizes = counted.swings[active.indexOf(player)] ?? [];
    const swings = bySizes.reduce((sum, count) => sum + count, 0n) << idle;
    return { faction, swings, shapleyShubik: bySize ? weigh(bySizes) : null };
  });
  const total = found.reduce((sum, { swings }) => sum + swings, 0n);
  const without = found.filter(({ swings }) => swings === 0n).map(({ faction }) => faction);
  return {
    kind: 'exact',
    players: found.map(({ faction, swings, shapleyShubik }) => ({
      faction,
      swings,
      banzhaf: fractionOf(swings, 2n ** BigInt(players.length - 1)),
      banzhafShare: fractionOf(swings, total),
      shapleyShubik,
    })),
    dummies: inScenarioOrder(scenario, [...without, ...game.bystanders]),
  };
}

type Counted =
  | { readonly kind: 'exact'; readonly swings: readonly (readonly bigint[])[] }
  | { readonly kind: 'too-large'; readonly states: bigint };

/**
 * Swings by whichever method suits the game. One weighted count goes into a table unless its weights are too large for one. Rules of
 * several counts are tried as a diagram, which is given up when the table would have been quicker.
 */
function countSwings(formula: Formula, players: number, bySize: boolean, limit: number): Counted {
  if (formula.kind === 'fixed') return { kind: 'exact', swings: [] };
  const layout = layoutOf(formula, players, bySize);
  const fits = layout.places <= BigInt(limit);
  if (!fits || formula.kind !== 'gate') {
    // A node takes about as long as a thousand places.
    const work = fits ? (Number(layout.places) * players * moduliFor(players).length) / 1000 : limit;
    const diagram = diagramOf(formula, players, Math.min(limit / 4, work));
    const swings = diagram && swingsByDiagram(diagram, bySize);
    if (swings) return { kind: 'exact', swings };
  }
  return fits
    ? { kind: 'exact', swings: swingsByTable(layout, players, bySize) }
    : { kind: 'too-large', states: layout.places };
}

/** The formula for some of the players alone; the others weigh nothing in it. */
function reduced(formula: Formula, kept: readonly number[]): Formula {
  switch (formula.kind) {
    case 'fixed':
      return formula;
    case 'gate':
      return { ...formula, weights: kept.map((player) => formula.weights[player] ?? 0n) };
    case 'at-least':
      return { ...formula, parts: formula.parts.map((part) => reduced(part, kept)) };
  }
}

/** From swings by size to a share of all orders: with s players before the swing, s! × (players − 1 − s)! orders. */
function orderings(players: number): (swings: readonly bigint[]) => ExactFraction {
  const factorials = [1n];
  for (let number = 1; number <= players; number++)
    factorials.push((factorials[number - 1] ?? 1n) * BigInt(number));
  return (swings) =>
    fractionOf(
      swings.reduce(
        (sum, count, size) => sum + count * (factorials[size] ?? 1n) * (factorials[players - 1 - size] ?? 1n),
        0n,
      ),
      factorials[players] ?? 1n,
    );
}
