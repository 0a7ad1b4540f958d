// Words that must not stay in the code: ways around the type checker and the linter, unfinished work,
// tests that are switched off or wait for the clock.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {{ word: RegExp, why: string, testsOnly?: boolean }} Rule */

/** @type {Rule[]} */
const rules = [
  { word: /\bas\s+unknown\s+as\b/, why: 'a double assertion switches the type checker off' },
  { word: /@ts-(?:ignore|expect-error|nocheck)\b/, why: 'the type checker is not to be silenced' },
  { word: /\b(?:eslint|oxlint|biome)-(?:disable|ignore)\b/, why: 'lint rules are changed in their settings' },
  { word: /\b(?:TO[D]O|FIX[M]E|XX[X])\b/, why: 'unfinished work belongs in the list of issues' },
  {
    word: /\b(?:test|it|describe|suite)\.(?:skip|only|todo|fixme)\b/,
    why: 'every test runs',
    testsOnly: true,
  },
  { word: /\btoMatch(?:Inline)?Snapshot\b/, why: 'a test says what it expects', testsOnly: true },
  {
    word: /\bwaitForTimeout\b/,
    why: 'a test waits for what it wants to see, not for the clock',
    testsOnly: true,
  },
];

const skippedFolders = new Set([
  '.git',
  '.next',
  '.turbo',
  'data',
  'dist',
  'node_modules',
  'out',
  'test-results',
]);
const codeEndings = new Set(['.css', '.js', '.mjs', '.ts', '.tsx']);

/** @param {string} folder @returns {string[]} */
function codeFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : codeFiles(path);
    return codeEndings.has(extname(entry.name)) ? [path] : [];
  });
}

/**
 * @param {string} path @param {string} text
 * @returns {{ line: number, word: string, why: string }[]} what the file must not say
 */
export function findings(path, text) {
  const isTest = /(?:\.(?:test|spec)\.[a-z]+$|\/test\/|^e2e\/)/.test(path.replaceAll('\\', '/'));
  return text.split('\n').flatMap((content, index) =>
    rules.flatMap(({ word, why, testsOnly }) => {
      const match = testsOnly === true && !isTest ? null : word.exec(content);
      return match === null ? [] : [{ line: index + 1, word: match[0], why }];
    }),
  );
}

function main() {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  for (const path of codeFiles(root)) {
    const name = relative(root, path);
    for (const { line, word, why } of findings(name, readFileSync(path, 'utf8'))) {
      console.error(`${name}:${line}: "${word}": ${why}`);
      process.exitCode = 1;
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
