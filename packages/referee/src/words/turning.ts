import type { Rule, SideId } from '@btt/scenario';
import type { CheapestHelp } from '../advice/cheapest';
import type { Distance } from '../advice/distance';
import type { Attribution, Attributions, Outcome } from '../attribution/attribution';
import type { Cause } from '../attribution/players';
import type { ExactFraction } from '../coalitions/fractions';
import type { RefereeScenario } from '../model';
import { messagesFor } from './language';
import type { Messages } from './messages';
import type { CauseName, Count, Place } from './turning-messages';

/** Sentences on one side, or on all sides together. */
export interface SpokenAttribution {
  /** null = all sides. */
  readonly side: SideId | null;
  /** From where to where all causes together have moved it. */
  readonly sentence: string;
  /** By kind in this order, the largest of each kind first where they have a size. */
  readonly details: readonly SpokenCause[];
}

export interface SpokenCause {
  readonly kind:
    | 'no-margin'
    /** The cause at which the result turned, along the order in which they came. */
    | 'turning-point'
    /** Left out, the result would have been the other one. */
    | 'without'
    /** The Shapley value. */
    | 'worth'
    /** Alone it would have done harm. */
    | 'alone'
    /** Two causes that did more, or less, together than each alone. */
    | 'together'
    /** What it changed at its time. */
    | 'at-its-time'
    | 'no-difference';
  /** Places in the list of players. */
  readonly players: readonly number[];
  readonly text: string;
}

export interface SpokenAttributions {
  readonly whole: SpokenAttribution;
  readonly sides: readonly SpokenAttribution[];
  /** What groups, and everything else, stand for. */
  readonly groups: readonly string[];
}

/** Sentences that an instructor could read out on what brought a result about. At most `mostPairs` pairs of causes are told for each side. */
export function explainAttributions(
  scenario: Pick<RefereeScenario, 'language' | 'sides'>,
  attributions: Attributions,
  causes: readonly Cause[],
  { mostPairs = 3 }: { readonly mostPairs?: number } = {},
): SpokenAttributions {
  const say = messagesFor(scenario.language);
  const nameOf = (id: string) => causes.find((cause) => cause.id === id)?.name ?? id;
  const names = attributions.players.map((player) => (player.kind === 'rest' ? null : player.name));
  return {
    whole: explainOne(attributions.whole, null, false, { names, nameOf, say, mostPairs }),
    sides: attributions.sides.map((one) => {
      const side = scenario.sides.find(({ id }) => id === one.side);
      const counts = side !== undefined && isCounted(side.rule);
      return explainOne(one, side?.place ?? one.side, counts, { names, nameOf, say, mostPairs });
    }),
    groups: attributions.players.flatMap((player) =>
      player.kind === 'cause'
        ? []
        : [say.standsFor(player.kind === 'rest' ? null : player.name, player.causes.map(nameOf))],
    ),
  };
}

interface Telling {
  readonly names: readonly CauseName[];
  readonly nameOf: (cause: string) => string;
  readonly say: Messages;
  readonly mostPairs: number;
}

function explainOne(one: Attribution, place: Place, counts: boolean, telling: Telling): SpokenAttribution {
  const { names, nameOf, say, mostPairs } = telling;
  const name = (player: number): CauseName => names[player] ?? null;
  const result = ({ passes, votes }: Outcome): { readonly passes: boolean; readonly count: Count } => ({
    passes,
    count: counts ? votes : null,
  });
  const bySize = [...one.shares].sort((a, b) => compareSizes(b.shapley, a.shapley) || a.player - b.player);
  const idle = one.shares.filter((share) => isIdle(one, share.player)).map((share) => share.player);
  const details: readonly (SpokenCause | false)[] = [
    one.of === 'verdict' && { kind: 'no-margin', players: [], text: say.noMargin(place) },
    ...(one.path ?? []).map(
      ({ cause, player, from, to }): SpokenCause | false =>
        from.passes !== to.passes && {
          kind: 'turning-point',
          players: [player],
          text: say.turningPoint({ name: nameOf(cause), place, ...result(to) }),
        },
    ),
    ...one.shares.map(
      ({ player, decisive, without }): SpokenCause | false =>
        decisive && {
          kind: 'without',
          players: [player],
          text: say.without({ name: name(player), place, ...result(without) }),
        },
    ),
    ...bySize.map(
      ({ player, shapley }): SpokenCause | false =>
        shapley.numerator !== 0n && {
          kind: 'worth',
          players: [player],
          text: say.worth(name(player), place, shapley, one.of),
        },
    ),
    ...bySize.map(
      ({ player, own }): SpokenCause | false =>
        own < 0 && { kind: 'alone', players: [player], text: say.alone(name(player), place, -own, one.of) },
    ),
    ...[...one.pairs]
      .filter((pair) => pair.dividend !== 0)
      .sort((a, b) => Math.abs(b.dividend) - Math.abs(a.dividend))
      .slice(0, mostPairs)
      .map(
        ({ players: [first, second], dividend }): SpokenCause => ({
          kind: 'together',
          players: [first, second],
          text: say.together([name(first), name(second)], place, dividend, one.of),
        }),
      ),
    ...(one.path ?? []).map(
      ({ cause, player, from, to }): SpokenCause | false =>
        from.worth !== to.worth && {
          kind: 'at-its-time',
          players: [player],
          text: say.atItsTime(nameOf(cause), place, to.worth - from.worth, one.of),
        },
    ),
    idle.length > 0 && {
      kind: 'no-difference',
      players: idle,
      text: say.noDifference(idle.map(name), place),
    },
  ];
  return {
    side: one.side,
    sentence:
      one.of === 'margin'
        ? say.moved(place, one.none.worth, one.all.worth)
        : say.turnedOrNot(place, one.none.passes, one.all.passes),
    details: details.flatMap((detail) => (detail === false ? [] : [detail])),
  };
}

/** It adds nothing to any subset: every dividend with it is zero. */
function isIdle({ dividends }: Attribution, player: number): boolean {
  return dividends.every((dividend, mask) => dividend === 0 || ((mask >> player) & 1) === 0);
}

function compareSizes(a: ExactFraction, b: ExactFraction): number {
  const size = (one: bigint) => (one < 0n ? -one : one);
  const [left, right] = [size(a.numerator) * b.denominator, size(b.numerator) * a.denominator];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A count is told where the rule counts; who must consent is told by name. */
function isCounted(rule: Rule): boolean {
  switch (rule.kind) {
    case 'all':
    case 'any':
    case 'k-of':
      return rule.rules.some(isCounted);
    case 'majority':
    case 'quota':
    case 'unanimity':
    case 'no-objection':
      return true;
    case 'consent':
    case 'opinion':
    case 'no-bloc':
      return false;
  }
}

/** How far a side was from passing, in a sentence; at most `mostWays` ways are told. */
export function explainDistance(
  scenario: Pick<RefereeScenario, 'language' | 'sides' | 'roles'>,
  side: SideId,
  distance: Distance,
  mostWays = 3,
): string {
  const say = messagesFor(scenario.language);
  const place = scenario.sides.find((one) => one.id === side)?.place ?? side;
  const nameOf = (id: string) => scenario.roles.find((role) => role.id === id)?.name ?? id;
  switch (distance.kind) {
    case 'never':
      return say.neverEnough(place);
    case 'too-large':
      return say.tooManyCounts(place);
    case 'exact': {
      if (distance.points === 0) return say.notShort(place);
      const told = distance.ways.slice(0, mostWays);
      return say.shortOf({
        place,
        points: distance.points,
        ways: told.map((way) => way.map(({ faction, points }) => ({ name: nameOf(faction), points }))),
        more: distance.count - BigInt(told.length),
      });
    }
  }
}

/** The cheapest help in a sentence; at most `mostSets` sets are told. `any`: it was asked for some deal. */
export function explainHelp(
  scenario: Pick<RefereeScenario, 'language'>,
  help: CheapestHelp,
  nameOf: (measure: string) => string,
  { any = false, mostSets = 3 }: { readonly any?: boolean; readonly mostSets?: number } = {},
): string {
  const say = messagesFor(scenario.language);
  switch (help.kind) {
    case 'none':
      return say.noHelpEnough(any);
    case 'too-large':
      return say.tooMuchHelp();
    case 'exact': {
      const told = help.sets.slice(0, mostSets).map((set) => set.measures.map(nameOf));
      if (told.some((set) => set.length === 0)) return say.noHelpNeeded(any);
      return say.cheapest({ cost: help.cost, sets: told, more: help.count - told.length, any });
    }
  }
}
