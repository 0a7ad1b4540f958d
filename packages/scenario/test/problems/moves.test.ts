import { expect, test } from 'vitest';
import { minimalWith, printed } from '../printed';

const moves = (...lines: string[]) =>
  printed(minimalWith(`moves:\n${lines.map((line) => `  ${line}\n`).join('')}`));

test('an answer names a move that expects one', () => {
  expect(
    moves(
      'calm: {kind: answer, by: west}',
      'paper: {kind: statement, by: west}',
      'reply: {kind: answer, by: west, answers: paper}',
    ),
  ).toEqual([
    'scenario.yaml:16:3 moves.calm: an answer needs `answers`: the move that it answers',
    'scenario.yaml:18:44 moves.reply.answers: `paper` asks nobody for an answer: write `expects` there',
  ]);
});

test('only the last case stands without a condition', () => {
  expect(moves('praise: {kind: measure, by: west, cases: [{do: []}, {when: {round: 1}, do: []}]}')).toEqual([
    'scenario.yaml:16:45 moves.praise.cases[0]: a case without `when` always holds: it must be the last',
  ]);
});

test('rounds asked about exist', () => {
  expect(moves('praise: {kind: measure, by: west, available: {round: [2, 7]}}')).toEqual([
    'scenario.yaml:16:56 moves.praise.available.round: there are 3 rounds, no round 7',
  ]);
  expect(printed(minimalWith('triggers:\n  gate: {at: {round: 4}}\n'))).toEqual([
    'scenario.yaml:16:22 triggers.gate.at.round: there are 3 rounds, no round 4',
  ]);
});

test('whether a move may be made never depends on hidden things', () => {
  expect(moves('praise: {kind: measure, by: west, available: {support: {congress: 0}}}')).toEqual([
    'scenario.yaml:16:49 moves.praise.available.support: `support` cannot be asked here: whether a move may be made can depend only on what its makers can see',
  ]);
});

test('an empty condition is a mistake', () => {
  expect(
    moves('praise: {kind: measure, by: west, available: {}, cases: [{when: {any: []}, do: []}]}'),
  ).toEqual([
    'scenario.yaml:16:48 moves.praise.available: asks nothing',
    'scenario.yaml:16:73 moves.praise.cases[0].when.any: lists no condition',
  ]);
});

test('secrets asked about are secrets of the answered move', () => {
  const found = moves(
    'paper: {kind: statement, by: west, expects: west, secrets: {manner: {meant: Meant, performed: Performed}}}',
    'reply: {kind: answer, answers: paper, by: west, cases: [{when: {secret: {manner: preformed}}, do: []}], do: [{disclose: maner, to: west}]}',
  );
  expect(found).toEqual([
    'scenario.yaml:17:84 moves.reply.cases[0].when.secret.manner: `manner` is never `preformed`; did you mean `performed`?',
    'scenario.yaml:17:123 moves.reply.do[0].disclose: unknown secret `maner`; did you mean `manner`?',
  ]);
});

test('what scales with things picked needs something to pick', () => {
  expect(
    moves(
      'praise: {kind: measure, by: west, do: [{effect: {congress: 1}, scale: {by: picked, steps: {3: 1}}}]}',
    ),
  ).toEqual(['scenario.yaml:16:78 moves.praise.do[0].scale.by: `picked` needs a `pick` in the move']);
  expect(moves('praise: {kind: measure, by: west, pick: {from: criticisms}}')).toEqual([
    'scenario.yaml:16:43 moves.praise.pick: there are no criticisms to pick from',
  ]);
  expect(moves('praise: {kind: measure, by: west, pick: {min: 3, items: {one: One, two: Two}}}')).toEqual([
    'scenario.yaml:16:43 moves.praise.pick: asks for 3 of 2',
  ]);
});

test('an event has no move to disclose, no secret and no invitation', () => {
  expect(
    printed(
      minimalWith(
        'triggers:\n  gate: {at: host, only-if: {invited-by: west}, do: [{disclose: move, to: west}]}\n',
      ),
    ),
  ).toEqual([
    'scenario.yaml:16:42 triggers.gate.only-if.invited-by: only a move can be invited',
    'scenario.yaml:16:65 triggers.gate.do[0].disclose: an event discloses nothing: write `tell`',
  ]);
});

test('an obligation leaves something that may be accepted, and ends by something else than itself', () => {
  const never = '{accept: {alliance: [neutral, member]}}';
  expect(
    moves(
      `promise: {kind: measure, by: west, do: [{oblige: quiet, who: west, never: ${never}, until: {obligation: quiet}}]}`,
    ),
  ).toEqual([
    'scenario.yaml:16:97 moves.promise.do[0].never.accept.alliance: leaves no option that may be accepted',
    'scenario.yaml:16:125 moves.promise.do[0].until: an obligation cannot last until itself',
  ]);
});

test('a draw has consequences', () => {
  expect(moves('praise: {kind: measure, by: west, do: [{draw: luck, odds: 1/2}]}')).toEqual([
    'scenario.yaml:16:42 moves.praise.do[0]: nothing follows from this draw: write `hit` or `miss`',
  ]);
});
