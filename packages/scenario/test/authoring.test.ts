import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { compileScenario, type ScenarioFile, scenarioSchema } from '../src';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const GUIDE = readFileSync(join(ROOT, 'docs/authoring.md'), 'utf8');

type Mapping = Readonly<Record<string, unknown>>;

interface Example {
  readonly title: string;
  /** Where each item of a list is tried; null for a piece of a scenario. */
  readonly at: readonly string[] | null;
  readonly value: unknown;
}

/** The YAML blocks of the guide. A comment before one says where its items belong, or that it is a translation. */
const BLOCKS = [
  ...GUIDE.matchAll(
    /(?:<!-- (?:each: (?<at>\S+)|(?<translation>translation)) -->\n\n)?```yaml\n(?<text>.*?)```/gs,
  ),
];
const EXAMPLES: readonly Example[] = BLOCKS.filter(({ groups }) => !groups?.['translation']).map(
  ({ groups, index }) => ({
    title: `in line ${GUIDE.slice(0, index).split('\n').length}`,
    at: groups?.['at']?.split('.') ?? null,
    value: parse(groups?.['text'] ?? ''),
  }),
);

const SKELETON = join(ROOT, 'apps/cli/skeleton');
const STORY: Mapping = parse(readFileSync(join(SKELETON, 'scenario.yaml'), 'utf8')) as Mapping;
const TEXTS: readonly ScenarioFile[] = readdirSync(join(SKELETON, 'roles')).map((name) => ({
  path: `roles/${name}`,
  text: readFileSync(join(SKELETON, 'roles', name), 'utf8'),
}));

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The story of the guide with a piece added: new definitions beside the old ones, lists made longer. */
function withPiece(piece: Mapping): Mapping {
  const merged = Object.entries(piece).map(([key, added]): [string, unknown] => {
    const old = STORY[key];
    if (isMapping(old) && isMapping(added)) return [key, { ...old, ...added }];
    return [key, Array.isArray(old) && Array.isArray(added) ? [...old, ...added] : added];
  });
  return { ...STORY, ...Object.fromEntries(merged) };
}

/** The story with one value replaced. */
function withValue(within: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(within))
    return within.map((one, at) => (String(at) === step ? withValue(one, rest, value) : one));
  const mapping = isMapping(within) ? within : {};
  return { ...mapping, [step]: withValue(mapping[step], rest, value) };
}

/** Problems and warnings; that new roles of an example have no briefings is no matter. */
function complaints(scenario: unknown): string[] {
  // JSON is YAML.
  const compiled = compileScenario([{ path: 'scenario.yaml', text: JSON.stringify(scenario) }, ...TEXTS]);
  const found = compiled.ok ? compiled.warnings : compiled.problems;
  return found.filter((one) => one.code !== 'missing-file').map((one) => `${one.field}: ${one.message}`);
}

describe('an example of the guide compiles:', () => {
  const pieces = EXAMPLES.filter((one) => one.at === null);
  test.each(pieces)('the piece $title', ({ value }) => {
    expect(isMapping(value) && complaints(withPiece(value))).toEqual([]);
  });

  const items = EXAMPLES.flatMap(({ at, title, value }) =>
    at === null
      ? []
      : (value as readonly unknown[]).map((item, number) => ({ at, item, title, number: number + 1 })),
  );
  test.each(items)('item $number $title', ({ at, item }) => {
    expect(complaints(withValue(STORY, at, item))).toEqual([]);
  });

  test('the translation', () => {
    const [text = ''] = BLOCKS.filter(({ groups }) => groups?.['translation']).map(
      ({ groups }) => groups?.['text'] ?? '',
    );
    const files = [
      { path: 'scenario.yaml', text: JSON.stringify(STORY) },
      { path: 'scenario.de.yaml', text },
      ...TEXTS,
    ];
    const compiled = compileScenario(files, { language: 'de' });
    expect(compiled.ok ? [] : compiled.problems).toEqual([]);
    expect(compiled.ok && compiled.scenario.sides[0]?.name).toBe('Oberdorf');
  });

  test('and there are enough of them', () => {
    expect(pieces.length).toBeGreaterThan(12);
    expect(items.length).toBeGreaterThan(35);
  });
});

describe('the guide shows', () => {
  const keys = new Set(EXAMPLES.flatMap((one) => keysIn(one.value)));
  const words = new Set(EXAMPLES.flatMap((one) => textsIn(one.value)));
  const schema = JSON.parse(JSON.stringify(scenarioSchema())) as {
    readonly properties: Readonly<Record<string, JsonSchema>>;
    readonly definitions: Readonly<Record<string, JsonSchema>>;
  };

  test.each(['rule', 'action', 'condition'])('every form of a %s', (name) => {
    const known = branches(schema.definitions[name]).flatMap((one) => Object.keys(one.properties ?? {}));
    expect(known.length).toBeGreaterThan(8);
    expect([...new Set(known)].filter((key) => !keys.has(key) && !mentioned(key))).toEqual([]);
  });

  test('every kind of move, and every key of a move, an event, a rumour, a row and the politics', () => {
    const move = schema.properties['moves']?.additionalProperties?.properties ?? {};
    expect((move['kind']?.enum ?? []).filter((kind) => !words.has(kind))).toEqual([]);
    const all = [
      move,
      schema.properties['triggers']?.additionalProperties?.properties,
      schema.properties['criticisms']?.additionalProperties?.properties,
      schema.properties['factions']?.additionalProperties?.properties,
      schema.properties['rumours']?.items?.properties,
      schema.properties['balance']?.items?.properties,
      schema.properties['politics']?.properties,
    ].flatMap((properties) => Object.keys(properties ?? {}));
    expect([...new Set(all)].filter((key) => !keys.has(key) && !mentioned(key))).toEqual([]);
  });

  test('only links and headings that exist', () => {
    const anchors = [...GUIDE.matchAll(/^#+ (?<heading>.+)$/gm)].map(({ groups }) =>
      (groups?.['heading'] ?? '')
        .toLowerCase()
        .replaceAll(/[^a-z0-9 -]/g, '')
        .replaceAll(' ', '-'),
    );
    const links = [...GUIDE.matchAll(/\]\(#(?<anchor>[^)]+)\)/g)].map(
      ({ groups }) => groups?.['anchor'] ?? '',
    );
    expect(links.filter((link) => !anchors.includes(link))).toEqual([]);
  });
});

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly string[];
}

function branches(schema: JsonSchema | undefined): readonly JsonSchema[] {
  return schema === undefined ? [] : [schema, ...(schema.anyOf ?? []).flatMap(branches)];
}

/** Named in running text, as code. */
function mentioned(key: string): boolean {
  return new RegExp(`\`\\{?${key}\\b`).test(GUIDE.replaceAll(/```.*?```/gs, ''));
}

function keysIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  return isMapping(value) ? Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)]) : [];
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isMapping(value) ? Object.values(value).flatMap(textsIn) : [];
}
