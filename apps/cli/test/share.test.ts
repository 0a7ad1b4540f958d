import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packScenario } from '@btt/scenario';
import { loadScenario } from '@btt/scenario/load';
import { SMALL, SMALL_FILES } from '@btt/scenario/test-support';
import { describe, expect, it } from 'vitest';
import { emptyFolder, scenarioIn } from './terminal';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const BARRICADE = join(ROOT, 'scenarios/barricade');

const bundle = (...files: readonly (readonly [string, string])[]) =>
  packScenario(files.map(([path, text]) => ({ path, text })));

async function textsIn(path: string) {
  const loaded = await loadScenario(path);
  if (!loaded.ok) throw new Error('does not load');
  return { hash: loaded.hash, files: loaded.files };
}

describe('a scenario in one file', () => {
  it('comes out as it was packed: the same files, the same hash', async () => {
    const folder = await emptyFolder();
    expect((await scenarioIn(folder, 'export-file', BARRICADE)).code).toBe(0);
    const { code, out } = await scenarioIn(folder, 'import-file', 'barricade.json', 'copies/barricade');
    expect(code).toBe(0);
    expect(out).toContain('“The barricade”');
    expect(await textsIn(join(folder, 'copies/barricade'))).toEqual(await textsIn(BARRICADE));
  });

  it('is written under a name of choice, and never over another file', async () => {
    const folder = await emptyFolder();
    await scenarioIn(folder, 'export-file', BARRICADE, 'night.json');
    const first = await readFile(join(folder, 'night.json'), 'utf8');
    const again = await scenarioIn(folder, 'export-file', BARRICADE, 'night.json');
    expect([again.code, again.err]).toEqual([2, 'night.json: is there already; nothing was written']);
    expect(await readFile(join(folder, 'night.json'), 'utf8')).toBe(first);
  });

  it('is not made of a scenario with problems', async () => {
    const folder = await emptyFolder();
    await mkdir(join(folder, 'broken'));
    await writeFile(join(folder, 'broken/scenario.yaml'), 'format: 1\nid: broken\n');
    const { code, err } = await scenarioIn(folder, 'export-file', 'broken');
    expect(code).toBe(2);
    expect(err).toMatch(/^broken\/scenario\.yaml:1:1 title: /m);
    expect(await readdir(folder)).toEqual(['broken']);
  });

  const minimal =
    'format: 1\nid: tiny\ntitle: Tiny\nsides: {a: {}}\nfactions: {f: {side: a}}\nissues: {i: {options: {o: {}}}}\n';
  it.each([
    ['text that is not JSON', '{', 'is not JSON'],
    ['another JSON file', '{"format": "something"}', 'is no scenario in one file'],
    [
      'a path that leads out of the folder',
      bundle(['scenario.yaml', minimal], ['../away.md', '']),
      'holds a file that no scenario has',
    ],
    [
      'a path from the root',
      bundle(['scenario.yaml', minimal], ['/roles/x.md', '']),
      'holds a file that no scenario has',
    ],
    [
      'a path with backslashes',
      bundle(['scenario.yaml', minimal], ['roles\\..\\..\\x.md', '']),
      'holds a file that no scenario has',
    ],
    ['a file twice', bundle(['scenario.yaml', minimal], ['scenario.yaml', minimal]), 'holds a file twice'],
    ['no scenario', bundle(['teaching.md', '']), 'holds no scenario.yaml'],
    [
      'far too much',
      bundle(['scenario.yaml', minimal], ['teaching.md', 'x'.repeat(2_000_001)]),
      'is too large',
    ],
  ])('is refused if it is %s, and nothing is written', async (_, text, sentence) => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'shared.json'), text);
    const { code, err } = await scenarioIn(folder, 'import-file', 'shared.json', 'shared');
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
    expect(await readdir(folder)).toEqual(['shared.json']);
  });

  it('is refused with line and field if what is in it is not sound, and nothing is written', async () => {
    const folder = await emptyFolder();
    await writeFile(
      join(folder, 'shared.json'),
      bundle(['scenario.yaml', minimal.replace('side: a', 'side: b')]),
    );
    const { code, err } = await scenarioIn(folder, 'import-file', 'shared.json', 'shared');
    expect(code).toBe(1);
    expect(err).toMatch(/shared\/scenario\.yaml:5:\d+ factions\.f\.side: /);
    expect(await readdir(folder)).toEqual(['shared.json']);
  });

  it('is not unpacked into a folder with something in it', async () => {
    const folder = await emptyFolder();
    await writeFile(
      join(folder, 'small.json'),
      packScenario([{ path: 'scenario.yaml', text: SMALL }, ...SMALL_FILES]),
    );
    expect((await scenarioIn(folder, 'import-file', 'small.json', 'small-river')).code).toBe(0);
    const { code, err } = await scenarioIn(folder, 'import-file', 'small.json', 'small-river');
    expect([code, err]).toEqual([2, 'small-river: is there already and not empty; nothing was written']);
  });
});

const SHEET = 'issue;option;Buyer;Seller\nthreshold;;50;50\nPrice;Low;80;10\n;Middle;50;50\n;High;10;80\n';

describe('a score sheet', () => {
  it('becomes a scenario that can be analysed, and a sheet again', async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'sheet.csv'), SHEET);
    const made = await scenarioIn(
      folder,
      'import-csv',
      'sheet.csv',
      'house-sale',
      '--title',
      'Sale: a house',
    );
    expect([made.code, made.err]).toEqual([0, '']);
    expect(made.out).toContain('2 parties on 1 side, 1 issue, 3 deals');
    const { code, out } = await scenarioIn(folder, 'analyse', 'house-sale');
    expect(code).toBe(0);
    expect(out).toContain('Sale: a house');
    expect((await scenarioIn(folder, 'check', 'house-sale')).err).toBe('');

    await scenarioIn(folder, 'export-csv', 'house-sale', 'one.csv', '--separator', 'semicolon');
    await scenarioIn(folder, 'import-csv', 'one.csv', 'again');
    await scenarioIn(folder, 'export-csv', 'again', 'two.csv', '--separator', 'semicolon');
    expect(await readFile(join(folder, 'two.csv'), 'utf8')).toBe(
      await readFile(join(folder, 'one.csv'), 'utf8'),
    );
  });

  it('with mistakes makes nothing: each is told with line and column', async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'sheet.csv'), SHEET.replace('80;10', '8,5;ten'));
    const { code, err } = await scenarioIn(folder, 'import-csv', 'sheet.csv', 'house-sale');
    expect(code).toBe(1);
    expect(err.split('\n')).toEqual([
      expect.stringMatching(/^sheet\.csv:3:11 C3: `8,5` has a decimal comma/),
      'sheet.csv:3:15 D3: `ten` is not a whole number',
    ]);
    expect(await readdir(folder)).toEqual(['sheet.csv']);
  });

  it('in another encoding is refused with advice', async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'sheet.csv'), Buffer.from(SHEET.replace('Low', 'Länge'), 'latin1'));
    const { code, err } = await scenarioIn(folder, 'import-csv', 'sheet.csv', 'house-sale');
    expect([code, err]).toEqual([2, 'sheet.csv: is not UTF-8 text: save it as “CSV UTF-8”']);
  });

  it('of a whole scenario says what it cannot hold', async () => {
    const folder = await emptyFolder();
    const { code, out } = await scenarioIn(folder, 'export-csv', BARRICADE);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^barricade\.csv: the points of “The barricade”\.\nNot in the sheet: 2 rules of ratification, 6 red lines/,
    );
    const text = await readFile(join(folder, 'barricade.csv'), 'utf8');
    expect(text).toMatch(/^\uFEFFissue,option,The incident commander \[commander\],/);
  });

  it.each([
    [['import-csv'], 'Which sheet, and where to?'],
    [['import-csv', 'sheet.csv'], 'Which sheet, and where to?'],
    [['import-csv', 'nowhere.csv', 'game'], 'nowhere.csv: there is no such file or folder'],
    [['import-csv', 'nowhere.csv', 'My Game'], 'such as `my-game`'],
    [['export-csv'], 'Which scenario?'],
    [['export-csv', 'nowhere'], 'nowhere: there is no such file or folder'],
    [
      ['export-csv', BARRICADE, '--separator', 'dot'],
      '--separator must be comma, semicolon or tab, not `dot`',
    ],
    [['export-file'], 'Which scenario?'],
    [['export-file', 'nowhere'], 'nowhere: there is no such file or folder'],
    [['import-file', 'one.json'], 'Which file, and where to?'],
    [['import-file', 'nowhere.json', 'game'], 'nowhere.json: there is no such file or folder'],
  ] as const)('or a file that cannot be used ends with 2 and a sentence: %j', async (args, sentence) => {
    const { code, err } = await scenarioIn(await emptyFolder(), ...args);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});
