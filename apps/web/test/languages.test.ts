import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { REFUSALS } from '@btt/protocol';
import { describe, expect, test } from 'vitest';
import { all } from '../messages/de/all';
import { front } from '../messages/de/front';

type Table = Readonly<Record<string, string>>;

const ENGLISH = fileURLToPath(new URL('../messages/en', import.meta.url));

/** Every sentence of a file of messages, whatever its table is called. */
async function tableOf(name: string): Promise<Table> {
  const exported = (await import(`../messages/en/${name}.ts`)) as Readonly<Record<string, Table>>;
  return Object.assign({}, ...Object.values(exported)) as Table;
}

const placeholders = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g))].sort();

describe.each(readdirSync(ENGLISH).map((name) => name.replace(/\.ts$/, '')))('the messages of %s', (name) => {
  test('are all there in German, with the same placeholders', async () => {
    const german: Table = all;
    const english = await tableOf(name);
    expect(Object.keys(english).length).toBeGreaterThan(0);
    expect(Object.keys(english).filter((key) => (german[key] ?? '').trim() === '')).toEqual([]);
    const differing = Object.keys(english).filter(
      (key) => String(placeholders(english[key] ?? '')) !== String(placeholders(german[key] ?? '')),
    );
    expect(differing).toEqual([]);
  });
});

test('German has no sentence that English does not have', async () => {
  const names = readdirSync(ENGLISH).map((name) => name.replace(/\.ts$/, ''));
  const english = new Set((await Promise.all(names.map(tableOf))).flatMap((table) => Object.keys(table)));
  const refusals = Object.keys(REFUSALS).map((code) => `refusal.${code}`);
  expect(Object.keys(all).filter((key) => !english.has(key) && !refusals.includes(key))).toEqual([]);
  expect(refusals.filter((key) => !Object.hasOwn(front, key))).toEqual([]);
});

test('the front doors carry their own sentences', async () => {
  const own = [...Object.keys(await tableOf('shared')), ...Object.keys(await tableOf('start'))];
  expect(own.filter((key) => !Object.hasOwn(front, key))).toEqual([]);
});

test('German sentences use German quotation marks', () => {
  expect(Object.entries(all).filter(([, sentence]) => /["”]|“(?=\w)/.test(sentence))).toEqual([]);
});
