import { existsSync, writeFileSync } from 'node:fs';
import { createMemoryStore } from '@btt/eventstore';
import { SMALL, SMALL_FILES } from '@btt/scenario/test-support';
import { createOwnScenarios, type OwnEvent } from '../src/scenarios/own';
import { openDeriver } from '../src/sessions/secrets';
import { createWorkbench } from '../src/workbench/workbench';
import { benchHere } from './threads';

// Makes the golden record of scenarios that hosts brought along: tsx apps/server/test/make-golden-own.ts <file>. A file that is there
// already stays as it is: what is new in these events gets a file of another name.

const [file = ''] = process.argv.slice(2);
const OWNER = 'owner';

/** One that is sound, saved with something wrong in it, and as a release wrote it that knew no languages. */
async function events(): Promise<OwnEvent[]> {
  const store = createMemoryStore();
  const { desk, close } = createWorkbench(() => undefined, benchHere);
  const own = createOwnScenarios({ store, deriver: await openDeriver(store), desk, now: () => 1_000 });
  const files = [{ path: 'scenario.yaml', text: SMALL }, ...SMALL_FILES];
  const kept = await own.keep(OWNER, 'wish-0001', files);
  if (!kept.ok) throw new Error(kept.code);
  await own.save(OWNER, kept.scenario.ref, 'wish-0002', 1, [
    { path: 'scenario.yaml', text: `${SMALL}\nnonsense: 1\n` },
  ]);
  await close();
  const [{ stream } = { stream: '' }] = await store.streams('own-scenario/');
  const saved = (await store.read(stream)).map(({ type, payload }) => ({ type, payload }) as OwnEvent);
  const [first] = saved;
  if (!first?.payload.card) throw new Error('There is no card.');
  const { languages: _, ...card } = first.payload.card;
  return [...saved, { ...first, payload: { ...first.payload, card } }];
}

async function main(): Promise<void> {
  if (existsSync(file)) return;
  const lines = (await events()).map((event) => JSON.stringify(event));
  writeFileSync(file, `[\n${lines.join(',\n')}\n]\n`);
}

void main();
