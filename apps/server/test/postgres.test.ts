import { openStore } from '@btt/eventstore';
import { startPostgres } from '@btt/eventstore/test-support';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { granted, klass, running, student, until } from './running';

let postgres: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres.stop());

describe('the server on PostgreSQL', () => {
  it('plays, keeps everything, and carries on after a restart', async () => {
    const store = await openStore({ databaseUrl: postgres.url, dataFolder: '/nowhere' });
    const first = await running({ store });
    const room = await klass(first, ['mara', 'sela']);
    const mara = student(room, 'mara');
    granted(
      await mara.client.seat(room.table, { type: 'propose', terms: { fund: 'small' }, words: 'Kept.' }),
    );
    const before = mara.client.store.getState().tables[room.table]?.desk;
    await first.stop();
    await store.close();

    const again = await openStore({ databaseUrl: postgres.url, dataFolder: '/nowhere' });
    const second = await running({ store: again });
    const back = second.client();
    granted(await back.hello(mara.token));
    await until(back, (state) => state.tables[room.table]?.desk.text.fund);
    expect(back.store.getState().tables[room.table]?.desk).toEqual(before);
    expect(Object.values(back.store.getState().words)).toContain('Kept.');
    await second.stop();
    await again.close();
  });
});
