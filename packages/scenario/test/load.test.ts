import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printProblems } from '../src';
import { contentHash, listScenarios, loadScenario } from '../src/load';
import { MINIMAL } from './printed';

const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url));
let scratch = '';

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'scenario-'));
});

afterAll(async () => {
  await rm(scratch, { recursive: true });
});

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<string> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(scratch, folder, path, '..'), { recursive: true });
    await writeFile(join(scratch, folder, path), text);
  }
  return join(scratch, folder);
}

test('a sound folder is read whole', async () => {
  const loaded = await loadScenario(join(fixtures, 'sound'));
  if (!loaded.ok) throw new Error(printProblems(loaded.problems));
  expect(loaded.warnings).toEqual([]);
  expect(loaded.files.map((file) => file.path)).toEqual([
    'scenario.yaml',
    'roles/baker.md',
    'roles/congress.md',
    'roles/eduard.md',
    'roles/general-staff.md',
    'debrief/history.md',
    'debrief/questions.md',
  ]);
  expect(loaded.scenario.roles.map((role) => role.briefing)).toContain(
    '## Who you are\n\nYou speak for baker.',
  );
  expect(loaded.scenario.debrief).toEqual({
    history: 'They agreed.',
    disputes: '',
    questions: ['Who decided?'],
  });
});

test('every broken copy prints the problems that lie beside it', async () => {
  const broken = (await readdir(fixtures)).filter((name) => name !== 'sound');
  expect(broken).toHaveLength(3);
  for (const name of broken) {
    const loaded = await loadScenario(join(fixtures, name));
    const expected = await readFile(join(fixtures, name, 'problems.txt'), 'utf8');
    expect(`${loaded.ok ? 'no problem' : printProblems(loaded.problems)}\n`).toBe(expected);
  }
});

test('a library lists the folders that hold a scenario, by name', async () => {
  const listed = await listScenarios(fixtures);
  expect(listed.map((one) => one.slug)).toEqual(['broken-briefings', 'broken-names', 'broken-yaml', 'sound']);
  expect(listed[3]?.folder).toBe(join(fixtures, 'sound'));
  expect(await listScenarios(join(fixtures, 'nowhere'))).toEqual([]);
});

test('a folder without a scenario is told', async () => {
  const loaded = await loadScenario(await write('empty', { 'notes.txt': 'nothing yet' }));
  expect(loaded.ok ? '' : printProblems(loaded.problems)).toBe(
    'scenario.yaml:1:1: there is no scenario.yaml',
  );
});

test('a path under which nothing lies is the caller’s mistake', async () => {
  await expect(loadScenario(join(fixtures, 'nowhere'))).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a scenario may be one file of any name', async () => {
  const folder = await write('single', { 'my-game.yaml': MINIMAL });
  expect(await loadScenario(join(folder, 'my-game.yaml'))).toMatchObject({ ok: true, warnings: [] });
});

test('a folder named otherwise than its scenario is warned of', async () => {
  const loaded = await loadScenario(await write('other-name', { 'scenario.yaml': MINIMAL }));
  expect(loaded.ok && printProblems(loaded.warnings)).toBe(
    'scenario.yaml:1:1 id: the scenario `minimal` lies in a folder `other-name`: give both the same name',
  );
});

test('a file that is not UTF-8 is told', async () => {
  const folder = await write('encoding', { 'scenario.yaml': MINIMAL });
  await mkdir(join(folder, 'debrief'));
  await writeFile(join(folder, 'debrief/history.md'), Uint8Array.of(0x5a, 0xfc, 0x72));
  const loaded = await loadScenario(folder);
  expect(loaded.ok ? '' : printProblems(loaded.problems)).toBe('debrief/history.md:1:1: is not UTF-8 text');
});

test('what is too large is not even read', async () => {
  const loaded = await loadScenario(
    await write('large', { 'scenario.yaml': MINIMAL, 'roles/congress.md': 'x'.repeat(8_000_001) }),
  );
  expect(loaded.ok ? '' : printProblems(loaded.problems)).toBe(
    'roles/congress.md:1:1: the scenario is too large',
  );
});

test('the hash tells contents apart, whatever the order of files and their line ends', () => {
  const one = { path: 'scenario.yaml', text: 'a\nb\n' };
  const two = { path: 'roles/x.md', text: 'c\n' };
  const hash = contentHash([one, two]);
  expect(hash).toBe('7e398d4138e8ac828907361efc5b74ea35a09f1692de65f54454143103dcc5ec');
  expect(contentHash([two, { ...one, text: '\uFEFFa\r\nb\r\n' }])).toBe(hash);
  expect(contentHash([one, { ...two, text: 'd\n' }])).not.toBe(hash);
  expect(contentHash([one, { ...two, path: 'roles/y.md' }])).not.toBe(hash);
  expect(contentHash([one])).not.toBe(hash);
});

test('a note for teachers is read with the scenario, and counts in its hash', async () => {
  const without = await loadScenario(await write('minimal', { 'scenario.yaml': MINIMAL }));
  const loaded = await loadScenario(await write('minimal', { 'teaching.md': '# How to teach it\n' }));
  if (!loaded.ok || !without.ok) throw new Error('not read');
  expect(without.scenario.teaching).toBe('');
  expect(loaded.scenario.teaching).toBe('# How to teach it');
  expect(loaded.hash).not.toBe(without.hash);
});

test('a library comes in the order that it states, and the rest by name', async () => {
  const library = await write('library', {
    'a/scenario.yaml': MINIMAL,
    'b/scenario.yaml': MINIMAL,
    'c/scenario.yaml': MINIMAL,
    'order.txt': '# first\nc\ngone\n',
  });
  expect((await listScenarios(library)).map((one) => one.slug)).toEqual(['c', 'a', 'b']);
});
