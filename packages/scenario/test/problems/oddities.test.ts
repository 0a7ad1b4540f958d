import { expect, test } from 'vitest';
import { minimalBut, minimalWith, printed } from '../printed';

const moves = (...lines: string[]) =>
  printed(minimalWith(`moves:\n${lines.map((line) => `  ${line}\n`).join('')}`));

test('the author is warned of an issue without points and a side without factions', () => {
  expect(
    printed(minimalBut('factions:\n', '  east: {}\nfactions:\n').concat('  money: {options: {much: {}}}\n')),
  ).toEqual([
    'scenario.yaml:7:3 sides.east: has no faction that could ratify',
    'scenario.yaml:16:3 issues.money: has no points for anybody',
  ]);
});

test('the author is warned of an invitation that nobody can give and an answer that nobody can make', () => {
  expect(
    moves(
      'press: {kind: measure, by: west, cases: [{when: {invited-by: west}, do: []}]}',
      'paper: {kind: statement, by: west, expects: west}',
    ),
  ).toEqual([
    'scenario.yaml:16:3 moves.press: no move of `west` invites this',
    'scenario.yaml:17:47 moves.paper.expects: `west` has no move that answers this',
  ]);
});

test('the author is warned where a move waits for something that its makers may not see', () => {
  expect(
    moves(
      'secretly: {kind: measure, by: general-staff, audience: host}',
      'praise: {kind: measure, by: congress, available: {taken: secretly}}',
    ),
  ).toEqual([
    'scenario.yaml:17:52 moves.praise.available: asks about something (taken) that not everyone who may make the move can see',
  ]);
});
