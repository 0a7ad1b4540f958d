import type { Terms } from '@btt/protocol';
import { principalValue } from '@btt/referee';
import type { Faction, Role } from '@btt/scenario';
import type { Game } from '../../game';
import { headOf } from '../../table/politics/teams';
import type { Story } from '../story';
import { helpScore } from './helping';
import { inBounds, standingAtHome, type TableOutcome } from './outcome';
import { predictionScore } from './predictions';
import type { Yardstick } from './yardstick';

/** The three lines of a seat, 0 to 100 each, never added up. null: there is nothing to measure by. */
export interface SeatLines {
  readonly own: number | null;
  readonly side: number | null;
  readonly table: number | null;
}

/** What a seat scores, by the kind of its role. */
export function linesOf(story: Story, role: Role, outcome: TableOutcome, yardstick: Yardstick): SeatLines {
  const { deal, joint } = outcome;
  switch (role.kind) {
    case 'negotiator':
      return {
        own: principalScore(story.game, role, deal, yardstick),
        side: role.side === null ? null : standingAtHome(story, role.side),
        table: joint,
      };
    case 'faction': {
      const faction = story.game.index.faction(role.id);
      return {
        own: faction ? factionScore(story.game, faction, deal, yardstick) : null,
        side: faction ? sideHolds(story.game, faction.side, deal) : null,
        table: joint,
      };
    }
    case 'aide':
      return {
        own: helpScore(story, role),
        side: role.side === null ? null : standingAtHome(story, role.side),
        table: joint,
      };
    case 'press':
      return { own: predictionScore(story, role), side: null, table: joint };
  }
}

/**
 * A negotiator’s own line: the principal’s value of what was ratified, from no agreement (0) to the best that could have been ratified (100).
 * Whoever has no points of their own has the head’s of their side.
 */
export function principalScore(
  game: Game,
  role: Role,
  deal: Terms | null,
  { best }: Yardstick,
): number | null {
  const sheet = game.index.principal(role.id) ?? game.index.principal(headOf(game, role.side ?? '') ?? '');
  const most = best[sheet?.role ?? ''];
  if (!sheet || most === undefined || most <= sheet.noAgreement) return null;
  if (deal === null) return 0;
  const value = principalValue(game.scenario, sheet.role, deal) ?? sheet.noAgreement;
  return inBounds((100 * (value - sheet.noAgreement)) / (most - sheet.noAgreement));
}

/** A faction’s own line: where its points for what was ratified, or its no-agreement value, lie between its worst deal (0) and its best (100). */
export function factionScore(
  game: Game,
  faction: Faction,
  deal: Terms | null,
  { ranges }: Yardstick,
): number | null {
  const { worst, best } = ranges[faction.id] ?? { worst: 0, best: 0 };
  if (best <= worst) return null;
  return inBounds((100 * (pointsFor(game, faction, deal) - worst)) / (best - worst));
}

/** A faction’s margin: what the outcome is worth to it above, or below, no agreement, in its own points. */
export function factionMargin(game: Game, faction: Faction, deal: Terms | null): number {
  return pointsFor(game, faction, deal) - faction.noAgreement;
}

/** A faction’s second line: 100 when its side ended no worse than without an agreement, in the weighted mean of its factions’ points; else 0. */
function sideHolds(game: Game, side: string, deal: Terms | null): number {
  const sum = game.index
    .factionsOfSide(side)
    .reduce((total, faction) => total + faction.weight * factionMargin(game, faction, deal), 0);
  return sum >= 0 ? 100 : 0;
}

function pointsFor(game: Game, faction: Faction, deal: Terms | null): number {
  if (deal === null) return faction.noAgreement;
  return principalValue(game.scenario, faction.id, deal) ?? 0;
}
