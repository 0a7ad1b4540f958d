import { expect, test } from 'vitest';
import { COMPILED, reviveScenario, serializeScenario } from '../src';
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

test('what an older release stored is still read', () => {
  const { balance, ...old } = small;
  expect(balance).toEqual([]);
  const stored = JSON.stringify({ compiled: 1, scenario: old });
  expect(reviveScenario(stored)).toEqual({ ok: true, scenario: small });
});
