import type { Client, ClientState } from '@btt/client';
import { createMemoryStore } from '@btt/eventstore';
import type { AutopilotBy, Desk } from '@btt/protocol';
import { afterEach, describe, expect, it } from 'vitest';
import { granted, klass, type Running, running, student, until } from './running';

let server: Running;
afterEach(() => server.stop());

const QUICK = { briefing: 0, roundMinutes: 0.1, ratification: 0.1, autopilot: 'empty' } as const;
const deskOf = (table: string) => (state: ClientState) => state.tables[table]?.desk;
const isPlayed = (table: string, role: string, by: AutopilotBy | null) => (state: ClientState) =>
  deskOf(table)(state)?.autopilots[role] === (by ?? undefined);

/** Something that a role on autopilot has done. */
const hasActed = (desk: Desk | undefined): boolean =>
  desk !== undefined &&
  (desk.moves.length > 0 ||
    desk.shown !== null ||
    Object.values(desk.text).some((clause) => clause.option !== null) ||
    Object.keys(desk.stances).length > 0);

async function alone(client: Client) {
  const solo = granted(await client.playAlone({ scenario: 'small-river', nickname: 'You' }));
  granted(await client.hello(solo.token));
  const table = `${solo.session}-1`;
  await until(client, (state) => state.tables[table]?.brief?.own);
  return { ...solo, table };
}

describe('autopilots at a table', () => {
  it('[A1] play the seats where nobody sits, and everybody knows which these are', async () => {
    server = await running();
    const room = await klass(server, ['mara'], QUICK);
    const { client } = student(room, 'mara');
    const desk = await until(client, (state) => {
      const now = deskOf(room.table)(state);
      return hasActed(now) && now;
    });
    expect(desk.autopilots['mara']).toBeUndefined();
    expect(Object.values(desk.autopilots)).toEqual(Object.values(desk.autopilots).map(() => 'empty'));
    expect(Object.keys(desk.autopilots)).toContain('sela');
    expect(desk.seats['sela'] ?? []).toEqual([]);
  });

  it('[A2] make room for whoever sits down, are given a seat, and give it back', async () => {
    server = await running();
    const room = await klass(server, ['mara', 'sela'], { ...QUICK, roundMinutes: 5 });
    const { client, person } = student(room, 'sela');
    expect(deskOf(room.table)(client.store.getState())?.autopilots['sela']).toBeUndefined();
    granted(await client.seat(room.table, { type: 'autopilot', on: true }));
    await until(room.host, isPlayed(room.table, 'sela', 'seat'));
    granted(await client.seat(room.table, { type: 'autopilot', on: false }));
    await until(room.host, isPlayed(room.table, 'sela', null));
    granted(await room.host.hostSession({ type: 'unseat', person }));
    await until(room.host, isPlayed(room.table, 'sela', 'empty'));
    granted(await room.host.hostTable(room.table, { type: 'autopilot', role: 'sela', on: false }));
    await until(room.host, isPlayed(room.table, 'sela', null));
    granted(await room.host.hostTable(room.table, { type: 'autopilot', on: true }));
    await until(room.host, isPlayed(room.table, 'sela', 'host'));
  });

  it('[A3] stand in for those who are away, where the host wants it, until they are back', async () => {
    server = await running({ awayAfter: 60 });
    const settings = { ...QUICK, roundMinutes: 5, autopilot: 'away' } as const;
    const room = await klass(server, ['mara', 'sela'], settings);
    const { client, token } = student(room, 'sela');
    client.close();
    await until(room.host, isPlayed(room.table, 'sela', 'away'));
    const again = server.client();
    granted(await again.hello(token));
    await until(room.host, isPlayed(room.table, 'sela', null));
  });

  it('[A4] go on after a restart, and do nothing twice', async () => {
    const store = createMemoryStore();
    server = await running({ store });
    const room = await klass(server, ['mara'], { ...QUICK, roundMinutes: 0.5 });
    await until(room.host, (state) => hasActed(deskOf(room.table)(state)));
    await server.stop();
    const before = await store.version(`table/${room.table}`);
    server = await running({ store });
    const host = server.client();
    granted(await host.hello(room.hostToken));
    await until(host, (state) => (state.tables[room.table]?.n ?? 0) > before + 3);
    const log = await store.read(`table/${room.table}`);
    expect(log.length).toBeGreaterThan(before);
    const commands = log.map((one) => `${one.actor} ${one.commandId}`);
    expect(new Set(commands).size).toBe(commands.length);
  }, 20_000);
});

describe('somebody alone', () => {
  it('[A5] has a seat and a table that plays at once, goes on when it suits them, and ends in the open debrief', async () => {
    server = await running();
    const me = server.client();
    const { table, person, code } = await alone(me);
    const { brief, desk } = me.store.getState().tables[table] ?? {};
    expect(code).toMatch(/^[A-Z0-9]{5}$/);
    expect(brief?.own?.role).toBe('mara');
    expect(desk?.seats['mara']).toEqual([person]);
    expect(desk?.phase).toBe('briefing');
    granted(await me.seat(table, { type: 'autopilot', on: true }));
    await until(me, (state) => (deskOf(table)(state)?.ready.length ?? 0) > 2);
    granted(await me.seat(table, { type: 'go-on' }));
    await until(me, (state) => hasActed(deskOf(table)(state)));
    for (let steps = 0; steps < 20 && deskOf(table)(me.store.getState())?.phase !== 'debrief'; steps++)
      granted(await me.seat(table, { type: 'go-on' }));
    const end = await until(me, (state) => deskOf(table)(state)?.debriefOpen && deskOf(table)(state));
    expect(end.outcome).not.toBeNull();
    expect(granted(await me.record(table)).events.length).toBeGreaterThan(10);
  });

  it('[A6] gets the same session when the wish is sent twice, and may not host', async () => {
    server = await running();
    const me = server.client();
    const { table } = await alone(me);
    expect(await me.hostTable(table, { type: 'pause' })).toMatchObject({ ok: false, code: 'not-entitled' });
    expect(await me.playAlone({ scenario: 'small-river', nickname: 'You', role: 'nobody' })).toMatchObject({
      ok: false,
      code: 'unknown-role',
    });
  });

  it('[A7] cannot go on at the table of a class', async () => {
    server = await running();
    const room = await klass(server, ['mara']);
    const { client } = student(room, 'mara');
    expect(await client.seat(room.table, { type: 'go-on' })).toMatchObject({
      ok: false,
      code: 'not-entitled',
    });
  });
});
