import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { changeValue } from '../src';

const TEXT = `# The weights are guesses.
format: 1
title: >-
  A long
  title
tagline: 'old'   # keep me
factions:
  # the army first
  army: {side: north, weight: 3, start: -2}   # strong
  farmers:
    side: north
    weight: 2
issues:
  toll:
    options:
      low: {points: {army: -1}}
      high: {}
      none:
`;

test('a number is changed in its place, and every comment stays', () => {
  const changed = changeValue(TEXT, { path: ['factions', 'army', 'weight'], value: 40 });
  expect(changed).toBe(TEXT.replace('weight: 3', 'weight: 40'));
});

test('a text is changed whatever way it was written, and a folded one becomes one line', () => {
  expect(changeValue(TEXT, { path: ['tagline'], value: 'say "no": # now' })).toBe(
    TEXT.replace("'old'", '"say \\"no\\": # now"'),
  );
  expect(changeValue(TEXT, { path: ['title'], value: 'New' })).toBe(
    TEXT.replace('>-\n  A long\n  title\n', '"New"\n'),
  );
});

test('what is not written yet is added where it belongs', () => {
  const add = (...path: string[]) => parse(changeValue(TEXT, { path, value: 5 }) ?? '') as unknown;
  expect(add('issues', 'toll', 'options', 'low', 'points', 'farmers')).toMatchObject({
    issues: { toll: { options: { low: { points: { army: -1, farmers: 5 } } } } },
  });
  expect(add('issues', 'toll', 'options', 'high', 'points', 'farmers')).toMatchObject({
    issues: { toll: { options: { high: { points: { farmers: 5 } } } } },
  });
  expect(add('issues', 'toll', 'options', 'none', 'points', 'farmers')).toMatchObject({
    issues: { toll: { options: { none: { points: { farmers: 5 } } } } },
  });
  expect(add('factions', 'farmers', 'yes')).toMatchObject({
    factions: { farmers: { side: 'north', weight: 2, yes: 5 } },
  });
  expect(add('scale', 'min')).toMatchObject({ scale: { min: 5 }, format: 1 });
});

test('what may be written in several places is changed where it is, and else added to the first', () => {
  const or = [['factions', 'army', 'start']];
  const path = ['issues', 'toll', 'options', 'low', 'points', 'farmers'];
  expect(changeValue(TEXT, { path, or, value: 7 })).toBe(TEXT.replace('start: -2', 'start: 7'));
  const nowhere = changeValue(TEXT, { path, or: [['factions', 'farmers', 'start']], value: 7 });
  expect(nowhere).toBe(TEXT.replace('{army: -1}', '{farmers: 7, army: -1}'));
});

test('what leads nowhere, and what is no YAML, is left alone', () => {
  expect(changeValue(TEXT, { path: ['format', 'x'], value: 1 })).toBeNull();
  expect(changeValue(TEXT, { path: ['factions'], value: 1 })).toBeNull();
  expect(changeValue(TEXT, { path: [], value: 1 })).toBeNull();
  expect(changeValue('a: {b', { path: ['a'], value: 1 })).toBeNull();
  expect(changeValue('- a\n- b\n', { path: ['a'], value: 1 })).toBeNull();
  expect(changeValue('['.repeat(20_000), { path: ['a'], value: 1 })).toBeNull();
});

test('a change changes what it says and nothing else', () => {
  const key = fc.constantFrom('a', 'b', 'long-key', 'yes');
  const value = fc.oneof(fc.integer(), fc.string());
  const tree = fc.letrec((tie) => ({
    map: fc.dictionary(key, fc.oneof({ maxDepth: 3 }, value, tie('map')), { maxKeys: 4 }),
  })).map;
  const layout = fc.boolean();
  fc.assert(
    fc.property(
      tree,
      fc.array(key, { minLength: 1, maxLength: 4 }),
      value,
      layout,
      (root, path, to, flow) => {
        const text = printed(root, flow);
        const changed = changeValue(text, { path, value: to });
        const wanted = withValue(root, path, to);
        if (wanted === null) expect(changed).toBeNull();
        else if (changed !== null) expect(parse(changed)).toEqual(wanted);
        // Only a block mapping without anything in it cannot be added to, and is not written in a scenario.
        else expect(flow).toBe(false);
      },
    ),
  );
});

type Tree = { readonly [key: string]: unknown };

function printed(value: unknown, flow: boolean, depth = 0): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value);
  if (flow || entries.length === 0)
    return `{${entries.map(([key, one]) => `${key}: ${printed(one, true)}`).join(', ')}}`;
  const lines = entries.map(
    ([key, one]) => `${'  '.repeat(depth)}${key}: ${printed(one, false, depth + 1)} # c`,
  );
  return `${depth > 0 ? '\n' : ''}${lines.join('\n')}`;
}

function withValue(tree: unknown, path: readonly string[], value: unknown): Tree | null {
  if (typeof tree !== 'object' || tree === null) return null;
  const [key = '', ...rest] = path;
  const before = (tree as Tree)[key];
  const known = Object.hasOwn(tree, key);
  if (rest.length === 0) return known && typeof before === 'object' ? null : { ...tree, [key]: value };
  const inner = withValue(known ? before : {}, rest, value);
  return inner && { ...tree, [key]: inner };
}
