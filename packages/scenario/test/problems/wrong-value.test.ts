import { expect, test } from 'vitest';
import { minimalBut, minimalWith, printed } from '../printed';

test('values of the wrong type are told together, with what was written', () => {
  const wrong = minimalBut('weight: 22', 'weight: 2.5')
    .replace('title: Minimal', 'title: [Minimal]')
    .replace('start: -1', 'start:');
  expect(printed(wrong)).toEqual([
    'scenario.yaml:3:8 title: must be text, not a list',
    'scenario.yaml:8:39 factions.general-staff.weight: must be a whole number, not `2.5`',
    'scenario.yaml:9:44 factions.congress.start: must be a whole number, not empty',
  ]);
});

test('a value that is no finite number is quoted as YAML writes it', () => {
  for (const value of ['.nan', '.inf', '-.inf']) {
    expect(printed(minimalWith(`moves: ${value}\n`))).toEqual([
      `scenario.yaml:15:8 moves: must be a mapping, not \`${value}\``,
    ]);
  }
});

test('a word outside the choice is told with the choice and a suggestion', () => {
  expect(printed(minimalWith('moves:\n  praise: {kind: mesure, by: west}\n'))).toEqual([
    'scenario.yaml:16:18 moves.praise.kind: must be one of `measure`, `statement`, `answer`, `invitation`, `faction`, not `mesure`; did you mean `measure`?',
  ]);
});

test('missing keys are told at the mapping that lacks them', () => {
  expect(printed('format: 1\n')).toEqual([
    'scenario.yaml:1:1 id: `id` is missing',
    'scenario.yaml:1:1 issues: `issues` is missing',
    'scenario.yaml:1:1 sides: `sides` is missing',
    'scenario.yaml:1:1 title: `title` is missing',
  ]);
  expect(printed(minimalWith('moves:\n  praise: {by: west}\n'))).toEqual([
    'scenario.yaml:16:3 moves.praise.kind: `kind` is missing (one of `measure`, `statement`, `answer`, `invitation`, `faction`)',
  ]);
});

test('points are whole numbers', () => {
  expect(printed(minimalBut('{general-staff: 2}', '{general-staff: 1.5}'))).toEqual([
    'scenario.yaml:13:41 issues.alliance.options.neutral.points.general-staff: must be a whole number, not `1.5`',
  ]);
});

test('weights are positive', () => {
  expect(printed(minimalBut('weight: 22', 'weight: 0').replace('weight: 18', 'weight: -1'))).toEqual([
    'scenario.yaml:8:39 factions.general-staff.weight: must be at least 1',
    'scenario.yaml:9:34 factions.congress.weight: must be at least 1',
  ]);
});

test('fractions lie between 0 and 1 and are written as fractions', () => {
  expect(printed(minimalBut('1/2', '3/2'))).toEqual([
    'scenario.yaml:6:23 sides.west.rule.more-than: must be between 0 and 1, not `3/2`',
  ]);
  expect(printed(minimalBut('1/2', 'half'))).toEqual([
    'scenario.yaml:6:23 sides.west.rule.more-than: `half` is not written in the right form (a fraction: `2/3`, `50%` or `0.5`)',
  ]);
  expect(
    printed(
      minimalWith('triggers:\n  flood: {at: host, do: [{draw: luck, odds: 120%, hit: [{tell: Rain.}]}]}\n'),
    ),
  ).toEqual(['scenario.yaml:16:45 triggers.flood.do[0].odds: must be between 0 and 1, not `120%`']);
});

test('texts are bounded', () => {
  expect(printed(minimalBut('title: Minimal', `title: ${'x'.repeat(301)}`))).toEqual([
    'scenario.yaml:3:8 title: must be at most 300 characters long',
  ]);
});
