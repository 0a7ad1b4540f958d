import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { playability } from '@btt/referee';
import type { Scenario } from '@btt/scenario';
import { listScenarios, loadScenario } from '@btt/scenario/load';
import { describe, expect, it } from 'vitest';
import { gaps } from './content';
import { emptyFolder, scenarioIn } from './terminal';

const LIBRARY = fileURLToPath(new URL('../../../scenarios', import.meta.url));
const NAMED = [
  'all-night-labour-contract',
  'barricade',
  'bonn-summit-1978',
  'cuban-missile-crisis',
  'debt-ceiling',
  'geneva-accord',
  'german-reunification',
  'german-reunification-three',
  'merger',
  'slave-labour-compensation',
  'two-rivers-accord',
];

async function shipped(folder: string) {
  const loaded = await loadScenario(folder);
  if (!loaded.ok) throw new Error(loaded.problems.map((one) => `${one.file} ${one.message}`).join('\n'));
  return loaded;
}

const library = await listScenarios(LIBRARY);
const { scenario: sound, files: whole } = await shipped(join(LIBRARY, 'barricade'));
/** Without its translations, which would be broken as well. */
const files = whole.filter(({ path }) => /^(?:scenario\.yaml|[^.]+\.md)$/.test(path));

it('has the nine cases, the variant with Bonn on a side of its own, and the twin in invented countries', () => {
  expect(library.map(({ slug }) => slug)).toEqual(expect.arrayContaining(NAMED));
});

describe.each(library)('$slug', ({ folder }) => {
  it('has everything that a scenario of the library has, and can be played', {
    timeout: 60_000,
  }, async () => {
    const { scenario, warnings } = await shipped(folder);
    expect(warnings.map((one) => one.message)).toEqual([]);
    expect(gaps(scenario)).toEqual([]);
    const found = playability(scenario);
    expect(found.filter((one) => one.result === 'bad')).toEqual([]);
    expect(found.map((one) => one.id)).toEqual(
      expect.arrayContaining([
        'balance',
        'help-needed',
        'affordable',
        'alone',
        'factions',
        'issues',
        'secrets',
        'rumours',
      ]),
    );
  });
});

const words = (count: number) => 'word '.repeat(count);

function first<T>(list: readonly T[]): T {
  const [one] = list;
  if (one === undefined) throw new Error('the barricade has lost something');
  return one;
}

const firstRole = (change: Partial<Scenario['roles'][number]>) => (one: Scenario) => ({
  roles: one.roles.map((role, at) => (at === 0 ? { ...role, ...change } : role)),
});

const note = (from: RegExp | string, to: string) => (one: Scenario) => ({
  teaching: one.teaching.replace(from, to),
});

const CARD = { who: words(30), want: words(30), question: words(30) };

describe('what the library asks of a scenario', () => {
  const missing: readonly (readonly [string, (one: Scenario) => Partial<Scenario>, RegExp])[] = [
    ['a briefing too short', firstRole({ briefing: words(149) }), /briefing of .+ has 149 words/],
    ['a briefing too long', firstRole({ briefing: words(451) }), /briefing of .+ has 451 words/],
    ['a role without a card', firstRole({ card: null }), /has no card/],
    ['a card too long', firstRole({ card: CARD }), /card of .+ has 90 words/],
    [
      'nobody with a stake',
      (one) => ({ roles: one.roles.map((role) => ({ ...role, stake: null })) }),
      /has no stake/,
    ],
    ['no sources', () => ({ sources: [] }), /^0 sources$/],
    ['no events', () => ({ triggers: [] }), /^0 events$/],
    [
      'no measures',
      (one) => ({ moves: one.moves.filter((move) => move.kind !== 'measure') }),
      /^0 measures$/,
    ],
    ['no lines', (one) => ({ moves: one.moves.filter((move) => move.kind !== 'statement') }), /^0 lines/],
    [
      'idle factions',
      (one) => ({ moves: one.moves.filter((move) => move.kind !== 'faction') }),
      /moves of its own/,
    ],
    [
      'only true rumours',
      (one) => ({ rumours: one.rumours.filter((rumour) => rumour.true) }),
      /^0 rumours that are false/,
    ],
    ['no attacks', () => ({ criticisms: [] }), /attacks to foresee/],
    [
      'an attack without answers',
      (one) => ({ criticisms: one.criticisms.map((two) => ({ ...two, answers: [] })) }),
      /answers/,
    ],
    ['no historic outcome', () => ({ historic: null }), /historic/],
    ['no balance', () => ({ balance: [] }), /balance/],
    ['no history', (one) => ({ debrief: { ...one.debrief, history: '' } }), /history/],
    ['no disputes', (one) => ({ debrief: { ...one.debrief, disputes: '' } }), /disputed/],
    [
      'few questions',
      (one) => ({ debrief: { ...one.debrief, questions: one.debrief.questions.slice(3) } }),
      /questions/,
    ],
    ['no note', () => ({ teaching: '' }), /nothing about goals/],
    ['a note without pitfalls', note('## Pitfalls', '## Weather'), /about pitfalls/],
    ['a note without the long class', note(/180/g, '90'), /timing for 180/],
    ['a note that leaves a small class alone', note(/autopilot/g, 'robot'), /small class/],
  ];

  it.each(missing)('is not met with %s', (_, change, sentence) => {
    expect(gaps({ ...sound, ...change(sound) })).toContainEqual(expect.stringMatching(sentence));
  });
});

/** The last issue of the barricade without points. */
const POINTLESS = `note: Nothing.
      truthful-note: {label: A truthful note}
      drop-charges: {label: A promise}
rumours:`;

const BEST =
  '{commander: 4, tactical-officers: 4, city: 4, crowd: 4, pride: 4, family: 4, negotiator: 50, man-inside: 50}';

describe('the check of a broken copy', () => {
  const stake = first(sound.roles.flatMap((role) => (role.stake ? [{ id: role.id, ...role.stake }] : [])));
  const other = first(sound.roles.filter((role) => role.id !== stake.id && role.briefing !== '')).id;
  const yaml = (from: RegExp | string, to: string) => ({ path: 'scenario.yaml', from, to });

  async function checked(edit: { path: string; from: RegExp | string; to: string }) {
    const folder = await emptyFolder();
    const existing = files.find((one) => one.path === edit.path)?.text ?? '';
    const text = existing.replace(edit.from, edit.to);
    expect(text).not.toBe(existing);
    for (const file of [...files.filter((one) => one.path !== edit.path), { path: edit.path, text }]) {
      await mkdir(dirname(join(folder, 'barricade', file.path)), { recursive: true });
      await writeFile(join(folder, 'barricade', file.path), file.text);
    }
    return scenarioIn(folder, 'check', 'barricade');
  }

  it.each([
    ['a misspelled key', yaml('per-round:', 'per-rond:'), /unknown key `per-rond`/],
    ['points for a faction that is not there', yaml('{commander: 2,', '{comander: 2,'), /`comander`/],
    [
      'a text for a role that is not there',
      { path: 'roles/nobody.md', from: /^$/, to: 'Who am I?\n' },
      /no role `nobody`/,
    ],
    [
      'a text that breaks off',
      yaml(/\n {2}moves: \[clear-the-show[^]*$/, '\n  moves: [clear'),
      /scenario\.yaml:\d+:\d+/,
    ],
    ['a balance row that does not come out', yaml('yes: 75', 'yes: 76'), /FAIL As it happened/],
    ['friends behind both tables from the start', yaml(/start: -\d/g, 'start: 3'), /FAIL Without measures/],
    [
      'nothing to pay for help with',
      yaml('{per-round: 2, carry: 1}', '{per-round: 0, carry: 0}'),
      /FAIL .*(?:capital|help)/,
    ],
    [
      'an issue that moves nobody',
      yaml(/note: The report will say[^]*\nrumours:/, POINTLESS),
      /FAIL .*(?:issue|Charges)/,
    ],
    ['an option that is best for everybody', yaml('{negotiator: 20}', BEST), /FAIL Best for everybody/],
    [
      'a briefing that nobody can read in time',
      { path: `roles/${other}.md`, from: /$/, to: words(5000) },
      /FAIL The longest briefing/,
    ],
    [
      'another’s secret in a briefing',
      { path: `roles/${other}.md`, from: /$/, to: stake.concern },
      /FAIL Secrets of one role/,
    ],
    [
      'a false rumour without its truth',
      yaml(/\n {4}truth: They want respect[^\n]*/, ''),
      /FAIL False rumours/,
    ],
  ] as const)('fails for %s', async (_, edit, sentence) => {
    const { code, out, err } = await checked(edit);
    expect(`${err}\n${out}`).toMatch(sentence);
    expect(code).toBe(1);
  });
});
