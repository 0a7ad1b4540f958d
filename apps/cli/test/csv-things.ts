import { scenarioOf } from '@btt/scenario/test-support';
import type { Scenario } from '@btt/scenario';
import fc from 'fast-check';
import { importSheet } from '../src/csv/import';
import { printSheetProblem } from '../src/csv/problem';
import { scenarioText } from '../src/csv/scenario';
import type { Party, Sheet } from '../src/csv/sheet';

/** Reads a sheet that is sound. */
export function sheetIn(text: string): Sheet {
  const read = importSheet(text);
  if (!read.ok) throw new Error(problemsIn(text).join('\n'));
  return read.sheet;
}

export function problemsIn(text: string): string[] {
  const read = importSheet(text);
  return read.ok ? [] : read.problems.map((one) => printSheetProblem('sheet.csv', one));
}

export function scenarioFrom(sheet: Sheet): Scenario {
  return scenarioOf(scenarioText(sheet, { id: 'sheet', title: 'A sheet', first: '# from a sheet' }));
}

/** What a sheet can say of a scenario: who, with which thresholds, and what every option is worth to each. */
export function numbersIn({ issues, factions, principals, roles, sides }: Scenario) {
  const row = (points: Readonly<Record<string, Readonly<Record<string, number>>>>) =>
    issues.map((issue) => issue.options.map((option) => points[issue.id]?.[option.id] ?? 0));
  const inSheet = new Set([...factions.map((one) => one.id), ...principals.map((one) => one.role)]);
  const parties = roles.filter((role) => inSheet.has(role.id));
  return {
    issues: issues.map((issue) => ({
      id: issue.id,
      name: issue.name,
      options: issue.options.map((option) => ({ id: option.id, label: option.label })),
    })),
    factions: factions.map(({ id, side, weight, start, yes, no, fierce, noAgreement, points }) => ({
      id,
      side,
      numbers: [weight, start, yes, no, fierce, noAgreement],
      points: row(points),
    })),
    principals: principals.map(({ role, noAgreement, points }) => ({
      role,
      noAgreement,
      points: row(points),
    })),
    parties: parties.map((role) => `${role.id} ${role.name}`).toSorted(),
    sides: sides
      .filter((side) => parties.some((role) => role.side === side.id))
      .map((side) => `${side.id} ${side.name}`)
      .toSorted(),
  };
}

const SIGNS = [
  '=',
  '+',
  '-',
  '@',
  "'",
  '"',
  ',',
  ';',
  '[a]',
  '#',
  ':',
  '{',
  '\\',
  'é',
  '東',
  '🦊',
  '1',
  'yes',
  'Side',
];

const name = fc
  .array(fc.oneof(fc.constantFrom(...SIGNS), fc.string({ unit: 'grapheme', maxLength: 4 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join('').replaceAll(/\s+/g, ' ').trim())
  .filter((text) => text !== '');

const id = fc
  .tuple(fc.constantFrom('a', 'b', 'north', 'x1', 'option', 'side'), fc.integer({ min: 0, max: 99 }))
  .map(([word, number]) => `${word}-${number}`);

const named = (minLength: number, maxLength: number) =>
  fc.uniqueArray(fc.record({ id, name }), { minLength, maxLength, selector: (one) => one.id });

const points = fc.integer({ min: -1_000_000, max: 1_000_000 });

const numbers = fc.record(
  {
    weight: fc.integer({ min: 1, max: 1_000_000 }),
    start: points,
    threshold: fc.integer({ min: 0, max: 100 }),
    no: fc.integer({ min: -100, max: -1 }),
    fierce: fc.integer({ min: -1000, max: -101 }),
    'no-agreement': points,
  },
  { requiredKeys: [] },
);

/** Any sheet: names of every kind, ids that may or may not follow from them, rows that may or may not be there. */
export const anySheet: fc.Arbitrary<Sheet> = fc
  .tuple(named(2, 9), fc.integer({ min: 1, max: 3 }), named(1, 4))
  .chain(([all, count, issues]) => {
    const sides = all.slice(0, Math.min(count, all.length - 1));
    const parties = fc.tuple(
      ...all.slice(sides.length).map((one) =>
        fc
          .tuple(
            fc.constantFrom('faction' as const, 'faction' as const, 'negotiator' as const),
            fc.constantFrom(...sides),
            numbers,
          )
          .map(
            ([kind, side, given]): Party => ({
              ...one,
              kind,
              side,
              numbers: kind === 'faction' ? given : seatNumbers(given),
            }),
          ),
      ),
    );
    return parties.chain((seated) =>
      fc.record({
        parties: fc.constant(seated),
        issues: fc.tuple(
          ...issues.map((issue) => options(seated).map((list) => ({ ...issue, options: list }))),
        ),
      }),
    );
  });

function seatNumbers(given: Party['numbers']): Party['numbers'] {
  const none = given['no-agreement'];
  return none === undefined ? {} : { 'no-agreement': none };
}

function options(parties: readonly Party[]) {
  return named(2, 4).chain((list) =>
    fc.tuple(
      ...list.map((option) =>
        fc
          .tuple(...parties.map(() => fc.oneof(fc.constant(0), fc.integer({ min: -9, max: 9 }), points)))
          .map((worth) => ({
            ...option,
            points: Object.fromEntries(
              parties.flatMap((party, at): [string, number][] => (worth[at] ? [[party.id, worth[at]]] : [])),
            ),
          })),
      ),
    ),
  );
}
