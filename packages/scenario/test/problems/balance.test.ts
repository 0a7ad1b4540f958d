import { expect, test } from 'vitest';
import { scenarioOf } from '../../test-support';
import { minimalWith, printed } from '../printed';

const MOVES = 'moves:\n  praise: {kind: measure, by: west, do: [{effect: {congress: 1}}]}\n';
const HISTORY = 'historic: {deal: {alliance: member}, moves: [praise]}\n';

test('a row of the balance says only how it differs from history', () => {
  const row =
    '  - {name: neutral, deal: {alliance: neutral}, moves: historic, expect: {west: {passes: false, no: 40}}}\n';
  const { balance } = scenarioOf(
    minimalWith(`${MOVES}${HISTORY}balance:\n${row}  - {name: history, expect: {}}\n`),
  );
  expect(balance).toEqual([
    {
      name: 'neutral',
      deal: { alliance: 'neutral' },
      moves: ['praise'],
      bad: [],
      uninvited: [],
      events: [],
      expect: [{ side: 'west', passes: false, yes: null, no: 40 }],
      joint: null,
    },
    {
      name: 'history',
      deal: { alliance: 'member' },
      moves: [],
      bad: [],
      uninvited: [],
      events: [],
      expect: [],
      joint: null,
    },
  ]);
});

test('a row that names what is not there is told where', () => {
  const row =
    '  - {name: x, deal: {alliance: never}, moves: [prays], bad: [praise], expect: {east: {passes: true}}}\n';
  expect(printed(minimalWith(`${MOVES}${HISTORY}balance:\n${row}`))).toEqual([
    'scenario.yaml:19:32 balance[0].deal.alliance: unknown option of `alliance` `never`; known: `neutral`, `member`',
    'scenario.yaml:19:48 balance[0].moves[0]: unknown move `prays`; did you mean `praise`?',
    "scenario.yaml:19:62 balance[0].bad[0]: `praise` is not among the row's moves",
    'scenario.yaml:19:80 balance[0].expect.east: unknown side `east`; known: `west`',
  ]);
});

test('a row may say what nobody asked for and what has happened, and names only what is there', () => {
  const row = '  - {name: x, moves: historic, uninvited: [praise], events: [rain], expect: {}}\n';
  const rain = 'triggers:\n  rain: {at: host, headline: Rain}\n';
  const { balance } = scenarioOf(minimalWith(`${MOVES}${rain}${HISTORY}balance:\n${row}`));
  expect(balance[0]).toMatchObject({ uninvited: ['praise'], events: ['rain'] });
  const wrong = '  - {name: x, uninvited: [praise], events: [snow], expect: {}}\n';
  expect(printed(minimalWith(`${MOVES}${rain}${HISTORY}balance:\n${wrong}`))).toEqual([
    expect.stringContaining("uninvited[0]: `praise` is not among the row's moves"),
    expect.stringContaining('events[0]: unknown trigger `snow`'),
  ]);
});

test('a row that leaves an issue open is told, where there is no history to fill it', () => {
  expect(printed(minimalWith('balance:\n  - {name: x, expect: {}}\n'))).toEqual([
    'scenario.yaml:16:5 balance[0].deal: says nothing of `alliance`',
  ]);
});
