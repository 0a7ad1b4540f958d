import type { Separator } from './read';

/** What a spreadsheet would take for a formula, and the mark that keeps it from doing so. */
const DANGEROUS = /^[=+\-@\t\r']/;

/** A text as a cell that no spreadsheet computes: `=1+1` becomes `'=1+1`. Read back with {@link plainText}. */
export function safeText(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** What {@link safeText} was given. Cells that people typed keep their apostrophes, except in front of such a sign. */
export function plainText(cell: string): string {
  return cell.startsWith("'") && DANGEROUS.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** Rows of cells as a file that spreadsheets open: with a byte order mark, so that they see UTF-8. */
export function writeTable(rows: readonly (readonly string[])[], separator: Separator): string {
  const lines = rows.map((row) => row.map((cell) => quoted(cell)).join(separator));
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`;
}

function quoted(cell: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
