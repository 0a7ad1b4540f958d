import { expect, test } from 'vitest';
import { minimalWith, printed } from '../printed';

const withMove = (fields: string) =>
  minimalWith(
    `roles:\n  baker: {kind: negotiator, side: west}\nmoves:\n  praise: {kind: statement, ${fields}}\n`,
  ).replace('neutral: ', 'other: {}\n      neutral: ');
const problems = (fields: string) => printed(withMove(fields)).filter((one) => !one.includes('briefing'));

test('a selector that names nobody is told with the one that was probably meant', () => {
  expect(problems('by: bakker')).toEqual([
    'scenario.yaml:19:33 moves.praise.by: `bakker` names nobody; did you mean `baker`?',
  ]);
  expect(problems('by: [baker, wset]')).toEqual([
    'scenario.yaml:19:41 moves.praise.by[1]: `wset` names nobody; did you mean `west`?',
  ]);
  expect(problems('by: west.negotiator')).toEqual([
    'scenario.yaml:19:33 moves.praise.by: `west.negotiator` names nobody; did you mean `west.negotiators`?',
  ]);
});

test('a selector that is understood must mean somebody', () => {
  expect(problems('by: west.aides')).toEqual(['scenario.yaml:19:33 moves.praise.by: means no role at all']);
  expect(problems('by: []')).toEqual(['scenario.yaml:19:33 moves.praise.by: means no role at all']);
});

test('the host makes no moves', () => {
  expect(problems('by: host')).toEqual([
    'scenario.yaml:19:33 moves.praise.by: `host` is not a role: name roles or sides here',
  ]);
  expect(problems('by: baker, audience: host')).toEqual([]);
});
