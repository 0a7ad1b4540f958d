import type { Rule } from '@btt/scenario';
import { describe, expect, it } from 'vitest';
import { type Adjustment, createReferee, explainVerdict, verdict } from '../src';
import { attribution } from '../src/attribution/additive';
import { de } from '../src/words/de';
import { en } from '../src/words/en';
import { messagesFor } from '../src/words/language';
import { explainAttributions, explainDistance, explainHelp } from '../src/words/turning';
import { type FactionSketch, game, half } from './games';

const NAMES = {
  staff: 'Der Generalstab',
  party: 'Die Konservativen der Partei',
  reformers: 'Reformer',
  managers: 'Betriebsleiter',
};
const WEIGHTS = { staff: 22, party: 22, reformers: 26, managers: 30 } as const;
type Starts = Readonly<Record<keyof typeof WEIGHTS, number>>;

function moscow(rule: Rule, starts: Starts) {
  const ids = ['staff', 'party', 'reformers', 'managers'] as const;
  const factions = ids.map(
    (id): FactionSketch => ({ id, side: 'moscow', start: starts[id], weight: WEIGHTS[id] }),
  );
  const made = game({ sides: { moscow: rule }, factions, issues: { alliance: ['chosen'] }, names: NAMES });
  return {
    ...made,
    language: 'de',
    sides: made.sides.map((side) => ({ ...side, place: 'Moskau' })),
  };
}

const deal = { alliance: 'chosen' };
const all = Object.keys(WEIGHTS);
const majority: Rule = { ...half, factions: all };
const sentence = (rule: Rule, starts: Starts) =>
  createReferee(moscow(rule, starts)).verdict(deal, []).sentence;

describe('a verdict in German', () => {
  it('names the place and the count', () => {
    expect(sentence(majority, { staff: -2, party: 2, reformers: 2, managers: 2 })).toBe(
      'Ratifiziert in Moskau, 78 zu 22.',
    );
    const scenario = moscow(majority, { staff: -2, party: -2, reformers: 2, managers: 0 });
    expect(sentence(majority, { staff: -2, party: -2, reformers: 2, managers: 0 })).toBe(
      'Abgelehnt in Moskau, 26 zu 44.',
    );
    expect(explainVerdict(scenario, verdict(scenario, deal, []), 'draft').sentence).toBe(
      'Würde in Moskau abgelehnt, 26 zu 44.',
    );
  });

  it('says what each kind of rule lacked', () => {
    const starts = { staff: -4, party: -5, reformers: 2, managers: 2 };
    const third = { numerator: 2, denominator: 3 };
    const cases: readonly (readonly [Rule, string])[] = [
      [
        { kind: 'all', rules: [majority, { kind: 'no-bloc', factions: ['staff', 'party'] }] },
        '56 zu 44: ein Sperrbündnis bilden zusammen der Generalstab und die Konservativen der Partei.',
      ],
      [
        { kind: 'no-bloc', factions: ['staff'] },
        ': der erbitterte Widerstand einer Gruppe genügt, um es aufzuhalten: der Generalstab.',
      ],
      [
        { ...half, test: 'at-least', fraction: third, factions: all },
        '56 zu 44: es braucht mindestens zwei Drittel der 100 abgegebenen Stimmen.',
      ],
      [
        {
          ...half,
          test: 'at-least',
          fraction: { numerator: 667, denominator: 1000 },
          of: 'all',
          factions: all,
        },
        '56 zu 44: es braucht mindestens 66,7 Prozent aller 100 Stimmen.',
      ],
      [
        { ...half, test: 'at-least', fraction: { numerator: 1, denominator: 1 }, factions: all },
        '56 zu 44: es braucht alle 100 abgegebenen Stimmen.',
      ],
      [
        { kind: 'quota', weight: 60, heads: false, factions: all },
        '56 zu 44: es hat 56 der 60 nötigen Stimmen.',
      ],
      [
        { kind: 'unanimity', factions: all },
        '56 zu 44: alle müssen Ja sagen, und das Ja fehlt hier: der Generalstab und die Konservativen der Partei.',
      ],
      [
        { kind: 'consent', factions: ['staff'] },
        ': ohne diese Zustimmung geht es nicht, und sie fehlt: der Generalstab.',
      ],
      [
        { kind: 'no-objection', weight: 40, factions: all },
        '56 zu 44: die Einwände wiegen 44, und 40 genügen, um es aufzuhalten.',
      ],
      [
        { kind: 'opinion', level: { numerator: 1, denominator: 2 }, factions: all },
        ': die Stimmung steht bei -0,86, und nötig ist 0,5.',
      ],
    ];
    for (const [rule, end] of cases) {
      const told = sentence(rule, starts);
      expect(told.startsWith('Abgelehnt in Moskau')).toBe(true);
      expect(told.slice('Abgelehnt in Moskau'.length).replace(/^, /, '')).toBe(end);
    }
  });

  it('tells what was needed, who could have turned it, and who was overruled', () => {
    expect([
      de.needed('Moskau', 1, 'result'),
      de.needed('Moskau', 2, 'draft'),
      de.toSpare('Moskau', 0, 'draft'),
      de.toSpare('Moskau', 0, 'result'),
      de.toSpare('Moskau', 3, 'draft'),
      de.toSpare('Moskau', 3, 'result'),
      de.redLine('Der Generalstab', 'Kein Rückzug'),
      de.redLine('Der Generalstab', ''),
      de.pivotal(true, ['Der Generalstab'], 'result'),
      de.pivotal(false, ['Der Generalstab', 'Reformer'], 'draft'),
      de.unlikeModel('Moskau', true),
      de.overruled('Reformer', 'absent', 'yes'),
      de.overruled('Der Generalstab', 'yes', 'no'),
      de.tooFew(1, 2, ['a', 'b']),
      de.noWayOpen(['a', 'b']),
      de.quorum(40, 100, { numerator: 1, denominator: 2 }),
      de.nothingCast(),
      de.beyondSupport('Moskau'),
      de.certain('Moskau'),
    ]).toEqual([
      'In Moskau hätte es bei jeder Gruppe 1 Punkt mehr Rückhalt gebraucht.',
      'In Moskau bräuchte es bei jeder Gruppe 2 Punkte mehr Rückhalt.',
      'In Moskau ist nichts übrig: Ein Punkt weniger bei jeder Gruppe würde es zu Fall bringen.',
      'In Moskau war nichts übrig: Ein Punkt weniger bei jeder Gruppe hätte es zu Fall gebracht.',
      'In Moskau könnte jede Gruppe 3 Punkte verlieren, und es würde dennoch ratifiziert.',
      'In Moskau hätte jede Gruppe 3 Punkte verlieren können, und es wäre dennoch ratifiziert worden.',
      'Es überschreitet eine rote Linie (der Generalstab): Kein Rückzug.',
      'Es überschreitet eine rote Linie (der Generalstab).',
      'Allein hätte es verhindern können: der Generalstab.',
      'Jede dieser Gruppen könnte es durch ein Ja retten: der Generalstab und Reformer.',
      'Hätte jede Gruppe in Moskau nach ihrem Rückhalt gestimmt, so wäre es ratifiziert worden.',
      'Von den eigenen Leuten überstimmt: Reformer (abwesend), gezählt als Ja.',
      'Von den eigenen Leuten überstimmt: der Generalstab (abgegeben: Ja), gezählt als Nein.',
      '1 der 2 nötigen Bedingungen ist erfüllt, denn a; b',
      'kein Weg zur Ratifizierung steht offen, denn a; b',
      'nur 40 von 100 waren anwesend, und es braucht die Hälfte',
      'niemand stimmte mit Ja oder Nein',
      'In Moskau kann kein Zuwachs an Rückhalt es durchbringen, solange die Bedingungen so bleiben.',
      'In Moskau kann kein Verlust an Rückhalt es aufhalten.',
    ]);
  });
});

describe('what brought a result about, in German', () => {
  const scenario = moscow(majority, { staff: -1, party: -3, reformers: 2, managers: -1 });
  const points = (faction: string, sum: number): Adjustment => ({ faction, points: sum, deal: [] });
  const causes = [
    { id: 'declaration', name: 'Die Erklärung', adjustments: [points('staff', 3), points('managers', 3)] },
    { id: 'letter', name: 'Der Brief', adjustments: [points('staff', 1), points('party', 1)] },
    { id: 'boast', name: 'An der Mauer feiern', adjustments: [points('staff', -2)] },
    { id: 'visit', name: 'Ein Besuch', adjustments: [points('party', -1)] },
  ];

  it('tells causes in quotation marks, with the decimal comma', () => {
    const found = attribution(scenario, deal, [], {
      causes,
      order: ['boast', 'letter', 'declaration', 'visit'],
    });
    const { whole, sides } = explainAttributions(scenario, found, causes);
    expect(whole.sentence).toBe(
      'All dies brachte das Abkommen von einem fehlenden Punkt zu einem Punkt Vorsprung.',
    );
    const told = sides.flatMap((side) => [side.sentence, ...side.details.map((detail) => detail.text)]);
    expect(told[0]).toBe('All dies brachte es in Moskau von einem fehlenden Punkt zu einem Punkt Vorsprung.');
    expect(told).toContain('Ohne „Die Erklärung“ wäre es in Moskau abgelehnt worden, 26 zu 74.');
    for (const text of told) {
      expect(text).not.toMatch(/\d\.\d|[“”](?=[A-Z])|\bpoints?\b|undefined/);
      expect(text).toMatch(/\.$/);
    }
  });

  it('has words for results, for both directions, and for the whole', () => {
    const third = { numerator: 1n, denominator: 3n };
    const minus = { numerator: -5n, denominator: 2n };
    expect([
      de.moved(null, -1, -1),
      de.moved('Moskau', 0, 2),
      de.turnedOrNot('Moskau', false, true),
      de.turnedOrNot(null, true, false),
      de.turnedOrNot('Moskau', false, false),
      de.noMargin(null),
      de.turningPoint({ name: 'Der Brief', place: 'Moskau', passes: true, count: { yes: 62, no: 30 } }),
      de.turningPoint({ name: null, place: null, passes: true, count: null }),
      de.turningPoint({ name: 'Der Brief', place: null, passes: false, count: null }),
      de.without({ name: null, place: null, passes: false, count: null }),
      de.worth('Der Brief', null, minus, 'margin'),
      de.worth('Der Brief', 'Moskau', third, 'verdict'),
      de.alone(null, 'Moskau', 1, 'margin'),
      de.alone('Der Brief', 'Moskau', 1, 'verdict'),
      de.atItsTime('Der Brief', 'Moskau', -2, 'margin'),
      de.atItsTime('Der Brief', 'Moskau', 1, 'verdict'),
      de.together([null, 'Der Brief'], null, -2, 'margin'),
      de.noDifference(['Der Brief', null], null),
      de.standsFor(null, ['Der Brief', 'Ein Besuch']),
    ]).toEqual([
      'All dies änderte am Abkommen nichts; es blieb bei einem fehlenden Punkt.',
      'All dies brachte es in Moskau von keinem Vorsprung zu 2 Punkten Vorsprung.',
      'Ohne all dies wäre es in Moskau abgelehnt worden; so wurde es ratifiziert.',
      'Ohne all dies wäre das Abkommen ratifiziert worden; so scheiterte es.',
      'Mit oder ohne all dies wäre es in Moskau abgelehnt worden.',
      'Keine Änderung des Rückhalts allein wendet das Ergebnis insgesamt; aufgeteilt wird deshalb das Ergebnis selbst.',
      'Mit „Der Brief“ wendete es sich in Moskau zum Ja, 62 zu 30.',
      'Mit allem Übrigen rückte das Abkommen auf allen Seiten in Reichweite.',
      'Mit „Der Brief“ war das Abkommen verloren.',
      'Ohne alles Übrige wäre das Abkommen gescheitert.',
      '„Der Brief“ kostete insgesamt 2,5 Punkte.',
      '„Der Brief“ brachte in Moskau etwa 33 Prozent eines Ja ein.',
      'Für sich allein hätte alles Übrige in Moskau 1 Punkt gekostet.',
      'Für sich allein hätte „Der Brief“ das Ergebnis in Moskau zu einer Ablehnung gemacht.',
      'In der Reihenfolge der Ereignisse kostete „Der Brief“ in Moskau 2 Punkte.',
      'In der Reihenfolge der Ereignisse wendete „Der Brief“ das Ergebnis in Moskau zu einer Ratifizierung.',
      'Alles Übrige und „Der Brief“ taten insgesamt teils dasselbe: Zusammen bewirkten sie weniger als jedes für sich, zusammengezählt (−2).',
      'Insgesamt machten „Der Brief“ und alles Übrige keinen Unterschied.',
      'Alles Übrige, zusammengenommen: „Der Brief“ und „Ein Besuch“.',
    ]);
  });

  it('tells how far it was from passing, and the cheapest help', () => {
    const way = (faction: string, sum: number) => ({
      faction,
      points: sum,
      vote: 'yes' as const,
      fierce: false,
    });
    const distance = {
      kind: 'exact' as const,
      points: 3,
      count: 3n,
      ways: [[way('staff', 2), way('reformers', 1)], [way('party', 3)]],
    };
    expect(explainDistance(scenario, 'moscow', distance)).toBe(
      'In Moskau fehlten 3 Punkte. Es hätte gereicht: 2 Punkte (der Generalstab) und 1 Punkt (Reformer); oder 3 Punkte (die Konservativen der Partei); es gibt 1 weiteren Weg.',
    );
    expect(explainDistance(scenario, 'moscow', { kind: 'never' })).toContain(
      'hätte kein Zuwachs an Rückhalt',
    );
    expect(explainDistance(scenario, 'moscow', { kind: 'too-large' })).toContain('auf zu viele Weisen');
    expect(de.notShort('Moskau')).toBe('In Moskau fehlte kein einziger Punkt.');
    expect(de.cheapest({ cost: 4, sets: [['Der Brief', 'Ein Besuch']], more: 1, any: true })).toBe(
      'Die günstigste Hilfe, die irgendein Abkommen auf allen Seiten durchbringt, kostet 4: „Der Brief“ und „Ein Besuch“; 1 weitere Auswahl kostet ebenso viel.',
    );
    expect(explainHelp(scenario, { kind: 'none' }, (id) => id)).toBe(
      'Keine Hilfe, die sich bezahlen lässt, bringt es auf allen Seiten durch.',
    );
    expect(explainHelp(scenario, { kind: 'too-large', what: 'sets' }, (id) => id)).toBe(
      'Es gibt zu viele Wege zu helfen, um sie alle durchzugehen.',
    );
    expect(de.noHelpNeeded(false)).toBe('Es kommt auf allen Seiten ohne jede Hilfe durch.');
  });
});

it('German has every message that English has, and is found under its regions', () => {
  expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort());
  expect(messagesFor('de-AT')).toBe(de);
});
