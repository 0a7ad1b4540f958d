import type { SideId } from '@btt/scenario';
import type { Margin } from '../rules/margin';
import { finish, type Steps } from '../win-sets/steps';
import { type AttributionRequest, completed } from './additive';
import { type Attributions, attributionsOf, type Standing } from './attribution';
import { type Cause, type CauseId, fewestApart, groupedPlayers, type Player } from './players';

/** How a side stands after a replay. A side of a verdict fits. */
export type ReplayedSide = Margin & {
  readonly side: SideId;
  readonly yes?: number;
  readonly no?: number;
};

/**
 * Shares out what became of a record among causes that may depend on each other: `replay` tells how the sides stand when only the causes
 * named took place. It must answer the same for the same causes, with the same sides in the same order; it is asked for up to 2^16
 * subsets, and again for a few. Of too many players the smallest are those that change the least when they come alone and when they alone
 * are left out.
 */
export function attributionOfReplay(
  request: AttributionRequest<Cause>,
  replay: (causes: ReadonlySet<CauseId>) => readonly ReplayedSide[],
): Attributions {
  return finish(attributionOfReplaySteps(request, replay));
}

/** The same in slices of one replay each. */
export function* attributionOfReplaySteps(
  { causes, groups = [], order, most }: AttributionRequest<Cause>,
  replay: (causes: ReadonlySet<CauseId>) => readonly ReplayedSide[],
): Steps<Attributions> {
  const sides = replay(new Set());
  const standing = (ids: ReadonlySet<CauseId>) => standingOf(replay(ids));
  const grouped = groupedPlayers(causes, groups);
  const players = fewestApart(grouped, effectsOf(grouped, standing), most);
  const subsets = 1 << players.length;
  const margins = sides.map(() => new Float64Array(subsets));
  for (let mask = 0; mask < subsets; mask++) {
    const present = players.filter((_, at) => (mask & (1 << at)) !== 0).flatMap((player) => player.causes);
    const found = standing(new Set(present)).margins;
    margins.forEach((one, side) => (one[mask] = found[side] ?? 0));
    yield (mask + 1) / subsets;
  }
  return attributionsOf({
    sides: sides.map((side) => side.side),
    players,
    margins,
    standing,
    order: order ? completed(order, causes) : null,
  });
}

function standingOf(sides: readonly ReplayedSide[]): Standing {
  return {
    margins: sides.map((side) => side.margin ?? (side.fixed === 'never-passes' ? -Infinity : Infinity)),
    votes: sides.map(({ yes, no }) => (yes === undefined || no === undefined ? null : { yes, no })),
  };
}

/** What players change when they come alone and when they alone are left out, over all sides; a margin that is gone or found weighs most. */
function effectsOf(
  players: readonly Player[],
  standing: (causes: ReadonlySet<CauseId>) => Standing,
): (player: Player) => number {
  const every = players.flatMap((player) => player.causes);
  const none = standing(new Set()).margins;
  const all = standing(new Set(every)).margins;
  return ({ causes }) =>
    difference(none, standing(new Set(causes)).margins) +
    difference(all, standing(new Set(every.filter((id) => !causes.includes(id)))).margins);
}

function difference(some: readonly number[], others: readonly number[]): number {
  return some.reduce((sum, one, at) => {
    const other = others[at] ?? one;
    return one === other ? sum : sum + Math.abs(one - other);
  }, 0);
}
