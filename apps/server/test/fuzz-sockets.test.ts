import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { LIMITS } from '../src/limits/limits';
import { packet, unheard } from './hostile';
import { OPCODES, openRaw, type RawFrame, type RawSocket } from './raw-socket';
import { granted, klass, type Running, running, student } from './running';
import { newId } from './wire';

let server: Running;
const raws: RawSocket[] = [];
afterEach(async () => {
  for (const raw of raws.splice(0)) raw.drop();
  await server.stop();
});

async function open(): Promise<RawSocket> {
  const raw = await openRaw(server.url);
  raws.push(raw);
  return raw;
}

/** A line on which the server listens to messages. */
async function joined(): Promise<RawSocket> {
  const raw = await open();
  raw.packet('40');
  await raw.until((heard) => heard.includes('40{"sid"'));
  return raw;
}

/** The beginning of a frame that closes a line. */
const CLOSING = '\u0088';
/** Resolves when the server has taken in all that was sent, or has closed the line. */
async function taken(raw: RawSocket): Promise<void> {
  const payload = `${newId()}.`;
  raw.send({ opcode: OPCODES.ping, payload });
  await raw.until((heard) => heard.includes(payload) || heard.includes(CLOSING));
}

/** A number that the server counts. */
async function metric(name: string): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  return Number(new RegExp(`^btt_${name} (\\d+)$`, 'm').exec(text)?.[1] ?? Number.NaN);
}

async function untilConnected(wanted: number): Promise<void> {
  let count = Number.NaN;
  while (count !== wanted) count = await metric('connections');
}

const half = 'x'.repeat(LIMITS.message / 2 + 1);
/** Each of these ends its line: RFC 6455 forbids it, or it is too large. */
const FORBIDDEN: Readonly<Record<string, readonly RawFrame[]>> = {
  'no mask': [{ opcode: OPCODES.text, payload: '40', masked: false }],
  'a reserved bit': [{ opcode: OPCODES.text, payload: '40', reserved: 4 }],
  'all reserved bits': [{ opcode: OPCODES.bytes, payload: '40', reserved: 7 }],
  'a reserved data opcode': [{ opcode: 3, payload: '40' }],
  'a reserved control opcode': [{ opcode: 11 }],
  'a continuation of nothing': [{ opcode: OPCODES.more, payload: '40' }],
  'a message inside another': [
    { opcode: OPCODES.text, payload: '42["hel', fin: false },
    { opcode: OPCODES.text, payload: 'lo"]' },
  ],
  'bytes that are no UTF-8': [{ opcode: OPCODES.text, payload: Buffer.from('34c328', 'hex') }],
  'a surrogate in UTF-8': [{ opcode: OPCODES.text, payload: Buffer.from('3432eda080', 'hex') }],
  'a ping in pieces': [{ opcode: OPCODES.ping, payload: 'a', fin: false }],
  'a large ping': [{ opcode: OPCODES.ping, payload: 'x'.repeat(126) }],
  'a close of one byte': [{ opcode: OPCODES.close, payload: 'x' }],
  'a close with a code that is none': [{ opcode: OPCODES.close, payload: Buffer.from([0, 7]) }],
  'a close with bytes that are no UTF-8': [
    { opcode: OPCODES.close, payload: Buffer.from([3, 232, 195, 40]) },
  ],
  'more than a message may have': [{ opcode: OPCODES.text, payload: half + half }],
  'more than a message may have, in pieces': [
    { opcode: OPCODES.text, payload: half, fin: false },
    { opcode: OPCODES.more, payload: half, fin: false },
  ],
  'a claim to be large': [{ opcode: OPCODES.text, payload: '42', says: 2n ** 32n }],
  'a claim to be larger than numbers go': [{ opcode: OPCODES.bytes, payload: '42', says: 2n ** 63n }],
};

/** So many lists inside each other, in about as many bytes. */
const deep = (times: number) => `${'['.repeat(times)}${']'.repeat(times)}`;
/** What the protocol of WebSockets allows, and pages never send. Each is answered `malformed`. */
const ODD: Readonly<Record<string, string>> = {
  'no body': '["hello"]',
  'a prototype for a body': '["hello",{"__proto__":{"token":"x"},"protocol":1}]',
  'a prototype for a name': '["__proto__",{}]',
  'a constructor for a name': '["constructor",{"prototype":{"polluted":true}}]',
  'a key with NUL': '["hello",{"\\u0000":1}]',
  'half a surrogate pair': '["hello",{"protocol":1,"token":"\\ud800"}]',
  'half a surrogate pair for a name': '["\\udfff",{}]',
  'numbers beyond all numbers': '["hello",{"protocol":1,"token":-1e999}]',
  'lists inside lists': `["hello",${deep(30_000)}]`,
  'lists where a word should be': `["join",{"protocol":1,"id":"a","code":${deep(20_000)},"nickname":"x"}]`,
  'many bodies': `["hello"${',{}'.repeat(5_000)}]`,
};

const bytes = fc.uint8Array({ maxLength: 300 });
const anyFrame: fc.Arbitrary<RawFrame> = fc.record(
  {
    opcode: fc.nat(15),
    payload: fc.oneof(bytes, packet),
    fin: fc.boolean(),
    masked: fc.constantFrom(true, true, true, false),
    reserved: fc.constantFrom(0, 0, 0, 1, 4),
  },
  { requiredKeys: ['opcode', 'payload'] },
);
/** A packet as one frame, in pieces with a ping in between, or as bytes. */
const sent: fc.Arbitrary<readonly RawFrame[]> = fc.oneof(
  packet.map((payload) => [{ opcode: OPCODES.text, payload }]),
  fc.tuple(packet, fc.nat(20)).map(([text, at]) => [
    { opcode: OPCODES.text, payload: text.slice(0, at), fin: false },
    { opcode: OPCODES.ping, payload: 'between' },
    { opcode: OPCODES.more, payload: text.slice(at) },
  ]),
  packet.map((payload) => [
    { opcode: OPCODES.text, payload: '451-["hello",{"_placeholder":true,"num":0}]' },
    { opcode: OPCODES.bytes, payload },
  ]),
  fc.array(anyFrame, { maxLength: 4 }),
);
/** Nothing comes after it: what was announced is missing. */
const unfinished = fc.constantFrom<RawFrame | null>(
  null,
  { opcode: OPCODES.text, payload: '42', says: 60_000n },
  { opcode: OPCODES.text, payload: '42["hello"', fin: false },
  { opcode: OPCODES.text, payload: '459-["hello"]' },
);

describe('hostile WebSocket frames', () => {
  it('of any kind end their own line at the worst: others are answered, and nothing is left of it', async () => {
    server = await running();
    const room = await klass(server, ['mara', 'sela']);
    const neighbour = student(room, 'sela').client;
    const before = await metric('connections');
    let runs = 0;
    const attack = () =>
      fc.assert(
        fc.asyncProperty(
          fc.boolean(),
          fc.array(sent, { minLength: 1, maxLength: 5 }),
          unfinished,
          async (joins, list, last) => {
            const raw = await (joins ? joined() : open());
            for (const frame of list.flat()) raw.send(frame);
            await taken(raw);
            if (last) raw.send(last);
            raw.drop();
            if (++runs % 20 === 0)
              granted(await neighbour.seat(room.table, { type: 'say', channel: 'table', words: 'here' }));
          },
        ),
        { numRuns: 300 },
      );
    expect(await unheard(attack)).toEqual([]);
    await untilConnected(before);
    expect([await metric('sessions_loaded'), await metric('tables_loaded')]).toEqual([1, 1]);
    expect(neighbour.store.getState().connection).toBe('online');
    expect({}).not.toHaveProperty('polluted');
  });

  it.each(Object.entries(FORBIDDEN))('with %s end the line, unread', async (_, frames) => {
    server = await running();
    const raw = await joined();
    const before = await metric('messages_total');
    for (const frame of frames) raw.send(frame);
    await raw.until((heard) => heard.includes(CLOSING));
    await untilConnected(0);
    expect(await metric('messages_total')).toBe(before);
  });

  it.each(Object.entries(ODD))(
    'with %s in a sound packet are answered so, and the line stays',
    async (_, text) => {
      server = await running();
      const raw = await joined();
      raw.packet(`427${text}`);
      await raw.until((heard) => heard.includes('437['));
      expect(raw.heard()).toMatch(/437\[\{"ok":false,"code":"malformed"/);
      await taken(raw);
      expect(raw.heard()).not.toContain(CLOSING);
    },
  );
});

describe('a line', () => {
  it('takes a message in pieces, with a ping between them, and answers under the largest number there is', async () => {
    server = await running();
    const room = await klass(server, ['mara']);
    const raw = await joined();
    const number = String(Number.MAX_SAFE_INTEGER);
    const hello = `42${number}["hello",{"protocol":1,"token":"${student(room, 'mara').token}"}]`;
    for (let at = 0; at < hello.length; at++)
      raw.send({
        opcode: at === 0 ? OPCODES.text : OPCODES.more,
        payload: hello.charAt(at),
        fin: at === hello.length - 1,
      });
    await raw.until((heard) => heard.includes(`43${number}[{"ok":true`));
    const words = '\\ud800 \\u0000 \\u202e __proto__';
    raw.packet(
      `421["command",{"as":"seat","id":"${newId()}","table":"${room.table}","command":{"type":"say","channel":"table","words":"${words}"}}]`,
    );
    await raw.until((heard) => heard.includes('431[{"ok":true'));
    expect(raw.hasEnded()).toBe(false);
  });

  it.each([
    [
      'joins again and again at once',
      (raw: RawSocket) => Array.from({ length: 500 }, () => raw.packet('40')),
    ],
    [
      'leaves and joins again and again',
      async (raw: RawSocket) => {
        for (let again = 0; again < 30 && !raw.heard().includes(CLOSING); again++) {
          raw.packet('40');
          await taken(raw);
          raw.packet('41');
          await taken(raw);
        }
      },
    ],
  ])('that %s is one page at most, and is closed', async (_, attack) => {
    server = await running();
    const joins = (raw: RawSocket) => raw.heard().split('40{"sid"').length - 1;
    const raw = await open();
    expect(
      await unheard(async () => {
        await attack(raw);
        await raw.until((heard) => heard.includes(CLOSING) || joins(raw) > 1);
      }),
    ).toEqual([]);
    expect(joins(raw)).toBeLessThan(2);
    await untilConnected(0);
  });

  it('in a namespace that there is not is told so, and hears nothing', async () => {
    server = await running();
    const raw = await open();
    raw.packet('40/other,');
    await raw.until((heard) => heard.includes('44/other'));
    raw.packet('42/other,["hello",{}]');
    await raw.until((heard) => heard.includes(CLOSING));
    expect(await metric('messages_total')).toBe(0);
    await untilConnected(0);
  });
});
