import type { FactionId, SideId } from '@btt/scenario';
import type { RefereeScenario } from '../model';
import type { Tally } from '../rules/tally';
import type { SideVerdict, Verdict } from '../verdict/verdict';
import { messagesFor } from './language';
import type { Messages, Mood } from './messages';

export interface SpokenSide {
  readonly side: SideId;
  /** "Refused in Moscow, 38 to 54: …" */
  readonly sentence: string;
  /** What it needed, whose red lines are crossed, who could have turned it. */
  readonly details: readonly string[];
}

export interface Explanation {
  /** All sides in one breath, refusals first. */
  readonly sentence: string;
  readonly sides: readonly SpokenSide[];
  /** Votes that were overruled. */
  readonly details: readonly string[];
}

/** A verdict with its words. */
export type SpokenVerdict = Omit<Verdict, 'sides'> &
  Omit<Explanation, 'sides'> & { readonly sides: readonly (SideVerdict & SpokenSide)[] };

/** A verdict in sentences that can be read out, in the scenario's language where it has a table of messages, else in English. */
export function explainVerdict(
  scenario: RefereeScenario,
  verdict: Verdict,
  mood: Mood = 'result',
): Explanation {
  const say = messagesFor(scenario.language);
  const sides = verdict.sides.map((side) => explainSide(scenario, verdict, side, say, mood));
  const order = [...verdict.sides.keys()].sort(
    (a, b) => Number(verdict.sides[a]?.passes) - Number(verdict.sides[b]?.passes) || a - b,
  );
  return {
    sentence: order.map((at) => sides[at]?.sentence ?? '').join(' '),
    sides,
    details: verdict.factions.flatMap(({ faction, ballot, counted }) =>
      ballot?.overruled ? [say.overruled(nameOf(scenario, faction), ballot.cast, counted)] : [],
    ),
  };
}

export function speak(scenario: RefereeScenario, verdict: Verdict, mood: Mood): SpokenVerdict {
  const explanation = explainVerdict(scenario, verdict, mood);
  const sides = verdict.sides.map((side, at) => {
    const { sentence = '', details = [] } = explanation.sides[at] ?? {};
    return { ...side, sentence, details };
  });
  return { ...verdict, ...explanation, sides };
}

function explainSide(
  scenario: RefereeScenario,
  verdict: Verdict,
  side: SideVerdict,
  say: Messages,
  mood: Mood,
): SpokenSide {
  const place = scenario.sides.find((one) => one.id === side.side)?.place ?? side.side;
  const names = (ids: readonly FactionId[]) => ids.map((id) => nameOf(scenario, id));
  const count = isCounted(side.tally) ? { yes: side.yes, no: side.no } : null;
  const reasons = [...new Set(side.passes ? [] : reasonsOf(side.tally, names, say))];
  const details: string[] = [];
  if (side.margin === null)
    details.push(side.fixed === 'never-passes' ? say.beyondSupport(place) : say.certain(place));
  else
    details.push(
      side.margin < 0 ? say.needed(place, -side.margin, mood) : say.toSpare(place, side.margin, mood),
    );
  if (side.passes !== side.modelPasses) details.push(say.unlikeModel(place, side.modelPasses));
  for (const faction of verdict.factions) {
    if (faction.side !== side.side) continue;
    for (const text of faction.redLines) details.push(say.redLine(nameOf(scenario, faction.faction), text));
  }
  if (side.pivotal.length > 0) details.push(say.pivotal(side.passes, names(side.pivotal), mood));
  return {
    side: side.side,
    sentence: say.side({ passes: side.passes, place, count, reasons, mood }),
    details,
  };
}

/** A count is told where the rule counts; who must consent is told by name. */
function isCounted(tally: Tally): boolean {
  switch (tally.kind) {
    case 'all':
    case 'any':
    case 'k-of':
      return tally.parts.some(isCounted);
    case 'majority':
    case 'quota':
    case 'unanimity':
    case 'no-objection':
      return true;
    default:
      return false;
  }
}

/** Why a rule fails, blocking coalitions first. A count that was plainly lost speaks for itself. */
function reasonsOf(tally: Tally, names: (ids: readonly FactionId[]) => string[], say: Messages): string[] {
  const within = (parts: readonly Tally[]) => {
    const failing = parts.filter((part) => !part.passes);
    const blocs = failing.filter((part) => part.kind === 'no-bloc');
    return [...blocs, ...failing.filter((part) => part.kind !== 'no-bloc')].flatMap((part) =>
      reasonsOf(part, names, say),
    );
  };
  switch (tally.kind) {
    case 'majority': {
      if (tally.quorum && !tally.quorum.met)
        return [say.quorum(tally.quorum.present, tally.quorum.total, tally.quorum.fraction)];
      if (tally.yes === 0 && tally.no === 0) return [say.nothingCast()];
      return tally.of === 'cast' && tally.yes <= tally.no ? [] : [say.share(tally)];
    }
    case 'quota':
      return [say.quota(tally.yes, tally.needed)];
    case 'unanimity':
    case 'consent':
      return [say.withheld(tally.kind, names(tally.withheld))];
    case 'no-objection':
      return [say.objections(tally.no, tally.limit)];
    case 'opinion':
      return [
        say.opinion(
          decimal(tally.sum, tally.weight),
          decimal(tally.level.numerator, tally.level.denominator),
        ),
      ];
    case 'no-bloc':
      return [say.bloc(names(tally.fierce))];
    case 'all':
      return within(tally.parts);
    case 'any': {
      const reasons = within(tally.parts);
      return reasons.length > 1 ? [say.noWayOpen(reasons)] : reasons;
    }
    case 'k-of': {
      const reasons = within(tally.parts);
      const met = tally.parts.filter((part) => part.passes).length;
      return reasons.length > 0 ? [say.tooFew(met, tally.k, reasons)] : [];
    }
  }
}

/** Two decimals; what is not exact is cut toward minus infinity, so that a level just missed never reads as reached. */
function decimal(numerator: number, denominator: number): string {
  return denominator === 0 ? '0' : String(Math.floor((numerator * 100) / denominator) / 100);
}

function nameOf(scenario: RefereeScenario, faction: FactionId): string {
  return scenario.roles.find((role) => role.id === faction)?.name ?? faction;
}
