import type { Fraction, Rule } from '../model';

/** What a scenario's texts are filled up with where its author wrote nothing, in one language. */
export interface Words {
  readonly table: string;
  readonly press: string;
  both(one: string, other: string): string;
  round(number: number): string;
  /** The rule as a clause; whoever writes it makes a sentence of it. */
  rule(rule: Rule, nameOf: (faction: string) => string): string;
}

const share = ({ numerator, denominator }: Fraction): string => `${numerator}/${denominator}`;

const en: Words = {
  table: 'The table',
  press: 'Press',
  both: (one, other) => `${one} and ${other}`,
  round: (number) => `Round ${number}`,
  rule(rule, nameOf) {
    const names = (factions: readonly string[]) => factions.map(nameOf).join(', ');
    const each = (rules: readonly Rule[]) => rules.map((one) => en.rule(one, nameOf));
    switch (rule.kind) {
      case 'majority': {
        const whole =
          rule.of === 'cast' ? (rule.heads ? 'votes cast' : 'weight cast') : rule.heads ? 'votes' : 'weight';
        const quorum = rule.quorum ? `, with at least ${share(rule.quorum)} present` : '';
        return `${rule.test === 'more-than' ? 'more than' : 'at least'} ${share(rule.fraction)} of the ${whole} must be in favour${quorum}`;
      }
      case 'quota':
        return `${rule.heads ? 'votes' : 'weight'} of at least ${rule.weight} must be in favour`;
      case 'unanimity':
        return 'all must be in favour';
      case 'consent':
        return `needs the consent of ${names(rule.factions)}`;
      case 'no-objection':
        return `passes unless weight of ${rule.weight} or more objects`;
      case 'opinion':
        return `mean support must reach ${share(rule.level)}`;
      case 'no-bloc':
        return `fails if all of these are fiercely opposed at once: ${names(rule.factions)}`;
      case 'all':
        return each(rule.rules).join('; and ');
      case 'any':
        return each(rule.rules).join('; or ');
      case 'k-of':
        return `${rule.k} of these: ${each(rule.rules).join('; ')}`;
    }
  },
};

const de: Words = {
  table: 'Der Verhandlungstisch',
  press: 'Presse',
  both: (one, other) => `${one} und ${other}`,
  round: (number) => `Runde ${number}`,
  rule(rule, nameOf) {
    const names = (factions: readonly string[]) => factions.map(nameOf).join(', ');
    const each = (rules: readonly Rule[]) => rules.map((one) => de.rule(one, nameOf));
    switch (rule.kind) {
      case 'majority': {
        const whole =
          rule.of === 'cast'
            ? rule.heads
              ? 'der abgegebenen Stimmen'
              : 'des abgegebenen Gewichts'
            : rule.heads
              ? 'aller Stimmen'
              : 'des gesamten Gewichts';
        const quorum = rule.quorum ? `, und mindestens ${share(rule.quorum)} müssen anwesend sein` : '';
        return `${rule.test === 'more-than' ? 'mehr als' : 'mindestens'} ${share(rule.fraction)} ${whole} müssen dafür sein${quorum}`;
      }
      case 'quota':
        return rule.heads
          ? `mindestens ${rule.weight} müssen dafür sein`
          : `ein Gewicht von mindestens ${rule.weight} muss dafür sein`;
      case 'unanimity':
        return 'alle müssen dafür sein';
      case 'consent':
        return `nötig ist die Zustimmung von: ${names(rule.factions)}`;
      case 'no-objection':
        return `angenommen, sofern nicht ein Gewicht von ${rule.weight} oder mehr widerspricht`;
      case 'opinion':
        return `der mittlere Rückhalt muss ${share(rule.level)} erreichen`;
      case 'no-bloc':
        return `scheitert, wenn alle diese zugleich erbittert dagegen sind: ${names(rule.factions)}`;
      case 'all':
        return each(rule.rules).join('; und ');
      case 'any':
        return each(rule.rules).join('; oder ');
      case 'k-of':
        return `${rule.k} von diesen: ${each(rule.rules).join('; ')}`;
    }
  },
};

const LANGUAGES: Readonly<Record<string, Words>> = { en, de };

/** The words of a language; English where there are none yet. `de-AT` finds `de`. */
export function wordsOf(language: string): Words {
  const [base = ''] = language.split('-');
  return Object.hasOwn(LANGUAGES, base) ? (LANGUAGES[base] ?? en) : en;
}
