/** One cell of a sheet, with where it begins in the file. */
export interface Cell {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in characters. */
  readonly column: number;
  /** As a spreadsheet names it: `C5`. */
  readonly name: string;
}

export type Separator = ',' | ';' | '\t';

/** A fault in the way the file is written. */
interface Fault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export type Table =
  | { readonly ok: true; readonly rows: readonly (readonly Cell[])[]; readonly separator: Separator }
  | { readonly ok: false; readonly fault: Fault };

/**
 * Reads comma-, semicolon- or tab-separated text as RFC 4180 describes it: cells may be quoted, quotes in them are doubled, and quoted
 * cells may hold separators and line ends. Which separator it is, is told by a first line `sep=;` or by the heading. Spaces around cells
 * do not count.
 *
 * A reader of our own, because every mistake must be told with its line and column, and the usual libraries keep places of rows only.
 */
export function readTable(given: string): Table {
  const text = given.replace(/^\uFEFF/, '');
  const declared = /^"?sep=(?<one>[,;\t])"?(?:\r\n?|\n)/i.exec(text);
  const separator = separatorOf(declared?.groups?.['one']) ?? guess(text);
  return new Reader(text, separator, declared?.[0].length ?? 0).read();
}

const SEPARATORS: readonly Separator[] = [';', '\t', ','];

function separatorOf(text: string | undefined): Separator | undefined {
  return SEPARATORS.find((one) => one === text);
}

/** The separator that the heading holds most of, outside quotes. */
function guess(text: string): Separator {
  const heading =
    text
      .trimStart()
      .replaceAll(/"[^"]*"/g, '')
      .split(/[\r\n]/, 1)[0] ?? '';
  const count = (one: Separator) => heading.split(one).length;
  return SEPARATORS.reduce<Separator>((best, one) => (count(one) > count(best) ? one : best), ',');
}

class Reader {
  private at: number;
  private line = 1;
  private lineStart = 0;

  constructor(
    private readonly text: string,
    private readonly separator: Separator,
    start: number,
  ) {
    this.at = start;
    if (start > 0) this.lineBegins();
  }

  read(): Table {
    const rows: Cell[][] = [];
    while (this.at < this.text.length) {
      const row: Cell[] = [];
      do {
        if (row.length > 0) this.at += 1;
        const cell = this.cell(`${columnName(row.length)}${rows.length + 1}`);
        if ('message' in cell) return { ok: false, fault: cell };
        row.push(cell);
      } while (this.text[this.at] === this.separator);
      this.skipLineEnd();
      rows.push(row);
    }
    return { ok: true, rows, separator: this.separator };
  }

  private cell(name: string): Cell | Fault {
    this.skipSpaces();
    const place = { line: this.line, column: this.at - this.lineStart + 1 };
    if (this.text[this.at] !== '"') return { ...place, name, text: this.bare().trim() };
    const text = this.quoted();
    if (text === null) return { ...place, message: 'a quote is opened here and never closed' };
    this.skipSpaces();
    const after = { line: this.line, column: this.at - this.lineStart + 1 };
    return this.atCellEnd()
      ? { ...place, name, text: text.trim() }
      : { ...after, message: 'text after a closing quote: quotes inside a quoted cell are written twice' };
  }

  private bare(): string {
    const start = this.at;
    while (!this.atCellEnd()) this.at += 1;
    return this.text.slice(start, this.at);
  }

  /** From the opening quote to behind the closing one; null where there is none. */
  private quoted(): string | null {
    let text = '';
    this.at += 1;
    while (this.at < this.text.length) {
      if (this.text[this.at] === '"') {
        if (this.text[this.at + 1] !== '"') {
          this.at += 1;
          return text;
        }
        text += '"';
        this.at += 2;
      } else if (this.isLineEnd()) {
        this.skipLineEnd();
        text += '\n';
      } else {
        text += this.text[this.at];
        this.at += 1;
      }
    }
    return null;
  }

  private atCellEnd(): boolean {
    return this.at >= this.text.length || this.text[this.at] === this.separator || this.isLineEnd();
  }

  private isLineEnd(): boolean {
    return this.text[this.at] === '\n' || this.text[this.at] === '\r';
  }

  private skipLineEnd(): void {
    if (!this.isLineEnd()) return;
    this.at += this.text.startsWith('\r\n', this.at) ? 2 : 1;
    this.lineBegins();
  }

  private lineBegins(): void {
    this.line += 1;
    this.lineStart = this.at;
  }

  private skipSpaces(): void {
    while (this.text[this.at] === ' ' || this.text[this.at] === '\u00A0') this.at += 1;
  }
}

/** 0 → A, 25 → Z, 26 → AA. */
function columnName(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnName(Math.floor(at / 26) - 1) + last;
}
