import { io } from 'socket.io-client';
import { expect, test } from './support/test';

// A client that somebody else might write: socket.io-client, and what docs/protocol.md says. Nothing of this project is imported but the
// fixture that starts the server.

interface Fact {
  readonly type: string;
  readonly [key: string]: unknown;
}
interface Frame {
  readonly feed: string;
  readonly epoch: string;
  readonly reset: boolean;
  readonly entries: readonly { readonly n: number; readonly facts: readonly Fact[] }[];
  readonly brief?: { readonly own: { readonly role: string } | null };
}

/** Follows one feed as the protocol says: a reset starts anew, what is known is passed over, a gap is asked for. */
function follow(socket: ReturnType<typeof io>, feed: string) {
  const known = { epoch: '', n: 0, role: '', facts: [] as Fact[] };
  socket.on('frame', (frame: Frame) => {
    if (frame.feed !== feed) return;
    if (frame.reset)
      Object.assign(known, { epoch: frame.epoch, n: 0, facts: [], role: frame.brief?.own?.role ?? '' });
    for (const entry of frame.entries) {
      if (entry.n <= known.n) continue;
      if (entry.n > known.n + 1) {
        socket.emit('resync', { feed, cursor: { epoch: known.epoch, n: known.n } }, () => undefined);
        return;
      }
      known.n = entry.n;
      known.facts.push(...entry.facts);
    }
  });
  return known;
}

const id = () => crypto.randomUUID();

test('a third-party client joins and plays a seat with nothing but socket.io-client', async ({ server }) => {
  const connect = () => io(server.url, { forceNew: true, transports: ['websocket'] });
  const host = connect();
  const hosting = await host.emitWithAck('host', { protocol: 1, id: id(), scenario: 'german-reunification' });
  await host.emitWithAck('hello', { protocol: 1, token: hosting.hostToken });
  const table = `${hosting.session}-1`;

  const student = connect();
  const seen = follow(student, table);
  const joined = await student.emitWithAck('join', {
    protocol: 1,
    id: id(),
    code: hosting.code,
    nickname: 'Third party',
  });
  expect(joined).toMatchObject({ ok: true });
  const welcome = await student.emitWithAck('hello', { protocol: 1, token: joined.token });
  expect(welcome.me).toMatchObject({ kind: 'person', person: joined.person, seat: null });

  const seated = await host.emitWithAck('session-command', {
    id: id(),
    command: { type: 'seat', person: joined.person, table, role: 'baker' },
  });
  expect(seated).toMatchObject({ ok: true });
  await expect.poll(() => seen.role).toBe('baker');
  for (const type of ['start', 'skip'])
    await host.emitWithAck('command', { as: 'host', id: id(), table, command: { type } });
  await expect
    .poll(() => seen.facts.some((fact) => fact.type === 'phase' && fact.phase === 'bargaining'))
    .toBe(true);

  const proposal = {
    as: 'seat',
    id: id(),
    table,
    command: { type: 'propose', terms: { 'polish-border': 'parallel-resolutions' }, words: 'From outside.' },
  };
  const accepted = await student.emitWithAck('command', proposal);
  expect(accepted).toMatchObject({ ok: true, id: proposal.id });
  expect(await student.emitWithAck('command', proposal)).toEqual(accepted);
  await expect.poll(() => seen.n).toBe(accepted.n);
  expect(seen.facts.filter((fact) => fact.type === 'proposed')).toHaveLength(1);

  // The line is cut; another page of the same student catches up from its cursor and ends where it would have been.
  student.disconnect();
  await host.emitWithAck('command', {
    as: 'host',
    id: id(),
    table,
    command: { type: 'broadcast', words: 'While you were away.' },
  });
  const again = connect();
  const tail: Frame[] = [];
  again.on('frame', (frame: Frame) => frame.feed === table && tail.push(frame));
  await again.emitWithAck('hello', {
    protocol: 1,
    token: joined.token,
    cursors: { [table]: { epoch: seen.epoch, n: seen.n } },
  });
  await expect.poll(() => tail.length).toBe(1);
  expect(tail[0]).toMatchObject({ reset: false });
  expect(tail[0]?.entries.map((entry) => entry.n)).toEqual([seen.n + 1]);
  expect(
    await again.emitWithAck('command', {
      as: 'seat',
      id: id(),
      table,
      command: { type: 'vote', vote: 'yes' },
    }),
  ).toMatchObject({ ok: false, code: 'not-entitled' });
  for (const socket of [host, again]) socket.close();
});
