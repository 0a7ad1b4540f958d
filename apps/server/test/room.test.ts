import { createMemoryStore } from '@btt/eventstore';
import type { Client } from '@btt/client';
import { afterEach, describe, expect, it } from 'vitest';
import { granted, klass, type Running, running, student, until } from './running';

let server: Running;
afterEach(() => server.stop());

const nameOf = (client: Client, person: string) => client.store.getState().words[person];

/** A session with its host, and nobody in it. */
async function opened(options: Parameters<typeof running>[0] = {}, pass?: string) {
  server = await running(options);
  const host = server.client();
  const hosting = granted(await host.host({ scenario: 'small-river', ...(pass ? { pass } : {}) }));
  granted(await host.hello(hosting.hostToken));
  return { host, ...hosting, table: `${hosting.session}-1` };
}

async function joins(code: string, nickname: string) {
  const client = server.client();
  const joined = granted(await client.join({ code, nickname }));
  granted(await client.hello(joined.token));
  return { client, ...joined };
}

describe('seats', () => {
  it('[N11] are given in seconds to whoever comes late, who sees all that the role knew and nothing else', async () => {
    server = await running();
    const room = await klass(server, ['mara', 'sela']);
    const { client: sela } = student(room, 'sela');
    granted(await sela.seat(room.table, { type: 'say', channel: 'caucus-south', words: 'Hold the line.' }));
    granted(
      await student(room, 'mara').client.seat(room.table, {
        type: 'say',
        channel: 'caucus-north',
        words: 'Not for the south.',
      }),
    );
    granted(await room.host.hostSession({ type: 'late-seating', on: true }));
    const late = await joins(room.code, 'Late');
    const desk = await until(
      late.client,
      (state) => state.tables[room.table]?.brief?.own && state.tables[room.table],
    );
    expect(desk.brief?.own?.role).toBe('generals');
    expect(Object.values(late.client.store.getState().words)).toContain('Hold the line.');
    expect(Object.values(late.client.store.getState().words)).not.toContain('Not for the south.');
  });

  it('[N12] are kept for the class list, which only hosts see', async () => {
    const { host, code, table } = await opened();
    const people = [
      { nickname: 'Ana  Berg', table, role: 'sela' },
      { nickname: 'ana berg', table, role: 'mara' },
      { nickname: 'Ben' },
    ];
    granted(await host.hostSession({ type: 'expect', people }));
    await until(host, (state) => state.session.expected.length === 2);
    expect(host.store.getState().session.expected.map(({ person }) => nameOf(host, person))).toEqual([
      'Ana Berg',
      'Ben',
    ]);
    const ana = await joins(code, 'ANA BERG');
    await until(ana.client, (state) => state.tables[table]?.brief?.own?.role === 'sela');
    expect(ana.client.store.getState().session.expected).toEqual([]);
    expect(Object.values(ana.client.store.getState().words)).not.toContain('Ben');
    await until(host, (state) => state.session.expected.length === 1);
  });

  it('[N13] stand at tables that come and go before the start', async () => {
    const { host, code, session, table } = await opened();
    granted(await host.hostSession({ type: 'add-table', roles: ['mara', 'sela'] }));
    const ana = await joins(code, 'Ana');
    granted(await host.hostSession({ type: 'watch', person: ana.person, table: `${session}-2` }));
    await until(ana.client, (state) => state.tables[`${session}-2`]?.brief);
    granted(await host.hostSession({ type: 'remove-table', table: `${session}-2` }));
    await until(ana.client, (state) => !state.tables[`${session}-2`] && state.tables[table]);
    expect(await host.hostTable(`${session}-2`, { type: 'start' })).toMatchObject({ code: 'unknown-table' });
    granted(await host.hostSession({ type: 'undo' }));
    await until(ana.client, (state) => state.tables[`${session}-2`]?.brief);
    granted(await host.hostTable(table, { type: 'start' }));
    expect(await host.hostSession({ type: 'remove-table', table })).toMatchObject({ code: 'wrong-phase' });
    granted(await host.hostSession({ type: 'add-table' }));
    expect(await until(host, (state) => state.session.tables[2]?.table)).toBe(`${session}-4`);
  });

  it('[T11] lead back to the lobby while the briefing lasts, and time that was given can be taken back', async () => {
    server = await running();
    const { host, table } = await klass(server, ['mara'], { briefing: 5 });
    const left = () => host.store.getState().tables[table]?.desk.deadline ?? 0;
    const before = await until(host, (state) => state.tables[table]?.desk.deadline);
    granted(await host.hostTable(table, { type: 'extend', minutes: 5 }));
    granted(await host.hostTable(table, { type: 'extend', minutes: -5 }));
    await until(host, () => left() === before);
    expect(await host.hostTable(table, { type: 'extend', minutes: -10 })).toMatchObject({
      code: 'not-available',
    });
    granted(await host.hostTable(table, { type: 'reopen-lobby' }));
    await until(host, (state) => state.tables[table]?.desk.phase === 'lobby');
    granted(await host.hostTable(table, { type: 'start' }));
    granted(await host.hostTable(table, { type: 'skip' }));
    expect(await host.hostTable(table, { type: 'reopen-lobby' })).toMatchObject({ code: 'wrong-phase' });
  });
});

describe('somebody whose device died', () => {
  it('[N15] comes back with the personal code to the same seat and state', async () => {
    server = await running();
    const room = await klass(server, []);
    const ana = await joins(room.code, 'Ana');
    granted(
      await room.host.hostSession({ type: 'seat', person: ana.person, table: room.table, role: 'mara' }),
    );
    await until(ana.client, (state) => state.tables[room.table]?.brief?.own);
    granted(await ana.client.seat(room.table, { type: 'propose', terms: { fund: 'small' } }));
    const device = server.client();
    const input = { code: room.code, nickname: 'ana' };
    expect(await device.comeBack({ ...input, returnCode: 'AAAAA-AAAAA' })).toMatchObject({
      code: 'wrong-return-code',
    });
    const typed = (ana.returnCode ?? '').toLowerCase().replace('-', ' ');
    const back = granted(await device.comeBack({ ...input, returnCode: typed }));
    expect(back).toMatchObject({ person: ana.person });
    expect(back.token).not.toBe(ana.token);
    granted(await device.hello(back.token));
    await until(device, (state) => state.tables[room.table]?.desk.text.fund);
    // Both devices are the same person: two tabs do no harm.
    granted(await ana.client.seat(room.table, { type: 'say', channel: 'table', words: 'Here twice.' }));
    await until(device, (state) => Object.values(state.words).includes('Here twice.'));
  });

  it('[N15] comes back without it when the host agrees, and is told nothing before', async () => {
    const { host, code, table } = await opened();
    const ana = await joins(code, 'Ana');
    granted(await host.hostSession({ type: 'seat', person: ana.person, table, role: 'mara' }));
    const device = server.client();
    expect(await device.comeBack({ code, nickname: 'Nobody' })).toMatchObject({ code: 'unknown-person' });
    const back = granted(await device.comeBack({ code, nickname: 'Ana' }));
    expect(back.waiting).toBe(true);
    expect(granted(await device.hello(back.token))).toMatchObject({ me: { kind: 'waiting' }, feeds: [] });
    expect(device.store.getState().session.code).toBe('');
    expect(await device.seat(table, { type: 'ready' })).toMatchObject({ code: 'not-admitted' });
    expect(await device.record(table)).toMatchObject({ code: 'not-admitted' });
    const [asked] = await until(host, (state) => state.session.returns.length > 0 && state.session.returns);
    expect(asked?.person).toBe(ana.person);
    granted(await host.hostSession({ type: 'answer-return', request: asked?.request ?? '', admit: true }));
    await until(device, (state) => state.tables[table]?.brief?.own?.role === 'mara');
    granted(await device.seat(table, { type: 'ready' }));

    const other = server.client();
    granted(await other.hello(granted(await other.comeBack({ code, nickname: 'Ana' })).token));
    const second = await until(host, (state) =>
      state.session.returns.find(({ request }) => request !== asked?.request),
    );
    granted(await host.hostSession({ type: 'answer-return', request: second.request, admit: false }));
    expect(await until(other, (state) => state.gone)).toBe('not-admitted');
  });

  it('[N7] is not let back in by an old token or code after being removed, until the host takes that back', async () => {
    const { host, code } = await opened();
    const ana = await joins(code, 'Ana');
    granted(await host.hostSession({ type: 'remove', person: ana.person }));
    expect(await until(ana.client, (state) => state.gone)).toBe('removed');
    const device = server.client();
    expect(await device.comeBack({ code, nickname: 'Ana', returnCode: ana.returnCode ?? '' })).toMatchObject({
      code: 'unknown-person',
    });
    granted(await host.hostSession({ type: 'undo' }));
    granted(await device.hello(ana.token));
  });

  it('[N16] cannot get a name back that somebody else has taken', async () => {
    const { host, code } = await opened();
    const ana = await joins(code, 'Ana');
    granted(await host.hostSession({ type: 'remove', person: ana.person }));
    await joins(code, 'Ana');
    expect(await host.hostSession({ type: 'undo' })).toMatchObject({ code: 'nickname-taken' });
  });
});

describe('a co-host', () => {
  it('[N17] does what the host does but end the session, until the link is revoked', async () => {
    const { host, table, code } = await opened();
    const { token, host: id } = granted(await host.letIn('Dr Berg'));
    const cohost = server.client();
    const welcome = granted(await cohost.hello(token));
    expect(welcome.me).toMatchObject({ kind: 'host', host: id });
    const ana = await joins(code, 'Ana');
    granted(await cohost.hostSession({ type: 'seat', person: ana.person, table, role: 'mara' }));
    granted(await cohost.hostTable(table, { type: 'start' }));
    for (const command of [
      { type: 'close' },
      { type: 'archive', archived: true },
      { type: 'revoke-host', host: id },
    ] as const)
      expect(await cohost.hostSession(command)).toMatchObject({ code: 'not-entitled' });
    expect(await cohost.letIn('Another')).toMatchObject({ code: 'not-entitled' });
    expect(await cohost.deleteSession(welcome.session, { token })).toMatchObject({ code: 'not-entitled' });
    // The name of a co-host is nothing for the class.
    expect(Object.values(ana.client.store.getState().words)).not.toContain('Dr Berg');
    const screen = server.client();
    granted(await screen.hello(welcome.me.kind === 'host' ? welcome.me.screenToken : ''));

    granted(await host.hostSession({ type: 'revoke-host', host: id }));
    expect(await until(cohost, (state) => state.gone)).toBe('revoked');
    expect(await until(screen, (state) => state.gone)).toBe('revoked');
    expect(await cohost.hello(token)).toMatchObject({ code: 'unknown-token' });
  });
});

describe('a message of the host to one person', () => {
  it('[N18] reaches that person alone, seated or not, also when the page is opened later', async () => {
    const { host, code } = await opened();
    const [ana, ben] = [await joins(code, 'Ana'), await joins(code, 'Ben')];
    granted(await host.hostSession({ type: 'message', person: ana.person, words: 'Come to the front.' }));
    granted(await host.hostSession({ type: 'message', person: ben.person, words: 'Well done.' }));
    await until(ana.client, (state) => state.mine.messages.length === 1);
    await until(ben.client, (state) => state.mine.messages.length === 1);
    expect(Object.values(ben.client.store.getState().words)).not.toContain('Come to the front.');
    const reloaded = server.client();
    granted(await reloaded.hello(ana.token));
    const [message] = await until(
      reloaded,
      (state) => state.mine.messages.length === 1 && state.mine.messages,
    );
    expect(reloaded.store.getState().words[message?.words ?? '']).toBe('Come to the front.');
    expect(reloaded.store.getState().session.messages).toEqual([]);
  });
});

describe('names', () => {
  it('[N21] never reach the projector, and are seats in a record until the host shows them', async () => {
    server = await running();
    const room = await klass(server, ['mara', 'sela']);
    const screen = server.client();
    granted(await screen.hello(room.screenToken));
    await until(screen, (state) => state.tables[room.table]?.desk.phase === 'bargaining');
    expect(Object.values(screen.store.getState().words)).toEqual([]);
    const names = async () => Object.values(granted(await room.host.record(room.table)).words);
    expect((await names()).toSorted()).toEqual(['Mara', 'Sela']);
    granted(await room.host.hostSession({ type: 'show-names', shown: true }));
    expect((await names()).toSorted()).toEqual(['Student mara', 'Student sela']);
  });
});

describe('sessions', () => {
  it('[N19] are put away with their clocks stopped, and opened again as they were', async () => {
    server = await running();
    const room = await klass(server, ['mara'], { briefing: 5 });
    granted(await room.host.hostSession({ type: 'archive', archived: true }));
    const { client, token } = student(room, 'mara');
    expect(await until(client, (state) => state.gone)).toBe('session-archived');
    expect(await client.hello(token)).toMatchObject({ code: 'session-archived' });
    expect(await server.client().join({ code: room.code, nickname: 'Late' })).toMatchObject({
      code: 'session-archived',
    });
    expect(await room.host.hostTable(room.table, { type: 'skip' })).toMatchObject({
      code: 'session-archived',
    });
    expect(await until(room.host, (state) => state.tables[room.table]?.desk.paused)).toBeGreaterThan(0);
    granted(await room.host.hostSession({ type: 'archive', archived: false }));
    granted(await client.hello(token));
    granted(await room.host.hostTable(room.table, { type: 'resume' }));
  });

  it('[N20] are listed for whoever holds their tokens, or the host pass, and resumed with it', async () => {
    const { host, hostToken, session, code } = await opened({ hostPass: 'open sesame' }, 'open sesame');
    await joins(code, 'Ana');
    const stranger = server.client();
    expect(granted(await stranger.sessions([]))).toMatchObject({ all: false, hasPass: true, sessions: [] });
    const [card] = granted(await stranger.sessions([hostToken])).sessions;
    expect(card).toMatchObject({
      session,
      code,
      people: 1,
      tables: 1,
      own: true,
      archived: false,
      deleted: null,
    });
    expect(await stranger.sessions([], 'open barley')).toMatchObject({ code: 'wrong-pass' });
    expect(granted(await stranger.sessions([], 'open sesame'))).toMatchObject({
      all: true,
      sessions: [{ session, own: false }],
    });
    expect(await stranger.resume(session, 'open barley')).toMatchObject({ code: 'wrong-pass' });
    const resumed = granted(await stranger.resume(session, 'open sesame'));
    granted(await stranger.hello(resumed.hostToken));
    granted(await stranger.hostSession({ type: 'add-table' }));
    await until(host, (state) => state.session.tables.length === 2);
  });

  it('[N20] cannot be listed by anybody where no pass is set', async () => {
    const { session } = await opened();
    const stranger = server.client();
    expect(granted(await stranger.sessions([], 'anything'))).toMatchObject({
      all: false,
      hasPass: false,
      sessions: [],
    });
    expect(await stranger.resume(session, 'anything')).toMatchObject({ code: 'not-entitled' });
    expect(await stranger.deleteSession(session, { pass: 'anything' })).toMatchObject({
      code: 'not-entitled',
    });
  });

  it('[N20] are deleted with everything that belongs to them', async () => {
    const store = createMemoryStore();
    const { host, hostToken, session, code, table } = await opened({ store });
    const ana = await joins(code, 'Ana');
    granted(await host.hostSession({ type: 'message', person: ana.person, words: 'Gone tomorrow.' }));
    expect(await ana.client.deleteSession(session, { token: ana.token })).toMatchObject({
      code: 'not-entitled',
    });
    granted(await host.deleteSession(session, { token: hostToken }));
    expect(await until(ana.client, (state) => state.gone)).toBe('session-closed');
    expect(await server.client().join({ code, nickname: 'Ben' })).toMatchObject({ code: 'unknown-code' });
    expect(await server.client().hello(ana.token)).toMatchObject({ code: 'unknown-token' });
    expect(await server.client().hello(hostToken)).toMatchObject({ code: 'unknown-token' });
    expect(await store.streams('')).toEqual([]);
    expect(await store.words([ana.person])).toEqual(new Map());
    for (const kind of [
      'session',
      'code',
      'code-of',
      'token',
      `tokens of ${session}`,
      `return codes of ${session}`,
    ])
      expect(await store.keys(kind)).toEqual([]);
    expect(table).toContain(session);
  });

  it('[N20] are deleted by themselves when nothing has happened in them for the retention time', async () => {
    const store = createMemoryStore();
    const { session, hostToken } = await opened({ store, retentionDays: 30 });
    const [card] = granted(await server.client().sessions([hostToken])).sessions;
    expect(card?.deleted).toBe((card?.last ?? 0) + 30 * 24 * 3_600_000);
    await server.stop();
    const aged = {
      ...store,
      read: (...args: Parameters<typeof store.read>) =>
        store
          .read(...args)
          .then((events) => events.map((event) => ({ ...event, at: event.at - 31 * 24 * 3_600_000 }))),
    };
    server = await running({ store: aged, retentionDays: 60 });
    expect(granted(await server.client().sessions([hostToken])).sessions).toHaveLength(1);
    await server.stop();
    server = await running({ store: aged, retentionDays: 30 });
    await expect.poll(() => store.keys('session')).toEqual([]);
    expect(await store.streams(`session/${session}`)).toEqual([]);
  });
});
