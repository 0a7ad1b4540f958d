import { expect, test } from 'vitest';
import type { UpcasterChain } from '../../src';
import { MINIMAL, minimalBut, printed } from '../printed';

/** Two versions that never were: 0 called factions "groups", −1 called a title a "name". */
const CHAIN: UpcasterChain = {
  [-1]: ({ name, ...rest }) => ({ ...rest, title: name }),
  0: ({ groups, ...rest }) => ({ ...rest, factions: groups }),
};

test('a scenario says in which version it is written', () => {
  expect(printed(minimalBut('format: 1\n', ''))).toEqual([
    'scenario.yaml:1:1 format: must begin with the version of the format: `format: 1`',
  ]);
  expect(printed(minimalBut('format: 1', 'format: 2'))).toEqual([
    'scenario.yaml:1:9 format: is written in a newer format than this program reads (1)',
  ]);
  expect(printed(minimalBut('format: 1', 'format: 0'))).toEqual([
    'scenario.yaml:1:9 format: is written in a format that this program no longer reads',
  ]);
});

test('older versions are read through every upcaster from theirs on', () => {
  const older = minimalBut('format: 1', 'format: 0').replace('factions:', 'groups:');
  expect(printed(older, [], CHAIN)).toEqual([]);
  const oldest = older.replace('format: 0', 'format: -1').replace('title:', 'name:');
  expect(printed(oldest, [], CHAIN)).toEqual([]);
  expect(printed(MINIMAL, [], CHAIN)).toEqual([]);
});

test('a mistake in an older version is told as near to it as can be', () => {
  const older = minimalBut('format: 1', 'format: 0').replace('title: Minimal', 'title: []');
  expect(printed(older.replace('factions:', 'groups:'), [], CHAIN)).toEqual([
    'scenario.yaml:3:8 title: must be text, not a list',
  ]);
});

test('an upcaster missing in between ends the chain', () => {
  expect(printed(minimalBut('format: 1', 'format: -1'), [], { 0: (raw) => raw, [-2]: (raw) => raw })).toEqual(
    ['scenario.yaml:1:9 format: is written in a format that this program no longer reads'],
  );
});
