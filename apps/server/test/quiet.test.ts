import { afterEach, describe, expect, it } from 'vitest';
import { playedOut } from './played';
import { granted, type Running, running, until } from './running';

let server: Running;
afterEach(() => server.stop());

describe('a page that shows records', () => {
  it('is sent nothing of what happens at tables until it asks for it', async () => {
    server = await running();
    const room = await playedOut(server);
    const page = server.client();
    const welcome = granted(await page.hello(room.hostToken, { tables: false }));
    expect(welcome.feeds).toEqual(['session']);
    granted(await page.record(room.table));
    // Another table is opened: what a page follows is looked at anew.
    granted(await room.host.hostSession({ type: 'add-table' }));
    await until(page, (state) => state.session.tables.length === 2);
    expect(page.store.getState().tables).toEqual({});
    granted(await page.followTables());
    await until(page, (state) => state.tables[room.table]?.desk.phase === 'debrief');
  });
});
