import type { Faction, Scenario } from '@btt/scenario';
import { idFrom } from '../names';
import type { Separator } from './read';
import {
  HEAD_ROWS,
  type HeadRow,
  type Named,
  type NumberRow,
  type Party,
  type Sheet,
  WITH_ID,
} from './sheet';
import { safeText, writeTable } from './write';

/** The score sheet of a scenario: factions first, then negotiators who have points. */
export function sheetOf(scenario: Scenario): Sheet {
  const roles = new Map(scenario.roles.map((role) => [role.id, role]));
  const sides = new Map(
    scenario.sides.map((side) => [side.id, { id: side.id, name: oneLine(side.name, side.id) }]),
  );
  const named = (id: string): Named => ({ id, name: oneLine(roles.get(id)?.name ?? '', id) });
  const sideOf = (id: string): Named => sides.get(roles.get(id)?.side ?? '') ?? { id: '', name: '' };
  const parties: Party[] = [
    ...scenario.factions.map(
      (faction): Party => ({
        ...named(faction.id),
        kind: 'faction',
        side: sideOf(faction.id),
        numbers: numbersOf(faction),
      }),
    ),
    ...scenario.principals.map(
      (principal): Party => ({
        ...named(principal.role),
        kind: 'negotiator',
        side: sideOf(principal.role),
        numbers: principal.noAgreement === 0 ? {} : { 'no-agreement': principal.noAgreement },
      }),
    ),
  ];
  const sheets = [
    ...scenario.factions.map((one) => ({ of: one.id, points: one.points })),
    ...scenario.principals.map((one) => ({ of: one.role, points: one.points })),
  ];
  return {
    parties,
    issues: scenario.issues.map((issue) => ({
      id: issue.id,
      name: oneLine(issue.name, issue.id),
      options: issue.options.map((option) => ({
        id: option.id,
        name: oneLine(option.label, option.id),
        points: Object.fromEntries(
          sheets.flatMap(({ of, points }): [string, number][] => {
            const number = points[issue.id]?.[option.id] ?? 0;
            return number === 0 ? [] : [[of, number]];
          }),
        ),
      })),
    })),
  };
}

/** Only numbers that are not as usual, so that a small sheet stays small. */
function numbersOf(faction: Faction): Party['numbers'] {
  const { weight, start, yes, no, fierce, noAgreement } = faction;
  return {
    ...(weight === 1 ? {} : { weight }),
    ...(start === 0 ? {} : { start }),
    ...(yes === 0 ? {} : { threshold: yes }),
    ...(no === yes - 1 ? {} : { no }),
    ...(fierce === no - 2 ? {} : { fierce }),
    ...(noAgreement === 0 ? {} : { 'no-agreement': noAgreement }),
  };
}

/** The sheet as a file for spreadsheets. Read back by `importSheet`. */
export function exportSheet(sheet: Sheet, separator: Separator): string {
  const { parties } = sheet;
  const heads = HEAD_ROWS.flatMap((row): string[][] => {
    const cells = parties.map((party) => headCell(party, row));
    return isNeeded(row, parties) ? [[row, '', ...cells]] : [];
  });
  const options = sheet.issues.flatMap((issue) =>
    issue.options.map((option, at) => [
      at === 0 ? cellOf(issue) : '',
      cellOf(option),
      ...parties.map((party) => String(option.points[party.id] ?? 0)),
    ]),
  );
  return writeTable([['issue', 'option', ...parties.map(cellOf)], ...heads, ...options], separator);
}

function isNeeded(row: HeadRow, parties: readonly Party[]): boolean {
  if (row === 'side') return true;
  if (row === 'kind') return parties.some((party) => party.kind === 'negotiator');
  return parties.some((party) => party.numbers[row] !== undefined);
}

function headCell(party: Party, row: HeadRow): string {
  if (row === 'side') return cellOf(party.side);
  if (row === 'kind') return party.kind;
  return numberCell(party, row);
}

function numberCell(party: Party, row: NumberRow): string {
  const number = party.numbers[row];
  return number === undefined ? '' : String(number);
}

/** A name, with its id where that does not follow from it. */
function cellOf({ id, name }: Named): string {
  const follows = idFrom(name) === id && !WITH_ID.test(name);
  return safeText(follows ? name : `${name} [${id}]`);
}

function oneLine(name: string, id: string): string {
  return name.replaceAll(/\s+/g, ' ').trim() || id;
}
