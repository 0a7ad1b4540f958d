/** A part of a Markdown text: what the renderer knows, or a table, which it does not. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  /** The first row is the head. Cells are Markdown. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

const RULE = /^\s{0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
const FENCE = /^\s{0,3}(?:```|~~~)/;

/** Splits a text at its tables: a row with bars, a line of dashes below, and rows. Inside code nothing is a table. */
export function blocksOf(text: string): readonly Block[] {
  const lines = text.split('\n');
  const blocks: Block[] = [];
  let plain: string[] = [];
  let fenced = false;
  function endText(): void {
    if (plain.some((line) => line.trim() !== '')) blocks.push({ kind: 'text', text: plain.join('\n') });
    plain = [];
  }
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (FENCE.test(line)) fenced = !fenced;
    const rule = lines[at + 1] ?? '';
    if (fenced || !line.includes('|') || !rule.includes('|') || !RULE.test(rule)) {
      plain.push(line);
      continue;
    }
    endText();
    const rows = [cellsOf(line)];
    for (at += 2; at < lines.length && (lines[at] ?? '').includes('|'); at++)
      rows.push(cellsOf(lines[at] ?? ''));
    at -= 1;
    blocks.push({ kind: 'table', rows });
  }
  endText();
  return blocks;
}

/** The cells of a row; `\|` is a bar within a cell. */
function cellsOf(row: string): string[] {
  const inner = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
}
