import { type SmallDisk, storeOnSmallDisk } from '@btt/eventstore/test-support/small-disk';
import type { Answer, Hosting, Joined, Solo } from '@btt/protocol';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { granted, type Klass, klass, type Running, running, student, until } from './running';
import { newId, openPage, type Page } from './wire';

let disk: SmallDisk;
let server: Running;
const pages: Page[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const page of pages.splice(0)) page.close();
  await server.stop();
  await disk.remove();
});

async function start(): Promise<void> {
  disk = await storeOnSmallDisk();
  server = await running({ store: disk.store });
}

function open(): Page {
  const page = openPage(server.url);
  pages.push(page);
  return page;
}

async function as(token: string): Promise<Page> {
  const page = open();
  granted(await page.hello(token));
  return page;
}

/** A message that wants something written, as one page sends it again and again under the same id. */
interface Wish {
  readonly id: string;
  readonly send: (page?: Page) => Promise<Answer<{ readonly ok: true }>>;
}

const UNAVAILABLE = { ok: false, code: 'unavailable' };

function wish(from: () => Page, event: string, body: object): Wish {
  const message = { id: newId(), ...body };
  return { id: message.id, send: (page = from()) => page.ask(event, message) };
}

const joining = (room: Klass, nickname: string) =>
  wish(open, 'join', { protocol: 1, code: room.code, nickname });
const hosting = () => wish(open, 'host', { protocol: 1, scenario: 'small-river' });
const alone = () => wish(open, 'solo', { protocol: 1, scenario: 'small-river', nickname: 'Alone' });

/** Wishes of seats, of the table's host and of the session's. */
async function wishesIn(room: Klass): Promise<readonly Wish[]> {
  const { table } = room;
  const seats = await Promise.all(['mara', 'sela'].map((role) => as(student(room, role).token)));
  const desk = await as(room.hostToken);
  const command = (page: Page | undefined, by: 'seat' | 'host', body: object) =>
    wish(() => page ?? expect.unreachable(), 'command', { as: by, table, command: body });
  const session = (body: object) => wish(() => desk, 'session-command', { command: body });
  return [
    command(seats[0], 'seat', { type: 'propose', terms: { fund: 'small' }, words: 'FULL proposal' }),
    command(seats[0], 'seat', { type: 'say', channel: 'caucus-north', words: 'FULL north' }),
    command(seats[1], 'seat', { type: 'say', channel: 'table', words: 'FULL south' }),
    command(desk, 'host', { type: 'broadcast', words: 'FULL broadcast' }),
    session({ type: 'add-table', name: 'FULL table' }),
    session({ type: 'message', person: student(room, 'sela').person, words: 'FULL message' }),
    session({ type: 'expect', people: [{ nickname: 'FULL expected' }] }),
  ];
}

/** Everything that lies in the store of streams. */
async function written() {
  const streams = await disk.store.streams('');
  return Promise.all(streams.map(({ stream }) => disk.store.read(stream)));
}

/** How often the events of a command of this id lie in the store. */
async function timesWritten(id: string): Promise<number> {
  return (await written()).flat().filter(({ commandId }) => commandId === id).length;
}

const everythingHeard = () => JSON.stringify(pages.map(({ heard }) => heard));

async function failures(): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  return Number(/^btt_failures_total (\d+)$/m.exec(text)?.[1] ?? Number.NaN);
}

describe('a full disk', () => {
  it('lets nobody have what cannot be kept: refused, not written, and told to nobody', async () => {
    await start();
    const room = await klass(server, ['mara', 'sela']);
    const wishes = await wishesIn(room);
    const before = await written();
    disk.fill();
    expect(await Promise.all(wishes.map((one) => one.send()))).toEqual(
      wishes.map(() => expect.objectContaining(UNAVAILABLE)),
    );
    expect(await written()).toEqual(before);
    // A page is told in order: with the answer to this it has been told everything that was before.
    for (const page of pages) granted(await page.ask('resync', { feed: 'session' }));
    expect(everythingHeard()).not.toContain('FULL');

    disk.free();
    for (const one of wishes) expect(await one.send()).toMatchObject({ ok: true, id: one.id });
    for (const one of wishes) expect(await one.send()).toMatchObject({ ok: true, id: one.id });
    for (const { id } of wishes) expect([id, await timesWritten(id)]).toEqual([id, 1]);
    const sela = student(room, 'sela').client;
    const state = await until(sela, (now) => now.tables[room.table]?.desk.text.fund && now);
    const heard = Object.values(state.words).filter((words) => words.startsWith('FULL'));
    expect(heard.sort()).toEqual(['FULL broadcast', 'FULL message', 'FULL proposal', 'FULL south']);
  });

  it('can be read: pages come back, records and the library are there', async () => {
    await start();
    const room = await klass(server, ['mara', 'sela']);
    granted(await room.host.hostTable(room.table, { type: 'broadcast', words: 'Before.' }));
    disk.fill();
    const page = await as(student(room, 'mara').token);
    await page.until(() => JSON.stringify(page.heard).includes('Before.'));
    granted(await page.ask('resync', { feed: room.table }));
    granted(await room.host.record(room.table));
    for (const path of ['/healthz', '/readyz', '/api/library'])
      expect([path, (await fetch(`${server.url}${path}`)).status]).toEqual([path, 200]);
  });

  it('lets nobody join, host or play alone, and then each once', async () => {
    await start();
    const room = await klass(server, ['mara']);
    const before = await written();
    const wishes = [joining(room, 'Late'), hosting(), alone()];
    disk.fill();
    for (const one of wishes) expect(await one.send()).toMatchObject(UNAVAILABLE);
    expect(await written()).toEqual(before);
    expect(room.host.store.getState().session.people).toHaveLength(1);

    disk.free();
    const [join, host, solo] = wishes.map(({ send }) => [send(), send()] as const);
    for (const pair of [join, host, solo]) {
      const [first, again] = await Promise.all(pair ?? []);
      expect(granted(first ?? expect.unreachable())).toEqual(again);
    }
    await until(room.host, ({ session }) => session.people.length === 2);
    for (const answer of await Promise.all([join?.[0], host?.[0], solo?.[0]])) {
      const got = granted((answer ?? expect.unreachable()) as Answer<Joined | Hosting | Solo>);
      granted(await open().hello('token' in got ? got.token : got.hostToken));
    }
  });

  it('that gets room page by page refuses what does not fit, and grants all of it once in the end', async () => {
    await start();
    const room = await klass(server, ['mara', 'sela']);
    const commands = await wishesIn(room);
    const entries = [joining(room, 'Late'), hosting(), alone()];
    const wishes = [...commands, ...entries];
    disk.fill();
    const refusals: number[] = [];
    let left = wishes;
    while (left.length > 0) {
      const answers = await Promise.all(left.map((one) => one.send()));
      for (const answer of answers) if (!answer.ok) expect(answer).toMatchObject(UNAVAILABLE);
      left = left.filter((_, i) => !answers[i]?.ok);
      refusals.push(left.length);
      disk.grow(1);
    }
    // Otherwise nothing of this was about a disk that has some room and not enough.
    expect(new Set(refusals).size).toBeGreaterThan(3);
    for (const one of wishes) granted(await one.send());
    for (const { id } of commands) expect([id, await timesWritten(id)]).toEqual([id, 1]);
    const names = Object.values(room.host.store.getState().words);
    expect(names.filter((name) => name === 'Late')).toHaveLength(1);
    const count = async (wanted: string) =>
      (await written()).flat().filter(({ stream, type }) => stream.startsWith('session/') && type === wanted)
        .length;
    // The class's own session, the hosted one and the one of somebody alone; two students, one who is late, and that one.
    expect([await count('open'), await count('join')]).toEqual([3, 4]);
  });

  it('holds up a deadline, which comes when there is room again', async () => {
    await start();
    const room = await klass(server, ['mara'], { briefing: 5, roundMinutes: 5 });
    disk.fill();
    const before = await failures();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6 * 60_000 });
    let tried = false;
    while (!tried) tried = (await failures()) > before;
    const phase = () => room.host.store.getState().tables[room.table]?.desk.phase;
    expect(phase()).toBe('briefing');
    disk.free();
    await until(room.host, () => phase() === 'bargaining');
  });
});
