// `npm test`: everything that must hold, in order; ends with one line `N passed, N failed`.
//
//   npm test                          all steps
//   npm test -- --only unit,types     some steps
//   npm test -- --help                their names
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bringBrowser } from './lib/browser.mjs';
import { countPlaywright, countVitest, judge } from './lib/counts.mjs';
import { endRunning, runNode } from './lib/run.mjs';
import { root, turboProgram } from './lib/turbo.mjs';
import { build, checkNode, install, orExplain, PreparationError } from './prepare.mjs';

/**
 * @typedef {import('./lib/counts.mjs').Counts} Counts
 * @typedef {Counts & { output: string }} Outcome
 * @typedef {{ name: string, about: string, run: () => Promise<Outcome> }} Step
 */

const scratch = mkdtempSync(join(tmpdir(), 'behind-the-table-test-'));
const tool = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  knip: 'node_modules/knip/bin/knip.js',
  oxlint: 'node_modules/oxlint/bin/oxlint',
  playwright: join(root, 'node_modules/@playwright/test/cli.js'),
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
};

/**
 * A check that either holds or not: all its commands must succeed.
 * @param {string[][]} commands Node programs with their arguments
 * @returns {Promise<Outcome>}
 */
async function check(...commands) {
  const finished = [];
  for (const command of commands) finished.push(await runNode(command));
  const failed = finished.filter(({ exitCode }) => exitCode !== 0);
  const output = failed.map((one) => one.output).join('\n');
  return { passed: failed.length === 0 ? 1 : 0, failed: failed.length === 0 ? 0 : 1, skipped: 0, output };
}

/** @param {string} path */
function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

/** What it found is said in any case: an audit that was not answered is no clean one. */
async function audit() {
  const { exitCode, output } = await runNode(['scripts/audit.mjs']);
  return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0, output };
}

async function unitTests() {
  const report = join(scratch, 'unit.json');
  const { exitCode, output } = await runNode(
    [
      tool.vitest,
      'run',
      '--allowOnly=false',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { env: { NO_COLOR: '1' } },
  );
  const result = readReport(report);
  const counts = judge(result === null ? null : countVitest(result), exitCode);
  return { ...counts, output: counts.failed > 0 ? output : '' };
}

/** @returns {Promise<Outcome>} */
async function browserTests() {
  const built = await buildAll();
  if (built.failed > 0) return { ...built, output: 'Not run: the build failed.' };
  const browser = bringBrowser(console.log);
  if (browser === null) {
    const output =
      'There is no Chromium and none could be installed. Install one and name it in CHROMIUM_PATH.';
    return { passed: 0, failed: 1, skipped: 0, output };
  }
  console.log(`Browser: ${browser}`);
  const report = join(scratch, 'browser.json');
  const { exitCode } = await runNode([tool.playwright, 'test'], {
    cwd: join(root, 'e2e'),
    env: { CHROMIUM_PATH: browser, BROWSER_TEST_REPORT: report },
    live: true,
    minutes: 60,
  });
  const result = readReport(report);
  return { ...judge(result === null ? null : countPlaywright(result), exitCode), output: '' };
}

/** @returns {Promise<Outcome>} */
async function buildAll() {
  try {
    await build();
    return { passed: 1, failed: 0, skipped: 0, output: '' };
  } catch (error) {
    if (!(error instanceof PreparationError)) throw error;
    return { passed: 0, failed: 1, skipped: 0, output: error.message };
  }
}

const sizeBudget = 'apps/web/scripts/size.mjs';

/** @type {Step[]} */
const steps = [
  {
    name: 'lockfile',
    about: 'the lock file serves every platform and names no private registry',
    run: () => check(['scripts/lockfile.mjs', '--check']),
  },
  {
    name: 'audit',
    about: 'advisories that are open for what ships, where the registry tells',
    run: audit,
  },
  { name: 'format', about: 'formatting', run: () => check([tool.biome, 'format', '.']) },
  { name: 'lint', about: 'lint rules', run: () => check([tool.oxlint, '--deny-warnings']) },
  {
    name: 'imports',
    about: 'who may import whom, and words that must not stay in the code',
    run: () => check([turboProgram, 'boundaries'], ['scripts/rules/words.mjs']),
  },
  { name: 'unused', about: 'files, exports and packages that nobody uses', run: () => check([tool.knip]) },
  {
    name: 'types',
    about: 'type check of every package',
    run: () =>
      check(
        [tool.tsc, '--noEmit', '-p', '.'],
        [turboProgram, 'run', 'typecheck', '--continue', '--output-logs=errors-only', '--ui=stream'],
      ),
  },
  { name: 'unit', about: 'unit and property tests, and the fixtures of the rules', run: unitTests },
  { name: 'build', about: 'the build', run: buildAll },
  ...(existsSync(join(root, sizeBudget))
    ? [{ name: 'size', about: 'what a page may weigh', run: () => check([sizeBudget]) }]
    : []),
  { name: 'browser', about: 'browser tests', run: browserTests },
];

/** @returns {Step[]} the steps asked for on the command line */
function chosenSteps() {
  const args = process.argv.slice(2);
  const at = args.indexOf('--only');
  const names = at === -1 ? [] : (args[at + 1] ?? '').split(',');
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (args.includes('--help') || unknown.length > 0 || (args.length > 0 && at !== 0)) {
    console.log('npm test -- --only <names, separated by commas>\n');
    for (const { name, about } of steps) console.log(`  ${name.padEnd(10)} ${about}`);
    process.exit(args.includes('--help') ? 0 : 2);
  }
  return at === -1 ? steps : steps.filter(({ name }) => names.includes(name));
}

/** @param {Step} step @returns {Promise<Counts>} */
async function perform({ name, about, run }) {
  console.log(`\n── ${name}: ${about}`);
  const started = Date.now();
  const { passed, failed, skipped, output } = await run();
  if (output !== '') console.log(output.trimEnd());
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const also = skipped > 0 ? `, ${skipped} skipped` : '';
  console.log(
    `${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed${also} (${seconds} s)`,
  );
  return { passed, failed, skipped };
}

async function main() {
  const chosen = chosenSteps();
  checkNode();
  await install();
  const failedSteps = [];
  let passed = 0;
  let failed = 0;
  for (const step of chosen) {
    const counts = await perform(step);
    passed += counts.passed;
    failed += counts.failed;
    if (counts.failed > 0) failedSteps.push(step.name);
  }
  console.log(failedSteps.length === 0 ? '\nEverything holds.' : `\nNot in order: ${failedSteps.join(', ')}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    endRunning(signal);
    process.exit(130);
  });
}
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

await orExplain(main);
