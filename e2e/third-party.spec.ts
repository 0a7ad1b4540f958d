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
  readonly words: Readonly<Record<string, string>>;
  readonly brief?: { readonly own: { readonly role: string } | null };
}

interface Clause {
  readonly option: string | null;
  readonly accepted: readonly string[];
}

/** What this client makes of a table: as much of the folding rules as it cares about. */
interface Table {
  epoch: string;
  n: number;
  role: string;
  phase: string;
  round: number;
  text: Record<string, Clause>;
  proposals: number;
  words: Record<string, string>;
}

const nothing = (): Table => ({
  epoch: '',
  n: 0,
  role: '',
  phase: 'lobby',
  round: 0,
  text: {},
  proposals: 0,
  words: {},
});

function fold(table: Table, fact: Fact): void {
  if (fact.type === 'phase') Object.assign(table, { phase: fact.phase, round: fact.round });
  if (fact.type === 'clause') table.text[String(fact.issue)] = fact.clause as Clause;
  if (fact.type === 'proposed') table.proposals += 1;
}

/** Follows one feed as the protocol says: a reset starts anew, what is known is passed over, a gap is asked for once. */
function follow(socket: ReturnType<typeof io>, feed: string) {
  const known = { table: nothing(), gaps: 0, lose: 0 };
  let asking = false;
  socket.on('frame', (frame: Frame) => {
    if (frame.feed !== feed) return;
    if (known.lose > 0) {
      known.lose -= 1;
      return;
    }
    const { table } = known;
    if (frame.reset)
      known.table = {
        ...nothing(),
        epoch: frame.epoch,
        role: frame.brief?.own?.role ?? '',
        words: table.words,
      };
    else if (frame.epoch !== table.epoch || (frame.entries[0]?.n ?? 0) > table.n + 1) {
      known.gaps += 1;
      if (asking) return;
      asking = true;
      socket.emit('resync', { feed, cursor: { epoch: table.epoch, n: table.n } }, () => {
        asking = false;
      });
      return;
    }
    Object.assign(known.table.words, frame.words);
    for (const entry of frame.entries) {
      if (entry.n <= known.table.n) continue;
      for (const fact of entry.facts) fold(known.table, fact);
      known.table.n = entry.n;
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
  await expect.poll(() => seen.table.role).toBe('baker');
  const asHost = (command: object) => host.emitWithAck('command', { as: 'host', id: id(), table, command });
  for (const type of ['start', 'skip']) await asHost({ type });
  await expect.poll(() => seen.table.phase).toBe('bargaining');

  const proposal = {
    as: 'seat',
    id: id(),
    table,
    command: { type: 'propose', terms: { 'polish-border': 'parallel-resolutions' }, words: 'From outside.' },
  };
  const accepted = await student.emitWithAck('command', proposal);
  expect(accepted).toMatchObject({ ok: true, id: proposal.id });
  expect(await student.emitWithAck('command', proposal)).toEqual(accepted);
  await expect.poll(() => seen.table.n).toBe(accepted.n);
  expect(seen.table.proposals).toBe(1);
  expect(seen.table.text['polish-border']).toMatchObject({
    option: 'parallel-resolutions',
    accepted: ['west'],
  });
  expect(Object.values(seen.table.words)).toContain('From outside.');

  // Two frames go astray. The next one shows the gap, and asking for the tail mends it.
  seen.lose = 2;
  for (const words of ['Lost.', 'Lost as well.']) await asHost({ type: 'broadcast', words });
  await expect.poll(() => seen.lose).toBe(0);
  expect(seen.table.n).toBe(accepted.n);
  await asHost({ type: 'broadcast', words: 'This one arrives.' });
  await expect.poll(() => seen.table.n).toBe(accepted.n + 3);
  expect(seen.gaps).toBe(1);
  expect(Object.values(seen.table.words)).toEqual(
    expect.arrayContaining(['Lost.', 'Lost as well.', 'This one arrives.']),
  );

  // The line is cut; another page of the same student catches up from its cursor.
  student.disconnect();
  await asHost({ type: 'skip' });
  const again = connect();
  const tail: Frame[] = [];
  again.on('frame', (frame: Frame) => frame.feed === table && tail.push(frame));
  await again.emitWithAck('hello', {
    protocol: 1,
    token: joined.token,
    cursors: { [table]: { epoch: seen.table.epoch, n: seen.table.n } },
  });
  await expect.poll(() => tail.length).toBe(1);
  expect(tail[0]).toMatchObject({ reset: false, epoch: seen.table.epoch });
  expect(tail[0]?.entries.map((entry) => entry.n)).toEqual([seen.table.n + 1]);
  for (const fact of tail[0]?.entries.flatMap(({ facts }) => facts) ?? []) fold(seen.table, fact);
  expect(seen.table.round).toBe(2);

  // A page that knows nothing is told everything, and comes to the same state.
  const fresh = connect();
  const anew = follow(fresh, table);
  await fresh.emitWithAck('hello', { protocol: 1, token: joined.token });
  await expect.poll(() => anew.table.round).toBe(2);
  expect(anew.table).toEqual({ ...seen.table, n: seen.table.n + 1 });

  const notYours = { as: 'seat', id: id(), table, command: { type: 'vote', vote: 'yes' } };
  expect(await again.emitWithAck('command', notYours)).toMatchObject({ ok: false, code: 'not-entitled' });
  for (const socket of [host, again, fresh]) socket.close();
});
