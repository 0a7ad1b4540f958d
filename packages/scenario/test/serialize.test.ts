import { expect, test } from 'vitest';
import { COMPILED, reviveScenario, serializeScenario } from '../src';
import { USUAL_POLITICS } from '../src/compile/politics';
import { smallScenario } from '../test-support';

const small = smallScenario();

test('a compiled scenario comes back from its text unchanged', () => {
  expect(reviveScenario(serializeScenario(small))).toEqual({ ok: true, scenario: small });
});

test('the text does not depend on the order of keys', () => {
  const shuffled = Object.fromEntries(Object.entries(small).toReversed());
  expect(serializeScenario({ ...small, ...shuffled })).toBe(serializeScenario(small));
});

test('what is no stored scenario of this version is refused with a code', () => {
  const stored = serializeScenario(small);
  expect(reviveScenario('{')).toEqual({ ok: false, code: 'not-json' });
  expect(reviveScenario('[]')).toEqual({ ok: false, code: 'not-a-scenario' });
  expect(reviveScenario(stored.replace(`"compiled":${COMPILED}`, `"compiled":${COMPILED + 1}`))).toEqual({
    ok: false,
    code: 'unknown-version',
  });
  expect(reviveScenario(stored.replace('"factions":[', '"fractions":['))).toEqual({
    ok: false,
    code: 'not-a-scenario',
  });
  expect(reviveScenario(`{"compiled":${COMPILED},"scenario":null}`)).toEqual({
    ok: false,
    code: 'not-a-scenario',
  });
});

test('what was stored before there was a note for teachers is read with an empty one', () => {
  const { teaching: _, ...before } = small;
  const revived = reviveScenario(JSON.stringify({ compiled: 2, scenario: before }));
  expect(revived).toEqual({ ok: true, scenario: { ...small, teaching: '' } });
});

test('what was stored before rows of the balance knew events is read with none', () => {
  const row = { name: 'x', deal: {}, moves: [], bad: [], expect: [], joint: null };
  const text = JSON.stringify({ compiled: 3, scenario: { ...small, balance: [row] } });
  const revived = reviveScenario(text);
  expect(revived).toEqual({
    ok: true,
    scenario: { ...small, balance: [{ ...row, uninvited: [], events: [] }] },
  });
});

test('what an older release stored is still read, with the usual politics', () => {
  const added = ['balance', 'politics', 'resists', 'leak', 'consent', 'leaked', 'pressed'];
  const text = JSON.stringify({ compiled: 1, scenario: small }, (key, value: unknown) =>
    added.includes(key) ? undefined : value,
  );
  const revived = reviveScenario(text);
  if (!revived.ok) throw new Error(revived.code);
  const { scenario } = revived;
  expect([scenario.balance, scenario.politics]).toEqual([[], USUAL_POLITICS]);
  expect(scenario.moves.every((move) => move.consent === null && move.leaked.length === 0)).toBe(true);
  expect(scenario.moves.flatMap((move) => move.pick?.items ?? []).every((item) => item.do.length === 0)).toBe(
    true,
  );
  expect(scenario.channels.every((channel) => channel.leak === null)).toBe(true);
  expect(scenario.factions.every((faction) => faction.resists.length === 0)).toBe(true);
  expect(JSON.stringify(scenario).match(/"kind":"oblige"/g)).toHaveLength(3);
  expect(JSON.stringify(scenario).match(/"pressed":\[\]/g)).toHaveLength(3);
});
