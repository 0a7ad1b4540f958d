// Asks the registry whether an advisory is open for a package that ships. A registry that does not answer is said, and fails nothing.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  encoding: 'utf8',
  timeout: 60_000,
  shell: process.platform === 'win32',
});

/** @returns {{ metadata?: { vulnerabilities?: Record<string, number> }, vulnerabilities?: Record<string, { severity: string }> } | null} */
function answer() {
  try {
    return JSON.parse(stdout);
  } catch {
    return null;
  }
}

const found = answer();
if (found?.metadata?.vulnerabilities === undefined) {
  console.log('The registry does not answer questions about advisories here: nothing is known.');
} else {
  const open = Object.entries(found.vulnerabilities ?? {});
  for (const [name, { severity }] of open) console.error(`${name}: ${severity}`);
  if (open.length > 0) process.exit(1);
  console.log('No advisory is open.');
}
