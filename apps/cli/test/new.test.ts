import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { playability } from '@btt/referee';
import { loadScenario } from '@btt/scenario/load';
import { expect, it } from 'vitest';
import { emptyFolder, scenarioIn } from './terminal';

it('writes a scenario that passes the check without problem, warning or bad finding', async () => {
  const folder = await emptyFolder();
  expect((await scenarioIn(folder, 'new', 'green-valley', '--title', 'Valley: the green one')).code).toBe(0);
  const { code, out, err } = await scenarioIn(folder, 'check', 'green-valley');
  expect([code, err]).toEqual([0, '']);
  expect(out).not.toMatch(/^(?:FAIL|hmm)/m);
  expect(out).toContain('Valley: the green one: 2 sides');
});

it('names the scenario after its folder, and gives it a title made from the name', async () => {
  const folder = await emptyFolder();
  await scenarioIn(folder, 'new', 'two-rivers/');
  const loaded = await loadScenario(join(folder, 'two-rivers'));
  if (!loaded.ok) throw new Error('does not load');
  expect([loaded.scenario.id, loaded.scenario.title]).toEqual(['two-rivers', 'Two rivers']);
  expect(loaded.warnings).toEqual([]);
});

it('gives every role a briefing, a card and, behind the table, a stake; and the teacher a note', async () => {
  const folder = await emptyFolder();
  await scenarioIn(folder, 'new', 'valley');
  const loaded = await loadScenario(join(folder, 'valley'));
  if (!loaded.ok) throw new Error('does not load');
  const { roles, teaching, debrief } = loaded.scenario;
  for (const role of roles) {
    expect([role.id, role.briefing.length > 200, role.card !== null]).toEqual([role.id, true, true]);
    expect([role.id, role.stake !== null]).toEqual([role.id, role.kind === 'faction']);
  }
  expect(teaching).toContain('Goals');
  expect(debrief.questions.length).toBeGreaterThan(2);
});

it('needs the help of both sides: neither makes a deal possible at home and abroad by doing nothing', async () => {
  const folder = await emptyFolder();
  await scenarioIn(folder, 'new', 'valley');
  const loaded = await loadScenario(join(folder, 'valley'));
  if (!loaded.ok) throw new Error('does not load');
  const found = playability(loaded.scenario);
  expect(found.filter((one) => one.result !== 'good')).toEqual([]);
  expect(found.map((one) => one.id)).toEqual(
    expect.arrayContaining(['balance', 'help-needed', 'alone', 'rumours']),
  );
});

it('explains itself: more than a line in five is a comment or carries one', async () => {
  const folder = await emptyFolder();
  await scenarioIn(folder, 'new', 'valley');
  const lines = (await readFile(join(folder, 'valley/scenario.yaml'), 'utf8')).split('\n');
  const commented = lines.filter((line) => line.includes('# '));
  expect(commented.length / lines.length).toBeGreaterThan(0.12);
});

it('tells editors where the schema lies', async () => {
  const folder = await emptyFolder();
  await scenarioIn(folder, 'new', 'valley');
  const [first = ''] = (await readFile(join(folder, 'valley/scenario.yaml'), 'utf8')).split('\n');
  const way = /^# yaml-language-server: \$schema=(?<way>.+)$/.exec(first)?.groups?.['way'] ?? '';
  const schema: unknown = JSON.parse(await readFile(resolve(folder, 'valley', way), 'utf8'));
  expect(schema).toHaveProperty('title', 'A scenario of Behind the Table');
});

it('never overwrites: a folder or file that is there is left alone', async () => {
  const folder = await emptyFolder();
  await mkdir(join(folder, 'full'));
  await writeFile(join(folder, 'full/notes.txt'), 'mine');
  await writeFile(join(folder, 'file'), 'mine');
  for (const name of ['full', 'file']) {
    const { code, err } = await scenarioIn(folder, 'new', name);
    expect([code, err]).toEqual([2, `${name}: is there already and not empty; nothing was written`]);
  }
  expect(await readFile(join(folder, 'full/notes.txt'), 'utf8')).toBe('mine');
});

it.each([
  [['new'], 'Where to? npm run scenario -- new FOLDER'],
  [['new', 'Zwei Flüsse'], 'did you mean `zwei-flusse`?'],
  [['new', '2030'], 'with a letter'],
  [['new', 'one', 'two'], 'Too many names.'],
  [['new', 'one', '--name', 'x'], "Unknown option '--name'"],
  [['new', 'one', '--title', 'two\nlines'], 'A title is one line'],
] as const)('ends with 2 and a sentence for %j', async (args, sentence) => {
  const { code, err } = await scenarioIn(await emptyFolder(), ...args);
  expect(code).toBe(2);
  expect(err).toContain(sentence);
});
