import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { compileScenario, printProblem } from '../src';
import { SMALL, SMALL_FILES } from '../test-support';
import { MINIMAL } from './printed';

/** Compiles, and checks what must be true of any answer. */
function compiles(text: string, path = 'scenario.yaml'): boolean {
  const others = [{ path: 'scenario.yaml', text: SMALL }, ...SMALL_FILES].filter(
    (file) => file.path !== path,
  );
  const compiled = compileScenario([{ path, text }, ...others]);
  const told = compiled.ok ? compiled.warnings : compiled.problems;
  for (const problem of told) {
    expect(problem.line).toBeGreaterThan(0);
    expect(problem.column).toBeGreaterThan(0);
    expect(printProblem(problem)).not.toMatch(/undefined|\[object|NaN|\n/);
  }
  if (!compiled.ok) expect(told.length).toBeGreaterThan(0);
  return compiled.ok;
}

const lines = SMALL.split('\n');
const words = [...new Set(SMALL.match(/[a-z][a-z-]*|[[\]{}:,]|-?\d+/g))];

test('any text is answered without an exception', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void compiles(text)));
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(...words, '\n', '  ', '- ', '"', "'", '|', '&a ', '*a ', '!!str ', '%', '---\n'),
      ),
      (parts) => void compiles(parts.join('')),
    ),
  );
});

test('any value written as YAML is answered without an exception', () => {
  const key = fc.oneof(
    fc.constantFrom(...words.filter((word) => /^[a-z]/.test(word))),
    fc.string({ maxLength: 8 }),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.oneof(key, fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
    ),
  }));
  const sections = fc.constantFrom(
    'sides',
    'roles',
    'factions',
    'issues',
    'moves',
    'triggers',
    'criticisms',
    'rumours',
    'channels',
    'interactions',
    'incompatible',
    'historic',
    'speech',
    'table',
  );
  fc.assert(
    fc.property(fc.dictionary(sections, tree), (more) => {
      compiles(`${MINIMAL}${stringify(more, { aliasDuplicateObjects: false })}`);
    }),
  );
});

test('any mutation of a sound scenario is answered without an exception', () => {
  const at = fc.nat({ max: lines.length - 1 });
  const mutation = fc.oneof(
    fc.record({ kind: fc.constant('drop' as const), at }),
    fc.record({ kind: fc.constant('repeat' as const), at }),
    fc.record({
      kind: fc.constant('swap' as const),
      at,
      word: fc.constantFrom(...words),
      nth: fc.nat({ max: 12 }),
    }),
    fc.record({ kind: fc.constant('cut' as const), at, column: fc.nat({ max: 80 }) }),
    fc.record({ kind: fc.constant('indent' as const), at, by: fc.integer({ min: -4, max: 4 }) }),
  );
  let sound = 0;
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
      const changed = [...lines];
      for (const one of mutations) {
        const line = changed[one.at] ?? '';
        if (one.kind === 'drop') changed[one.at] = '';
        if (one.kind === 'repeat') changed[one.at] = `${line}\n${line}`;
        if (one.kind === 'cut') changed[one.at] = line.slice(0, one.column);
        if (one.kind === 'indent')
          changed[one.at] = one.by < 0 ? line.slice(-one.by) : ' '.repeat(one.by) + line;
        if (one.kind === 'swap') {
          let seen = 0;
          changed[one.at] = line.replaceAll(/[a-z][a-z-]*|-?\d+/g, (word) =>
            seen++ === one.nth ? one.word : word,
          );
        }
      }
      if (compiles(changed.join('\n'))) sound += 1;
    }),
    { numRuns: 150 },
  );
  expect(sound).toBeGreaterThan(0);
});

test('any briefing is answered without an exception', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 100 }),
      fc.string({ maxLength: 100 }),
      (front, body) => void compiles(`---\n${front}\n---\n${body}`, 'roles/mara.md'),
    ),
  );
});

test('the place told is where the mistake is written', () => {
  const ids = [...new Set(SMALL.match(/(?:mara|sela|generals|old-guard|quotas|assembly|hard-paper|water)/g))];
  const places = [...SMALL.matchAll(/[a-z-]+/g)].filter((match) => ids.includes(match[0]));
  fc.assert(
    fc.property(fc.constantFrom(...places), (place) => {
      const typo = `${place[0]}q`;
      const text = SMALL.slice(0, place.index) + typo + SMALL.slice(place.index + place[0].length);
      const compiled = compileScenario([{ path: 'scenario.yaml', text }]);
      if (compiled.ok) return;
      const written = text.split('\n');
      const found = compiled.problems.filter(
        (problem) =>
          problem.code === 'unknown-reference' && problem.message.split('; ')[0]?.includes(`\`${typo}\``),
      );
      for (const problem of found)
        expect((written[problem.line - 1] ?? '').slice(problem.column - 1)).toMatch(new RegExp(`^${typo}`));
    }),
  );
});
