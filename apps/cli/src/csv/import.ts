import { nameAll } from './ids';
import { wholeNumber } from './numbers';
import { partiesOf, type PartyColumn } from './parties';
import { type SheetProblem, shown, type Tell } from './problem';
import { type Cell, readTable } from './read';
import { HEAD_ROWS, type HeadRow, type Sheet, type SheetIssue } from './sheet';

export type Imported =
  | { readonly ok: true; readonly sheet: Sheet }
  | { readonly ok: false; readonly problems: readonly SheetProblem[] };

type Row = readonly Cell[];

const MOST_ISSUES = 200;
const MOST_PROBLEMS = 100;

/** Words that instructors use for the rows above the issues. */
const HEADS: Readonly<Record<string, HeadRow>> = {
  ...Object.fromEntries(HEAD_ROWS.map((row) => [row, row])),
  seat: 'kind',
  votes: 'weight',
  yes: 'threshold',
  reservation: 'threshold',
  batna: 'no-agreement',
};

/**
 * Reads a score sheet. The first row holds the names of the parties from its third cell on; every other row an issue, an option and the
 * points of each party. An empty first cell means the issue above. Rows with a word such as `weight` and no option tell of the parties.
 */
export function importSheet(text: string): Imported {
  const table = readTable(text);
  if (!table.ok) return { ok: false, problems: [{ ...table.fault, cell: '' }] };
  const problems: SheetProblem[] = [];
  const tell: Tell = ({ line, column, name }, message) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ line, column, cell: name, message });
  };
  const [heading, ...rows] = table.rows.filter((row) => row.some((cell) => cell.text !== ''));
  const columns = columnsOf(heading ?? [], rows, tell);
  const heads = new Map<HeadRow, Row>();
  const options: Row[] = [];
  for (const row of rows) {
    const [first, second] = row;
    if (first === undefined) continue;
    if (second !== undefined && second.text !== '') options.push(row);
    else readHead(first, row, heads, tell);
  }
  const parties = partiesOf(columns, heads, tell);
  const issues = issuesOf(
    options,
    columns,
    parties.map((party) => party.id),
    tell,
  );
  if (problems.length === 0 && columns.length === 0)
    problems.push(whole('there is no party: name them in the first row, from the third cell on'));
  if (problems.length === 0 && issues.length === 0) problems.push(whole('there is no issue with an option'));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, sheet: { parties, issues } };
}

function whole(message: string): SheetProblem {
  return { line: 1, column: 1, cell: '', message };
}

/** The columns with a heading. Cells beside them must be empty. */
function columnsOf(heading: Row, rows: readonly Row[], tell: Tell): PartyColumn[] {
  for (const row of rows) {
    for (const [at, cell] of row.entries()) {
      if (at < 2 || cell.text === '' || (heading[at]?.text ?? '') !== '') continue;
      tell(
        cell,
        `${shown(cell.text)} stands under no party: is there a decimal comma or a separator too many in this row?`,
      );
    }
  }
  return heading.flatMap((cell, at) => (at >= 2 && cell.text !== '' ? [{ at, cell }] : []));
}

function readHead(first: Cell, row: Row, heads: Map<HeadRow, Row>, tell: Tell): void {
  const word = first.text.toLowerCase().replaceAll(/[\s_]+/g, '-');
  const head = Object.hasOwn(HEADS, word) ? HEADS[word] : undefined;
  if (head === undefined) {
    const known = HEAD_ROWS.map((one) => `\`${one}\``).join(', ');
    const message = first.text === '' ? 'names no option' : `${shown(first.text)} has no option beside it`;
    tell(first, `${message}; rows without one are ${known}`);
  } else if (heads.has(head)) tell(first, `there is already a row \`${head}\``);
  else heads.set(head, row);
}

function issuesOf(
  rows: readonly Row[],
  columns: readonly PartyColumn[],
  parties: readonly string[],
  tell: Tell,
): SheetIssue[] {
  const groups = new Map<string, { readonly cell: Cell; readonly rows: Row[] }>();
  let current: Row[] | null = null;
  for (const row of rows) {
    const [issue] = row;
    if (issue === undefined) continue;
    if (issue.text === '' && current === null) tell(issue, 'names no issue, and there is none above');
    if (issue.text !== '') {
      const group = groups.get(issue.text) ?? { cell: issue, rows: [] };
      groups.set(issue.text, group);
      current = group.rows;
    }
    current?.push(row);
  }
  const all = [...groups.values()];
  const extra = all[MOST_ISSUES];
  if (extra) tell(extra.cell, `at most ${MOST_ISSUES} issues are read`);
  const named = nameAll(
    all.map((group) => group.cell),
    'issue',
    new Set(),
    tell,
  );
  return all.flatMap((group, at) => {
    const issue = named[at];
    return issue ? [{ ...issue, options: optionsOf(group.rows, columns, parties, tell) }] : [];
  });
}

function optionsOf(
  rows: readonly Row[],
  columns: readonly PartyColumn[],
  parties: readonly string[],
  tell: Tell,
): SheetIssue['options'] {
  const cells = rows.flatMap((row) => row[1] ?? []);
  const named = nameAll(cells, 'option', new Set(), tell);
  return named.map((option, at) => {
    const points = columns.flatMap((column, place): [string, number][] => {
      const cell = rows[at]?.[column.at];
      const party = parties[place];
      const number = cell === undefined ? null : wholeNumber(cell, tell);
      return number === null || number === 0 || party === undefined ? [] : [[party, number]];
    });
    return { ...option, points: Object.fromEntries(points) };
  });
}
