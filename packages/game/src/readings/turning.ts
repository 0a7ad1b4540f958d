import {
  type Adjustment,
  type AdditiveCause,
  type Attribution,
  type Attributions,
  attribution,
  decimalNumber,
  type ExactFraction,
  explainAttributions,
  type Outcome,
  type SpokenAttributions,
} from '@btt/referee';
import { groupBy } from './group';
import type { FeltEffect } from './effects';
import { type Story, toldOf } from './story';
import { type Count, countsOf } from './votes';

/** An exact share, as a fraction in words ("7/2") and as a number. */
export interface Share {
  readonly exact: string;
  readonly value: number;
}

/** How a result is shared out among what brought it about; null side: ratification on all sides. */
export interface TurningShares {
  readonly side: string | null;
  readonly of: Attribution['of'];
  readonly none: Outcome;
  readonly all: Outcome;
  readonly shares: readonly {
    /** Place in the list of players. */
    readonly player: number;
    readonly shapley: Share;
    readonly own: number;
    readonly without: Outcome;
    readonly decisive: boolean;
    /** What it changed at its time, along the order of the record. */
    readonly path: number | null;
  }[];
  /** Pairs that did more, or less, together than each alone. */
  readonly pairs: readonly {
    readonly players: readonly [number, number];
    readonly dividend: number;
    readonly index: Share;
  }[];
}

export interface TurningReading {
  readonly players: Attributions['players'];
  readonly whole: TurningShares;
  readonly sides: readonly TurningShares[];
  readonly words: SpokenAttributions;
}

/**
 * What the last count is owed to: moves with all that they went on to do, events, speeches and drafts of them, each with its exact share. Moods,
 * ratings and what factions did among themselves count in any case. By the model; null where nothing was voted on. Of more than `most` causes (2
 * to 16) the smallest are taken together; each one more doubles the work.
 */
export function readTurning(story: Story, most = 16): TurningReading | null {
  const count = countsOf(story).at(-1);
  if (!count) return null;
  const { causes, rest } = causesOf(story, count);
  const { scenario } = story.game;
  const order = causes.map((cause) => cause.id);
  const found = attribution(scenario, count.deal, rest, { causes, order, most });
  return {
    players: found.players,
    whole: plain(found.whole),
    sides: found.sides.map(plain),
    words: explainAttributions(scenario, found, causes),
  };
}

/** Causes in the order in which they were first felt, with what still stood of each; and what belongs to none of them. */
function causesOf(
  story: Story,
  count: Count,
): { readonly causes: AdditiveCause[]; readonly rest: Adjustment[] } {
  const adjustments = new Map(
    count.desk.effects.map(({ id, faction, points, deal }) => [id, { faction, points, deal }]),
  );
  const pointsOf = (effects: readonly FeltEffect[]) => effects.flatMap(({ id }) => adjustments.get(id) ?? []);
  const groups = groupBy(count.standing, ({ origin }) => origin.move ?? origin.happening);
  const causes: AdditiveCause[] = [];
  const rest: Adjustment[] = [];
  for (const [id, effects] of groups) {
    const name = nameOf(story, id, effects[0]);
    if (name === null) rest.push(...pointsOf(effects));
    else causes.push({ id, name, adjustments: pointsOf(effects) });
  }
  return { causes, rest };
}

/** What a cause is called in a sentence; null for what is no cause of its own. */
function nameOf(story: Story, id: string, effect: FeltEffect | undefined): string | null {
  const made = story.end.moves.find((move) => move.id === id);
  if (made) return made.headline;
  const role = story.game.index.role(effect?.origin.role ?? '')?.name ?? '';
  switch (effect?.origin.kind) {
    case 'event':
      return toldOf(story, 'event').find(({ fact }) => fact.id === id)?.fact.headline ?? null;
    case 'speech':
      return `${role}: the speech`;
    case 'draft':
      return `${role}: a draft for the other side’s speech`;
    case 'promise':
      return `${role}: a promise of a joint plan`;
    default:
      return null;
  }
}

function plain({ side, of, none, all, shares, pairs }: Attribution): TurningShares {
  return {
    side,
    of,
    none,
    all,
    shares: shares.map(({ player, shapley, own, without, decisive, path }) => ({
      player,
      shapley: shareOf(shapley),
      own,
      without,
      decisive,
      path,
    })),
    pairs: pairs
      .filter(({ dividend, index }) => dividend !== 0 || index.numerator !== 0n)
      .map(({ players, dividend, index }) => ({ players, dividend, index: shareOf(index) })),
  };
}

function shareOf(fraction: ExactFraction): Share {
  const { numerator, denominator } = fraction;
  return {
    exact: denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`,
    value: decimalNumber(fraction),
  };
}
