import { decimalText, type ExactFraction } from '../coalitions/fractions';
import { inside, joined, pointsOf, withComma } from './german';
import type { CauseName, Count, Place, TurningMessages } from './turning-messages';

/** German for causes, turning points and help, to be read out. Causes stand in quotation marks, so that they need no case. */
export const deTurning: TurningMessages = {
  moved: (place, from, to) =>
    from === to
      ? `All dies änderte ${place === null ? 'am Abkommen' : `in ${place}`} nichts; es blieb bei ${standing(to)}.`
      : `All dies brachte ${place === null ? 'das Abkommen' : `es in ${place}`} von ${standing(from)} zu ${standing(to)}.`,
  turnedOrNot: (place, before, after) =>
    before === after
      ? `Mit oder ohne all dies ${wouldHave(place, after)}.`
      : `Ohne all dies ${wouldHave(place, before)}; so ${outcome(place, after)}.`,
  noMargin: (place) =>
    `Keine Änderung des Rückhalts allein wendet das Ergebnis ${where(place)}; aufgeteilt wird deshalb das Ergebnis selbst.`,
  turningPoint: ({ name, place, passes, count }) => {
    const cause = name === null ? 'allem Übrigen' : called(name);
    if (place === null)
      return passes
        ? `Mit ${cause} rückte das Abkommen auf allen Seiten in Reichweite.`
        : `Mit ${cause} war das Abkommen verloren.`;
    return `Mit ${cause} wendete es sich in ${place} zum ${passes ? 'Ja' : 'Nein'}${votes(count)}.`;
  },
  without: ({ name, place, passes, count }) =>
    `Ohne ${called(name)} ${wouldHave(place, passes)}${votes(count)}.`,
  worth: (name, place, worth, of) =>
    worth.numerator < 0n
      ? `${starting(name)} kostete ${where(place)} ${amount(worth, of)}.`
      : `${starting(name)} brachte ${where(place)} ${amount(worth, of)} ein.`,
  alone: (name, place, points, of) =>
    of === 'verdict'
      ? `Für sich allein hätte ${called(name)} das Ergebnis ${where(place)} zu einer Ablehnung gemacht.`
      : `Für sich allein hätte ${called(name)} ${where(place)} ${pointsOf(points)} gekostet.`,
  atItsTime: (name, place, points, of) => {
    const start = 'In der Reihenfolge der Ereignisse';
    if (of === 'verdict')
      return `${start} wendete ${called(name)} das Ergebnis ${where(place)} zu einer ${points > 0 ? 'Ratifizierung' : 'Ablehnung'}.`;
    return `${start} ${points > 0 ? 'gewann' : 'kostete'} ${called(name)} ${where(place)} ${pointsOf(Math.abs(points))}.`;
  },
  together: (names, place, points, of) => {
    const size = of === 'margin' ? ` (${signed(points)})` : '';
    const both = `${starting(names[0])} und ${called(names[1])}`;
    return points > 0
      ? `${both} bewirkten ${where(place)} zusammen mehr als jedes für sich, zusammengezählt${size}.`
      : `${both} taten ${where(place)} teils dasselbe: Zusammen bewirkten sie weniger als jedes für sich, zusammengezählt${size}.`;
  },
  noDifference: (names, place) =>
    `${place === null ? 'Insgesamt' : `In ${place}`} ${names.length === 1 ? 'machte' : 'machten'} ${joined(names.map(called), 'und')} keinen Unterschied.`,
  standsFor: (name, names) => `${starting(name)}, zusammengenommen: ${joined(names.map(called), 'und')}.`,

  shortOf: ({ place, points, ways, more }) => {
    const told = ways.map((way) =>
      joined(
        way.map((one) => `${pointsOf(one.points)} (${inside(one.name)})`),
        'und',
      ),
    );
    const others =
      more === 0n ? '' : more === 1n ? '; es gibt 1 weiteren Weg' : `; es gibt ${more} weitere Wege`;
    return `In ${place} ${points === 1 ? 'fehlte' : 'fehlten'} ${pointsOf(points)}. Es hätte gereicht: ${told.join('; oder ')}${others}.`;
  },
  notShort: (place) => `In ${place} fehlte kein einziger Punkt.`,
  neverEnough: (place) =>
    `In ${place} hätte kein Zuwachs an Rückhalt es durchbringen können, so wie die Bedingungen waren.`,
  tooManyCounts: (place) =>
    `Die Stimmen in ${place} können auf zu viele Weisen zusammenkommen, als dass sich sagen ließe, wie viel fehlte.`,

  cheapest: ({ cost, sets, more, any }) => {
    const told = sets.map((set) => joined(set.map(called), 'und')).join('; oder ');
    const others =
      more === 0
        ? ''
        : more === 1
          ? '; 1 weitere Auswahl kostet ebenso viel'
          : `; ${more} weitere kosten ebenso viel`;
    return `Die günstigste Hilfe, die ${any ? 'irgendein Abkommen' : 'es'} auf allen Seiten durchbringt, kostet ${cost}: ${told}${others}.`;
  },
  noHelpNeeded: (any) => `${any ? 'Irgendein Abkommen' : 'Es'} kommt auf allen Seiten ohne jede Hilfe durch.`,
  noHelpEnough: (any) =>
    `Keine Hilfe, die sich bezahlen lässt, bringt ${any ? 'irgendein Abkommen' : 'es'} auf allen Seiten durch.`,
  tooMuchHelp: () => 'Es gibt zu viele Wege zu helfen, um sie alle durchzugehen.',
};

/** A cause in the nominative and the accusative. */
const called = (name: CauseName) => (name === null ? 'alles Übrige' : `„${name}“`);
const starting = (name: CauseName) => (name === null ? 'Alles Übrige' : called(name));
const where = (place: Place) => (place === null ? 'insgesamt' : `in ${place}`);

function wouldHave(place: Place, passes: boolean): string {
  if (place === null) return `wäre das Abkommen ${passes ? 'ratifiziert worden' : 'gescheitert'}`;
  return `wäre es in ${place} ${passes ? 'ratifiziert' : 'abgelehnt'} worden`;
}

function outcome(place: Place, passes: boolean): string {
  if (passes) return 'wurde es ratifiziert';
  return place === null ? 'scheiterte es' : 'wurde es abgelehnt';
}

/** In the dative. */
function standing(margin: number): string {
  if (margin === 0) return 'keinem Vorsprung';
  const size = Math.abs(margin);
  if (margin > 0) return size === 1 ? 'einem Punkt Vorsprung' : `${size} Punkten Vorsprung`;
  return size === 1 ? 'einem fehlenden Punkt' : `${size} fehlenden Punkten`;
}

const votes = (count: Count) => (count === null ? '' : `, ${count.yes} zu ${count.no}`);
const signed = (points: number) => (points > 0 ? `+${points}` : `−${-points}`);

/** "3 Punkte", "2,5 Punkte", "etwa 2,3 Punkte"; "50 Prozent eines Ja". */
function amount(worth: ExactFraction, of: 'margin' | 'verdict'): string {
  const size = { ...worth, numerator: worth.numerator < 0n ? -worth.numerator : worth.numerator };
  if (of === 'verdict')
    return size.numerator === size.denominator ? 'ein ganzes Ja' : `${percent(size)} eines Ja`;
  const shown = decimalText(size, 1).replace(/\.0$/, '');
  if (shown === '0') return 'weniger als 0,1 Punkte';
  const isExact = (size.numerator * 10n) % size.denominator === 0n;
  return `${isExact ? '' : 'etwa '}${withComma(shown)} ${shown === '1' ? 'Punkt' : 'Punkte'}`;
}

function percent({ numerator, denominator }: ExactFraction): string {
  const isExact = (numerator * 100n) % denominator === 0n;
  const shown = decimalText({ numerator: numerator * 100n, denominator }, 0);
  if (shown === '0') return 'weniger als 1 Prozent';
  return `${isExact ? '' : 'etwa '}${shown} Prozent`;
}
