import { openStore, StoreLocked } from '@btt/eventstore';
import { pino } from 'pino';
import { readConfig } from './config';
import { addresses } from './http/addresses';
import { openLibrary } from './scenarios/library';
import { startServer } from './server';

/** The composition root: the environment in, a running server out. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel, base: null });
  const store = await openStore({ databaseUrl: config.databaseUrl, dataFolder: config.dataFolder });
  const library = await openLibrary(config.scenariosFolder, store);
  for (const problem of library.problems)
    console.error(`A scenario is left out because of what is wrong in it.\n${problem}\n`);
  const server = await startServer({ ...config, store, library, log });

  process.on('unhandledRejection', (error) => {
    log.fatal({ err: error }, 'a promise failed and nobody was listening');
    process.exit(1);
  });
  let stopping = false;
  async function stop(): Promise<void> {
    if (stopping) return;
    stopping = true;
    await server.stop();
    await store.close();
    process.exit(0);
  }
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());

  console.log(
    banner(config.publicUrl ?? `http://localhost:${server.port}`, addresses(config.publicUrl, server.port)),
  );
}

function banner(address: string, others: readonly string[]): string {
  const phones = others.length > 0 ? `\n  For phones in the same network:  ${others.join('  ')}` : '';
  return `\n  Behind the Table is open at  ${address}${phones}\n  Stop it with Ctrl+C. Nothing is lost.\n`;
}

/** What to say when it cannot start: a sentence for what a person can mend, everything for what is a bug. */
function explain(error: unknown): string {
  if (error instanceof StoreLocked) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return 'The port is taken by another program. Choose another one, for example: PORT=3001 npm start';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch((error) => {
  console.error(explain(error));
  process.exit(1);
});
