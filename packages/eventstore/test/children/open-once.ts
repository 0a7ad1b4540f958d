import { openStore } from '../../src/index';

/** Tries to open a data folder and prints how it went. */
const [dataFolder = ''] = process.argv.slice(2);
try {
  const store = await openStore({ dataFolder, lockWait: 200 });
  await store.close();
  process.stdout.write('opened');
} catch (error) {
  process.stdout.write(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
}
