// Asks the registry whether an advisory is open for a package that ships. A registry that does not answer is said, and fails nothing.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { judgeAudit } from './lib/advisories.mjs';

const run = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  encoding: 'utf8',
  timeout: 60_000,
  shell: process.platform === 'win32',
});
const { passed, lines } = judgeAudit(run);
for (const line of lines) console.log(line);
if (!passed) process.exit(1);
