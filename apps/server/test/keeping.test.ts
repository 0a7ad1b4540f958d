import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMemoryStore, type EventStore, openStore } from '@btt/eventstore';
import type { Joined } from '@btt/protocol';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { written } from '../src/streams/format';
import { granted, type Klass, klass, type Running, running, student, until } from './running';
import { unreliable } from './stores';
import { newId, openPage } from './wire';

let server: Running;
afterEach(async () => {
  vi.useRealTimers();
  await server.stop();
});

const deskOf = (room: Klass, role: string) =>
  student(room, role).client.store.getState().tables[room.table]?.desk;

/** The same page on another server. */
async function back(room: Klass, role: string) {
  const client = server.client();
  granted(await client.hello(student(room, role).token));
  await until(client, (state) => state.tables[room.table]?.brief);
  return client;
}

describe('a restart on the same file', () => {
  const folders: string[] = [];
  const stores: EventStore[] = [];
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  async function open(folder?: string): Promise<{ store: EventStore; folder: string }> {
    const dataFolder = folder ?? mkdtempSync(join(tmpdir(), 'behind-the-table-'));
    if (!folder) folders.push(dataFolder);
    const store = await openStore({ dataFolder });
    stores.push(store);
    return { store, folder: dataFolder };
  }

  it('keeps everything that was acknowledged: seats, states, words, tokens, codes and what was answered', async () => {
    const first = await open();
    server = await running({ store: first.store });
    const room = await klass(server, ['mara', 'sela']);
    const page = openPage(server.url);
    granted(await page.hello(student(room, 'mara').token));
    const wish = {
      as: 'seat',
      id: newId(),
      table: room.table,
      command: { type: 'propose', terms: { fund: 'small' }, words: 'Kept.' },
    };
    const answer = await page.ask('command', wish);
    await until(student(room, 'mara').client, (state) => state.tables[room.table]?.desk.text.fund);
    const before = deskOf(room, 'mara');
    page.close();
    await server.stop();
    await first.store.close();

    const second = await open(first.folder);
    server = await running({ store: second.store });
    const mara = await back(room, 'mara');
    expect(mara.store.getState().tables[room.table]?.desk).toEqual(before);
    expect(Object.values(mara.store.getState().words)).toEqual(
      expect.arrayContaining(['Kept.', 'Student mara', 'Student sela']),
    );
    const again = openPage(server.url);
    granted(await again.hello(student(room, 'mara').token));
    expect(await again.ask('command', wish)).toEqual(answer);
    granted(await again.ask<Joined>('join', { protocol: 1, id: newId(), code: room.code, nickname: 'Late' }));
    again.close();
  });

  it('finds no token in the database, of nobody', async () => {
    const { store, folder } = await open();
    server = await running({ store });
    const room = await klass(server, ['mara']);
    const secrets = [room.hostToken, room.screenToken, student(room, 'mara').token];
    const written = readdirSync(folder).map((file) => readFileSync(join(folder, file)));
    expect(written.some((bytes) => bytes.includes(room.code))).toBe(true);
    for (const secret of secrets) expect(written.some((bytes) => bytes.includes(secret))).toBe(false);
  });
});

describe('a crash', () => {
  it('between the session and its table is made up for when the session is loaded again', async () => {
    const store = createMemoryStore();
    server = await running({ store });
    const room = await klass(server, ['mara']);
    const { person } = student(room, 'mara');
    await server.stop();
    // As if the process had died here: the session has moved the seat, and added a table, and nobody has told the tables.
    const stream = `session/${room.session}`;
    const parts = [
      { to: 'everyone', fact: { type: 'seated', person, table: room.table, role: 'fishers' } },
      { to: 'everyone', fact: { type: 'table-added', table: `${room.session}-2`, name: 'Table 2' } },
    ];
    await store.append({
      stream,
      expected: await store.version(stream),
      actor: 'host',
      commandId: newId(),
      at: Date.now(),
      events: [{ type: 'seat', payload: written({ type: 'seat', parts }) }],
    });
    server = await running({ store });
    const client = await back(room, 'mara');
    const desk = await until(
      client,
      (state) =>
        state.tables[room.table]?.desk.seats.fishers?.includes(person) && state.tables[room.table]?.desk,
    );
    expect(desk.seats.mara).toEqual([]);
    const host = server.client();
    granted(await host.hello(room.hostToken));
    await until(host, (state) => state.tables[`${room.session}-2`]?.desk.settings);
  });
});

describe('a deadline', () => {
  it('that passed while no server ran is fired at once by the next one', async () => {
    const store = createMemoryStore();
    server = await running({ store });
    const room = await klass(server, ['mara'], { briefing: 5, roundMinutes: 5 });
    await server.stop();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6 * 60_000 });
    server = await running({ store });
    const client = await back(room, 'mara');
    const desk = await until(
      client,
      (state) => state.tables[room.table]?.desk.phase === 'bargaining' && state.tables[room.table]?.desk,
    );
    expect(desk.deadline).toBeGreaterThan(Date.now() + 4 * 60_000);
  });

  it('of a table that is paused does not come', async () => {
    const store = createMemoryStore();
    server = await running({ store });
    const room = await klass(server, ['mara'], { briefing: 5, roundMinutes: 5 });
    granted(await room.host.hostTable(room.table, { type: 'pause' }));
    await server.stop();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60 * 60_000 });
    server = await running({ store });
    expect(await store.due(Date.now())).toEqual([]);
    const host = server.client();
    granted(await host.hello(room.hostToken));
    granted(await host.hostTable(room.table, { type: 'resume' }));
    const desk = await until(host, (state) =>
      state.tables[room.table]?.desk.deadline ? state.tables[room.table]?.desk : null,
    );
    expect(desk.phase).toBe('briefing');
  });
});

describe('a database that is away', () => {
  it('is answered with a code, nothing is acknowledged or shown, and all goes on when it is back', async () => {
    const flaky = unreliable(createMemoryStore());
    server = await running({ store: flaky.store });
    const room = await klass(server, ['mara', 'sela']);
    const page = openPage(server.url);
    granted(await page.hello(student(room, 'mara').token));
    const told = page.entries(room.table).length;
    const wish = (id: string, option: string) => ({
      as: 'seat',
      id,
      table: room.table,
      command: { type: 'propose', terms: { fund: option }, words: 'Now.' },
    });
    const id = newId();
    flaky.away = true;
    const away = { ok: false, code: 'unavailable' };
    expect(await page.ask('command', wish(id, 'small'))).toMatchObject(away);
    expect(await page.hello(student(room, 'mara').token)).toMatchObject(away);
    expect(
      await page.ask('join', { protocol: 1, id: newId(), code: room.code, nickname: 'Late' }),
    ).toMatchObject(away);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect(page.entries(room.table)).toHaveLength(told);

    flaky.away = false;
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    flaky.losesAnswer = true;
    expect(await page.ask('command', wish(id, 'small'))).toMatchObject(away);
    expect(await page.ask('command', wish(id, 'small'))).toMatchObject({ ok: true, id });
    await page.until(() =>
      page.frames(room.table).some((frame) => Object.values(frame.words).includes('Now.')),
    );
    const proposals = page
      .entries(room.table)
      .flatMap(({ facts }) => facts.filter(({ type }) => type === 'proposed'));
    expect(proposals).toHaveLength(1);
    page.close();
  });

  it('while a seat is given away leaves the seat given: the table hears of it when the database is back', async () => {
    const flaky = unreliable(createMemoryStore());
    server = await running({ store: flaky.store });
    const room = await klass(server, ['mara']);
    const { person, client } = student(room, 'mara');
    // The session's event is written; then the cable is pulled.
    flaky.leavesAfter = 'session/';
    granted(await room.host.hostSession({ type: 'seat', person, table: room.table, role: 'fishers' }));
    expect(flaky.away).toBe(true);
    flaky.away = false;
    await until(client, (state) => state.tables[room.table]?.desk.seats.fishers?.includes(person));
  });
});
