import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import { workerData } from 'node:worker_threads';
import { buildSync } from 'esbuild';

// For tests and measurements only: a thread does not inherit the loader that reads TypeScript.
const { outputFiles } = buildSync({
  entryPoints: [fileURLToPath(workerData.entry)],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'cjs',
});
compileFunction(outputFiles[0]?.text ?? '', ['require'])(createRequire(import.meta.url));
