import type { PlayabilityMessages } from './playability-messages';

const vote = (passes: boolean) => (passes ? 'ratifiziert' : 'lehnt ab');

export const dePlayability: PlayabilityMessages = {
  tooManyDeals: () => 'Es gibt zu viele Abkommen, um die Win-Sets zu zählen.',
  helpNeeded: (count, deals) =>
    `Ohne Maßnahmen werden ${count} von ${deals} Abkommen auf allen Seiten ratifiziert; höchstens ein Zehntel sollte es sein.`,
  withHistory: (history, all) =>
    `Mit den Maßnahmen der Geschichte werden ${history} Abkommen auf allen Seiten ratifiziert, mit allem, was hilft, ${all}.`,
  tooManySets: () => 'Es gibt zu viele Zusammenstellungen von Maßnahmen, um die günstigste zu finden.',
  noSetHelps: () => 'Keine Zusammenstellung von Maßnahmen macht ein Abkommen auf allen Seiten ratifizierbar.',
  affordable: (cost, measures) =>
    `Ein Abkommen wird auf allen Seiten für ${cost} ${cost === 1 ? 'Punkt' : 'Punkte'} Kapital ratifiziert${measures === '' ? '' : ` (${measures})`}.`,
  ownMeasuresAlone: (side, deals, enough) =>
    `Mit den eigenen Maßnahmen allein macht ${side} ${deals} Abkommen auf allen Seiten ratifizierbar${enough ? ': so viele wie mit denen aller' : ''}.`,

  everyFaction: () => 'Jede Gruppe entscheidet irgendwo.',
  idleFactions: (names) => `Diese Gruppen entscheiden nirgends etwas: ${names}.`,
  quietFactions: (names) =>
    `Nach der Regel reden diese Gruppen mit, aber so, wie die anderen stehen, entscheiden sie nichts: ${names}.`,
  everyIssue: () => 'Jede Frage kann ein Ergebnis ändern.',
  idleIssues: (names) => `Diese Fragen ändern kein Ergebnis: ${names}.`,
  everyMeasure: () => 'Jede Maßnahme, die bis zur Abstimmung wirkt, kann ein Ergebnis ändern.',
  idleMeasures: (names) =>
    `Diese Maßnahmen wirken bis zur Abstimmung und ändern allein kein Ergebnis, mit oder ohne die Hilfe der Geschichte: ${names}.`,
  noneDominant: () => 'Keine Möglichkeit ist für alle die beste.',
  dominant: (names) => `Für alle das Beste, sodass es nichts zu verhandeln gibt: ${names}.`,

  readingTime: (words, minutes, briefing) =>
    `Das längste Rollenblatt hat ${words} Wörter: ${minutes.replace('.', ',')} Minuten Lesezeit, und die Einarbeitung hat ${briefing}.`,
  noSecretGiven: () =>
    'Kein Rollenblatt verrät eine rote Linie oder eine heimliche Sorge einer anderen Rolle.',
  secretsGiven: (list) => `Geheimnisse einer Rolle stehen im Text einer anderen: ${list}.`,
  secretReadBy: (phrase, owner, reader) => `„${phrase}“ (von ${owner}) liest ${reader}`,
  rumours: (all, falsehoods) => `${all} Gerüchte, ${falsehoods} davon falsch, jedes mit seiner Wahrheit.`,
  rumoursWithoutTruth: (list) => `Falsche Gerüchte, die nicht sagen, was wahr ist: ${list}.`,
  longRumours: (count) =>
    `${count} Gerüchte haben mehrere Sätze unter einem Urteil: Teilen Sie sie, wo einer wahr und ein anderer falsch sein könnte.`,

  came: (side, passes, yes, no) => `${side} ${vote(passes)}, ${yes} zu ${no}`,
  sideMissing: (side) => `${side} fehlt`,
  expected: (passes, yes, no) => `, erwartet: ${vote(passes)}, ${yes ?? 'beliebig'} zu ${no ?? 'beliebig'}`,
  jointTooLarge: (deals) => `das gemeinsame Win-Set ist zu groß zum Zählen (${deals} Kombinationen)`,
  joint: (deals, expected) =>
    `gemeinsames Win-Set von ${deals} Abkommen${expected === null ? '' : `, erwartet: ${expected}`}`,
};
