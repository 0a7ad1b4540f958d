import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { playability, verdict } from '@btt/referee';
import { loadScenario } from '@btt/scenario/load';
import { scenarioOf } from '@btt/scenario/test-support';
import { expect, it } from 'vitest';
import { emptyFolder, scenarioIn } from './terminal';
import { sheetIn } from './csv-things';

const ROOT = new URL('../../../', import.meta.url);
const GUIDE = readFileSync(new URL('docs/authoring.md', ROOT), 'utf8');
const SKELETON = fileURLToPath(new URL('apps/cli/skeleton', ROOT));

function block(begins: string): string {
  const found = [...GUIDE.matchAll(/```(?:yaml|text)\n(?<text>.*?)```/gs)].find(({ groups }) =>
    groups?.['text']?.startsWith(begins),
  );
  return found?.groups?.['text'] ?? '';
}

it('the rows that the guide shows come out as it says', () => {
  const story = readFileSync(`${SKELETON}/scenario.yaml`, 'utf8');
  const rows = block('balance:');
  expect(rows).not.toBe('');
  const scenario = scenarioOf(story.replace(/^balance:[^]*$/m, rows));
  const found = playability(scenario).filter((one) => one.id === 'balance');
  expect(found.map((one) => [one.sentence, one.result])).toEqual(
    scenario.balance.map((row) => [expect.stringContaining(row.name), 'good']),
  );
});

it('the ferry crew counts as the guide counts it: -1 without the visit, 1 with it', async () => {
  const loaded = await loadScenario(SKELETON);
  if (!loaded.ok) throw new Error('does not load');
  const { scenario } = loaded;
  const deal = scenario.historic?.deal ?? {};
  const support = (points: number) => {
    const effects = [{ faction: 'ferry-crew', points, deal: [] }];
    return verdict(scenario, deal, effects).factions.find((one) => one.faction === 'ferry-crew');
  };
  expect(GUIDE).toContain('The ferry crew starts at −3');
  expect(support(0)).toMatchObject({ support: -1, vote: 'no' });
  expect(support(2)).toMatchObject({ support: 1, vote: 'yes' });
});

it('the sheet that the guide shows is read', () => {
  const { parties, issues } = sheetIn(block('issue '));
  expect(parties.map((one) => [one.name, one.side.name])).toEqual([
    ['Farmers', 'Hill'],
    ['Pensioners', 'Hill'],
    ['Hotels', 'River'],
  ]);
  expect(issues.map((one) => one.options.length)).toEqual([2, 2]);
});

it('every command that the guide shows exists, and is told by the help', async () => {
  const { out } = await scenarioIn(await emptyFolder(), '--help');
  const shown = [...GUIDE.matchAll(/npm run scenario -- (?<name>[a-z-]+)/g)].map(
    ({ groups }) => groups?.['name'] ?? '',
  );
  expect(new Set(shown).size).toBe(7);
  for (const name of shown) expect(out).toContain(`npm run scenario -- ${name} `);
});
