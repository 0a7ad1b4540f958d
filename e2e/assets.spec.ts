import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUT = join(ROOT, 'apps/web/out');
const SCENARIOS = ['german-reunification', 'barricade'];
/** A line as long as this is in a file by copying, not by chance. */
const TELLING = 50;

function files(folder: string, kinds: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => kinds.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}

test('nothing of a scenario is in what every page loads: no briefing, no move, no event to come', () => {
  const assets = files(OUT, /\.(?:html|js|txt|json|css)$/).join('\n');
  expect(assets.length).toBeGreaterThan(100_000);
  const lines = SCENARIOS.flatMap((scenario) => files(join(ROOT, 'scenarios', scenario), /\.(?:md|yaml)$/))
    .flatMap((text) => text.split('\n'))
    .map((line) => line.trim().replace(/^(?:[-*#>]+|[\w-]+:)\s*/, ''))
    .filter((line) => line.length >= TELLING);
  expect(lines.length).toBeGreaterThan(500);
  expect([...new Set(lines)].filter((line) => assets.includes(line.slice(0, TELLING)))).toEqual([]);
});
