import type { Vote } from '@btt/protocol';
import type { RoleKind } from '@btt/scenario';
import type { Game } from '../../game';
import { readHelp, type SideHelp } from '../help';
import { readMaps } from '../maps';
import { readPromises } from '../promises';
import type { Story } from '../story';
import { adjustmentsAt, countsOf } from '../votes';
import { outcomeOf } from './outcome';
import { factionMargin, linesOf, type SeatLines } from './seats';
import type { Yardstick } from './yardstick';

/** A seat’s three lines, and what is shown beside them and never counted into them. */
export interface SeatScore extends SeatLines {
  readonly role: string;
  readonly kind: RoleKind;
  readonly ofSide: string | null;
  readonly held: boolean;
  readonly beside: {
    /** Factions: how true to its role the last vote was; null where nobody cast one. */
    readonly fidelity: 'true-to-role' | 'judgement' | 'against-role' | null;
    /** Factions: what the outcome was worth to it above no agreement, in its own points. */
    readonly margin: number | null;
    /** Share of the factions of which something was noted that were misread, 0 to 1, by the last map. */
    readonly misread: number | null;
    /** The side’s help given and received across the table. */
    readonly help: Pick<SideHelp, 'given' | 'received' | 'price'> | null;
    /** Promises of plans that the side kept, of those that came due. */
    readonly promises: { readonly kept: number; readonly due: number } | null;
  };
}

export interface ScoreReading {
  readonly outcome: 'ratified' | 'refused' | 'no-agreement' | null;
  /** 0 to 100: how near to the best that could have been ratified. */
  readonly joint: number | null;
  readonly seats: readonly SeatScore[];
}

/** What every seat of a table scores, held or not. */
export function readScores(story: Story, yardstick: Yardstick): ScoreReading {
  const { game, end } = story;
  const outcome = outcomeOf(story, yardstick);
  const help = readHelp(story).sides;
  const promises = readPromises(story).sides;
  const maps = readMaps(story);
  const fidelity = fidelityOf(story);
  return {
    outcome: end.outcome?.outcome ?? null,
    joint: outcome.joint,
    seats: game.scenario.roles.map((role) => {
      const own = help.find((one) => one.side === role.side);
      const kept = promises.find((one) => one.side === role.side);
      const faction = game.index.faction(role.id);
      const map = maps.find((one) => one.role === role.id);
      return {
        role: role.id,
        kind: role.kind,
        ofSide: role.side,
        held: (end.seats[role.id]?.length ?? 0) > 0,
        ...linesOf(story, role, outcome, yardstick),
        beside: {
          fidelity: fidelity.get(role.id) ?? null,
          margin: faction && end.outcome ? factionMargin(game, faction, outcome.deal) : null,
          misread: (map?.atTheVote ?? map?.moments.at(-1)?.score)?.misread.mean ?? null,
          help: own ? { given: own.given, received: own.received, price: own.price } : null,
          promises: kept ? { kept: kept.kept, due: kept.kept + kept.broken } : null,
        },
      };
    }),
  };
}

/** How true to its role each faction voted in the last count, where people voted. */
function fidelityOf(story: Story): Map<string, SeatScore['beside']['fidelity']> {
  const count = countsOf(story).at(-1);
  if (!count) return new Map();
  const verdict = story.game.referee.verdict(count.deal, adjustmentsAt(count), {
    mode: 'bounded',
    cast: castIn(story.game, count.desk),
  });
  return new Map(verdict.factions.map((one) => [one.faction, one.ballot?.fidelity ?? null]));
}

/** The vote that those who sat on a faction cast between them: most of them, and a tie abstains. */
function castIn(game: Game, desk: Story['end']): Readonly<Record<string, Vote>> {
  const cast: Record<string, Vote> = {};
  for (const { id } of game.scenario.factions) {
    const people = desk.seats[id] ?? [];
    const votes = people.flatMap((person) => desk.ballots[id]?.[person] ?? []);
    if (votes.length === 0) continue;
    const count = (vote: Vote) => votes.filter((one) => one === vote).length;
    const most = Math.max(count('yes'), count('no'), count('abstain'));
    const first = (['yes', 'no', 'abstain'] as const).filter((vote) => count(vote) === most);
    cast[id] = first.length === 1 ? (first[0] ?? 'abstain') : 'abstain';
  }
  return cast;
}
