// Code that breaks the rules, one example each. The test beside this file puts every example where the rule
// applies and demands that the tool finds it: a rule that finds nothing would go unnoticed otherwise.

/**
 * @typedef {{ title: string, file: string, code: string, rule: string }} LintFixture
 * rule: the linter's code for what it must report
 */

const timeless = ['scenario', 'referee', 'game', 'protocol'];

/** @type {LintFixture[]} */
export const lintFixtures = [
  ...timeless.flatMap((name) => [
    {
      title: `${name} reads no clock`,
      file: `packages/${name}/src/clock.ts`,
      code: 'export const now = () => Date.now();',
      rule: 'eslint(no-restricted-globals)',
    },
    {
      title: `${name} draws no random numbers`,
      file: `packages/${name}/src/chance.ts`,
      code: 'export const draw = () => Math.random();',
      rule: 'eslint(no-restricted-properties)',
    },
    {
      title: `${name} sets no timers`,
      file: `packages/${name}/src/timer.ts`,
      code: 'export const later = (work: () => void) => setTimeout(work, 10);',
      rule: 'eslint(no-restricted-globals)',
    },
    {
      title: `${name} reads no files`,
      file: `packages/${name}/src/files.ts`,
      code: "import { readFileSync } from 'node:fs';\nexport const read = (path: string) => readFileSync(path);",
      rule: 'eslint(no-restricted-imports)',
    },
    {
      title: `${name} does not sort by the machine's language`,
      file: `packages/${name}/src/order.ts`,
      code: 'export const before = (a: string, b: string) => a.localeCompare(b) < 0;',
      rule: 'eslint(no-restricted-properties)',
    },
  ]),
  ...[
    ['scenario', '@btt/referee'],
    ['scenario', '@btt/protocol'],
    ['referee', '@btt/game'],
    ['referee', '@btt/protocol'],
    ['referee', '@btt/scenario/load'],
    ['game', '@btt/client'],
    ['game', '@btt/eventstore'],
    ['game', '@btt/scenario/load'],
    ['protocol', '@btt/game'],
    ['protocol', '@btt/referee'],
    ['client', '@btt/scenario'],
    ['client', '@btt/game'],
    ['eventstore', '@btt/game'],
  ].map(([name, other]) => ({
    title: `${name} does not import ${other}`,
    file: `packages/${name}/src/wrong-${other?.replaceAll(/\W+/g, '-')}.ts`,
    code: `import { anything } from '${other}';\nexport const used = anything;`,
    rule: 'eslint(no-restricted-imports)',
  })),
  ...['@btt/scenario', '@btt/referee', '@btt/game', '@btt/eventstore', '@btt/server', 'node:fs'].map(
    (other) => ({
      title: `web does not import ${other}`,
      file: `apps/web/src/wrong-${other.replaceAll(/\W+/g, '-')}.ts`,
      code: `import { anything } from '${other}';\nexport const used = anything;`,
      rule: 'eslint(no-restricted-imports)',
    }),
  ),
  {
    title: 'protocol takes nothing but types from scenario',
    file: 'packages/protocol/src/values.ts',
    code: "import { anything } from '@btt/scenario';\nexport const used = anything;",
    rule: 'eslint(no-restricted-imports)',
  },
  {
    title: 'the scenario model does not import the loader',
    file: 'packages/scenario/src/loads.ts',
    code: "import { anything } from './load';\nexport const used = anything;",
    rule: 'eslint(no-restricted-imports)',
  },
  {
    title: 'packages do not read the environment',
    file: 'packages/eventstore/src/environment.ts',
    code: 'export const place = process.env.DATABASE_URL;',
    rule: 'eslint(no-restricted-globals)',
  },
  {
    title: 'the client does not touch the page',
    file: 'packages/client/src/page.ts',
    code: 'export const remembered = () => localStorage.getItem("seat");',
    rule: 'eslint(no-restricted-globals)',
  },
  {
    title: 'the web app sets no raw HTML',
    file: 'apps/web/src/raw.tsx',
    code: 'export const Raw = ({ html }: { html: string }) => <p dangerouslySetInnerHTML={{ __html: html }} />;',
    rule: 'react(no-danger)',
  },
  {
    title: 'pictures have a text alternative',
    file: 'apps/web/src/picture.tsx',
    code: 'export const Picture = () => <img src="/board.png" />;',
    rule: 'jsx-a11y(alt-text)',
  },
  {
    title: 'no value has the type any',
    file: 'packages/game/src/any.ts',
    code: 'export const open = (value: any) => String(value);',
    rule: 'typescript(no-explicit-any)',
  },
  {
    title: 'no promise is forgotten',
    file: 'apps/server/src/floating.ts',
    code: 'const save = async () => 1;\nexport function close() {\n  save();\n}',
    rule: 'typescript(no-floating-promises)',
  },
  {
    title: 'a switch names every case',
    file: 'packages/game/src/cases.ts',
    code: "export function name(side: 'west' | 'east') {\n  switch (side) {\n    case 'west':\n      return 'W';\n  }\n}",
    rule: 'typescript(switch-exhaustiveness-check)',
  },
  {
    title: 'no value is simply declared to be there',
    file: 'packages/referee/src/there.ts',
    code: 'export const first = (list: readonly string[]) => list[0]!.length;',
    rule: 'typescript(no-non-null-assertion)',
  },
  {
    title: 'files do not import each other in circles',
    file: 'packages/game/src/circle-a.ts',
    code: "import { b } from './circle-b';\nexport const a = () => b;",
    rule: 'import(no-cycle)',
  },
  {
    title: 'tests are not switched off',
    file: 'packages/game/src/off.test.ts',
    code: "import { test } from 'vitest';\ntest.skip('a rule', () => {});",
    rule: 'vitest(no-disabled-tests)',
  },
  {
    title: 'tests do not run alone',
    file: 'packages/game/src/alone.test.ts',
    code: "import { test } from 'vitest';\ntest.only('a rule', () => {});",
    rule: 'vitest(no-focused-tests)',
  },
];

/** Files that keep the rules: the linter must find nothing in them. One is also half of the circle above. */
export const cleanFiles = [
  {
    file: 'packages/protocol/src/clean.ts',
    code: "import type { Issue } from '@btt/scenario';\nexport type Row = { readonly issue: Issue };",
  },
  {
    file: 'packages/game/src/clean.ts',
    code: "import { a } from '@btt/scenario';\nimport { b } from '@btt/referee';\nimport { c } from '@btt/protocol';\nexport const all = [a, b, c];",
  },
  {
    file: 'packages/client/src/clean.ts',
    code: "import { a } from '@btt/protocol';\nexport const later = () => setTimeout(() => a, 10);",
  },
  {
    file: 'packages/scenario/src/load/clean.ts',
    code: "import { readFileSync } from 'node:fs';\nexport const read = (path: string) => readFileSync(path, 'utf8');",
  },
  {
    file: 'apps/web/src/clean.ts',
    code: "import { a } from '@btt/client';\nimport { b } from '@btt/protocol';\nexport const all = [a, b];",
  },
  {
    file: 'packages/game/src/clean.test.ts',
    code: "import { readFileSync } from 'node:fs';\nimport { expect, test } from 'vitest';\ntest('a rule holds', () => {\n  expect(readFileSync).toBeTypeOf('function');\n});",
  },
  {
    file: 'packages/game/src/circle-b.ts',
    code: "import { a } from './circle-a';\nexport const b = () => a;",
  },
];

/** What the compiler must not know in packages that see nothing of the machine. */
export const pureFixtures = [
  { title: 'node:fs', code: "import { readFileSync } from 'node:fs';\nexport const used = readFileSync;" },
  { title: 'process', code: 'export const used = process.cwd();' },
  { title: 'window', code: 'export const used = window;' },
  { title: 'fetch', code: "export const used = fetch('/');" },
  { title: 'setTimeout', code: 'export const used = setTimeout(() => 1, 10);' },
  { title: 'console', code: "console.log('here');\nexport const used = 1;" },
];

/**
 * Dependencies that the order of the packages forbids.
 * @type {{ from: string, to: string, says: RegExp }[]}
 */
export const boundaryFixtures = [
  { from: 'packages/scenario', to: 'referee' },
  { from: 'packages/referee', to: 'game' },
  { from: 'packages/protocol', to: 'game' },
  { from: 'packages/game', to: 'client' },
  { from: 'packages/client', to: 'game' },
  { from: 'packages/eventstore', to: 'game' },
  { from: 'apps/web', to: 'game' },
  { from: 'apps/web', to: 'eventstore' },
  { from: 'packages/game', to: 'server' },
  { from: 'apps/web', to: 'server' },
].map((fixture) => ({ ...fixture, says: /without any tag listed in allowlist/ }));
