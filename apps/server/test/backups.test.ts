import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { copyFileSync } from 'node:fs';
import { createMemoryStore, openStore } from '@btt/eventstore';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBackups, KEPT } from '../src/backups/backups';
import { granted, klass, type Running, running, student, until } from './running';

const MOMENT = Date.UTC(2026, 0, 31, 23, 59, 58);
let folder: string;
let server: Running | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'behind-the-table-backups-'));
});
afterEach(async () => {
  await server?.stop();
  server = null;
  rmSync(folder, { recursive: true });
});

const fail = (error: unknown): never => {
  throw error;
};

describe('a backup', () => {
  it('made while a class plays brings everything that had been acknowledged back, in a folder of its own', async () => {
    const store = await openStore({ databaseUrl: undefined, dataFolder: join(folder, 'data') });
    server = await running({ store });
    const room = await klass(server, ['mara', 'sela']);
    const mara = student(room, 'mara');
    granted(
      await mara.client.seat(room.table, { type: 'propose', terms: { fund: 'small' }, words: 'Kept.' }),
    );
    const backups = createBackups({
      store,
      folder: join(folder, 'copies'),
      every: 24,
      now: () => MOMENT,
      failed: fail,
    });
    const file = await backups?.now();
    backups?.stop();
    expect(basename(file ?? '')).toBe('behind-the-table-2026-01-31T235958Z.sqlite');
    await server.stop();
    await store.close();

    const again = join(folder, 'restored');
    const empty = await openStore({ databaseUrl: undefined, dataFolder: again });
    await empty.close();
    copyFileSync(file ?? '', join(again, 'behind-the-table.sqlite'));
    const restored = await openStore({ databaseUrl: undefined, dataFolder: again });
    server = await running({ store: restored });
    const back = server.client();
    granted(await back.hello(mara.token));
    await until(back, (state) => state.tables[room.table]?.desk.text.fund);
    expect(Object.values(back.store.getState().words)).toContain('Kept.');
    await server.stop();
    server = null;
    await restored.close();
  });

  it('takes the place of the oldest, and of nothing that is not one', async () => {
    const store = await openStore({ databaseUrl: undefined, dataFolder: join(folder, 'data') });
    const copies = join(folder, 'copies');
    let moment = MOMENT;
    const backups = createBackups({ store, folder: copies, every: 24, now: () => moment, failed: fail });
    writeFileSync(join(copies, 'notes.sqlite'), 'mine');
    for (let day = 0; day < KEPT + 2; day++) {
      await backups?.now();
      moment += 24 * 3_600_000;
    }
    backups?.stop();
    const names = readdirSync(copies).sort();
    expect(names).toHaveLength(KEPT + 1);
    expect(names[0]).toBe('behind-the-table-2026-02-02T235958Z.sqlite');
    expect(names.at(-1)).toBe('notes.sqlite');
    await store.close();
  });

  it('is made once for all who ask at the same moment', async () => {
    const store = await openStore({ databaseUrl: undefined, dataFolder: join(folder, 'data') });
    const backups = createBackups({ store, folder, every: 24, now: () => MOMENT, failed: fail });
    const [one, other] = await Promise.all([backups?.now(), backups?.now()]);
    expect(one).toBe(other);
    backups?.stop();
    await store.close();
  });

  it('is left to databases that have tools for it', () => {
    const store = createMemoryStore();
    expect(createBackups({ store, folder, every: 24, now: () => MOMENT, failed: fail })).toBeNull();
  });
});
