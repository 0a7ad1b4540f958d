import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Database from 'libsql';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore, StoreLocked, StoreUnavailable } from '../src/index';
import { sqliteStoreOn } from '../src/sql/sqlite';
import { storeOnSmallDisk } from '../test-support/small-disk';
import { draft, fresh, storeContract } from './contract';
import { storeContractForThings } from './contract-things';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'btt-store-'));
  folders.push(folder);
  return folder;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const child = (name: string) => fileURLToPath(new URL(`./children/${name}.ts`, import.meta.url));
/** For tests that start other processes, on a machine that is busy with much else. */
const PATIENT = { timeout: 60_000 };

const open = () => openStore({ dataFolder: emptyFolder() });

/** All bytes of all files of a folder, as text that keeps every byte. */
const bytesIn = (folder: string) =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('');

describe('the store on SQLite', () => {
  storeContract(open);
  storeContractForThings(open);

  it('makes a folder that is missing, and keeps everything for the next time it is opened', async () => {
    const dataFolder = join(emptyFolder(), 'deeper', 'still');
    const before = await openStore({ dataFolder });
    const stream = fresh();
    const id = fresh('words');
    await before.append(draft({ stream, expected: 0, words: [{ id, body: 'hello' }], deadline: 5 }));
    await before.putDocument('hash', 'body');
    await before.claimKey('kind', 'key', 'value');
    const events = await before.read(stream);
    await before.close();

    const after = await openStore({ dataFolder });
    expect(await after.read(stream)).toEqual(events);
    expect(await after.words([id])).toEqual(new Map([[id, 'hello']]));
    expect(await after.due(5)).toEqual([{ stream, deadline: 5 }]);
    expect(await after.getDocument('hash')).toBe('body');
    expect(await after.getKey('kind', 'key')).toBe('value');
    await after.close();
  });

  it('prepares few statements however many wishes come at once, and none of them twice', async () => {
    const database = new Database(join(emptyFolder(), 'counted.sqlite'));
    const store = await sqliteStoreOn(database);
    const prepared: string[] = [];
    const prepare = database.prepare.bind(database);
    database.prepare = (text) => {
      prepared.push(text);
      return prepare(text);
    };
    for (let together = 1; together <= 70; together++) {
      const drafts = Array.from({ length: together }, () =>
        draft({ stream: fresh(), expected: 0, words: [{ id: fresh('words'), body: 'hello' }] }),
      );
      await Promise.all(drafts.map((one) => store.append(one)));
      const ids = drafts.flatMap(({ words = [] }) => words.map(({ id }) => id));
      expect((await store.words(ids)).size).toBe(together);
      expect((await store.versions(drafts.map(({ stream }) => stream))).size).toBe(together);
    }
    await store.close();
    expect(prepared.length).toBeLessThan(60);
    expect(new Set(prepared).size).toBe(prepared.length);
  });

  it('says unavailable after it was closed, and may be closed again', async () => {
    const store = await open();
    const waiting = store.append(draft({ stream: 'a', expected: 0 }));
    await Promise.all([waiting, store.close()]);
    await store.close();
    await expect(store.read('a')).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.append(draft({ stream: 'a', expected: 1 }))).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.health()).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it(
    'is locked for every other process, which is told so in a sentence, until it is closed',
    PATIENT,
    async () => {
      const dataFolder = emptyFolder();
      const store = await openStore({ dataFolder });
      await store.append(draft({ stream: 'a', expected: 0 }));
      const openElsewhere = async () =>
        (
          await promisify(execFile)(process.execPath, ['--import', 'tsx', child('open-once'), dataFolder], {
            cwd: root,
          })
        ).stdout;
      expect(await openElsewhere()).toBe(
        `StoreLocked: Another process is using ${join(dataFolder, 'behind-the-table.sqlite')}. Stop it first, or choose another data folder.`,
      );
      expect((await store.append(draft({ stream: 'a', expected: 1 }))).kind).toBe('appended');
      await store.close();
      expect(await openElsewhere()).toBe('opened');
    },
  );

  it('is locked for a second opening in the same process too', async () => {
    const dataFolder = emptyFolder();
    const store = await openStore({ dataFolder });
    await expect(openStore({ dataFolder, lockWait: 100 })).rejects.toBeInstanceOf(StoreLocked);
    await store.close();
  });

  it(
    'loses nothing that was acknowledged when the process is killed, and versions stay dense',
    PATIENT,
    async () => {
      const dataFolder = emptyFolder();
      const stream = 'killed';
      let acknowledged = 0;
      for (const more of [1, 25, 90]) {
        const writer = spawn(
          process.execPath,
          ['--import', 'tsx', child('append-for-ever'), dataFolder, stream],
          { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
        );
        const ended = once(writer, 'close');
        const goal = acknowledged + more;
        let output = '';
        writer.stdout.setEncoding('utf8').on('data', (text: string) => {
          output += text;
          if (Number(output.split('\n').at(-2) ?? 0) >= goal) writer.kill('SIGKILL');
        });
        await ended;
        acknowledged = Number(output.split('\n').at(-2) ?? 0);
        expect(acknowledged).toBeGreaterThanOrEqual(goal);

        const store = await openStore({ dataFolder });
        const events = await store.read(stream);
        expect(events.length).toBeGreaterThanOrEqual(acknowledged);
        expect(events.map((event) => event.version)).toEqual(events.map((_, i) => i + 1));
        expect(events.map((event) => event.payload)).toEqual(events.map((_, i) => i));
        expect(await store.version(stream)).toBe(events.length);
        acknowledged = events.length;
        await store.close();
      }
    },
  );

  it('leaves no byte of deleted words in its files, while it is open and after', async () => {
    const dataFolder = emptyFolder();
    const store = await openStore({ dataFolder });
    const canary = (stream: string, i: number) => `canary-${stream}-${i}-`.repeat(40);
    const streams = ['first', 'second'];
    for (const stream of streams) {
      for (let i = 0; i < 60; i++)
        await store.append(
          draft({ stream, expected: i, words: [{ id: `${stream}-${i}`, body: canary(stream, i) }] }),
        );
    }
    expect(bytesIn(dataFolder)).toContain('canary-first');
    await store.deleteWords('first');
    expect(bytesIn(dataFolder)).not.toContain('canary-first');
    expect(bytesIn(dataFolder)).toContain('canary-second');
    await store.deleteStream('second');
    expect(bytesIn(dataFolder)).not.toContain('canary-');
    await store.close();
    expect(bytesIn(dataFolder)).not.toContain('canary-');
  });

  it('refuses what a full disk has no room for, says why, and goes on when there is room again', async () => {
    const disk = await storeOnSmallDisk();
    const { store } = disk;
    const payload = 'Something that takes some room.';
    const small = (stream: string, expected: number) =>
      draft({ stream, expected, events: [{ type: 'noted', payload }] });
    await store.append(small('before', 0));

    disk.fill();
    const outcomes = await Promise.allSettled([
      ...Array.from({ length: 20 }, (_, i) => store.append(small(`full-${i}`, 0))),
      store.append(small('before', 1)),
      store.claimKey('kind of key', 'key', payload),
      store.putDocument('hash', payload),
    ]);
    for (const one of outcomes) {
      expect(one.status === 'rejected' && one.reason).toBeInstanceOf(StoreUnavailable);
      expect(one.status === 'rejected' && String(one.reason)).toContain('full');
    }
    expect(await store.streams('full-')).toEqual([]);
    expect(await store.version('before')).toBe(1);
    expect(await store.getKey('kind of key', 'key')).toBeUndefined();

    disk.free();
    expect((await store.append(small('full-0', 0))).kind).toBe('appended');
    expect((await store.append(small('before', 1))).kind).toBe('appended');
    expect(await store.claimKey('kind of key', 'key', payload)).toBe(true);
    await disk.remove();
  });

  describe('a backup', () => {
    const restored = async (backup: string) => {
      const dataFolder = emptyFolder();
      copyFileSync(backup, join(dataFolder, 'behind-the-table.sqlite'));
      return openStore({ dataFolder });
    };

    it('made while appends go on holds all that was acknowledged before it, and opens as a store', async () => {
      const store = await open();
      const backup = join(emptyFolder(), 'backup.sqlite');
      const id = fresh('words');
      await store.append(draft({ stream: 'a', expected: 0, words: [{ id, body: 'hello' }], deadline: 9 }));
      const going = Promise.all(
        Array.from({ length: 50 }, (_, i) => store.append(draft({ stream: 'a', expected: i + 1 }))),
      );
      await store.backup?.(backup);
      expect((await going).every((result) => result.kind === 'appended')).toBe(true);

      const copy = await restored(backup);
      const events = await copy.read('a');
      expect(events.length).toBeGreaterThanOrEqual(1);
      expect(events).toEqual((await store.read('a')).slice(0, events.length));
      expect(await copy.words([id])).toEqual(new Map([[id, 'hello']]));
      expect(await copy.due(9)).toEqual([{ stream: 'a', deadline: 9 }]);
      expect((await copy.append(draft({ stream: 'a', expected: events.length }))).kind).toBe('appended');
      await Promise.all([copy.close(), store.close()]);
    });

    it('takes the place of an older one, and has no byte of words that were deleted before it', async () => {
      const store = await open();
      const folder = emptyFolder();
      const backup = join(folder, 'backup.sqlite');
      await store.append(
        draft({ stream: 'a', expected: 0, words: [{ id: fresh('words'), body: 'canary' }] }),
      );
      await store.backup?.(backup);
      expect(bytesIn(folder)).toContain('canary');
      await store.deleteWords('a');
      await store.backup?.(backup);
      expect(bytesIn(folder)).not.toContain('canary');
      expect(readdirSync(folder)).toEqual(['backup.sqlite']);
      await store.close();
    });

    it('that cannot be written is refused and leaves nothing behind, and the store goes on', async () => {
      const store = await open();
      const folder = emptyFolder();
      await store.append(draft({ stream: 'a', expected: 0 }));
      mkdirSync(join(folder, 'taken'));
      for (const backup of [join(folder, 'missing', 'backup.sqlite'), join(folder, 'taken')])
        await expect(store.backup?.(backup)).rejects.toBeInstanceOf(StoreUnavailable);
      expect(readdirSync(folder)).toEqual(['taken']);
      expect((await store.append(draft({ stream: 'a', expected: 1 }))).kind).toBe('appended');
      await store.close();
    });
  });

  it('written by a newer version is refused with a sentence and let go of', async () => {
    const dataFolder = emptyFolder();
    await (await openStore({ dataFolder })).close();
    const file = join(dataFolder, 'behind-the-table.sqlite');
    const setSchema = (version: number) => {
      const database = new Database(file);
      database.exec(`update meta set value = '${version}' where name = 'schema'`);
      database.close();
    };
    setSchema(999);
    await expect(openStore({ dataFolder, lockWait: 100 })).rejects.toThrow('newer version');
    setSchema(1);
    await (await openStore({ dataFolder, lockWait: 100 })).close();
  });
});
