import { type Story, type Told, toldOf } from './story';

/** One step in the life of a blocking coalition. */
export interface BlocStep {
  readonly round: number;
  readonly step: number;
  readonly faction: string;
  readonly did: 'joined' | 'left';
  readonly members: readonly string[];
  readonly stands: boolean;
  /** Headline of the last thing that had raised the faction’s support before it left; null = nothing known. */
  readonly after: string | null;
}

export interface BlocReading {
  readonly bloc: string;
  readonly factions: readonly string[];
  readonly history: readonly BlocStep[];
  readonly formed: readonly number[];
  readonly broken: readonly { readonly round: number; readonly by: string; readonly after: string | null }[];
}

/** Factions of different sides who did something together: one asked, the other answered or did not. */
export interface HandsAcross {
  readonly invitation: string;
  readonly by: string;
  readonly round: number;
  readonly answer: {
    readonly headline: string;
    readonly by: string;
    readonly round: number;
    readonly points: number;
  } | null;
}

export interface CoalitionReading {
  readonly blocs: readonly BlocReading[];
  readonly across: readonly HandsAcross[];
}

/** Coalitions of the table: blocs that formed and broke, and hands that were held out across it. */
export function readCoalitions(story: Story): CoalitionReading {
  return { blocs: story.game.blocs.map((bloc) => blocOf(story, bloc)), across: acrossOf(story) };
}

function blocOf(story: Story, { id, factions }: Story['game']['blocs'][number]): BlocReading {
  const history = toldOf(story, 'bloc')
    .filter(({ fact }) => fact.bloc === id)
    .map((told): BlocStep => {
      const { members, stands } = told.fact;
      const faction = told.doer?.role ?? '';
      const did = members.includes(faction) ? 'joined' : 'left';
      const after = did === 'left' ? lastRise(story, told, faction) : null;
      return { round: told.before.round, step: told.step, faction, did, members, stands, after };
    });
  const broke = history.filter((one, at) => !one.stands && (history[at - 1]?.stands ?? false));
  return {
    bloc: id,
    factions,
    history,
    formed: history.filter((one) => one.stands).map((one) => one.round),
    broken: broke.map(({ round, faction, after }) => ({ round, by: faction, after })),
  };
}

function lastRise(story: Story, { step }: Told, faction: string): string | null {
  const risen = story.effects.findLast(
    (effect) => effect.step < step && effect.faction === faction && effect.points > 0,
  );
  const { move, happening } = risen?.origin ?? {};
  return (
    story.end.moves.find((made) => made.id === move)?.headline ??
    toldOf(story, 'event').find(({ fact }) => fact.id === happening)?.fact.headline ??
    null
  );
}

function acrossOf(story: Story): HandsAcross[] {
  const moves = toldOf(story, 'move');
  const used = new Set<string>();
  return moves
    .filter(({ fact: { made } }) => made.kind === 'faction' && made.invites.length > 0)
    .map(({ fact: { made }, step }) => {
      const found = moves.find(
        (other) =>
          other.step > step &&
          other.fact.made.side !== made.side &&
          made.invites.includes(other.fact.made.move) &&
          !used.has(other.fact.made.id),
      )?.fact.made;
      if (found) used.add(found.id);
      const points = story.effects
        .filter((effect) => effect.origin.happening === found?.id)
        .reduce((sum, effect) => sum + effect.points, 0);
      return {
        invitation: made.headline,
        by: made.role,
        round: made.round,
        answer: found ? { headline: found.headline, by: found.role, round: found.round, points } : null,
      };
    });
}
