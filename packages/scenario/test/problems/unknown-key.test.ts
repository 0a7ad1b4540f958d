import { expect, test } from 'vitest';
import { minimalBut, minimalWith, printed } from '../printed';

test('an unknown key is told with the one that was probably meant', () => {
  expect(printed(minimalBut('weight: 22', 'wieght: 22'))).toEqual([
    'scenario.yaml:8:31 factions.general-staff.wieght: unknown key `wieght`; did you mean `weight`?',
  ]);
  expect(printed(minimalWith('interaction: []\n'))).toEqual([
    'scenario.yaml:15:1 interaction: unknown key `interaction`; did you mean `interactions`?',
  ]);
});

test('a mistyped key that is needed is not also told as missing', () => {
  expect(printed(minimalBut('title: Minimal', 'titel: Minimal'))).toEqual([
    'scenario.yaml:3:1 titel: unknown key `titel`; did you mean `title`?',
  ]);
});

test('among actions, rules and conditions the suggestion comes from all kinds', () => {
  const moves = `moves:
  praise:
    kind: statement
    by: west
    cases: [{when: {takn: praise}, do: []}]
    do: [{efect: {congress: 1}}, {tell: Good news., draw: luck}]
`;
  expect(printed(minimalWith(moves))).toEqual([
    'scenario.yaml:19:21 moves.praise.cases[0].when.takn: unknown key `takn`; did you mean `taken`?',
    'scenario.yaml:20:11 moves.praise.do[0].efect: unknown key `efect`; did you mean `effect`?',
    'scenario.yaml:20:53 moves.praise.do[1].draw: `draw` does not belong beside `tell`',
  ]);
  expect(printed(minimalBut('more-than: 1/2', 'more-then: 1/2'))).toEqual([
    'scenario.yaml:6:12 sides.west.rule.more-then: unknown key `more-then`; did you mean `more-than`?',
  ]);
});
