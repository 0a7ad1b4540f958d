import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LARGEST_SCENARIO, packScenario, unpackScenario } from '../src';

const main = { path: 'scenario.yaml', text: 'format: 1\n' };
const packed = (files: unknown, more: object = {}) =>
  JSON.stringify({ format: 'behind-the-table/scenario', version: 1, files, ...more });

test('what is packed comes out again, whatever the texts are', () => {
  const file = fc.record({
    path: fc.constantFrom('roles/a.md', 'debrief/history.de.md', 'teaching.md'),
    text: fc.string({ unit: 'binary' }),
  });
  const files = fc.uniqueArray(file, { selector: (one) => one.path });
  fc.assert(
    fc.property(files, (others) => {
      const all = [main, ...others].sort((one, other) => (one.path < other.path ? -1 : 1));
      expect(unpackScenario(packScenario(all))).toEqual({ ok: true, files: all });
    }),
  );
});

test('what is no scenario in one file is refused with a code', () => {
  const code = (text: string) => {
    const read = unpackScenario(text);
    return read.ok ? null : read.code;
  };
  expect(code('format: 1')).toBe('not-json');
  expect(code('null')).toBe('not-a-bundle');
  expect(code('[]')).toBe('not-a-bundle');
  expect(code(packed([main], { more: 1 }))).toBe('not-a-bundle');
  expect(code(packed([{ ...main, text: 3 }]))).toBe('not-a-bundle');
  expect(code(packed([main], { version: 2 }))).toBe('unknown-version');
  expect(code(packed([]))).toBe('no-scenario');
  expect(code(packed([main, main]))).toBe('twice');
  expect(code(packed([{ ...main, text: 'x'.repeat(LARGEST_SCENARIO + 1) }]))).toBe('too-large');
  expect(code(' '.repeat(13_000_000))).toBe('too-large');
  expect(code(packed(Array.from({ length: 1001 }, (_, i) => ({ path: `roles/r${i}.md`, text: '' }))))).toBe(
    'too-many',
  );
});

test('a path leads to a file of a scenario and nowhere else', () => {
  const paths = [
    '../scenario.yaml',
    '/etc/passwd',
    'roles/../../x.md',
    'roles\\x.md',
    'roles/x.md/',
    'roles/x/y.md',
    './roles/x.md',
    'C:x.md',
    'roles/x.js',
    'roles/.md',
    '.md',
    '__proto__',
    'roles/x.md\u0000',
    'roles/x.md\n',
    `roles/${'x'.repeat(200)}.md`,
    '',
  ];
  for (const path of paths)
    expect([path, unpackScenario(packed([main, { path, text: '' }]))]).toEqual([
      path,
      { ok: false, code: 'bad-path' },
    ]);
  for (const path of ['roles/general-staff.md', 'roles/x.de.md', 'scenario.pt-BR.yaml', 'teaching.md'])
    expect(unpackScenario(packed([main, { path, text: '' }])).ok).toBe(true);
});
