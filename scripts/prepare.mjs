// Makes a checkout ready to run: looks at Node's version, installs packages when they are missing or
// other than package-lock.json says, and builds what is stale. It runs before anything is installed, so it
// uses nothing but Node itself.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { quietEnvironment, root, turboProgram } from './lib/turbo.mjs';

const oldestNode = /** @type {const} */ ([20, 19]);

/**
 * @typedef {{ version?: string, link?: boolean, optional?: boolean }} LockEntry
 * @typedef {Record<string, LockEntry>} LockEntries
 */

/** Preparing failed in a way that the person at the terminal can do something about. */
export class PreparationError extends Error {}

/**
 * @param {string} version such as `20.19.0`
 * @returns {boolean}
 */
export function nodeIsRecentEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
}

/**
 * Whether `node_modules` holds what the lock file asks for. Optional packages may be absent: most are for
 * other platforms.
 * @param {LockEntries} wanted entries of package-lock.json
 * @param {LockEntries} present entries of node_modules/.package-lock.json
 * @returns {boolean}
 */
export function treeMatches(wanted, present) {
  return Object.entries(wanted).every(([place, entry]) => {
    if (!place.includes('node_modules/')) return true;
    const found = present[place];
    if (found === undefined) return entry.optional === true;
    return entry.link === true || found.version === entry.version;
  });
}

/** Native packages differ by platform, processor and Node's major version. */
function machine() {
  return `${process.platform}-${process.arch}-node${process.versions.node.split('.')[0]}`;
}

/** @param {string} path @returns {LockEntries} */
function readEntries(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
}

const stampPath = join(root, 'node_modules', '.installed-on');

function packagesAreInstalled() {
  const present = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(present)) return false;
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') !== machine()) return false;
  return treeMatches(readEntries(join(root, 'package-lock.json')), readEntries(present));
}

/**
 * Runs a Node program quietly. What it printed is shown only when it fails; when it takes longer than a
 * moment, `notice` says what is going on.
 * @param {string} program @param {string[]} args @param {string} notice @param {NodeJS.ProcessEnv} env
 * @param {boolean} shell
 * @returns {Promise<void>}
 */
async function runQuietly(program, args, notice, env, shell = false) {
  const started = Date.now();
  const child = spawn(program, args, { cwd: root, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
  /** @type {Buffer[]} */
  const output = [];
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  let said = false;
  const timer = setTimeout(() => {
    said = true;
    console.log(notice);
  }, 800);
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearTimeout(timer);
  if (code !== 0) {
    process.stderr.write(Buffer.concat(output));
    throw new PreparationError(
      `${notice.replace(' …', '')}: this failed (exit code ${code}). What it said is above.`,
    );
  }
  if (said) console.log(`  done in ${((Date.now() - started) / 1000).toFixed(0)} s`);
}

/** Installs packages if they are missing or stale. */
export async function install() {
  if (packagesAreInstalled()) {
    if (!existsSync(stampPath)) writeFileSync(stampPath, machine());
    return;
  }
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const notice = 'Installing packages (half a minute the first time) …';
  const npm = process.env.npm_execpath;
  if (npm !== undefined && /npm-cli\.[cm]?js$/.test(npm)) {
    await runQuietly(process.execPath, [npm, ...args], notice, quietEnvironment());
  } else {
    await runQuietly('npm', args, notice, quietEnvironment(), process.platform === 'win32');
  }
  writeFileSync(stampPath, machine());
}

/** Builds the server and the web app if their sources changed. */
export async function build() {
  const env = quietEnvironment();
  delete env.NODE_ENV;
  const args = [turboProgram, 'run', 'build', '--output-logs=errors-only', '--ui=stream'];
  await runQuietly(process.execPath, args, 'Building what has changed …', env);
}

/** @throws {PreparationError} when this Node is too old */
export function checkNode() {
  if (nodeIsRecentEnough(process.versions.node)) return;
  throw new PreparationError(
    `Behind the Table needs Node.js ${oldestNode.join('.')} or newer; this is ${process.versions.node}. ` +
      'Get the current version from https://nodejs.org and try again.',
  );
}

/** Everything that must have happened before the server can start. */
export async function prepare() {
  checkNode();
  await install();
  await build();
}

/**
 * Runs a preparing function; a failure is told in one sentence and ends the process.
 * @param {() => Promise<void>} work
 */
export async function orExplain(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof PreparationError)) throw error;
    console.error(`\n${error.message}`);
    process.exit(1);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await orExplain(prepare);
