import { expect, test } from 'vitest';
import { minimalBut, minimalWith, printed } from '../printed';

test('ids are kebab-case', () => {
  expect(printed(minimalBut('  congress: {side', '  Con_gress: {side').replace(', congress: 2', ''))).toEqual(
    [
      'scenario.yaml:9:3 factions.Con_gress: `Con_gress` is not an id: lower-case letters, digits and single hyphens, with at least one letter; did you mean `con-gress`?',
    ],
  );
});

test('an id is never only a number, nor a word of the language', () => {
  expect(printed(minimalBut('neutral: {points', '12: {points'))).toEqual([
    'scenario.yaml:13:7 issues.alliance.options.12: `12` is not an id: lower-case letters, digits and single hyphens, with at least one letter',
  ]);
  expect(printed(minimalBut('neutral: {points', 'constructor: {points'))).toEqual([
    'scenario.yaml:13:7 issues.alliance.options.constructor: `constructor` cannot be an id',
  ]);
  expect(printed(minimalWith('__proto__: {a: 1}\n'))).toEqual([
    'scenario.yaml:15:1 __proto__: `__proto__` cannot be a key',
  ]);
});

test('a faction makes the role of its id, which cannot be written again', () => {
  expect(printed(minimalWith('roles:\n  congress: {kind: press}\n'))).toContain(
    'scenario.yaml:9:3 factions.congress: there is also a role `congress`; a faction already makes the role of its id',
  );
});

test('words that select roles mean one thing only', () => {
  expect(printed(minimalWith('roles:\n  west: {kind: press}\n  host: {kind: press}\n'))).toEqual([
    'scenario.yaml:5:3 sides.west: there is also a role `west`; a side and a role need different ids',
    'scenario.yaml:17:3 roles.host: `host` has a meaning of its own and cannot be a role',
  ]);
});

test('draws and obligations are named once in a scenario, moves and events differently', () => {
  const more = `moves:
  praise: {kind: statement, by: west, tags: [boast], do: [{draw: luck, odds: 1/2, hit: [{tell: a}]}, {oblige: quiet, who: west, never: {tags: [boast]}}]}
triggers:
  praise: {at: host, do: [{draw: luck, odds: 1/2, hit: [{tell: a}]}, {oblige: quiet, who: west, never: {tags: [boast]}}]}
`;
  expect(printed(minimalWith(more))).toEqual([
    'scenario.yaml:18:3 triggers.praise: there is also a move `praise`; a move and an event need different ids',
    'scenario.yaml:18:34 triggers.praise.do[0].draw: there is another draw `luck`; give each its own name',
    'scenario.yaml:18:79 triggers.praise.do[1].oblige: there is another obligation `quiet`; give each its own name',
  ]);
});

test('a back channel cannot take the name of a built-in channel', () => {
  expect(printed(minimalWith('channels:\n  press: {members: west}\n'))).toEqual([
    'scenario.yaml:16:3 channels.press: every table has a channel `press` already',
  ]);
});
