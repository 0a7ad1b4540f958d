import type { SideId } from '@btt/scenario';
import type { ExactFraction } from '../coalitions/fractions';
import type { CauseId, Player } from './players';
import { dividends, interactionIndices, shapleyValues, type Worths } from './shapley';

/** How the outcome is shared out among its causes: for ratification on all sides, and for each side. */
export interface Attributions {
  /** At most 16. Shares and pairs name them by their places in this list. */
  readonly players: readonly Player[];
  /** Ratification on all sides: its margin is the least of any side. */
  readonly whole: Attribution;
  readonly sides: readonly Attribution[];
}

export interface Attribution {
  /** null = all sides. */
  readonly side: SideId | null;
  /**
   * What is shared out. `margin`: points of support to spare. `verdict`: 1 for ratified and 0 for refused, where for some subset of the
   * causes there is no margin, because no change of support would turn the result.
   */
  readonly of: 'margin' | 'verdict';
  /** Without any of the causes, and with all of them. */
  readonly none: Outcome;
  readonly all: Outcome;
  readonly shares: readonly CauseShare[];
  /** Every pair, the first player's pairs first. */
  readonly pairs: readonly CausePair[];
  /** What a subset is worth beyond all its smaller subsets, by mask: bit i = the player in place i takes part. */
  readonly dividends: Float64Array;
  /** Along the order in which things were played; null where no order was given. It depends on the order, Shapley values do not. */
  readonly path: readonly PathStep[] | null;
}

/** How it stands with some of the causes. */
export interface Outcome {
  /** The margin, or 1 and 0 for the verdict. */
  readonly worth: number;
  /** By the model. */
  readonly passes: boolean;
  /** Weights that say yes and no; null for all sides together, or where nobody told. */
  readonly votes: { readonly yes: number; readonly no: number } | null;
}

export interface CauseShare {
  readonly player: number;
  /** Exact. The shares of all players add up to worth(all) − worth(none). */
  readonly shapley: ExactFraction;
  /** What the player changes when it comes alone; negative where it alone does harm. */
  readonly own: number;
  /** How it would have stood had only this been left out. */
  readonly without: Outcome;
  /** Left out, the result would have been the other one. */
  readonly decisive: boolean;
  /** What its causes changed, each at its time; null without an order. They add up to worth(all) − worth(none), too. */
  readonly path: number | null;
}

export interface CausePair {
  readonly players: readonly [number, number];
  /** What the two change together, with nothing else, beyond what each changes alone. */
  readonly dividend: number;
  /** The same, averaged over what else is there. Negative: substitutes. Positive: complements. */
  readonly index: ExactFraction;
}

export interface PathStep {
  readonly cause: CauseId;
  /** The player that stands for it. */
  readonly player: number;
  readonly from: Outcome;
  readonly to: Outcome;
}

/** How every side stands with some of the causes. Margins may be infinite: −∞ where no rise helps, +∞ where no fall hurts. */
export interface Standing {
  readonly margins: readonly number[];
  readonly votes: readonly Outcome['votes'][];
}

/** All that is to be known about a game: margins of every subset of players, and standings of chosen subsets of causes. */
export interface Findings {
  readonly sides: readonly SideId[];
  readonly players: readonly Player[];
  /** For each side, by mask of players. */
  readonly margins: readonly Float64Array[];
  readonly standing: (causes: ReadonlySet<CauseId>) => Standing;
  /** Every cause once. */
  readonly order: readonly CauseId[] | null;
}

export function attributionsOf(findings: Findings): Attributions {
  const { players, sides, order } = findings;
  const all = new Set(players.flatMap((player) => player.causes));
  const stood: Stood = {
    none: findings.standing(new Set()),
    all: findings.standing(all),
    without: players.map((player) =>
      findings.standing(new Set([...all].filter((id) => !player.causes.includes(id)))),
    ),
    path: (order ?? []).map((cause, at) => ({
      cause,
      player: players.findIndex((player) => player.causes.includes(cause)),
      standing: findings.standing(new Set(order?.slice(0, at + 1))),
    })),
    hasOrder: order !== null,
  };
  return {
    players,
    whole: attributionOf(null, leastMargins(findings.margins), stood, ({ margins }) => ({
      margin: Math.min(...margins),
      votes: null,
    })),
    sides: sides.map((side, at) =>
      attributionOf(side, findings.margins[at] ?? new Float64Array(1), stood, ({ margins, votes }) => ({
        margin: margins[at] ?? 0,
        votes: votes[at] ?? null,
      })),
    ),
  };
}

interface Stood {
  readonly none: Standing;
  readonly all: Standing;
  readonly without: readonly Standing[];
  readonly path: readonly { readonly cause: CauseId; readonly player: number; readonly standing: Standing }[];
  readonly hasOrder: boolean;
}

type View = (standing: Standing) => { readonly margin: number; readonly votes: Outcome['votes'] };

function attributionOf(side: SideId | null, margins: Float64Array, stood: Stood, view: View): Attribution {
  const isOfMargin =
    margins.every(Number.isFinite) &&
    stood.path.every(({ standing }) => Number.isFinite(view(standing).margin));
  const worths: Worths = isOfMargin ? margins : margins.map((margin) => (margin >= 0 ? 1 : 0));
  const outcome = (standing: Standing): Outcome => {
    const { margin, votes } = view(standing);
    const passes = margin >= 0;
    return { worth: isOfMargin ? margin : Number(passes), passes, votes };
  };
  const none = outcome(stood.none);
  const all = outcome(stood.all);
  const path = pathOf(stood, none, outcome);
  const found = dividends(worths);
  return {
    side,
    of: isOfMargin ? 'margin' : 'verdict',
    none,
    all,
    shares: shapleyValues(worths).map((shapley, player) => {
      const without = outcome(stood.without[player] ?? stood.all);
      return {
        player,
        shapley,
        own: (worths[1 << player] ?? 0) - (worths[0] ?? 0),
        without,
        decisive: without.passes !== all.passes,
        path: path
          ? path.reduce(
              (sum, step) => (step.player === player ? sum + step.to.worth - step.from.worth : sum),
              0,
            )
          : null,
      };
    }),
    pairs: interactionIndices(worths).map(({ first, second, index }) => ({
      players: [first, second],
      dividend: found[(1 << first) | (1 << second)] ?? 0,
      index,
    })),
    dividends: found,
    path,
  };
}

function pathOf(stood: Stood, none: Outcome, outcome: (standing: Standing) => Outcome): PathStep[] | null {
  if (!stood.hasOrder) return null;
  let from = none;
  return stood.path.map(({ cause, player, standing }) => {
    const step = { cause, player, from, to: outcome(standing) };
    from = step.to;
    return step;
  });
}

function leastMargins(margins: readonly Float64Array[]): Float64Array {
  const [first = Float64Array.of(Infinity), ...others] = margins;
  const least = first.slice();
  for (const other of others) {
    for (let mask = 0; mask < least.length; mask++) {
      if ((other[mask] ?? 0) < (least[mask] ?? 0)) least[mask] = other[mask] ?? 0;
    }
  }
  return least;
}
