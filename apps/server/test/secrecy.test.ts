import { type Brief, EMPTY_DESK, type Frame } from '@btt/protocol';
import { smallScenario } from '@btt/scenario/test-support';
import { io, type Socket } from 'socket.io-client';
import { afterEach, describe, expect, it } from 'vitest';
import { granted, klass, type Running, running, student, until } from './running';

const ROLES = smallScenario().roles.map((role) => role.id);

let server: Running;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.close();
  await server.stop();
});

/** Everything that one token is sent until it has been told the last word, as it comes over the wire. */
async function wiretap(token: string, last: string): Promise<{ readonly complete: Promise<string> }> {
  const socket = io(server.url, { forceNew: true, transports: ['websocket'] });
  sockets.push(socket);
  const heard: unknown[] = [];
  const complete = new Promise<string>((resolve) => {
    socket.onAny((...message) => {
      heard.push(message);
      if (JSON.stringify(message).includes(last)) resolve(JSON.stringify(heard));
    });
  });
  heard.push(await socket.emitWithAck('hello', { protocol: 1, token }));
  return { complete };
}

const privateOf = (role: string) => [
  `only-${role}-knows`,
  `wish-of-${role}"`,
  `question-of-${role}"`,
  `concern-of-${role}"`,
];

describe('what goes over the wire', () => {
  it('holds no canary of another role, no private message and no hidden number, for any seat, observer or screen', async () => {
    server = await running();
    const room = await klass(server, ROLES);
    const { table, host } = room;
    const late = granted(await server.client().join({ code: room.code, nickname: 'Late' }));
    const taps = new Map<string, { readonly complete: Promise<string> }>();
    for (const role of ROLES) taps.set(role, await wiretap(student(room, role).token, 'FOR ALL'));
    taps.set('observer', await wiretap(late.token, 'FOR ALL'));
    taps.set('screen', await wiretap(room.screenToken, 'FOR ALL'));

    const as = (role: string) => student(room, role).client;
    granted(
      await as('nora').seat(table, { type: 'say', channel: 'nora-sofia', words: 'CANARY back channel' }),
    );
    granted(
      await as('mara').seat(table, { type: 'say', channel: 'caucus-north', words: 'CANARY north caucus' }),
    );
    granted(
      await as('generals').seat(table, {
        type: 'say',
        channel: 'direct-generals',
        words: 'CANARY generals direct',
      }),
    );
    granted(await as('farmers').seat(table, { type: 'ask-help', words: 'CANARY farmers help' }));
    granted(
      await as('sela').seat(table, { type: 'move', move: 'hard-paper', secrets: { manner: 'performed' } }),
    );
    granted(await as('sela').seat(table, { type: 'move', move: 'ask-pressure' }));
    granted(await as('mara').seat(table, { type: 'move', move: 'pressure' }));
    granted(
      await as('mara').seat(table, { type: 'move', move: 'victory-line', words: 'CANARY north boast' }),
    );
    granted(await as('old-guard').seat(table, { type: 'state-stance', stance: 'against', public: false }));
    // The referee has spoken, about what has just happened, before the last word is said.
    const { effects } = host.store.getState().tables[table]?.desk ?? EMPTY_DESK;
    expect(effects.length).toBeGreaterThan(0);
    await until(host, ({ readings }) => typeof readings[table]?.jointWinSet === 'number');
    granted(await host.hostTable(table, { type: 'broadcast', words: 'FOR ALL' }));

    const north = new Set(
      ROLES.filter((role) => smallScenario().roles.find((one) => one.id === role)?.side === 'north'),
    );
    const mayHear: Record<string, (viewer: string) => boolean> = {
      'CANARY back channel': (viewer) => viewer === 'nora' || viewer === 'sofia',
      'CANARY north caucus': (viewer) => north.has(viewer),
      'CANARY generals direct': (viewer) => viewer === 'generals' || viewer === 'sela',
      'CANARY farmers help': (viewer) => viewer === 'farmers',
      'CANARY north boast': (viewer) => north.has(viewer),
      '"value":"performed"': (viewer) => viewer === 'sela',
      '"draw-pending"': () => false,
      '"effect-behind"': () => false,
      '"They want quiet."': () => false,
      // The referee's frame, and every number that only its lines have.
      '["reading",': () => false,
      '"jointWinSet"': () => false,
      '"winSet"': () => false,
      '"supports"': () => false,
    };
    for (const [viewer, tap] of taps) {
      const text = await tap.complete;
      for (const [canary, may] of Object.entries(mayHear))
        expect([viewer, canary, text.includes(canary)]).toEqual([viewer, canary, may(viewer)]);
      for (const role of ROLES) {
        for (const secret of privateOf(role))
          expect([viewer, secret, text.includes(secret)]).toEqual([
            viewer,
            secret,
            viewer === role && text.includes(secret),
          ]);
      }
    }
    expect((await taps.get('mara')?.complete)?.includes('only-mara-knows')).toBe(true);
  });

  it('is a referee’s line for the host alone: nobody else gets the record before the debrief is open', async () => {
    server = await running();
    const room = await klass(server, ROLES);
    for (const role of ROLES)
      expect(await student(room, role).client.record(room.table)).toMatchObject({
        ok: false,
        code: 'debrief-closed',
      });
    const screen = server.client();
    granted(await screen.hello(room.screenToken));
    expect(await screen.record(room.table)).toMatchObject({ ok: false, code: 'debrief-closed' });
    granted(await room.host.record(room.table));
    expect(student(room, 'mara').client.store.getState().readings).toEqual({});
    expect(screen.store.getState().readings).toEqual({});
  });

  it('numbers the entries of each viewer densely, whatever else happens at the table', async () => {
    server = await running();
    const room = await klass(server, ['mara', 'sela', 'farmers', 'wire']);
    const socket = io(server.url, { forceNew: true, transports: ['websocket'] });
    sockets.push(socket);
    const numbers: number[] = [];
    let brief: Brief | undefined;
    socket.on('frame', (frame: Frame) => {
      if (frame.feed !== room.table) return;
      brief ??= frame.brief;
      numbers.push(...frame.entries.map((entry) => entry.n));
    });
    await socket.emitWithAck('hello', { protocol: 1, token: student(room, 'wire').token });
    for (let i = 0; i < 5; i++) {
      granted(
        await student(room, 'mara').client.seat(room.table, {
          type: 'say',
          channel: 'caucus-north',
          words: `secret ${i}`,
        }),
      );
      granted(await room.host.hostTable(room.table, { type: 'broadcast', words: `public ${i}` }));
    }
    await until(student(room, 'wire').client, (state) => Object.values(state.words).includes('public 4'));
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
    expect(brief?.own?.role).toBe('wire');
  });
});
