import { EMPTY_DESK, type Fact, foldAll, type Joined } from '@btt/protocol';
import { afterEach, describe, expect, it } from 'vitest';
import { granted, type Klass, klass, type Running, running, student, until } from './running';
import { newId, openPage, type Page } from './wire';

let server: Running;
const pages: Page[] = [];
afterEach(async () => {
  for (const page of pages.splice(0)) page.close();
  await server.stop();
});

function open(options: Parameters<typeof openPage>[1] = {}): Page {
  const page = openPage(server.url, options);
  pages.push(page);
  return page;
}

async function as(token: string, cursors?: object): Promise<Page> {
  const page = open();
  granted(await page.hello(token, cursors));
  return page;
}

const say = (room: Klass, role: string, channel: string, words: string) =>
  student(room, role).client.seat(room.table, { type: 'say', channel, words });
const broadcast = (room: Klass, words: string) =>
  room.host.hostTable(room.table, { type: 'broadcast', words });

describe('a message', () => {
  it('of an unknown kind, without a body, or with rubbish in it is refused with a code, and the page goes on', async () => {
    server = await running();
    const room = await klass(server, ['mara']);
    const page = await as(student(room, 'mara').token);
    for (const event of ['nonsense', 'constructor', '__proto__', 'frame', 'toString', ''])
      expect(await page.ask(event, {})).toMatchObject({ ok: false, code: 'malformed' });
    for (const event of ['join', 'host', 'hello', 'command', 'session-command', 'resync', 'record']) {
      expect(await page.socket.emitWithAck(event)).toMatchObject({ ok: false, code: 'malformed' });
      for (const rubbish of [
        Number.NaN,
        [],
        [[[[]]]],
        'x',
        Buffer.from('x'),
        { toJSON: 1 },
        { id: { id: {} } },
      ])
        expect(await page.ask(event, rubbish)).toMatchObject({ ok: false, code: 'malformed' });
    }
    page.socket.emit('command');
    page.socket.emit('command', 1, 2, 3);
    const move = { type: 'propose', terms: { fund: 'small' } };
    expect(
      await page.ask('command', { as: 'seat', id: newId(), table: room.table, command: move }),
    ).toMatchObject({ ok: true });
  });

  it('that is too large ends its own connection and nobody else’s', async () => {
    server = await running();
    const room = await klass(server, ['mara', 'sela']);
    const page = await as(student(room, 'mara').token);
    const gone = new Promise((resolve) => page.socket.once('disconnect', resolve));
    page.socket.emit('command', 'x'.repeat(100_000));
    await gone;
    granted(await say(room, 'sela', 'caucus-south', 'still here'));
  });

  it('before saying hello is refused, whatever it is', async () => {
    server = await running();
    const room = await klass(server, ['mara']);
    const page = open();
    const id = newId();
    const refused = { ok: false, code: 'unknown-token' };
    expect(
      await page.ask('command', { as: 'host', id, table: room.table, command: { type: 'skip' } }),
    ).toMatchObject(refused);
    expect(await page.ask('session-command', { id, command: { type: 'close' } })).toMatchObject(refused);
    expect(await page.ask('record', { table: room.table })).toMatchObject(refused);
    expect(await page.ask('resync', { feed: room.table })).toMatchObject(refused);
    expect(await page.hello('x'.repeat(43))).toMatchObject(refused);
    expect(page.heard).toEqual([]);
  });

  it('is refused as too many when they come in a flood, and others do not notice', async () => {
    server = await running();
    const room = await klass(server, ['mara', 'sela']);
    const page = await as(student(room, 'mara').token);
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => page.ask('record', { table: 'elsewhere-1' })),
    );
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.code));
    expect(new Set(codes)).toEqual(new Set(['unknown-table', 'too-many']));
    granted(await say(room, 'sela', 'caucus-south', 'calm'));
  });

  it('goes by long polling where nothing else gets through', async () => {
    server = await running();
    const room = await klass(server, ['mara']);
    const page = open({ transports: ['polling'], upgrade: false });
    granted(await page.hello(student(room, 'mara').token));
    granted(await broadcast(room, 'Can you hear me?'));
    await page.until(() =>
      page.frames().some((frame) => Object.values(frame.words).includes('Can you hear me?')),
    );
    expect(page.socket.io.engine.transport.name).toBe('polling');
  });
});

describe('a page of another website', () => {
  it('is not let in, by socket or by polling; one of this server is', async () => {
    server = await running({ publicUrl: 'https://table.example.org' });
    const connects = (origin: string, transport: 'websocket' | 'polling') => {
      const page = open({ transports: [transport], extraHeaders: { origin } });
      return new Promise((resolve) => {
        page.socket.once('connect', () => resolve(true));
        page.socket.once('connect_error', () => resolve(false));
      });
    };
    for (const transport of ['websocket', 'polling'] as const) {
      expect(await connects('https://evil.example', transport)).toBe(false);
      expect(await connects('null', transport)).toBe(false);
      expect(await connects('http://127.0.0.1:1', transport)).toBe(false);
      expect(await connects(server.url, transport)).toBe(true);
      expect(await connects('https://table.example.org', transport)).toBe(true);
    }
  });
});

describe('whoever comes back', () => {
  it('gets the tail after its cursors, or everything anew, and ends where somebody is who never left', async () => {
    server = await running();
    const room = await klass(server, ['mara', 'sela', 'farmers']);
    const { token } = student(room, 'mara');
    const always = await as(token);
    const left = await as(token);
    const happen = async (round: number) => {
      granted(await broadcast(room, `to all ${round}`));
      granted(await say(room, 'sela', 'caucus-south', `not for mara ${round}`));
      granted(await say(room, 'mara', 'caucus-north', `for the north ${round}`));
    };
    await happen(1);
    await left.until(
      () =>
        left.entries(room.table).length === always.entries(room.table).length &&
        left.entries(room.table).length > 2,
    );
    const epoch = left.frames(room.table)[0]?.epoch;
    const cursor = { epoch, n: left.entries(room.table).at(-1)?.n };
    left.close();
    await happen(2);

    const tail = await as(token, { [room.table]: cursor });
    expect(tail.frames(room.table).every((frame) => !frame.reset)).toBe(true);
    expect([...left.entries(room.table), ...tail.entries(room.table)]).toEqual(always.entries(room.table));

    for (const misfit of [
      { epoch: 'other', n: 1 },
      { epoch, n: 999 },
    ]) {
      const anew = await as(token, { [room.table]: misfit });
      expect(anew.frames(room.table)[0]?.reset).toBe(true);
      expect(anew.entries(room.table)).toEqual(always.entries(room.table));
    }

    const before = tail.entries(room.table).length;
    granted(await tail.ask('resync', { feed: room.table, cursor }));
    expect(tail.entries(room.table).slice(before)).toEqual(always.entries(room.table).slice(cursor.n));
    granted(await tail.ask('resync', { feed: room.table }));
    expect(tail.frames(room.table).at(-1)).toMatchObject({ reset: true, brief: { own: { role: 'mara' } } });
    expect(await tail.ask('resync', { feed: 'elsewhere-1' })).toMatchObject({
      ok: false,
      code: 'unknown-table',
    });
    const facts = always.entries(room.table).flatMap((entry) => entry.facts as Fact[]);
    const { client } = student(room, 'mara');
    await until(client, (state) => state.tables[room.table]?.n === always.entries(room.table).at(-1)?.n);
    expect(client.store.getState().tables[room.table]?.desk).toEqual(foldAll(EMPTY_DESK, facts));
  });

  it('is sent nothing twice when hello is said again and again at once', async () => {
    server = await running();
    const room = await klass(server, ['mara', 'sela']);
    const page = open();
    const [mara, sela] = [student(room, 'mara').token, student(room, 'sela').token];
    await Promise.all([mara, sela, mara, sela].map((token) => page.hello(token)));
    const { length } = page.heard;
    granted(await say(room, 'mara', 'caucus-north', 'for the north alone'));
    granted(await say(room, 'sela', 'caucus-south', 'for the south alone'));
    granted(await broadcast(room, 'the end'));
    await page.until(() => JSON.stringify(page.heard).includes('the end'));
    const after = JSON.stringify(page.heard.slice(length));
    expect(after.includes('for the north alone')).not.toBe(after.includes('for the south alone'));
    expect(after.split('the end')).toHaveLength(2);
  });
});

describe('somebody who is moved to another seat', () => {
  it('hears nothing of the old seat from the moment the host is told that it is done', async () => {
    server = await running();
    const room = await klass(server, ['mara', 'sela']);
    const { token, person } = student(room, 'mara');
    const page = await as(token);
    granted(await room.host.hostSession({ type: 'seat', person, table: room.table, role: 'fishers' }));
    granted(await say(room, 'sela', 'table', 'between negotiators'));
    granted(await broadcast(room, 'for everybody'));
    await page.until(() => JSON.stringify(page.heard).includes('for everybody'));
    const moved = page.heard.findIndex(([event]) => event === 'welcome');
    expect(page.welcomes().at(-1)?.me).toMatchObject({ seat: { role: 'fishers' } });
    expect(JSON.stringify(page.heard.slice(0, moved))).toContain('only-mara-knows');
    const after = JSON.stringify(page.heard.slice(moved));
    expect(after).not.toContain('only-mara-knows');
    expect(after).not.toContain('between negotiators');
    expect(
      page
        .frames(room.table)
        .filter((frame) => frame.reset)
        .map((frame) => frame.brief?.own?.role),
    ).toEqual(['mara', 'fishers']);
    const again = {
      as: 'seat',
      id: newId(),
      table: room.table,
      command: { type: 'propose', terms: { fund: 'small' } },
    };
    expect(await page.ask('command', again)).toMatchObject({ ok: false, code: 'not-entitled' });
  });

  it('keeps what was granted before: the same command sent again is answered, even from the lobby', async () => {
    server = await running();
    const room = await klass(server, ['mara']);
    const { token, person } = student(room, 'mara');
    const page = await as(token);
    const wish = {
      as: 'seat',
      id: newId(),
      table: room.table,
      command: { type: 'propose', terms: { fund: 'small' } },
    };
    expect(await page.ask('command', wish)).toMatchObject({ ok: true });
    granted(await room.host.hostSession({ type: 'unseat', person }));
    expect(await page.ask('command', wish)).toMatchObject({ ok: true, id: wish.id });
    expect(await page.ask('command', { ...wish, id: newId() })).toMatchObject({
      ok: false,
      code: 'not-seated',
    });
  });
});

describe('who is online', () => {
  it('is told to the host for everybody, and to a seat for its own table', async () => {
    server = await running();
    const room = await klass(server, ['mara', 'sela']);
    const lobby = granted(await server.client().join({ code: room.code, nickname: 'Late' }));
    const [host, mara, late] = [
      await as(room.hostToken),
      await as(student(room, 'mara').token),
      await as(lobby.token),
    ];
    const seated = [student(room, 'mara').person, student(room, 'sela').person];
    await host.until(() => host.online()?.length === 3);
    await late.until(() => late.online()?.length === 3);
    await mara.until(() => mara.online()?.length === 2);
    expect(host.online()).toEqual([...seated, lobby.person]);
    expect(mara.online()).toEqual(seated);
    late.close();
    await host.until(() => host.online()?.length === 2);
  });
});

describe('joining', () => {
  it('twice under one id gives the same person once', async () => {
    server = await running();
    const room = await klass(server, []);
    const message = { protocol: 1, id: newId(), code: room.code, nickname: 'Anna' };
    const first = await open().ask<Joined>('join', message);
    expect(await open().ask('join', message)).toEqual(first);
    expect(room.host.store.getState().session.people.length).toBeLessThanOrEqual(1);
    await until(room.host, (state) => state.session.people.length === 1);
  });

  it('under the same name at the same moment is granted to one', async () => {
    server = await running();
    const room = await klass(server, []);
    const names = ['Anna', 'ANNA', 'ａnna', ' anna', 'Anna '];
    const answers = await Promise.all(
      names.map((nickname) => open().ask('join', { protocol: 1, id: newId(), code: room.code, nickname })),
    );
    expect(answers.map((answer) => (answer.ok ? 'joined' : answer.code)).sort()).toEqual([
      'joined',
      ...names.slice(1).map(() => 'nickname-taken'),
    ]);
  });

  it('under a name that cannot be seen is refused', async () => {
    server = await running();
    const room = await klass(server, []);
    const message = { protocol: 1, id: newId(), code: room.code, nickname: '\u200b\u202e' };
    expect(await open().ask('join', message)).toMatchObject({ ok: false, code: 'malformed' });
  });

  it('brings a whole class in within moments, and everybody sees everybody', async () => {
    server = await running();
    const room = await klass(server, []);
    const tokens = await Promise.all(
      Array.from({ length: 60 }, async (_, i) => {
        const page = open();
        const joined = granted(
          await page.ask<Joined>('join', {
            protocol: 1,
            id: newId(),
            code: room.code,
            nickname: `Student ${i}`,
          }),
        );
        granted(await page.hello(joined.token));
        return page;
      }),
    );
    const joinedIn = (page: Page) =>
      page.entries('session').flatMap(({ facts }) => facts.filter(({ type }) => type === 'person-joined'))
        .length;
    await Promise.all(tokens.map((page) => page.until(() => joinedIn(page) === 60)));
    granted(await room.host.hostSession({ type: 'seat-everyone' }));
    await until(room.host, (state) => state.session.people.filter(({ seat }) => seat).length > 10);
    for (const page of tokens) {
      const words = Object.assign({}, ...page.frames('session').map((frame) => frame.words)) as object;
      expect(Object.keys(words)).toHaveLength(60);
    }
  });
});

describe('tables', () => {
  it('are added at the same moment under ids of their own, and followed by host and screen', async () => {
    server = await running();
    const room = await klass(server, ['mara']);
    const screen = await as(room.screenToken);
    const add = () => room.host.hostSession({ type: 'add-table' });
    for (const answer of await Promise.all([add(), add(), add()])) granted(answer);
    await until(room.host, (state) => Object.keys(state.tables).length === 4);
    await screen.until(() => new Set(screen.frames().map((frame) => frame.feed)).size === 5);
    expect(room.host.store.getState().session.tables.map(({ table }) => table)).toEqual(
      [1, 2, 3, 4].map((n) => `${room.session}-${n}`),
    );
    expect(screen.welcomes().at(-1)?.feeds).toHaveLength(5);
  });
});
