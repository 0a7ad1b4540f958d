// `node scripts/turbo.mjs run typecheck`: Turborepo with the quiet environment.
import { spawnSync } from 'node:child_process';
import { quietEnvironment, root, turboProgram } from './lib/turbo.mjs';

const { status } = spawnSync(process.execPath, [turboProgram, ...process.argv.slice(2)], {
  cwd: root,
  env: quietEnvironment(),
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
