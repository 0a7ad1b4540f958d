import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { analysisSchema } from '../src/schema';

it('is published as it is (else run: npm run schema -w @btt/cli)', () => {
  const published = readFileSync(
    new URL('../../../docs/analysis-output.schema.json', import.meta.url),
    'utf8',
  );
  expect(JSON.parse(published)).toEqual(analysisSchema());
});

it('is described: every field of the first level', () => {
  const text = readFileSync(new URL('../../../docs/analysis-output.md', import.meta.url), 'utf8');
  const properties = analysisSchema()['properties'];
  for (const field of Object.keys(properties ?? {})) expect(text).toContain(`\`${field}\``);
});
