// Runs one program of the test run.
import { spawn } from 'node:child_process';
import { quietEnvironment, root } from './turbo.mjs';

/**
 * @typedef {object} Finished
 * @property {number | null} exitCode null when it was ended by a signal
 * @property {string} output what it printed, both streams in order; empty when it was shown live
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** Ends what is still running; for when the whole test run is interrupted. @param {NodeJS.Signals} signal */
export function endRunning(signal) {
  for (const child of running) child.kill(signal);
}

/**
 * Runs a Node program from the root folder to its end.
 * @param {string[]} args the program's file and its arguments
 * @param {{ live?: boolean, env?: NodeJS.ProcessEnv, minutes?: number, cwd?: string }} options live: show the
 *   output at once instead of collecting it; minutes: how long it may take (20)
 * @returns {Promise<Finished>}
 */
export async function runNode(args, { live = false, env = {}, minutes = 20, cwd = root } = {}) {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...quietEnvironment(), ...env },
    stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8');
    stream?.on('data', (text) => {
      output += text;
    });
  }
  const limit = setTimeout(() => {
    output += `\nStopped after ${minutes} minutes.\n`;
    if (live) console.log(`Stopped after ${minutes} minutes.`);
    child.kill('SIGINT');
    setTimeout(() => child.kill('SIGKILL'), 20_000).unref();
  }, minutes * 60_000);
  const exitCode = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      // Grandchildren may keep the pipes open: give what is in them a moment, then go on.
      setTimeout(() => resolve(code), 2_000).unref();
      child.on('close', () => resolve(code));
    });
  });
  clearTimeout(limit);
  running.delete(child);
  return { exitCode, output };
}
