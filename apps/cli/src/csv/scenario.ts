import { scalar } from '../names';
import type { Named, NumberRow, Party, Sheet, SheetIssue } from './sheet';

/** What a scenario calls the numbers of a sheet. */
const KEYS: Readonly<Record<NumberRow, string>> = {
  weight: 'weight',
  start: 'start',
  threshold: 'yes',
  no: 'no',
  fierce: 'fierce',
  'no-agreement': 'no-agreement',
};

/** A sheet as the text of a scenario.yaml that can be analysed. `first` is the comment that tells editors of the schema. */
export function scenarioText(
  sheet: Sheet,
  front: { readonly id: string; readonly title: string; readonly first: string },
): string {
  const negotiators = sheet.parties.filter((party) => party.kind === 'negotiator');
  const factions = sheet.parties.filter((party) => party.kind === 'faction');
  const lines = [
    front.first,
    '# Made from a score sheet. It can be checked and analysed as it is; to be played it needs negotiators and moves',
    '# (docs/authoring.md).',
    'format: 1',
    `id: ${front.id}`,
    `title: ${scalar(front.title)}`,
    '',
    ...sideLines(sheet),
    ...(negotiators.length > 0
      ? ['roles:', ...negotiators.map((one) => negotiatorLine(one, negotiators)), '']
      : []),
    ...(factions.length > 0 ? ['factions:', ...factions.map(factionLine), ''] : []),
    'issues:',
    ...sheet.issues.flatMap(issueLines),
  ];
  return `${lines.join('\n')}\n`;
}

function sideLines(sheet: Sheet): string[] {
  const sides = new Map(sheet.parties.map((party) => [party.side.id, party.side]));
  const weighted = sheet.parties.some((party) => party.numbers.weight !== undefined);
  const [rule, meaning] = weighted
    ? ['{more-than: 1/2, of: cast}', 'More than half of the weight that votes yes or no.']
    : ['unanimity', 'Everybody must say yes.'];
  return [
    `# How each side ratifies. ${meaning} Other rules: more-than 2/3, at-least, quota, consent-of, no-bloc …`,
    'sides:',
    ...[...sides.values()].map((side) => `  ${side.id}: {name: ${flow(side.name)}, rule: ${rule}}`),
    '',
  ];
}

/** The first negotiator of a side initials for it. */
function negotiatorLine(party: Party, all: readonly Party[]): string {
  const first = all.find((one) => one.side.id === party.side.id) === party;
  const { 'no-agreement': none } = party.numbers;
  return entry(party, [
    'kind: negotiator',
    `side: ${party.side.id}`,
    ...(first ? ['initials: true'] : []),
    ...(none === undefined ? [] : [`no-agreement: ${none}`]),
  ]);
}

function factionLine(party: Party): string {
  const numbers = Object.entries(KEYS).flatMap(([row, key]) => {
    const number = Object.entries(party.numbers).find(([one]) => one === row)?.[1];
    return number === undefined ? [] : [`${key}: ${number}`];
  });
  return entry(party, [`side: ${party.side.id}`, ...numbers]);
}

function entry(named: Named, rest: readonly string[]): string {
  return `  ${named.id}: {${[`name: ${flow(named.name)}`, ...rest].join(', ')}}`;
}

function issueLines(issue: SheetIssue): string[] {
  return [
    `  ${issue.id}:`,
    `    name: ${scalar(issue.name)}`,
    '    options:',
    ...issue.options.flatMap((option) => [
      `      ${option.id}:`,
      `        label: ${scalar(option.name)}`,
      ...pointsLine(option.points),
    ]),
  ];
}

function pointsLine(points: Readonly<Record<string, number>>): string[] {
  const entries = Object.entries(points).map(([party, number]) => `${party}: ${number}`);
  return entries.length === 0 ? [] : [`        points: {${entries.join(', ')}}`];
}

/** Commas end a text inside braces. */
function flow(text: string): string {
  return text.includes(',') ? JSON.stringify(text) : scalar(text);
}
