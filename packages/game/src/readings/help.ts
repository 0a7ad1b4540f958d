import { openInvitation } from '@btt/protocol';
import type { FeltEffect } from './effects';
import { groupBy, pointsByFaction } from './group';
import { intended, type Sign, signOf } from './intention';
import type { Origin } from './origins';
import { type Story, toldOf } from './story';
import { countsOf, isAcross, modelVerdict } from './votes';

/** What one cause did on its own side and on the others. */
export interface Deed {
  readonly happening: string;
  readonly kind: Origin['kind'];
  /** Id of the move in the scenario, and the headline under which it is known; null for what is no move. */
  readonly move: string | null;
  readonly headline: string | null;
  readonly side: string | null;
  readonly role: string | null;
  readonly round: number;
  /** Points by faction, as they were felt, whether they lasted or not. */
  readonly factions: Readonly<Record<string, number>>;
  readonly home: Balance;
  readonly abroad: Balance;
  /** Asked for by the side it helped or hurt. null: nobody could have asked. */
  readonly invited: boolean | null;
  readonly intended: Sign | null;
  readonly actual: Sign;
  /** Meant to help abroad and hurt, or did harm without meaning to. */
  readonly againstIntention: boolean;
}

/** Points gained and points lost, both as they are written: `lost` is 0 or less. */
export interface Balance {
  readonly gained: number;
  readonly lost: number;
}

/** What one side did for, and to, the factions of others, and what that cost at home. */
export interface SideHelp {
  readonly side: string;
  readonly given: number;
  readonly hurtGiven: number;
  readonly received: number;
  readonly hurtReceived: number;
  /** Points lost among one’s own factions by the same causes that gave help abroad: 0 or less. */
  readonly price: number;
}

export interface HelpReading {
  readonly deeds: readonly Deed[];
  readonly sides: readonly SideHelp[];
  /** Who did what to whom: points from a side (null: nobody’s doing) to the factions of a side. They add up to all that was felt. */
  readonly arrows: readonly {
    readonly from: string | null;
    readonly to: string;
    readonly gained: number;
    readonly lost: number;
  }[];
  /** Moves that the other side could have asked for: how many were made, and how many of those had been asked for. */
  readonly invitable: { readonly made: number; readonly invited: number };
  /** Causes without which the model’s verdict on the last agreement would have been another. */
  readonly turning: readonly {
    readonly happening: string;
    readonly headline: string | null;
    readonly sides: readonly {
      readonly side: string;
      readonly passes: boolean;
      readonly without: boolean;
    }[];
  }[];
}

/** Help and hurt across the table, cause by cause and side by side. */
export function readHelp(story: Story): HelpReading {
  const deeds = deedsOf(story);
  const invitable = deeds.filter((deed) => deed.invited !== null);
  return {
    deeds,
    sides: story.game.sides.map((side) => sideHelp(story, deeds, side)),
    arrows: arrowsOf(story),
    invitable: { made: invitable.length, invited: invitable.filter((deed) => deed.invited).length },
    turning: turningCauses(story, deeds),
  };
}

/** Every move, and every other doing of a side that anybody felt, in the order in which they came about. */
function deedsOf(story: Story): Deed[] {
  const felt = groupBy(story.effects, (effect) => effect.origin.happening);
  const moves = toldOf(story, 'move').map(({ fact, before, step }) => ({
    step,
    deed: deedOf(story, felt.get(fact.made.id) ?? [], {
      happening: fact.made.id,
      kind: 'move',
      move: fact.made.move,
      headline: fact.made.headline,
      side: fact.made.side,
      role: fact.made.role,
      round: fact.made.round,
      invited: wasInvited(story, before, fact.made.move, fact.made.side),
    }),
  }));
  const others = [...felt].flatMap(([happening, effects]) => {
    const first = effects[0];
    if (!first || first.origin.kind === 'move' || first.origin.side === null) return [];
    const { kind, side, role, move } = first.origin;
    const made = story.end.moves.find((one) => one.id === move);
    const headline = made?.headline ?? null;
    const { step, round } = first;
    const deed = { happening, kind, move: made?.move ?? null, headline, side, role, round, invited: null };
    return [{ step, deed: deedOf(story, effects, deed) }];
  });
  return [...moves, ...others].toSorted((a, b) => a.step - b.step).map(({ deed }) => deed);
}

type Known = Pick<Deed, 'happening' | 'kind' | 'move' | 'headline' | 'side' | 'role' | 'round' | 'invited'>;

function deedOf(story: Story, effects: readonly FeltEffect[], known: Known): Deed {
  const abroad = balance(effects.filter((effect) => effect.side !== known.side));
  const actual = signOf(abroad.gained + abroad.lost);
  const written = known.kind === 'move' ? story.game.index.move(known.move ?? '') : undefined;
  const meant = written ? intended(story.game, written, known.side) : null;
  return {
    ...known,
    factions: pointsByFaction(effects),
    home: balance(effects.filter((effect) => effect.side === known.side)),
    abroad,
    intended: meant,
    actual,
    againstIntention: actual === 'hurt' && meant !== null && meant !== 'hurt',
  };
}

/** null where no move of another side invites this one. */
function wasInvited(story: Story, before: Story['end'], move: string, side: string | null): boolean | null {
  const { scenario, index, sides } = story.game;
  const hosts = sides.filter((other) =>
    scenario.moves.some(
      (one) =>
        one.invites.includes(move) &&
        one.by.some((role) => index.role(role)?.side === other && other !== side),
    ),
  );
  return hosts.length === 0 ? null : hosts.some((other) => openInvitation(before, move, other) !== null);
}

function sideHelp(story: Story, deeds: readonly Deed[], side: string): SideHelp {
  const given = balance(story.effects.filter((one) => isAcross(one) && one.origin.side === side));
  const received = balance(story.effects.filter((one) => isAcross(one) && one.side === side));
  return {
    side,
    given: given.gained,
    hurtGiven: given.lost,
    received: received.gained,
    hurtReceived: received.lost,
    price: deeds
      .filter((deed) => deed.side === side && deed.abroad.gained > 0)
      .reduce((sum, deed) => sum + deed.home.lost, 0),
  };
}

function arrowsOf({ game, effects }: Story): HelpReading['arrows'] {
  return [...game.sides, null].flatMap((from) =>
    game.sides.map((to) => ({
      from,
      to,
      ...balance(effects.filter((one) => one.origin.side === from && one.side === to)),
    })),
  );
}

/** A move counts with everything that it goes on to do: the order that it gives, kept or broken. */
function turningCauses(story: Story, deeds: readonly Deed[]): HelpReading['turning'] {
  const count = countsOf(story).at(-1);
  if (!count) return [];
  const all = modelVerdict(story.game, count);
  const causeOf = ({ origin }: FeltEffect) => origin.move ?? origin.happening;
  return [...new Set(count.standing.map(causeOf))].flatMap((happening) => {
    const without = modelVerdict(story.game, count, (effect) => causeOf(effect) === happening);
    const sides = all.sides.flatMap(({ side, passes }, at) => {
      const left = without.sides[at]?.passes ?? passes;
      return left === passes ? [] : [{ side, passes, without: left }];
    });
    const headline = deeds.find((deed) => deed.happening === happening)?.headline ?? null;
    return sides.length === 0 ? [] : [{ happening, headline, sides }];
  });
}

function balance(effects: readonly FeltEffect[]): Balance {
  const sum = (sign: 1 | -1) =>
    effects.reduce((total, { points }) => (points * sign > 0 ? total + points : total), 0);
  return { gained: sum(1), lost: sum(-1) };
}
