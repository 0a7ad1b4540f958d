import { decimalText, type ExactFraction } from '../coalitions/fractions';
import { capital, hasArticle, inside, list, pointsOf } from './english';
import type { CauseName, Count, Place, TurningMessages } from './turning-messages';

/** English for causes, turning points and help, to be read out. Verbs fit names in the singular and in the plural. */
export const enTurning: TurningMessages = {
  moved: (place, from, to) =>
    from === to
      ? `All this left ${place ?? 'the agreement'} where it was, with ${standing(to)}.`
      : `All this took ${place ?? 'the agreement'} from ${standing(from)} to ${standing(to)}.`,
  turnedOrNot: (place, before, after) =>
    before === after
      ? `${capital(place ?? 'the agreement')} would have ${done(place, after)} with or without all this.`
      : `Without all this ${place ?? 'the agreement'} would have ${done(place, before)}; with it, it ${outcome(place, after)}.`,
  noMargin: (place) =>
    `No change of support alone turns the result ${where(place)}, so it is the result itself that is shared out.`,
  turningPoint: ({ name, place, passes, count }) => {
    if (place === null)
      return passes
        ? `With ${called(name)} the agreement came within reach on all sides.`
        : `With ${called(name)} the agreement was lost.`;
    return `With ${called(name)} ${place} ${passes ? 'came round' : 'was lost'}${votes(count)}.`;
  },
  without: ({ name, place, passes, count }) =>
    `Without ${called(name)} ${place ?? 'the agreement'} would have ${done(place, passes)}${votes(count)}.`,
  worth: (name, place, worth, of) =>
    `${starting(name)} ${worth.numerator < 0n ? 'cost' : 'earned'} ${amount(worth, of)} ${where(place)}.`,
  alone: (name, place, points, of) =>
    of === 'verdict'
      ? `Alone, ${called(name)} would have turned the result ${where(place)} into a refusal.`
      : `Alone, ${called(name)} would have cost ${pointsOf(points)} ${where(place)}.`,
  atItsTime: (name, place, points, of) => {
    if (of === 'verdict')
      return `In the order of events, ${called(name)} turned the result ${where(place)} into ${points > 0 ? 'a ratification' : 'a refusal'}.`;
    return `In the order of events, ${called(name)} ${points > 0 ? 'won' : 'cost'} ${pointsOf(Math.abs(points))} ${where(place)}.`;
  },
  together: (names, place, points, of) => {
    const size = of === 'margin' ? ` (${signed(points)})` : '';
    const both = capital(`${called(names[0])} and ${called(names[1])}`);
    return points > 0
      ? `${both} together did more ${where(place)} than each alone, added up${size}.`
      : `${both} partly did the same work ${where(place)}: together they did less than each alone, added up${size}.`;
  },
  noDifference: (names, place) =>
    `${capital(joined(names.map(called), 'and'))} made no difference ${where(place)}.`,
  standsFor: (name, names) => `${starting(name)}, taken as one: ${joined(names.map(called), 'and')}.`,

  shortOf: ({ place, points, ways, more }) => {
    const told = ways.map((way) => list(way.map((one) => `${pointsOf(one.points)} for ${inside(one.name)}`)));
    const others = more === 0n ? '' : more === 1n ? '; there is 1 more way' : `; there are ${more} more ways`;
    return `${capital(place)} was ${pointsOf(points)} short: ${joined(told, 'or')} would have carried it${others}.`;
  },
  notShort: (place) => `${capital(place)} was not short of a single point.`,
  neverEnough: (place) => `No rise in support could have carried it in ${place}, as its terms stood.`,
  tooManyCounts: (place) =>
    `The votes in ${place} can add up in too many ways to say how far it was from passing.`,

  cheapest: ({ cost, sets, more, any }) => {
    const told = sets.map((set) => joined(set.map(called), 'and')).join('; or ');
    const others =
      more === 0 ? '' : more === 1 ? '; 1 more set costs the same' : `; ${more} more sets cost the same`;
    return `The cheapest help that carries ${any ? 'some agreement' : 'it'} on all sides costs ${cost}: ${told}${others}.`;
  },
  noHelpNeeded: (any) => `${any ? 'Some agreement' : 'It'} passes on all sides without any help.`,
  noHelpEnough: (any) => `No help that can be paid for carries ${any ? 'any agreement' : 'it'} on all sides.`,
  tooMuchHelp: () => 'There are too many ways to help to go through them all.',
};

const EVERYTHING_ELSE = 'everything else';

/** Words of the longest name that is read as a thing and not as a whole phrase. */
const LONGEST_THING = 4;

/** A cause inside a sentence: "the letter"; what has no article, or goes on for long, stands in quotation marks, as it may be a whole phrase. */
function called(name: CauseName): string {
  if (name === null) return EVERYTHING_ELSE;
  const isThing = hasArticle(name) && name.split(' ').length <= LONGEST_THING;
  return isThing ? inside(name) : `“${name}”`;
}

const starting = (name: CauseName) => capital(called(name));
const where = (place: Place) => (place === null ? 'on the whole' : `in ${place}`);

/** After "would have". */
function done(place: Place, passes: boolean): string {
  if (place === null) return passes ? 'been ratified' : 'failed';
  return passes ? 'ratified' : 'refused';
}

function outcome(place: Place, passes: boolean): string {
  return place === null && passes ? 'was ratified' : done(place, passes);
}

function standing(margin: number): string {
  if (margin === 0) return 'nothing to spare';
  return margin > 0 ? `${pointsOf(margin)} to spare` : `${pointsOf(-margin)} missing`;
}

const votes = (count: Count) => (count === null ? '' : `, ${count.yes} to ${count.no}`);
const signed = (points: number) => (points > 0 ? `+${points}` : `−${-points}`);

/** Things joined as they are: "a, b and c". */
function joined(things: readonly string[], joint: 'and' | 'or'): string {
  const last = things.at(-1) ?? '';
  return things.length < 2 ? last : `${things.slice(0, -1).join(', ')} ${joint} ${last}`;
}

/** "3 points", "2.5 points", "about 2.3 points"; "a third of a yes". */
function amount(worth: ExactFraction, of: 'margin' | 'verdict'): string {
  const size = { ...worth, numerator: worth.numerator < 0n ? -worth.numerator : worth.numerator };
  if (of === 'verdict')
    return size.numerator === size.denominator ? 'a whole yes' : `${percent(size)} of a yes`;
  const shown = tenths(size);
  if (shown === '0') return 'less than 0.1 points';
  const isExact = (size.numerator * 10n) % size.denominator === 0n;
  return `${isExact ? '' : 'about '}${shown} ${shown === '1' ? 'point' : 'points'}`;
}

function percent({ numerator, denominator }: ExactFraction): string {
  const isExact = (numerator * 100n) % denominator === 0n;
  const shown = decimalText({ numerator: numerator * 100n, denominator }, 0);
  if (shown === '0') return 'less than 1 per cent';
  return `${isExact ? '' : 'about '}${shown} per cent`;
}

/** One decimal, without one that is zero. */
function tenths(size: ExactFraction): string {
  return decimalText(size, 1).replace(/\.0$/, '');
}
