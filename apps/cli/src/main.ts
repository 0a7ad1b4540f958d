import { resolve } from 'node:path';
import { run } from './run';

// npm runs a script in its workspace; paths are meant from where the person stands.
const from = process.env['INIT_CWD'] ?? process.cwd();

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  resolve: (path) => resolve(from, path),
  progress: process.stderr.isTTY ? (text) => process.stderr.write(`\r\u001b[K${text}`) : null,
});
