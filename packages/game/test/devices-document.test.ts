import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../../', import.meta.url);
const HERE = new URL('./', import.meta.url);

const text = readFileSync(new URL('docs/devices.md', ROOT), 'utf8');

/** The rows of the page: a code, and the tests that prove it. */
const rows = text.split('\n').flatMap((line) => {
  const code = /^\| ([SUDH]\d+) /.exec(line)?.[1];
  const cells = line.split('|').map((cell) => cell.trim());
  return code === undefined ? [] : [{ code, cells: cells.slice(1, -1), tests: namedIn(cells.at(-2) ?? '') }];
});

/** Files named in a cell; `devices/…` and `readings/…` lie beside this test, other names begin at the root. */
function namedIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

function pathOf(name: string): string {
  const base = name.startsWith('devices/') || name.startsWith('readings/') ? HERE : ROOT;
  return fileURLToPath(new URL(name, base));
}

const CODES = [...codes('S', 20), ...codes('U', 8), ...codes('D', 29), ...codes('H', 11)];

function codes(letter: string, last: number): string[] {
  return Array.from({ length: last }, (_, at) => `${letter}${at + 1}`);
}

describe('docs/devices.md', () => {
  it('says of every structure, understanding, device and hazard once where it is in the game', () => {
    expect(rows.map((row) => row.code)).toEqual(CODES);
    for (const { code, cells } of rows)
      expect([code, cells.filter((cell) => cell !== '').length]).toEqual([code, 6]);
  });

  it('names for each a test that exists', () => {
    const missing = rows.flatMap(({ code, tests }) =>
      tests.length === 0
        ? [`${code}: none`]
        : tests.filter((name) => !existsSync(pathOf(name))).map((name) => `${code}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('names tests of devices that carry the code which they prove', () => {
    const silent = rows.flatMap(({ code, tests }) => {
      const own = tests.filter((name) => name.startsWith('devices/') || name.startsWith('readings/'));
      return own
        .filter((name) => existsSync(pathOf(name)) && !proves(readFileSync(pathOf(name), 'utf8'), code))
        .map((name) => `${code}: ${name}`);
    });
    expect(silent).toEqual([]);
  });
});

/** Whether a test’s name carries the code: "[D13, H4] …". */
function proves(source: string, code: string): boolean {
  return [...source.matchAll(/it\(\s*['"`]\[([^\]]+)\]/g)].some(([, list]) =>
    (list ?? '').split(', ').includes(code),
  );
}
