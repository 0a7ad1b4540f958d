import { type Desk, isAgreed, type MapEntry } from '@btt/protocol';
import { type Estimate, type MapScore, scoreMap, type Truth, truthAbroad } from '@btt/referee';
import type { Game } from '../game';
import { adjustmentsOf } from '../projection/vector';
import { type Story, toldOf } from './story';
import { countsOf } from './votes';

/** How good a map was at one moment. */
export interface MapMoment {
  /** Place of the event in the record, and the bargaining round. */
  readonly step: number;
  readonly round: number;
  /** The faction of which something was noted; null where only time has passed. */
  readonly about: string | null;
  readonly score: MapScore;
  /** Mean distance, in hundredths of a side’s weight, of the influences noted; null = none noted. */
  readonly influenceError: number | null;
  /** Chief concerns noted, and how many of them were right. */
  readonly concerns: { readonly noted: number; readonly right: number };
}

/** One person’s map of the factions abroad, over time. */
export interface MapHistory {
  readonly role: string;
  readonly side: string | null;
  /** At every change, against what was then true of the agreed terms. */
  readonly moments: readonly MapMoment[];
  /** The last map against the votes that were given; null where nothing was voted on. */
  readonly atTheVote: MapScore | null;
  /** Guesses bought, with how far their middle was off at the time; experts asked, with what they said. */
  readonly bought: {
    readonly estimates: readonly {
      readonly about: string;
      readonly round: number;
      readonly min: number;
      readonly max: number;
      readonly truth: number;
    }[];
    readonly experts: readonly {
      readonly about: string;
      readonly round: number;
      readonly stance: number;
      readonly verdict: 'right' | 'too-high' | 'too-low';
    }[];
  };
}

/** The map of everybody who kept one, or bought something for one. */
export function readMaps(story: Story): MapHistory[] {
  const noted = toldOf(story, 'mapped');
  const estimates = toldOf(story, 'estimated');
  const experts = toldOf(story, 'corrected');
  const makers = new Set([...noted, ...estimates, ...experts].map(({ fact }) => fact.role));
  return story.game.scenario.roles
    .filter((role) => makers.has(role.id))
    .map(({ id: role, side }) => {
      const own = noted.filter(({ fact }) => fact.role === role);
      return {
        role,
        side,
        moments: own.map(({ fact, before, step }) => {
          const map = { ...before.politics.maps[role], [fact.about]: fact.entry };
          return { step, round: fact.round, about: fact.about, ...momentOf(story.game, side, before, map) };
        }),
        atTheVote: atTheVote(story, role, side),
        bought: {
          estimates: estimates
            .filter(({ fact }) => fact.role === role)
            .map(({ fact: { about, round, min, max }, before }) => ({
              about,
              round,
              min,
              max,
              truth: truthOn(story.game, side, before).find((one) => one.faction === about)?.support ?? 0,
            })),
          experts: experts
            .filter(({ fact }) => fact.role === role)
            .map(({ fact: { about, round, stance, verdict } }) => ({ about, round, stance, verdict })),
        },
      };
    });
}

type Entries = Readonly<Record<string, MapEntry>>;

function momentOf(game: Game, side: string | null, desk: Desk, map: Entries) {
  const influences = Object.entries(map).flatMap(([faction, { influence }]) =>
    influence === undefined ? [] : [Math.abs(influence - influenceOf(game, faction))],
  );
  const concerns = Object.entries(map).flatMap(([faction, { concern }]) =>
    concern === undefined ? [] : [concernsOf(game, faction).includes(concern)],
  );
  return {
    score: scoreMap(truthOn(game, side, desk), estimatesOf(map)),
    influenceError:
      influences.length === 0 ? null : influences.reduce((sum, one) => sum + one, 0) / influences.length,
    concerns: { noted: concerns.length, right: concerns.filter(Boolean).length },
  };
}

/** What is true, at a moment, of all factions that are not of the side: on the agreed terms, as a map notes it. */
function truthOn(game: Game, side: string | null, desk: Desk): Truth[] {
  const agreed = Object.entries(desk.text).flatMap(([issue, { option }]) =>
    option !== null && isAgreed(desk, issue, game.sides) ? [[issue, option]] : [],
  );
  const supports = game.referee.support(Object.fromEntries(agreed), adjustmentsOf(desk));
  return truthAbroad(game.scenario, side, supports);
}

function atTheVote(story: Story, role: string, side: string | null): MapScore | null {
  const count = countsOf(story).at(-1);
  const map = story.end.politics.maps[role];
  if (!count || !map) return null;
  const supports = story.game.referee.support(count.deal, adjustmentsOf(count.desk));
  const truth = truthAbroad(story.game.scenario, side, supports);
  return scoreMap(
    truth.map((one) => ({ ...one, vote: count.votes[one.faction] ?? one.vote })),
    estimatesOf(map),
  );
}

function estimatesOf(map: Entries): Estimate[] {
  return Object.entries(map).map(([faction, { stance, vote, confidence }]) => ({
    faction,
    stance: stance ?? null,
    vote:
      vote === undefined ? null : { vote, confidence: confidence === undefined ? null : confidence / 100 },
  }));
}

/** Share of its side’s weight, 0 to 100. */
function influenceOf(game: Game, id: string): number {
  const faction = game.index.faction(id);
  if (!faction) return 0;
  const whole = game.index.factionsOfSide(faction.side).reduce((sum, one) => sum + one.weight, 0);
  return whole === 0 ? 0 : (100 * faction.weight) / whole;
}

/** The issues on which most is at stake for a faction: the widest between its best and its worst option. */
function concernsOf(game: Game, id: string): string[] {
  const points = game.index.faction(id)?.points ?? {};
  const stakes = game.scenario.issues.map((issue) => {
    const values = issue.options.map((option) => points[issue.id]?.[option.id] ?? 0);
    return { issue: issue.id, stake: Math.max(...values) - Math.min(...values) };
  });
  const most = Math.max(...stakes.map(({ stake }) => stake));
  return stakes.filter(({ stake }) => stake === most).map(({ issue }) => issue);
}
