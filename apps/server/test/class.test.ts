import { createMemoryStore } from '@btt/eventstore';
import { smallScenario } from '@btt/scenario/test-support';
import { io } from 'socket.io-client';
import { afterEach, describe, expect, it } from 'vitest';
import { createLibrary } from '../src/scenarios/library';
import { granted, klass, type Running, running, student, until } from './running';

let server: Running;
afterEach(() => server.stop());

const deskOf = (client: ReturnType<Running['client']>, table: string) =>
  client.store.getState().tables[table]?.desk;

describe('a class through the real server', () => {
  it('plays from the room code to a ratification on both sides', async () => {
    server = await running();
    const room = await klass(server, ['mara', 'sela', 'generals', 'old-guard']);
    const { table, host } = room;
    const mara = student(room, 'mara').client;
    const sela = student(room, 'sela').client;
    granted(await mara.seat(table, { type: 'move', move: 'quiet-order' }));
    granted(await sela.seat(table, { type: 'move', move: 'ask-pressure' }));
    granted(await mara.seat(table, { type: 'move', move: 'pressure' }));
    granted(await host.hostTable(table, { type: 'skip' }));
    granted(await host.hostTable(table, { type: 'skip' }));
    granted(
      await mara.seat(table, {
        type: 'propose',
        terms: { water: 'quotas', dam: 'delayed', fund: 'small' },
        words: 'Our last word.',
      }),
    );
    granted(
      await sela.seat(table, { type: 'propose', terms: { water: 'quotas', dam: 'delayed', fund: 'small' } }),
    );
    granted(await mara.seat(table, { type: 'initial' }));
    granted(await sela.seat(table, { type: 'initial' }));
    granted(
      await sela.seat(table, {
        type: 'give-speech',
        answers: [{ criticism: 'gave-away', answer: 'quotas-hold' }],
      }),
    );
    granted(await student(room, 'old-guard').client.seat(table, { type: 'vote', vote: 'no' }));
    granted(await student(room, 'generals').client.seat(table, { type: 'vote', vote: 'yes' }));
    const outcome = await until(host, (state) => state.tables[table]?.desk.outcome);
    expect(outcome).toMatchObject({ outcome: 'ratified' });
    expect(Object.values(mara.store.getState().words)).toContain('Our last word.');
  });

  it('gives the host a reading after every change, and nobody else', async () => {
    server = await running();
    const room = await klass(server, ['mara']);
    const line = await until(room.host, (state) => state.readings[room.table]);
    expect(line.deals).toBeGreaterThan(0);
    expect(student(room, 'mara').client.store.getState().readings).toEqual({});
  });

  it('fires a deadline by its own clock', async () => {
    server = await running();
    const room = await klass(server, ['mara'], { briefing: 0.02, roundMinutes: 5 });
    const desk = await until(
      student(room, 'mara').client,
      (state) => state.tables[room.table]?.desk.phase === 'bargaining' && state.tables[room.table]?.desk,
    );
    expect(desk.round).toBe(1);
  });
});

describe('a seat', () => {
  it('carries on in the same state after a cut line, a reload, and a restart of the server', async () => {
    const store = createMemoryStore();
    server = await running({ store });
    const room = await klass(server, ['mara', 'sela']);
    const { table } = room;
    const { client, token } = student(room, 'mara');
    granted(await client.seat(table, { type: 'propose', terms: { fund: 'small' } }));
    const reloaded = server.client();
    granted(await reloaded.hello(token));
    await until(reloaded, (state) => state.tables[table]?.desk.text.fund);
    expect(deskOf(reloaded, table)).toEqual(deskOf(client, table));

    const port = Number(new URL(server.url).port);
    await server.stop();
    server = await running({ store, port });
    const again = server.client();
    granted(await again.hello(token));
    await until(again, (state) => state.tables[table]?.desk.text.fund);
    expect(deskOf(again, table)).toEqual(deskOf(client, table));
  });

  it('plays the scenario as it was when the session was opened, whatever has become of the folder since', async () => {
    const store = createMemoryStore();
    server = await running({ store });
    const room = await klass(server, ['mara', 'sela']);
    const { table } = room;
    const { client, token } = student(room, 'mara');
    const before = client.store.getState().tables[table]?.brief;
    expect(before).toMatchObject({ hash: 'river', public: { title: 'The river' } });
    await server.stop();

    const old = smallScenario();
    const scenario = {
      ...old,
      title: 'Another river',
      moves: old.moves.filter((move) => move.id !== 'pressure'),
    };
    server = await running({
      store,
      library: (kept) => createLibrary([{ scenario, hash: 'another-river' }], kept),
    });
    const again = server.client();
    granted(await again.hello(token));
    await until(again, (state) => state.tables[table]?.brief);
    expect(again.store.getState().tables[table]?.brief).toEqual(before);
    granted(await again.seat(table, { type: 'move', move: 'pressure' }));
    const fresh = granted(await server.client().host({ scenario: 'small-river', settings: { briefing: 0 } }));
    const visitor = server.client();
    granted(await visitor.hello(fresh.hostToken));
    await until(visitor, (state) => state.tables[`${fresh.session}-1`]?.brief);
    expect(visitor.store.getState().tables[`${fresh.session}-1`]?.brief?.public.title).toBe('Another river');
  });

  it('that is given to somebody else goes on with all it knows, and whoever left is told nothing more', async () => {
    server = await running();
    const room = await klass(server, ['mara', 'sela']);
    const { table, host } = room;
    const mara = student(room, 'mara');
    granted(
      await mara.client.seat(table, { type: 'say', channel: 'caucus-north', words: 'only for the north' }),
    );
    granted(await host.hostSession({ type: 'seat', person: mara.person, table, role: 'fishers' }));
    await until(mara.client, (state) => state.tables[table]?.brief?.own?.role === 'fishers');
    expect(JSON.stringify(mara.client.store.getState().tables)).not.toContain('only-mara-knows');
    expect(
      mara.client.store
        .getState()
        .tables[table]?.entries.some((entry) => entry.facts.some((fact) => fact.type === 'said')),
    ).toBe(false);

    const next = server.client();
    const joined = granted(await next.join({ code: room.code, nickname: 'Late' }));
    granted(await next.hello(joined.token));
    granted(await host.hostSession({ type: 'seat', person: joined.person, table, role: 'mara' }));
    await until(next, (state) => state.tables[table]?.brief?.own?.role === 'mara');
    expect(Object.values(next.store.getState().words)).toContain('only for the north');
  });

  it('is lost when the host removes its holder, who is told so', async () => {
    server = await running();
    const room = await klass(server, ['mara']);
    granted(await room.host.hostSession({ type: 'remove', person: student(room, 'mara').person }));
    expect(await until(student(room, 'mara').client, (state) => state.gone)).toBe('removed');
    expect(await student(room, 'mara').client.hello(student(room, 'mara').token)).toMatchObject({
      ok: false,
      code: 'unknown-token',
    });
  });
});

describe('a command', () => {
  it('that is sent twice under one id is executed once and answered alike', async () => {
    server = await running();
    const room = await klass(server, ['mara']);
    const socket = io(server.url, { forceNew: true, transports: ['websocket'] });
    await socket.emitWithAck('hello', { protocol: 1, token: student(room, 'mara').token });
    const message = {
      as: 'seat',
      id: 'the-same-id-1',
      table: room.table,
      command: { type: 'propose', terms: { fund: 'small' } },
    };
    const first = await socket.emitWithAck('command', message);
    const second = await socket.emitWithAck('command', message);
    socket.close();
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(first);
    expect(deskOf(room.host, room.table)?.text.fund?.accepted).toEqual(['north']);
    expect(
      room.host.store
        .getState()
        .tables[room.table]?.entries.filter((entry) => entry.facts.some((fact) => fact.type === 'proposed')),
    ).toHaveLength(1);
  });

  it('is refused with a code when it is malformed, not entitled, or not known', async () => {
    server = await running();
    const room = await klass(server, ['mara', 'farmers']);
    const { client } = student(room, 'farmers');
    expect(await client.seat(room.table, { type: 'initial' })).toMatchObject({
      ok: false,
      code: 'not-entitled',
    });
    expect(await client.hostTable(room.table, { type: 'skip' })).toMatchObject({
      ok: false,
      code: 'not-entitled',
    });
    expect(await client.hostSession({ type: 'close' })).toMatchObject({ ok: false, code: 'not-entitled' });
    expect(await client.seat('elsewhere-1', { type: 'ready' })).toMatchObject({
      ok: false,
      code: 'unknown-table',
    });
    const socket = io(server.url, { forceNew: true });
    for (const rubbish of [
      null,
      7,
      'x',
      [],
      { as: 'seat' },
      { __proto__: { as: 'host' } },
      { as: 'seat', id: 'x'.repeat(9999) },
    ]) {
      expect(await socket.emitWithAck('command', rubbish)).toMatchObject({ ok: false, code: 'malformed' });
    }
    expect(await socket.emitWithAck('hello', { protocol: 2, token: 'x'.repeat(43) })).toMatchObject({
      ok: false,
      code: 'wrong-protocol',
    });
    socket.close();
  });
});

describe('joining', () => {
  it('is refused for an unknown code, a name that looks like another, and without the host’s pass', async () => {
    server = await running({ hostPass: 'sesame' });
    const host = server.client();
    expect(await host.host({ scenario: 'small-river' })).toMatchObject({ ok: false, code: 'wrong-pass' });
    const hosting = granted(await host.host({ scenario: 'small-river', pass: 'sesame' }));
    const student = server.client();
    expect(await student.join({ code: 'ZZZZZ', nickname: 'Anna' })).toMatchObject({
      ok: false,
      code: 'unknown-code',
    });
    granted(await student.join({ code: hosting.code.toLowerCase(), nickname: 'Anna' }));
    expect(await server.client().join({ code: hosting.code, nickname: ' aＮna ' })).toMatchObject({
      ok: false,
      code: 'nickname-taken',
    });
  });
});

describe('the debrief', () => {
  it('is open to the host always, and to students only once the host has opened it', async () => {
    server = await running();
    const room = await klass(server, ['mara', 'sela']);
    const mara = student(room, 'mara').client;
    granted(await mara.seat(room.table, { type: 'walk-away' }));
    expect(await mara.record(room.table)).toMatchObject({ ok: false, code: 'debrief-closed' });
    granted(await room.host.hostTable(room.table, { type: 'skip' }));
    granted(await room.host.hostTable(room.table, { type: 'open-debrief' }));
    const record = granted(await mara.record(room.table));
    expect(record.lines).toHaveLength(record.events.length);
    expect(record.lines.some((line) => line !== null)).toBe(true);
  });
});

describe('ids that every object knows', () => {
  it('are refused like any other rubbish and touch nothing', async () => {
    server = await running();
    const room = await klass(server, ['mara']);
    const { client } = student(room, 'mara');
    for (const id of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      expect(
        await client.seat(room.table, { type: 'propose', terms: JSON.parse(`{"${id}": "small"}`) }),
      ).toMatchObject({ ok: false, code: 'malformed' });
      expect(await room.host.hostTable(room.table, { type: 'give-help', role: id })).toMatchObject({
        ok: false,
        code: 'malformed',
      });
    }
  });
});

describe('closing a session', () => {
  it('shuts the door, tells everybody, and deletes every name and word for good', async () => {
    server = await running();
    const room = await klass(server, ['mara']);
    const { client, token } = student(room, 'mara');
    granted(
      await client.seat(room.table, { type: 'say', channel: 'caucus-north', words: 'to be forgotten' }),
    );
    granted(await room.host.hostSession({ type: 'close' }));
    expect(await until(client, (state) => state.gone)).toBe('session-closed');
    expect(await client.hello(token)).toMatchObject({ ok: false, code: 'session-closed' });
    expect(await server.client().join({ code: room.code, nickname: 'Late' })).toMatchObject({
      ok: false,
      code: 'unknown-code',
    });
    const record = granted(await room.host.record(room.table));
    expect(record.words).toEqual({});
    expect(record.events.length).toBeGreaterThan(0);
  });
});
