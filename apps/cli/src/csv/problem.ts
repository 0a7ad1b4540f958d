import type { Cell } from './read';

/** Something wrong in a sheet, where its owner can find it. */
export interface SheetProblem {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in characters. */
  readonly column: number;
  /** As a spreadsheet names the cell; empty for the file. */
  readonly cell: string;
  readonly message: string;
}

/** Collects what is wrong, so that all of it is told in one run. */
export type Tell = (cell: Cell, message: string) => void;

/** `sheet.csv:5:9 C5: must be a whole number` */
export function printSheetProblem(file: string, problem: SheetProblem): string {
  const cell = problem.cell === '' ? '' : ` ${problem.cell}`;
  return `${file}:${problem.line}:${problem.column}${cell}: ${problem.message}`;
}

/** Quoted in a message: one line, never long. */
export function shown(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return `\`${line.length > 40 ? `${line.slice(0, 37)}…` : line}\``;
}
