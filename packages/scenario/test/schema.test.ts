import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { scenarioFormat, scenarioSchema } from '../src';
import { listScenarios } from '../src/load';
import { SMALL } from '../test-support';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PUBLISHED = join(ROOT, 'docs/scenario.schema.json');

type JsonSchema = Parameters<typeof z.fromJSONSchema>[0];

const published = JSON.parse(readFileSync(PUBLISHED, 'utf8')) as Exclude<JsonSchema, boolean>;
const editor = z.fromJSONSchema(published);

const shipped = [
  join(ROOT, 'apps/cli/skeleton'),
  ...(await listScenarios(join(ROOT, 'scenarios'))).map((one) => one.folder),
].map((folder) => ({
  folder,
  name: basename(folder),
  text: readFileSync(join(folder, 'scenario.yaml'), 'utf8'),
}));

test("the author's form can be told to editors as a JSON schema", () => {
  const schema = z.toJSONSchema(scenarioFormat, { io: 'input' });
  expect(schema.required).toEqual(['format', 'id', 'title', 'sides', 'issues']);
  expect(schema.additionalProperties).toBe(false);
});

test('the schema is published as it is (else run: npm run schema -w @btt/cli)', () => {
  expect(published).toEqual(JSON.parse(JSON.stringify(scenarioSchema())));
});

test.each(shipped)('an editor finds nothing wrong in $name', ({ text }) => {
  expect(editor.safeParse(parse(text))).toMatchObject({ success: true });
});

test.each(shipped)('where $name names a schema, it is this one', ({ folder, text }) => {
  const named = /^# yaml-language-server: \$schema=(?<way>\S+)$/m.exec(text)?.groups?.['way'];
  expect(named === undefined ? PUBLISHED : resolve(folder, named)).toBe(PUBLISHED);
});

describe('an editor marks', () => {
  const broken: readonly (readonly [string, string, string])[] = [
    ['a key that does not exist', 'tagline:', 'tag-line:'],
    ['a number written in words', 'weight: 40', 'weight: forty'],
    ['a kind of move that does not exist', 'kind: measure', 'kind: trick'],
    ['an effect with a misspelt key', 'effect:', 'efect:'],
    ['a rule that does not exist', 'rule: {at-least: 2/3', 'rule: {at-most: 2/3'],
    ['a missing title', 'title: The river\n', ''],
  ];
  test.each(broken)('%s', (_, right, wrong) => {
    expect(SMALL).toContain(right);
    expect(editor.safeParse(parse(SMALL))).toMatchObject({ success: true });
    expect(editor.safeParse(parse(SMALL.replace(right, wrong)))).toMatchObject({ success: false });
  });
});

test('every key of the first level, of a faction, an option and a move is explained', () => {
  const { properties = {} } = published;
  const within = (...path: readonly string[]) =>
    path.reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>>)[key], properties);
  const groups: readonly unknown[] = [
    properties,
    within('factions', 'additionalProperties', 'properties'),
    within('issues', 'additionalProperties', 'properties', 'options', 'additionalProperties', 'properties'),
    within('moves', 'additionalProperties', 'properties'),
  ];
  const silent = groups.flatMap((group) =>
    Object.entries(group as Readonly<Record<string, { readonly description?: string }>>)
      .filter(([, schema]) => schema.description === undefined)
      .map(([key]) => key),
  );
  // Names explain themselves.
  expect([...new Set(silent)].filter((key) => key !== 'name' && key !== 'short')).toEqual([]);
});
