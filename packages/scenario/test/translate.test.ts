import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import {
  compileScenario,
  languagesOf,
  printProblem,
  type Scenario,
  type ScenarioFile,
  scenarioSchema,
  translationsOf,
} from '../src';
import { type Shape, TEXTS } from '../src/translate/shape';
import { SMALL, SMALL_FILES } from '../test-support';
import { MINIMAL } from './printed';

const ORIGINAL: readonly ScenarioFile[] = [{ path: 'scenario.yaml', text: SMALL }, ...SMALL_FILES];

/** The small scenario in German, as far as the overlay says. */
function german(overlay: string, more: readonly ScenarioFile[] = []) {
  return compileScenario([...ORIGINAL, { path: 'scenario.de.yaml', text: overlay }, ...more], {
    language: 'de',
  });
}

function scenarioIn(overlay: string, more: readonly ScenarioFile[] = []): Scenario {
  const compiled = german(overlay, more);
  if (!compiled.ok) throw new Error(compiled.problems.map(printProblem).join('\n'));
  return compiled.scenario;
}

function problemsIn(overlay: string, more: readonly ScenarioFile[] = []): string[] {
  const compiled = german(overlay, more);
  return compiled.ok ? [] : compiled.problems.map(printProblem);
}

const plain = compileScenario(ORIGINAL);
if (!plain.ok) throw new Error('the small scenario does not compile');
const SOUND = plain.scenario;

test('a translation replaces texts and nothing else', () => {
  const scenario = scenarioIn(
    'language: de\ntitle: Der Fluss\nissues: {water: {options: {quotas: {label: Feste Anteile}}}}\nrumours: {1: {text: Mit den Bauern kann man reden.}}\nfactions: {generals: {red-lines: [{text: Ein Damm ist eine Waffe.}]}}\n',
  );
  expect(scenario).toMatchObject({ language: 'de', title: 'Der Fluss' });
  expect(scenario.issues[0]?.options[1]).toMatchObject({ id: 'quotas', label: 'Feste Anteile' });
  expect(scenario.rumours.map((one) => one.text)).toEqual([
    'The generals want war.',
    'Mit den Bauern kann man reden.',
  ]);
  const generals = scenario.factions.find((one) => one.id === 'generals');
  expect(generals).toEqual({
    ...SOUND.factions.find((one) => one.id === 'generals'),
    redLines: [{ deal: [{ issue: 'dam', options: ['built'] }], text: 'Ein Damm ist eine Waffe.' }],
  });
});

test('what a scenario is filled up with is in its language too', () => {
  const scenario = scenarioIn('language: de\ntitle: Der Fluss\n');
  const named = (id: string) => scenario.channels.find((one) => one.id === id)?.name;
  expect([named('table'), named('press'), named('direct-generals')]).toEqual([
    'Der Verhandlungstisch',
    'Presse',
    'Sela und Generals',
  ]);
  expect(scenario.sides[1]?.ruleText).toBe(
    'Mehr als 1/2 des abgegebenen Gewichts müssen dafür sein; und scheitert, wenn alle diese zugleich erbittert dagegen sind: Generals, Old guard.',
  );
});

test('pages are translated file by file, and part by part', () => {
  const original = ORIGINAL.find((file) => /^roles\/\w+\.md$/.test(file.path) && file.text.includes('card:'));
  if (!original) throw new Error('no role has a card');
  const id = original.path.slice('roles/'.length, -'.md'.length);
  const text =
    '---\ncard: {who: Sie sind es., want: Frieden., question: Wie?}\n---\nHier steht, was Sie wissen.\n';
  const scenario = scenarioIn('language: de\n', [
    { path: `roles/${id}.de.md`, text },
    { path: 'roles/mara.fr.md', text: 'Vous êtes Mara.' },
  ]);
  const role = scenario.roles.find((one) => one.id === id);
  const own = SOUND.roles.find((one) => one.id === id);
  expect(role).toMatchObject({
    card: { who: 'Sie sind es.' },
    stake: own?.stake,
    briefing: 'Hier steht, was Sie wissen.',
  });
  expect(scenario.roles.filter((one) => one.id !== id)).toEqual(SOUND.roles.filter((one) => one.id !== id));
});

test('its own language is the original, whatever lies beside it', () => {
  const files = [...ORIGINAL, { path: 'scenario.de.yaml', text: 'language: de\ntitle: Der Fluss\n' }];
  expect(compileScenario(files)).toEqual(plain);
  expect(compileScenario(files, { language: 'en' })).toEqual(plain);
});

test('a scenario can be played in its own language and in those that have a scenario file', () => {
  const files = [
    ...ORIGINAL,
    { path: 'scenario.pt-BR.yaml', text: '' },
    { path: 'scenario.de.yaml', text: '' },
    { path: 'roles/mara.fr.md', text: '' },
  ];
  expect(languagesOf(files)).toEqual(['en', 'de', 'pt-BR']);
  expect(translationsOf(files)).toEqual(['de', 'fr', 'pt-BR']);
  expect(languagesOf([{ path: 'scenario.yaml', text: 'language: "de"\r\n' }])).toEqual(['de']);
  expect(compileScenario(files, { language: 'fr' })).toMatchObject({
    ok: false,
    problems: [{ code: 'missing-file' }],
  });
});

describe('refused with its place is', () => {
  const broken: readonly (readonly [string, string, string])[] = [
    [
      'a number',
      'factions: {farmers: {weight: 50}}',
      'scenario.de.yaml:2:22 factions.farmers.weight: `weight` is no text: a translation holds only texts',
    ],
    [
      'an id that the scenario does not have',
      'factions: {farmer: {name: Bauern}}',
      'scenario.de.yaml:2:12 factions.farmer: scenario.yaml has no `farmer` here; did you mean `farmers`?',
    ],
    [
      'a misspelt text',
      'factions: {farmers: {nmae: Bauern}}',
      'scenario.de.yaml:2:22 factions.farmers.nmae: there is no text `nmae`; did you mean `name`?',
    ],
    [
      'a place beyond the list',
      'rumours: {7: {text: Nein.}}',
      'scenario.de.yaml:2:11 rumours.7: scenario.yaml has no `7` here; known: `0`, `1`',
    ],
    [
      'a list of another length',
      'rumours: [{text: Nein.}]',
      'scenario.de.yaml:2:10 rumours: has 1 entries, and scenario.yaml has 2',
    ],
    ['a number for a text', 'title: 1990', 'scenario.de.yaml:2:8 title: must be text; put it in quotes'],
    [
      'a list for a mapping',
      'sides: [Norden]',
      'scenario.de.yaml:2:8 sides: must be a mapping, as in scenario.yaml',
    ],
    [
      'a text that is too long',
      `title: ${'x'.repeat(301)}`,
      'scenario.de.yaml:2:8 title: must be at most 300 characters long',
    ],
    [
      'a text where the scenario has none',
      'moves: {quiet-order: {do: {0: {tell: Still!}}}}',
      'scenario.de.yaml:2:32 moves.quiet-order.do[0].tell: `tell` does not belong beside `oblige`',
    ],
  ];
  test.each(broken)('%s', (_, overlay, message) => {
    const [problem, ...others] = problemsIn(`language: de\n${overlay}\n`);
    expect(problem).toContain(message);
    expect(others).toEqual([]);
  });

  test('one name for two groups of things to pick, or two for one', () => {
    const groups = (fish: string) =>
      problemsIn(
        `language: de\nmoves: {package: {pick: {items: {gauges: {group: Vertrauen}, visits: {group: Vertrauen}, fish: {group: ${fish}}}}}}\n`,
      );
    expect(groups('Wirtschaft')).toEqual([]);
    expect(groups('Vertrauen')).toEqual([
      'scenario.de.yaml:2:104 moves.package.pick.items.fish.group: has the name of another group than in scenario.yaml',
    ]);
  });

  test('another language than the file says', () => {
    expect(problemsIn('title: Der Fluss\n')).toEqual([
      'scenario.de.yaml:1:1 language: must begin with the language in its name: `language: de`',
    ]);
  });

  test('a page of nobody, in any language', () => {
    const files = [...ORIGINAL, { path: 'roles/marra.de.md', text: 'Hallo.' }];
    const compiled = compileScenario(files);
    expect(compiled.ok ? '' : compiled.problems.map(printProblem).join()).toBe(
      'roles/marra.de.md:1:1: there is no roles/marra.md that it could translate; did you mean `roles/mara.md`?',
    );
  });
});

test('what is not translated is told, and stays as it is', () => {
  const files = [
    { path: 'scenario.yaml', text: `${MINIMAL}licence: CC BY 4.0\n` },
    { path: 'roles/congress.md', text: 'You decide.' },
    { path: 'roles/congress.de.md', text: '' },
    { path: 'debrief/history.md', text: 'They agreed.' },
    { path: 'scenario.de.yaml', text: 'language: de\ntitle: Klein\nsides: {west: {name: Westen}}\n' },
  ];
  const compiled = compileScenario(files, { language: 'de' });
  const told = compiled.ok ? compiled.warnings.filter((one) => one.code === 'untranslated') : [];
  expect(told.map(printProblem)).toEqual([
    'debrief/history.md:1:1: untranslated: there is no debrief/history.de.md',
    'roles/congress.de.md:1:1 briefing: untranslated: the briefing of roles/congress.md',
    'scenario.de.yaml:1:1 factions.congress.name: untranslated: made from its id',
    'scenario.de.yaml:1:1 factions.general-staff.name: untranslated: made from its id',
    'scenario.de.yaml:1:1 issues.alliance.name: untranslated: made from its id',
    'scenario.de.yaml:1:1 issues.alliance.options.member.label: untranslated: made from its id',
    'scenario.de.yaml:1:1 issues.alliance.options.neutral.label: untranslated: made from its id',
  ]);
  expect(compiled.ok && compiled.scenario.debrief.history).toBe('They agreed.');
});

/** A translation of every text of a written form, by places in its lists. */
function translated(shape: Shape, own: unknown): unknown {
  if (own === undefined) return undefined;
  switch (shape.kind) {
    case 'text':
      return `‹${typeof own === 'string' ? own.slice(0, 10) : 'text'}›`;
    case 'fields':
      return cleaned(Object.entries(shape.of).map(([key, of]) => [key, translated(of, inside(own, key))]));
    case 'each':
    case 'list':
      return cleaned(Object.entries(own ?? {}).map(([key, value]) => [key, translated(shape.of, value)]));
    case 'labels':
      return cleaned((Array.isArray(own) ? own : Object.keys(own ?? {})).map((id) => [id, `‹${id}›`]));
    case 'label-or-fields':
      return typeof own === 'string' ? `‹${own}›` : translated({ kind: 'fields', of: shape.of }, own);
  }
}

const inside = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

function cleaned(entries: readonly (readonly [string, unknown])[]): unknown {
  const kept = entries.filter(([, value]) => value !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

test('a translation of every text leaves nothing in the original language, and changes no number', () => {
  const raw: unknown = parse(SMALL);
  const texts = translated({ kind: 'fields', of: TEXTS }, raw);
  const overlay = `language: de\n${stringify(texts)}`;
  const compiled = german(overlay);
  if (!compiled.ok) throw new Error(compiled.problems.map(printProblem).join('\n'));
  const left = compiled.warnings.filter(
    (one) =>
      one.code === 'untranslated' && one.file === 'scenario.de.yaml' && !one.message.includes('from its id'),
  );
  expect(left.map(printProblem)).toEqual([]);
  expect(withoutTexts(compiled.scenario)).toEqual(withoutTexts(SOUND));
});

/** Everything but texts with capitals or spaces: ids and numbers. */
function withoutTexts(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) =>
      typeof inner === 'string' &&
      (['language', 'device', 'group'].includes(key) || !/^[a-z0-9-]*$/.test(inner))
        ? ''
        : inner,
    ),
  );
}

test('every text of the author’s form can be translated', () => {
  const schema = JSON.parse(JSON.stringify(scenarioSchema())) as JsonSchema;
  expect(textsOf(schema, schema, '').filter((path) => !covers(TEXTS, path.split('/')))).toEqual([]);
});

interface JsonSchema {
  readonly type?: string;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

/** Paths to whatever is long text, or one of the short forms; selectors and ids are none. */
function textsOf(root: JsonSchema, schema: JsonSchema, path: string): string[] {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    // Actions stand inside actions; once is enough.
    if (name === 'condition' || name === 'rule' || path.split('/').filter((one) => one === '#').length > 5)
      return [];
    const found = root.definitions?.[name];
    return found ? textsOf(root, found, path) : [];
  }
  const step = (name: string) => (path === '' ? name : `${path}/${name}`);
  const isText = schema.type === 'string' && schema.pattern === undefined && (schema.maxLength ?? 0) >= 10;
  const own = isText && schema.maxLength !== 120 ? [path] : [];
  return [
    ...own,
    ...Object.entries(schema.properties ?? {}).flatMap(([key, of]) => textsOf(root, of, step(key))),
    ...(typeof schema.additionalProperties === 'object'
      ? textsOf(root, schema.additionalProperties, step('#'))
      : []),
    ...(schema.items ? textsOf(root, schema.items, step('#')) : []),
    ...(schema.anyOf ?? []).flatMap((one) => textsOf(root, one, path)),
  ];
}

function covers(of: Readonly<Record<string, Shape>>, path: readonly string[]): boolean {
  let shape: Shape | undefined = { kind: 'fields', of };
  for (const step of path) {
    if (shape?.kind === 'fields' || shape?.kind === 'label-or-fields') shape = shape.of[step];
    else if (shape?.kind === 'each' || shape?.kind === 'list') shape = shape.of;
    else if (shape?.kind === 'labels') shape = { kind: 'text', made: true };
    else return false;
  }
  return shape?.kind === 'text' || shape?.kind === 'label-or-fields';
}

test('any overlay is answered without an exception', () => {
  const keys = [...new Set(SMALL.match(/[a-z][a-z-]+/g)), '0', '1', 'toString', 'constructor', '__proto__'];
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.oneof(fc.constantFrom(...keys), fc.integer(), fc.boolean(), fc.constant(null)),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys), tie('tree'), { maxKeys: 5 }),
    ),
  }));
  const sections = fc.constantFrom(...Object.keys(TEXTS), 'format', 'scale');
  fc.assert(
    fc.property(fc.dictionary(sections, tree), (overlay) => {
      const compiled = german(`language: de\n${stringify(overlay, { aliasDuplicateObjects: false })}`);
      const told = compiled.ok ? compiled.warnings : compiled.problems;
      for (const problem of told) {
        expect(problem.line).toBeGreaterThan(0);
        expect(printProblem(problem)).not.toMatch(/undefined|\[object|NaN|\n/);
      }
    }),
    { numRuns: 40 },
  );
});
