import { freeId, nameAll, RESERVED } from './ids';
import { wholeNumber } from './numbers';
import { shown, type Tell } from './problem';
import type { Cell } from './read';
import { type HeadRow, type Named, NUMBER_ROWS, type NumberRow, ONE_SIDE, type Party } from './sheet';

/** A party's heading, and where its column stands. */
export interface PartyColumn {
  readonly at: number;
  readonly cell: Cell;
}

type Heads = ReadonlyMap<HeadRow, readonly Cell[]>;
type Numbers = Partial<Record<NumberRow, number>>;

const MOST_PARTIES = 300;
const MOST_SIDES = 12;

/** The parties with all that the rows above the issues say of them. */
export function partiesOf(columns: readonly PartyColumn[], heads: Heads, tell: Tell): Party[] {
  const extra = columns[MOST_PARTIES];
  if (extra) tell(extra.cell, `at most ${MOST_PARTIES} parties are read`);
  const taken = new Set(RESERVED);
  const named = nameAll(
    columns.map((column) => column.cell),
    'party',
    taken,
    tell,
  );
  const sides = sidesOf(columns, heads, taken, tell);
  return columns.flatMap((column, at): Party[] => {
    const name = named[at];
    if (name === undefined) return [];
    const kind = kindOf(heads.get('kind')?.[column.at], tell);
    const numbers = numbersOf(column, kind, heads, tell);
    return [{ ...name, kind, side: sides[at] ?? ONE_SIDE, numbers }];
  });
}

/** The side of each party. Where there is no such row, all are of one. */
function sidesOf(columns: readonly PartyColumn[], heads: Heads, taken: Set<string>, tell: Tell): Named[] {
  const row = heads.get('side');
  if (row === undefined) {
    const one = { id: freeId(ONE_SIDE.id, 'side', taken), name: ONE_SIDE.name };
    return columns.map(() => one);
  }
  const cells = columns.map((column) => row[column.at]);
  const first = new Map<string, Cell>();
  for (const [at, cell] of cells.entries()) {
    const heading = columns[at]?.cell;
    if (cell === undefined || cell.text === '') {
      if (heading) tell(cell ?? heading, `says no side for ${shown(heading.text)}`);
    } else if (!first.has(cell.text)) first.set(cell.text, cell);
  }
  const distinct = [...first.values()];
  const extra = distinct[MOST_SIDES];
  if (extra) tell(extra, `at most ${MOST_SIDES} sides are read`);
  const named = nameAll(distinct, 'side', taken, tell);
  const byText = new Map(distinct.map((cell, at) => [cell.text, named[at] ?? ONE_SIDE]));
  return cells.map((cell) => byText.get(cell?.text ?? '') ?? ONE_SIDE);
}

function kindOf(cell: Cell | undefined, tell: Tell): Party['kind'] {
  const word = cell?.text.toLowerCase() ?? '';
  if (cell === undefined || word === '' || word === 'faction') return 'faction';
  if (word !== 'negotiator') tell(cell, `must be \`faction\` or \`negotiator\`, not ${shown(cell.text)}`);
  return 'negotiator';
}

function numbersOf(column: PartyColumn, kind: Party['kind'], heads: Heads, tell: Tell): Numbers {
  const numbers: Numbers = {};
  for (const row of NUMBER_ROWS) {
    const cell = heads.get(row)?.[column.at];
    const number = cell === undefined ? null : wholeNumber(cell, tell, row === 'weight' ? 1 : undefined);
    if (cell === undefined || number === null) continue;
    if (kind === 'negotiator' && row !== 'no-agreement')
      tell(cell, `a negotiator does not vote and has no ${row}: leave this empty`);
    numbers[row] = number;
  }
  checkOrder(column, numbers, heads, tell);
  return numbers;
}

/** Yes above no, and no not below fierce: of the numbers given, and of those that are usual where none is. */
function checkOrder(column: PartyColumn, numbers: Numbers, heads: Heads, tell: Tell): void {
  const yes = numbers.threshold ?? 0;
  const no = numbers.no ?? yes - 1;
  const cellOf = (row: NumberRow) => heads.get(row)?.[column.at] ?? column.cell;
  if (no >= yes) tell(cellOf('no'), `\`no\` (${no}) must be less than the threshold (${yes})`);
  const fierce = numbers.fierce ?? no - 2;
  if (fierce > no) tell(cellOf('fierce'), `\`fierce\` (${fierce}) must not be more than \`no\` (${no})`);
}
