import type { Audience, MoveMade } from '@btt/protocol';
import type { Game } from '../game';
import { pointsByFaction } from './group';
import { type Story, type Told, toldOf } from './story';

/** A chance of the record, and what it did. */
export interface DrawReading {
  readonly id: string;
  readonly draw: string;
  /** As written: "1/2". */
  readonly odds: string;
  readonly hit: boolean;
  readonly by: 'chance' | 'host';
  readonly round: number;
  /** `echo`: words meant for home were to be heard elsewhere. `leak`: something secret was to come out. `other`: anything else. */
  readonly kind: 'echo' | 'leak' | 'other';
  /** What it was about: a headline, the name of a channel, or nothing. */
  readonly about: string | null;
  readonly side: string | null;
  /** Points by faction that came of it. */
  readonly factions: Readonly<Record<string, number>>;
}

/** Something said or done before some, which came to people for whom it was not meant. Domestic lines are the statements among them. */
export interface HeardAbroad {
  readonly happening: string;
  readonly kind: MoveMade['kind'];
  readonly headline: string;
  readonly side: string | null;
  readonly role: string;
  readonly said: number;
  readonly heard: number;
  /** By chance, by a faction that gave it to the press, or because the move says so. */
  readonly how: 'chance' | 'faction' | 'move';
  /** Points among the speaker’s own factions before it was heard, and among others after it was. */
  readonly gainedAtHome: number;
  readonly costAbroad: number;
}

export interface ContradictionReading {
  readonly side: string;
  readonly topic: string;
  readonly round: number;
  readonly first: Line;
  readonly second: Line;
  /** Factions who had heard both. */
  readonly heardBy: readonly string[];
  readonly factions: Readonly<Record<string, number>>;
}

export interface Line {
  readonly happening: string;
  readonly headline: string;
  readonly role: string;
  readonly round: number;
  /** What it asserts on the topic. */
  readonly value: string;
}

export interface EchoReading {
  readonly draws: readonly DrawReading[];
  readonly heard: readonly HeardAbroad[];
  readonly contradictions: readonly ContradictionReading[];
}

/** What came out that was not meant to: echoes, leaks and contradictions, with their odds and what they cost. */
export function readEchoes(story: Story): EchoReading {
  return {
    draws: drawsOf(story),
    heard: heardOf(story),
    contradictions: contradictionsOf(story),
  };
}

function drawsOf(story: Story): DrawReading[] {
  const { game, effects } = story;
  return toldOf(story, 'drawn').flatMap(({ fact, before }) => {
    // A number drawn for an estimate is no event.
    if (!game.draws.has(fact.draw)) return [];
    const made = before.moves.find((move) => move.id === fact.cause);
    const hint = before.draws.find((one) => one.id === fact.id)?.hint ?? '';
    const { id, draw, odds, hit, by } = fact;
    return [
      {
        id,
        draw,
        odds,
        hit,
        by,
        round: before.round,
        kind: kindOf(game, draw, made),
        about: made?.headline ?? (hint === '' ? null : hint),
        side: made?.side ?? null,
        factions: pointsByFaction(effects.filter((effect) => effect.draw === id)),
      },
    ];
  });
}

function kindOf(game: Game, draw: string, made: MoveMade | undefined): DrawReading['kind'] {
  const found = game.draws.get(draw);
  const lets = found?.action.hit.some((action) => action.kind === 'disclose' && action.what === 'move');
  const isChannel = game.index.channel(found?.source.id ?? '') !== undefined;
  const isCard = found?.source.id === draw;
  if (isChannel || isCard) return 'leak';
  if (!lets) return 'other';
  return made?.kind === 'statement' ? 'echo' : 'leak';
}

function heardOf(story: Story): HeardAbroad[] {
  const seen = new Set<string>();
  return toldOf(story, 'disclosed').flatMap((told) => {
    const { made } = told.fact;
    const said = story.end.moves.find((move) => move.id === made.id);
    if (seen.has(made.id) || !reachesOthers(story, told.to, made.side)) return [];
    seen.add(made.id);
    const felt = story.effects.filter((effect) => effect.origin.happening === made.id);
    const sum = (home: boolean) =>
      felt
        .filter((effect) => (effect.side === made.side) === home && effect.step < told.step === home)
        .reduce((total, effect) => total + effect.points, 0);
    return [
      {
        happening: made.id,
        kind: made.kind,
        headline: made.headline,
        side: made.side,
        role: made.role,
        said: said?.round ?? made.round,
        heard: told.before.round,
        how: howOf(told),
        gainedAtHome: sum(true),
        costAbroad: sum(false),
      },
    ];
  });
}

function howOf({ event, before, fact }: Told): HeardAbroad['how'] {
  if (event.type === 'leak') return 'faction';
  if (fact.type !== 'disclosed') return 'move';
  const { id } = fact.made;
  return before.draws.some((draw) => draw.cause === id && draw.hit === true) ? 'chance' : 'move';
}

/** Somebody of another side is among those who are told. */
function reachesOthers({ game }: Story, to: Audience, side: string | null): boolean {
  if (to === 'everyone') return true;
  return to !== 'host' && to.some((role) => (game.index.role(role)?.side ?? side) !== side);
}

function contradictionsOf(story: Story): ContradictionReading[] {
  return toldOf(story, 'contradiction').flatMap(({ fact, to, before }) => {
    const first = lineOf(story, fact.first, fact.topic);
    const second = lineOf(story, fact.second, fact.topic);
    if (!first || !second) return [];
    const { id, side, topic } = fact;
    return [
      {
        side,
        topic,
        first,
        second,
        round: before.round,
        heardBy: typeof to === 'string' ? [] : to.filter((role) => story.game.index.faction(role)),
        factions: pointsByFaction(story.effects.filter((effect) => effect.origin.happening === id)),
      },
    ];
  });
}

function lineOf(story: Story, id: string, topic: string): Line | null {
  const made = story.end.moves.find((move) => move.id === id);
  if (!made) return null;
  const { headline, role, round, asserts } = made;
  return { happening: id, headline, role, round, value: asserts[topic] ?? '' };
}
