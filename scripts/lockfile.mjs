// Completes package-lock.json after `npm install`.
//
// Packages with native parts name one optional dependency per platform. A registry mirror may not carry
// the platforms its users do not have; npm then leaves these out of the lock file, and `npm ci` refuses
// that lock file later. This script writes the missing entries, so that one lock file serves everywhere.
//
//   node scripts/lockfile.mjs            completes the lock file (runs after every npm install)
//   node scripts/lockfile.mjs --check    only says whether it is complete; exit code 1 if not
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{ version?: string, link?: boolean, optional?: boolean, dev?: boolean, os?: string[], cpu?: string[],
 *   libc?: string[], resolved?: string, optionalDependencies?: Record<string, string> }} LockEntry
 * @typedef {{ lockfileVersion: number, packages: Record<string, LockEntry> }} LockFile
 */

const systems = new Map([
  ['android', 'android'],
  ['darwin', 'darwin'],
  ['freebsd', 'freebsd'],
  ['linux', 'linux'],
  ['openharmony', 'openharmony'],
  ['win32', 'win32'],
  ['windows', 'win32'],
]);

const processors = new Map([
  ['64', 'x64'],
  ['arm', 'arm'],
  ['arm64', 'arm64'],
  ['ia32', 'ia32'],
  ['ppc64', 'ppc64'],
  ['riscv64', 'riscv64'],
  ['s390x', 's390x'],
  ['wasm32', 'wasm32'],
  ['x64', 'x64'],
]);

/**
 * What a platform package's name says about where it runs, for example `@next/swc-darwin-arm64`.
 * @param {string} name
 * @returns {{ os?: string[], cpu?: string[], libc?: string[] } | null} null when the name says nothing
 */
export function platformOf(name) {
  const words = name.slice(name.indexOf('/') + 1).split('-');
  const os = words.map((word) => systems.get(word)).find((value) => value !== undefined);
  const cpu = words.map((word) => processors.get(word)).find((value) => value !== undefined);
  if (cpu === undefined) return null;
  const last = words.at(-1) ?? '';
  /** @type {{ os?: string[], cpu?: string[], libc?: string[] }} */
  const platform = { cpu: [cpu] };
  if (os !== undefined) platform.os = [os];
  if (os === 'linux' && /^(gnu|musl)/.test(last))
    platform.libc = [last.startsWith('musl') ? 'musl' : 'glibc'];
  return platform;
}

/**
 * The place in the lock file that `name` resolves to when it is required from `from`.
 * @param {LockFile} lock @param {string} from @param {string} name
 * @returns {string | null} null when nothing in the lock file answers to that name
 */
function locate(lock, from, name) {
  for (let folder = from; ; ) {
    const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (lock.packages[place] !== undefined) return place;
    if (folder === '') return null;
    const cut = folder.lastIndexOf('/node_modules/');
    folder = cut === -1 ? '' : folder.slice(0, cut);
  }
}

/**
 * The platform packages that the lock file asks for and does not hold.
 * @param {LockFile} lock
 * @returns {{ place: string, entry: LockEntry }[]}
 */
export function missingEntries(lock) {
  /** @type {Map<string, LockEntry>} */
  const missing = new Map();
  for (const [from, parent] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      if (locate(lock, from, name) !== null) continue;
      const platform = platformOf(name);
      if (platform === null || !/^\d/.test(version)) {
        throw new Error(
          `${from || 'package.json'} wants ${name}@${version}, which is not in package-lock.json`,
        );
      }
      /** @type {LockEntry} */
      const entry = { version, optional: true, ...platform };
      if (parent.dev === true) entry.dev = true;
      missing.set(`node_modules/${name}`, entry);
    }
  }
  return [...missing].map(([place, entry]) => ({ place, entry }));
}

/**
 * Addresses in the lock file that are not the public registry's: they would send others to a private mirror.
 * @param {LockFile} lock
 * @returns {string[]}
 */
export function foreignAddresses(lock) {
  const addresses = Object.values(lock.packages).flatMap((entry) =>
    entry.link === true || entry.resolved === undefined ? [] : [entry.resolved],
  );
  return addresses.filter((address) => !address.startsWith('https://registry.npmjs.org/'));
}

function main() {
  const path = fileURLToPath(new URL('../package-lock.json', import.meta.url));
  const text = readFileSync(path, 'utf8');
  /** @type {LockFile} */
  const lock = JSON.parse(text);
  const missing = missingEntries(lock);
  const foreign = foreignAddresses(lock);
  if (process.argv.includes('--check')) {
    for (const { place } of missing) console.error(`package-lock.json lacks ${place}`);
    for (const address of foreign) console.error(`package-lock.json points to ${address}`);
    if (missing.length + foreign.length > 0) {
      console.error('Run: node scripts/lockfile.mjs (and see .npmrc for the addresses)');
      process.exitCode = 1;
    }
    return;
  }
  if (missing.length === 0) return;
  for (const { place, entry } of missing) lock.packages[place] = entry;
  const byPlace = Object.entries(lock.packages).toSorted(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = Object.fromEntries(byPlace);
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`package-lock.json: added ${missing.length} entries for other platforms`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
