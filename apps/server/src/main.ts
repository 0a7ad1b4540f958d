import { openStore } from '@btt/eventstore';
import { createBackups } from './backups/backups';
import { banner, whyNot } from './banner';
import { type Config, readConfig } from './config';
import { NOT_BUILT } from './http/app';
import { createLog } from './log';
import { collectRarely } from './memory';
import { openLibrary } from './scenarios/library';
import { startServer } from './server';

/** Longest time for a tidy end, in milliseconds. */
const PATIENCE = 10_000;

/** The composition root: the environment in, a running server out. Nothing else reads the environment. */
async function main(config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  process.on('unhandledRejection', (error) => {
    log.fatal({ err: error }, 'a promise failed and nobody was listening');
    process.exit(1);
  });

  const store = await openStore({ databaseUrl: config.databaseUrl, dataFolder: config.dataFolder });
  const library = await openLibrary(config.scenariosFolder, store);
  for (const problem of library.problems)
    console.error(`A scenario is left out because of what is wrong in it.\n${problem}\n`);
  const server = await startServer({ ...config, store, library, log });

  const backups = config.backupFolder
    ? createBackups({
        store,
        folder: config.backupFolder,
        every: config.backupHours,
        now: Date.now,
        failed: (error) => log.error({ err: error }, 'no backup could be made'),
      })
    : null;
  const backUpNow = (): void => {
    backups?.now().then(
      (file) => console.log(`Backup: ${file}`),
      (error: unknown) => log.error({ err: error }, 'no backup could be made'),
    );
  };
  // Windows knows no such signal.
  if (backups && process.platform !== 'win32') process.on('SIGUSR2', backUpNow);

  let asked: number | null = null;
  async function stop(): Promise<void> {
    // Somebody who asks again does not want to wait; npm may repeat one request at once. What was acknowledged is on disk.
    if (asked !== null && Date.now() - asked > 1_000) process.exit(1);
    if (asked !== null) return;
    asked = Date.now();
    setTimeout(() => process.exit(1), PATIENCE).unref();
    backups?.stop();
    await server.stop();
    await store.close();
    process.exit(0);
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());

  if (!server.hasPages) console.error(NOT_BUILT);
  console.log(banner({ ...config, port: server.port }));
}

function give(up: string): never {
  console.error(up);
  process.exit(1);
}

collectRarely();
let config: Config | undefined;
try {
  config = readConfig(process.env);
  await main(config);
} catch (error) {
  give(whyNot(error, config));
}
