// Every rule finds the code that breaks it, and lets pass what keeps it. The examples are laid into an empty
// copy of the workspace, where the real settings apply to them.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quietEnvironment, root, turboProgram } from '../lib/turbo.mjs';
import { boundaryFixtures, cleanFiles, lintFixtures, pureFixtures } from './fixtures.mjs';
import { findings } from './words.mjs';

/** @type {string[]} */
const copies = [];

/** The settings of the workspace in an empty folder, without any code. @returns {string} */
function emptyWorkspace() {
  const copy = mkdtempSync(join(tmpdir(), 'behind-the-table-rules-'));
  copies.push(copy);
  const places = [
    '.',
    ...['apps', 'packages'].flatMap((group) =>
      readdirSync(join(root, group)).map((name) => `${group}/${name}`),
    ),
    'e2e',
    'bench',
  ];
  const settings = /^(?:\.oxlintrc\.json|package(?:-lock)?\.json|tsconfig.*\.json|turbo\.json)$/;
  for (const place of places.filter((name) => existsSync(join(root, name, 'package.json')))) {
    mkdirSync(join(copy, place), { recursive: true });
    for (const name of readdirSync(join(root, place)).filter((file) => settings.test(file))) {
      cpSync(join(root, place, name), join(copy, place, name));
    }
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  return copy;
}

/** @param {string} path @param {string} code */
function write(path, code) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${code}\n`);
}

/** Takes out where a tool broke its lines to fit a terminal. @param {string} text */
const unwrapped = (text) => text.replaceAll(/\s*\n\s*\|?\s*/g, ' ').replaceAll('@btt/ ', '@btt/');

/** @param {string} folder @param {string[]} args */
function runNode(folder, args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...quietEnvironment(), NO_COLOR: '1' },
  });
  return { status, output: stdout, everything: unwrapped(`${stdout}\n${stderr}`) };
}

afterAll(() => {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
});

describe('lint and import rules', () => {
  /** @type {{ filename: string, code: string }[]} */
  let found = [];

  beforeAll(() => {
    const workspace = emptyWorkspace();
    for (const { file, code } of [...lintFixtures, ...cleanFiles]) write(join(workspace, file), code);
    const { output } = runNode(workspace, [join(root, 'node_modules/oxlint/bin/oxlint'), '--format=json']);
    found = JSON.parse(output).diagnostics;
  });

  /** @param {string} file */
  const reported = (file) =>
    found.filter(({ filename }) => filename.replaceAll('\\', '/').endsWith(file)).map(({ code }) => code);

  test.each(lintFixtures)('$title', ({ file, rule }) => {
    expect(reported(file)).toContain(rule);
  });

  test.each(cleanFiles)('$file is let pass', ({ file }) => {
    expect(reported(file).filter((code) => code !== 'import(no-cycle)')).toEqual([]);
  });
});

describe('packages that see nothing of the machine', () => {
  const pure = readdirSync(join(root, 'packages')).filter((name) =>
    existsSync(join(root, 'packages', name, 'tsconfig.pure.json')),
  );
  const withTimers = new Set(['client']);
  const knownToClients = new Set(['window', 'fetch', 'setTimeout', 'console']);
  /** @type {string} */
  let workspace;

  beforeAll(() => {
    workspace = emptyWorkspace();
  });

  test('there are some', () => {
    expect(pure).toEqual(expect.arrayContaining(['scenario', 'referee', 'game', 'protocol']));
  });

  test.each(pure)('%s does not compile with any of it', (name) => {
    const expected = pureFixtures.filter(({ title }) => !(withTimers.has(name) && knownToClients.has(title)));
    for (const { title, code } of expected) {
      write(join(workspace, `packages/${name}/src/${title.replace(':', '-')}.ts`), code);
    }
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { output } = runNode(workspace, [
      tsc,
      '-p',
      `packages/${name}/tsconfig.pure.json`,
      '--pretty',
      'false',
    ]);
    for (const { title } of expected) expect(output).toContain(`src/${title.replace(':', '-')}.ts(`);
  });
});

describe('the order of the packages', () => {
  /** @type {string} */
  let workspace;

  beforeAll(() => {
    workspace = emptyWorkspace();
  });

  const boundaries = () => runNode(workspace, [turboProgram, 'boundaries']);

  test('it holds without code', () => {
    expect(boundaries().everything).toContain('no issues found');
  });

  test.each(boundaryFixtures)('$from does not depend on $to', ({ from, to, says }) => {
    const manifest = join(workspace, from, 'package.json');
    const before = readFileSync(manifest, 'utf8');
    const described = JSON.parse(before);
    described.dependencies = { ...described.dependencies, [`@btt/${to}`]: '0.1.0' };
    writeFileSync(manifest, JSON.stringify(described));
    write(join(workspace, from, 'src/wrong.ts'), `import { a } from '@btt/${to}';\nexport const used = a;`);
    const { status, everything } = boundaries();
    writeFileSync(manifest, before);
    rmSync(join(workspace, from, 'src'), { recursive: true });
    expect(everything).toMatch(says);
    expect(everything).toContain(`\`@btt/${from.split('/')[1]}\``);
    expect(status).not.toBe(0);
  });

  test('a package that is not named as a dependency is not imported', () => {
    write(
      join(workspace, 'apps/web/src/wrong.ts'),
      "import { a } from '@btt/referee';\nexport const used = a;",
    );
    const { status, everything } = boundaries();
    rmSync(join(workspace, 'apps/web/src'), { recursive: true });
    expect(everything).toContain('@btt/referee');
    expect(status).not.toBe(0);
  });

  test('a file of another package is not imported by its path', () => {
    write(
      join(workspace, 'packages/client/src/wrong.ts'),
      "import { a } from '../../game/src/secret';\nexport const used = a;",
    );
    write(join(workspace, 'packages/game/src/secret.ts'), 'export const a = 1;');
    const { status, everything } = boundaries();
    rmSync(join(workspace, 'packages/client/src'), { recursive: true });
    rmSync(join(workspace, 'packages/game/src'), { recursive: true });
    expect(everything).toContain('leaves the package');
    expect(status).not.toBe(0);
  });
});

describe('words that must not stay in the code', () => {
  // The hyphens in parentheses keep these examples from being findings themselves.
  test.each([
    ['a double assertion', 'const a = b as(-) unknown as string;'],
    ['a silenced type error', '// @(-)ts-ignore'],
    ['a silenced lint rule', '// eslint(-)-disable-next-line'],
    ['unfinished work', '// TO(-)DO later'],
    ['a skipped test', "test(-).skip('a rule', () => {});"],
    ['a snapshot', 'expect(1).toMatch(-)Snapshot();'],
    ['a wait for the clock', 'await page.waitFor(-)Timeout(100);'],
  ])('%s is found', (_, code) => {
    expect(findings('packages/game/src/rule.test.ts', code.replace('(-)', ''))).toHaveLength(1);
  });

  test('ordinary code is let pass', () => {
    expect(findings('packages/game/src/rule.ts', 'const side = value as string; // known as such')).toEqual(
      [],
    );
  });
});
