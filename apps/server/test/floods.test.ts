import type { Answer, Joined, RefusalCode } from '@btt/protocol';
import { MESSAGES } from '@btt/protocol/test-support';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../src/limits/limits';
import { granted, type Klass, klass, type Running, running, student, until } from './running';
import { newId, openPage, type Page } from './wire';

let server: Running;
const pages: Page[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const page of pages.splice(0)) page.close();
  await server.stop();
});

/** The clock stands, so that no bucket fills up again. */
const FROZEN = { toFake: ['Date' as const] };
const FLOOD = '203.0.113.5';
const SCHOOL = '198.51.100.7';

function openAt(address: string): Page {
  const page = openPage(server.url, { extraHeaders: { 'x-forwarded-for': address } });
  pages.push(page);
  return page;
}

/** A class on one table, and pages of a second table in the same session, where bargaining has begun too. */
async function twoTables(): Promise<{ room: Klass; table: string; seats: readonly Page[] }> {
  server = await running({ trustedProxies: 1 });
  const room = await klass(server, ['mara']);
  const { host } = room;
  const table = `${room.session}-2`;
  granted(await host.hostSession({ type: 'add-table', name: 'Elsewhere' }));
  const seats: Page[] = [];
  for (const role of ['mara', 'sela', 'nora', 'sofia']) {
    const page = openAt(SCHOOL);
    const message = { protocol: 1, id: newId(), code: room.code, nickname: `${role} elsewhere` };
    const { person, token } = granted(await page.ask<Joined>('join', message));
    granted(await host.hostSession({ type: 'seat', person, table, role }));
    granted(await page.hello(token));
    seats.push(page);
  }
  await until(host, (state) => state.tables[table]?.desk.seats.sofia?.length === 1);
  granted(await host.hostTable(table, { type: 'start' }));
  return { room, table, seats };
}

type Code = RefusalCode | 'ok';
const codeOf = (answer: Answer<{ readonly ok: true }>): Code => (answer.ok ? 'ok' : answer.code);

/** Messages of every kind, some for the flood's own table, some that nobody understands. */
function anyMessages(table: string): readonly (readonly [string, unknown])[] {
  const valid = Object.entries(MESSAGES)
    // A join with a wrong code waits on purpose.
    .filter(([name]) => name !== 'join' && name !== 'return')
    .flatMap(([name, bodies]) => bodies.map((body): [string, unknown] => [name, { ...body, id: newId() }]));
  const say = () => ({
    as: 'seat',
    id: newId(),
    table,
    command: { type: 'say', channel: 'caucus-north', words: 'Flood. '.repeat(100) },
  });
  return valid.flatMap(
    (message) => [message, ['command', say()], ['command', null], ['nothing', {}]] as const,
  );
}

const ROUNDS = 25;
const allGranted: readonly Code[] = Array.from({ length: 4 * ROUNDS }, () => 'ok');

/** All pages say something, so many times: in two games fewer messages than a page may send at once. */
async function play(table: string, seats: readonly Page[]): Promise<Code[]> {
  const codes: Code[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const command = { type: 'say', channel: 'table', words: `Calm ${round}.` };
    const said = seats.map((page) => page.ask('command', { as: 'seat', id: newId(), table, command }));
    codes.push(...(await Promise.all(said)).map(codeOf));
  }
  return codes;
}

/** Floods as long as somebody plays. What was answered to the flood. */
async function during<T>(game: Promise<T>, flood: () => Promise<readonly Code[]>): Promise<[T, Set<Code>]> {
  const answered = new Set<Code>();
  const now = { playing: true };
  const played = game.finally(() => {
    now.playing = false;
  });
  while (now.playing) for (const code of await flood()) answered.add(code);
  return [await played, answered];
}

describe('a flood', () => {
  it('of one page, of messages of every kind, takes nothing from another table at the same address', async () => {
    const { room, table, seats } = await twoTables();
    vi.useFakeTimers(FROZEN);
    const flooder = openAt(SCHOOL);
    granted(await flooder.hello(student(room, 'mara').token));
    const messages = anyMessages(room.table);
    let asked = 0;
    const all = () => {
      asked += messages.length;
      return Promise.all(messages.map(async ([name, body]) => codeOf(await flooder.ask(name, body))));
    };
    const [codes, answered] = await during(play(table, seats), all);
    expect(codes).toEqual(allGranted);
    expect([...answered]).toEqual(expect.arrayContaining(['too-many', 'malformed', 'ok']));
    // What a page is refused is not taken from its address.
    while (asked <= LIMITS.address.burst) await all();
    expect(await play(table, seats)).toEqual(allGranted);
  });

  it('of one address, until nobody there is answered, takes nothing from a table at another', async () => {
    const { room, table, seats } = await twoTables();
    vi.useFakeTimers(FROZEN);
    const flooders = Array.from({ length: Math.ceil(LIMITS.address.burst / LIMITS.page.burst) }, () =>
      openAt(FLOOD),
    );
    const messages = anyMessages(room.table);
    let at = 0;
    /** A few messages of each page. */
    const some = async () => {
      const few = Array.from({ length: 8 }, () => messages[at++ % messages.length] ?? expect.unreachable());
      return Promise.all(
        flooders.flatMap((page) => few.map(async ([name, body]) => codeOf(await page.ask(name, body)))),
      );
    };
    expect((await during(play(table, seats), some))[0]).toEqual(allGranted);
    const isExhausted = async () => codeOf(await openAt(FLOOD).ask('nothing', {})) === 'too-many';
    while (!(await isExhausted())) await some();
    const [codes, answered] = await during(play(table, seats), some);
    expect(codes).toEqual(allGranted);
    expect([...answered]).toEqual(['too-many']);
    expect(codeOf(await openAt(SCHOOL).ask('nothing', {}))).toBe('malformed');
    granted(await room.host.hostTable(table, { type: 'broadcast', words: 'All is well.' }));
  });
});
