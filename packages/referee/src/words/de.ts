import type { Fraction } from '@btt/scenario';
import { dePlayability } from './de-playability';
import { deTurning } from './de-turning';
import { inside, list, pointsOf, withComma } from './german';
import type { Messages } from './messages';

const NAMED_SHARES: Readonly<Record<string, string>> = {
  '1/2': 'die Hälfte',
  '1/3': 'ein Drittel',
  '2/3': 'zwei Drittel',
  '1/4': 'ein Viertel',
  '3/4': 'drei Viertel',
  '3/5': 'drei Fünftel',
  '4/5': 'vier Fünftel',
};

/** German, to be read out. Places are such that "in" can stand before them; names stand in the nominative, as their case cannot be known. */
export const de: Messages = {
  ...deTurning,
  ...dePlayability,

  side({ passes, place, count, reasons, mood }) {
    const verb = passes ? 'ratifiziert' : 'abgelehnt';
    const start =
      mood === 'draft' ? `Würde in ${place} ${verb}` : `${passes ? 'Ratifiziert' : 'Abgelehnt'} in ${place}`;
    const votes = count ? `, ${count.yes} zu ${count.no}` : '';
    const why = reasons.length > 0 ? `: ${reasons.join('; und ')}` : '';
    return `${start}${votes}${why}.`;
  },

  bloc: (names) =>
    names.length > 1
      ? `ein Sperrbündnis bilden zusammen ${list(names)}`
      : `der erbitterte Widerstand einer Gruppe genügt, um es aufzuhalten: ${list(names)}`,
  share: ({ test, fraction, of, base }) => {
    const votes = of === 'cast' ? `${base} abgegebenen Stimmen` : `${base} Stimmen`;
    if (fraction.numerator === fraction.denominator && test === 'at-least') return `es braucht alle ${votes}`;
    return `es braucht ${test === 'more-than' ? 'mehr als' : 'mindestens'} ${shareInWords(fraction)} ${of === 'cast' ? 'der' : 'aller'} ${votes}`;
  },
  nothingCast: () => 'niemand stimmte mit Ja oder Nein',
  quorum: (present, total, fraction) =>
    `nur ${present} von ${total} waren anwesend, und es braucht ${fraction.numerator === fraction.denominator ? 'alle' : shareInWords(fraction)}`,
  quota: (yes, needed) => `es hat ${yes} der ${needed} nötigen Stimmen`,
  withheld: (kind, names) =>
    kind === 'unanimity'
      ? `alle müssen Ja sagen, und das Ja fehlt hier: ${list(names)}`
      : `ohne diese Zustimmung geht es nicht, und sie fehlt: ${list(names)}`,
  objections: (no, limit) => `die Einwände wiegen ${no}, und ${limit} genügen, um es aufzuhalten`,
  opinion: (mean, level) => `die Stimmung steht bei ${withComma(mean)}, und nötig ist ${withComma(level)}`,
  noWayOpen: (reasons) => `kein Weg zur Ratifizierung steht offen, denn ${reasons.join('; ')}`,
  tooFew: (met, needed, reasons) =>
    `${met} der ${needed} nötigen Bedingungen ${met === 1 ? 'ist' : 'sind'} erfüllt, denn ${reasons.join('; ')}`,

  needed: (place, points, mood) =>
    mood === 'draft'
      ? `In ${place} bräuchte es bei jeder Gruppe ${pointsOf(points)} mehr Rückhalt.`
      : `In ${place} hätte es bei jeder Gruppe ${pointsOf(points)} mehr Rückhalt gebraucht.`,
  toSpare: (place, points, mood) => {
    const draft = mood === 'draft';
    if (points === 0)
      return draft
        ? `In ${place} ist nichts übrig: Ein Punkt weniger bei jeder Gruppe würde es zu Fall bringen.`
        : `In ${place} war nichts übrig: Ein Punkt weniger bei jeder Gruppe hätte es zu Fall gebracht.`;
    return draft
      ? `In ${place} könnte jede Gruppe ${pointsOf(points)} verlieren, und es würde dennoch ratifiziert.`
      : `In ${place} hätte jede Gruppe ${pointsOf(points)} verlieren können, und es wäre dennoch ratifiziert worden.`;
  },
  beyondSupport: (place) =>
    `In ${place} kann kein Zuwachs an Rückhalt es durchbringen, solange die Bedingungen so bleiben.`,
  certain: (place) => `In ${place} kann kein Verlust an Rückhalt es aufhalten.`,
  redLine: (name, text) =>
    `Es überschreitet eine rote Linie (${inside(name)})${text === '' ? '.' : `: ${closed(text)}`}`,
  pivotal: (passes, names, mood) => {
    const could = mood === 'draft' ? 'könnte es' : 'hätte es';
    const deed = passes ? 'verhindern' : 'durch ein Ja retten';
    const end = mood === 'draft' ? deed : `${deed} können`;
    return `${names.length === 1 ? 'Allein' : 'Jede dieser Gruppen'} ${could} ${end}: ${list(names)}.`;
  },
  unlikeModel: (place, modelPasses) =>
    `Hätte jede Gruppe in ${place} nach ihrem Rückhalt gestimmt, so wäre es ${modelPasses ? 'ratifiziert' : 'abgelehnt'} worden.`,
  timeRanOut: () => 'Die Zeit am Tisch ist abgelaufen: Es wurde kein Abkommen paraphiert.',
  leftTheTable: (side) => `${side} hat den Tisch verlassen: Es gibt kein Abkommen.`,
  refusedAtHome: () => 'Das Abkommen wurde zu Hause abgelehnt.',
  overruled: (name, cast, counted) =>
    `Von den eigenen Leuten überstimmt: ${inside(name)} (${cast === 'absent' ? 'abwesend' : `abgegeben: ${VOTES[cast]}`}), gezählt als ${VOTES[counted]}.`,
};

const VOTES = { yes: 'Ja', no: 'Nein', abstain: 'Enthaltung' } as const;

function shareInWords({ numerator, denominator }: Fraction): string {
  const named = NAMED_SHARES[`${numerator}/${denominator}`];
  if (named !== undefined) return named;
  const percent = (numerator * 100) / denominator;
  const isExact = Number.isInteger((numerator * 10_000) / denominator);
  return isExact ? `${withComma(String(percent))} Prozent` : `${numerator}/${denominator}`;
}

const closed = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
