import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportSheet } from '../src/csv/export';
import { readTable } from '../src/csv/read';
import { plainText, safeText, writeTable } from '../src/csv/write';
import { idFrom } from '../src/names';
import { anySheet } from './csv-things';

const separator = fc.constantFrom(',' as const, ';' as const, '\t' as const);

describe('a cell that a spreadsheet would compute', () => {
  it.each(['=1+1', '+49 30', '-- none', '@home', "'=quoted", '\tx'])('is written as text: %s', (text) => {
    expect(safeText(text)).toBe(`'${text}`);
    expect(plainText(safeText(text))).toBe(text);
  });

  it('never leaves an export, unless it is a number', () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        const table = readTable(exportSheet(sheet, ','));
        if (!table.ok) throw new Error(table.fault.message);
        for (const cell of table.rows.flat()) {
          if (/^[=+\-@]/.test(cell.text)) expect(cell.text).toMatch(/^-?\d+$/);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('comes back as it was, and other apostrophes stay', () => {
    fc.assert(fc.property(fc.string(), (text) => plainText(safeText(text)) === text));
    expect(plainText("'tis")).toBe("'tis");
  });
});

describe('a table', () => {
  it('comes back from its text, whatever stands in its cells', () => {
    const cell = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\r', '').trim());
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, separator, (given, sign) => {
        const heading = ['issue', 'option', 'party'];
        const read = readTable(writeTable([heading, ...given], sign));
        if (!read.ok) throw new Error(read.fault.message);
        expect([read.separator, read.rows.map((row) => row.map((one) => one.text))]).toEqual([
          sign,
          [heading, ...given],
        ]);
      }),
    );
  });

  it('names its cells as spreadsheets do', () => {
    const read = readTable(Array.from({ length: 30 }, () => 'x').join(','));
    expect(read.ok && read.rows[0]?.map((cell) => cell.name).slice(24)).toEqual([
      'Y1',
      'Z1',
      'AA1',
      'AB1',
      'AC1',
      'AD1',
    ]);
  });
});

it.each([
  ['Straße & Brücke', 'strasse-brucke'],
  ['  Élan  ', 'elan'],
  ['2030', null],
  ['東京', null],
  ['Constructor', null],
])('makes an id from a name: %s', (name, id) => {
  expect(idFrom(name)).toBe(id);
});
