// `npm start`: prepares, then becomes the server. The server runs in this very process, and `exec` in
// package.json puts this process in the place of the shell that npm starts, so that a signal sent to npm
// arrives here, and nothing is left behind. Windows has no such signals and no `exec`: its shell says so in
// one line and goes on with the second half of the command.
import { existsSync } from 'node:fs';
import { orExplain, prepare } from './prepare.mjs';

if (process.platform === 'win32') console.log("(A line above about 'exec' means nothing on Windows.)");
await orExplain(prepare);

const server = new URL('../apps/server/dist/main.js', import.meta.url);
if (!existsSync(server)) {
  console.error(
    'The build left no server in apps/server/dist. Try again after removing .turbo and node_modules.',
  );
  process.exit(1);
}
process.env.NODE_ENV ??= 'production';
process.setSourceMapsEnabled(true);
await import(server.href);
