import { expect, test } from 'vitest';
import { MINIMAL, minimalBut, minimalWith, printed } from '../printed';

test('broken YAML is told with its place, and several faults at once', () => {
  expect(printed('a: [1,\nb: }')).toEqual([
    'scenario.yaml:2:1: flow sequence in block collection must be sufficiently indented and end with a ]',
    'scenario.yaml:2:4: unexpected flow-map-end token in YAML stream: "}"',
  ]);
});

test('a key written twice is told where it is repeated', () => {
  const twice = minimalBut('start: -4', 'start: -4, start: 3');
  expect(printed(`${twice}title: Again\n`)).toEqual([
    'scenario.yaml:8:54 factions.general-staff.start: `start` is written twice',
    'scenario.yaml:15:1 title: `title` is written twice',
  ]);
});

test('aliases are refused, so that no small file can grow without bound', () => {
  expect(printed(minimalWith('tagline: &line River\nsummary: *line\n'))).toEqual([
    'scenario.yaml:16:10 summary: aliases (`*name`) are not allowed: write it out',
  ]);
});

test('directives and strange tags are refused', () => {
  expect(printed(`%YAML 1.1\n---\n${MINIMAL}`)).toEqual([
    'scenario.yaml:1:1: YAML directives (`%…`) are not allowed',
  ]);
  expect(printed(minimalWith('summary: !secret x\n'))).toEqual([
    'scenario.yaml:15:10: unresolved tag: !secret',
  ]);
});

test('only one document is read from a file', () => {
  expect(printed(`${MINIMAL}---\n${MINIMAL}`)).toEqual([
    'scenario.yaml:15:1: only one YAML document is allowed in a file',
  ]);
});

test('deep nesting and large files are refused', () => {
  expect(printed(`summary: ${'['.repeat(100)}`)).toEqual(['scenario.yaml:1:42: nested too deeply']);
  expect(printed(minimalWith(`summary: ${'x'.repeat(2_000_000)}\n`))).toEqual([
    'scenario.yaml:1:1: the scenario is too large: 2000344 characters, at most 2000000 are allowed',
  ]);
});

test('a file that is no mapping is refused', () => {
  expect(printed('')).toEqual(['scenario.yaml:1:1: must be a mapping']);
  expect(printed('- a list\n')).toEqual(['scenario.yaml:1:1: must be a mapping']);
  expect(printed(minimalWith('? [a, b]\n: c\n'))).toEqual(['scenario.yaml:15:3: a key must be a plain word']);
});

test('line ends and a byte-order mark of other systems are read', () => {
  expect(printed(`\uFEFF${MINIMAL.replaceAll('\n', '\r\n')}`)).toEqual([]);
});

test('words that older YAML takes for yes and no stay words', () => {
  expect(printed(minimalBut('start: -4', 'start: -4, yes: 1, no: -1, fierce: -3'))).toEqual([]);
});
