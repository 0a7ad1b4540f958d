import { openStore } from '../../src/index';

/** Appends to one stream until the process is killed, and prints a version only when it has been acknowledged. */
const [dataFolder = '', stream = ''] = process.argv.slice(2);
const store = await openStore({ dataFolder });
for (let expected = await store.version(stream); ; expected++) {
  const result = await store.append({
    stream,
    expected,
    actor: 'child',
    commandId: `c${expected}`,
    at: Date.now(),
    events: [{ type: 'noted', payload: expected }],
  });
  if (result.kind !== 'appended') throw new Error(result.kind);
  process.stdout.write(`${expected + 1}\n`);
}
