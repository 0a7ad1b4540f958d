import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { printProblems, reviveScenario, serializeScenario } from '../src';
import { loadScenario } from '../src/load';

const folder = fileURLToPath(new URL('../../../scenarios/german-reunification', import.meta.url));

test('the flagship loads without problems or warnings, and comes back from the store unchanged', async () => {
  const loaded = await loadScenario(folder);
  if (!loaded.ok) throw new Error(printProblems(loaded.problems));
  expect(printProblems(loaded.warnings)).toBe('');
  expect(reviveScenario(serializeScenario(loaded.scenario))).toEqual({ ok: true, scenario: loaded.scenario });
});
