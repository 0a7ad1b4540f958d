// `npm run dev`: the server, built again and started again at every change, and the web app with hot
// reload. The web app's address is the one to open; it hands /api and the sockets on to the server, which
// listens one port higher.
import { spawn } from 'node:child_process';
import { watch as watchFiles } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { quietEnvironment, root } from './lib/turbo.mjs';
import { checkNode, install, orExplain } from './prepare.mjs';

await orExplain(async () => {
  checkNode();
  await install();
});

const webFolder = join(root, 'apps/web');
const webPort = Number(process.env.PORT ?? 3000);
const serverPort = webPort + 1;
const address = `http://localhost:${webPort}`;

/** @type {import('node:child_process').ChildProcess | null} */
let server = null;
/** @type {Promise<void>} */
let restarting = Promise.resolve();

/** Ends the running server, if any, and waits until its port and its data folder are free. */
async function stopServer() {
  const running = server;
  server = null;
  if (running === null || running.exitCode !== null || running.signalCode !== null) return;
  const ended = new Promise((resolve) => running.once('exit', resolve));
  running.kill('SIGTERM');
  await ended;
}

async function startServer() {
  await stopServer();
  const started = spawn(process.execPath, ['--enable-source-maps', 'apps/server/dist/main.js'], {
    cwd: root,
    env: {
      ...quietEnvironment(),
      NODE_ENV: 'development',
      PORT: String(serverPort),
      PUBLIC_ADDRESS: address,
    },
    stdio: 'inherit',
  });
  started.on('exit', (code) => {
    if (server === started && code !== 0)
      console.log('The server has ended; it starts again with the next change.');
  });
  server = started;
}

// The bundler is there only now that packages are installed.
const { watch } = await import('../apps/server/build.mjs');
const restart = () => {
  restarting = restarting.then(startServer);
};
const stopWatching = await watch(restart);

/** @type {NodeJS.Timeout | undefined} an editor's save is several events; the last one counts */
let pause;
watchFiles(join(root, 'scenarios'), { recursive: true }, () => {
  clearTimeout(pause);
  pause = setTimeout(restart, 200);
});

const next = createRequire(join(webFolder, 'package.json')).resolve('next/dist/bin/next');
const web = spawn(process.execPath, [next, 'dev', '--port', String(webPort)], {
  cwd: webFolder,
  env: {
    ...quietEnvironment(),
    NODE_ENV: 'development',
    DEVELOPMENT_SERVER: `http://127.0.0.1:${serverPort}`,
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
web.stdout?.setEncoding('utf8');
web.stdout?.on('data', (/** @type {string} */ text) => {
  // Next names addresses of its own; there shall be only one.
  const rest = text.split('\n').filter((line) => !/^\s*- (?:Local|Network):/.test(line));
  process.stdout.write(rest.join('\n'));
  if (text.includes('Ready')) console.log(`\nOpen ${address}\n`);
});

/** @param {number} code */
async function end(code) {
  web.kill('SIGTERM');
  await stopWatching();
  await stopServer();
  process.exit(code);
}
web.on('exit', (code) => void end(code ?? 0));
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => void end(0));
