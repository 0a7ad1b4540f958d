// Finds a Chromium for the browser tests, or brings one. The first that starts is taken:
// CHROMIUM_PATH, Playwright's own, one installed on this machine, Playwright's download, Debian's package.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './turbo.mjs';

const installedPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Whether a browser really is there: some systems put a program at that place which only says where to get
 * one.
 * @param {string} path
 * @returns {boolean}
 */
function starts(path) {
  if (!existsSync(path)) return false;
  if (process.platform === 'win32') return true; // Chrome opens a window there instead of saying its version.
  const { status } = spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 });
  return status === 0;
}

/** @returns {string | null} where Playwright keeps its own Chromium, there or not */
function playwrightsOwn() {
  try {
    const require = createRequire(join(root, 'e2e', 'package.json'));
    return require('@playwright/test').chromium.executablePath();
  } catch {
    return null;
  }
}

/** @returns {string | null} */
function findBrowser() {
  const places = [playwrightsOwn(), ...installedPlaces];
  return places.find((place) => place !== null && starts(place)) ?? null;
}

/** @param {string} program @param {string[]} args @param {(line: string) => void} say @param {NodeJS.ProcessEnv} env */
function attempt(program, args, say, env = process.env) {
  say(`$ ${[program, ...args].join(' ')}`);
  try {
    execFileSync(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: 600_000 });
    return true;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    say(detail.split('\n').slice(0, 6).join('\n'));
    return false;
  }
}

/**
 * The path of a Chromium that starts, after installing one if need be.
 * @param {(line: string) => void} say hears what is tried
 * @returns {string | null} null when there is none and none could be installed
 */
export function bringBrowser(say) {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (starts(named)) return named;
    say(`CHROMIUM_PATH names ${named}, which does not start.`);
  }
  const found = findBrowser();
  if (found !== null) return found;

  say('No Chromium found; getting one.');
  attempt(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'], say);
  const downloaded = findBrowser();
  if (downloaded !== null) return downloaded;

  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    attempt('apt-get', ['update'], say, env);
    attempt(
      'apt-get',
      ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'],
      say,
      env,
    );
  }
  return findBrowser();
}
