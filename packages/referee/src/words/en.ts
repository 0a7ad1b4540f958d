import type { Fraction } from '@btt/scenario';
import { enPlayability } from './en-playability';
import { enTurning } from './en-turning';
import { capital, inside, list, pointsOf } from './english';
import type { Messages, Mood } from './messages';

const NAMED_SHARES: Readonly<Record<string, string>> = {
  '1/2': 'half',
  '1/3': 'a third',
  '2/3': 'two thirds',
  '1/4': 'a quarter',
  '3/4': 'three quarters',
  '3/5': 'three fifths',
  '4/5': 'four fifths',
  '1/1': 'all',
};

/** English, to be read out. */
export const en: Messages = {
  ...enTurning,
  ...enPlayability,

  side({ passes, place, count, reasons, mood }) {
    const verb =
      mood === 'draft'
        ? passes
          ? 'Would be ratified'
          : 'Would be refused'
        : passes
          ? 'Ratified'
          : 'Refused';
    const votes = count ? `, ${count.yes} to ${count.no}` : '';
    const why = reasons.length > 0 ? `: ${reasons.join('; and ')}` : '';
    return `${verb} in ${place}${votes}${why}.`;
  },

  bloc: (names) =>
    names.length > 1
      ? `${list(names)} together hold a blocking coalition`
      : `the fierce opposition of ${list(names)} alone blocks it`,
  share: ({ test, fraction, of, base }) => {
    const share = `${test === 'more-than' ? 'more than' : 'at least'} ${shareInWords(fraction)}`;
    return `${share} of ${of === 'cast' ? `the ${base} votes cast` : `all ${base} votes`} must be yes`;
  },
  nothingCast: () => 'nobody voted yes or no',
  quorum: (present, total, fraction) =>
    `only ${present} of ${total} were present, and the quorum is ${shareInWords(fraction)}`,
  quota: (yes, needed) => `it has ${yes} of the ${needed} votes it must have`,
  withheld: (kind, names) =>
    kind === 'unanimity'
      ? `all must say yes, and a yes is missing from ${list(names)}`
      : `it lacks the consent of ${list(names)}`,
  objections: (no, limit) => `the objections weigh ${no}, and ${limit} are enough to stop it`,
  opinion: (mean, level) => `opinion stands at ${mean}, and ${level} is needed`,
  noWayOpen: (reasons) => `no way to ratify is open, because ${reasons.join('; ')}`,
  tooFew: (met, needed, reasons) =>
    `${met} of the ${needed} conditions needed ${met === 1 ? 'is' : 'are'} met, because ${reasons.join('; ')}`,

  needed: (place, points, mood) =>
    `${capital(place)} ${mood === 'draft' ? 'needs' : 'needed'} ${pointsOf(points)} more support in every faction.`,
  toSpare: (place, points, mood) => {
    if (points === 0)
      return `${capital(place)} ${mood === 'draft' ? 'has' : 'had'} nothing to spare: one point less in every faction ${would(mood, 'sink', 'sunk')} it.`;
    return `${capital(place)} ${could(mood, 'lose', 'lost')} ${pointsOf(points)} in every faction and still ${mood === 'draft' ? 'ratify' : 'ratified'}.`;
  },
  beyondSupport: (place) => `No rise in support can carry it in ${place} as long as its terms stand.`,
  certain: (place) => `No loss of support can stop it in ${place}.`,
  redLine: (name, text) =>
    `It crosses a red line of ${inside(name)}${text === '' ? '.' : `: ${closed(text)}`}`,
  pivotal: (passes, names, mood) => {
    const who = names.length === 1 ? `${capital(list(names))} alone` : `Any one of ${list(names, 'or')}`;
    return passes
      ? `${who} ${could(mood, 'stop', 'stopped')} it.`
      : `${who} ${could(mood, 'save', 'saved')} it by a yes.`;
  },
  unlikeModel: (place, modelPasses) =>
    `Had every faction in ${place} voted by its support, it would have been ${modelPasses ? 'ratified' : 'refused'}.`,
  timeRanOut: () => 'Time ran out at the table: no agreement was initialled.',
  leftTheTable: (side) => `${side} left the table: there is no agreement.`,
  refusedAtHome: () => 'The agreement was refused at home.',
  overruled: (name, cast, counted) =>
    `${capital(name)} ${cast === 'absent' ? 'stayed away' : `voted ${voteInWords(cast)}`}, but its constituency overruled it: it counts as ${voteInWords(counted)}.`,
};

function shareInWords({ numerator, denominator }: Fraction): string {
  const named = NAMED_SHARES[`${numerator}/${denominator}`];
  if (named !== undefined) return named;
  const percent = (numerator * 100) / denominator;
  const isExact = Number.isInteger((numerator * 10_000) / denominator);
  return isExact ? `${percent} per cent` : `${numerator}/${denominator}`;
}

const would = (mood: Mood, now: string, past: string) =>
  mood === 'draft' ? `would ${now}` : `would have ${past}`;
const could = (mood: Mood, now: string, past: string) =>
  mood === 'draft' ? `could ${now}` : `could have ${past}`;
const voteInWords = (vote: string) => (vote === 'abstain' ? 'an abstention' : vote);
const closed = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
