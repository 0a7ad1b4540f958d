import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { granted, klass, type Running, running, student } from './running';

let server: Running;
afterEach(() => server.stop());

/** Opens a line by plain requests, as a page without WebSockets does. Its id. */
async function openLine(): Promise<string> {
  const answer = await fetch(`${server.url}/socket.io/?EIO=4&transport=polling`);
  const { sid } = JSON.parse((await answer.text()).slice(1)) as { sid: string };
  await post(sid, '40');
  return sid;
}

async function post(sid: string, body: string): Promise<number> {
  const answer = await fetch(
    `${server.url}/socket.io/?EIO=4&transport=polling&sid=${encodeURIComponent(sid)}`,
    {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain;charset=UTF-8' },
      body,
    },
  );
  await answer.text();
  return answer.status;
}

/** Between the packets of one request. */
const BETWEEN = '\u001e';
const json = fc.json({ maxDepth: 3 });
/** What is no packet, or one that nobody would send. */
const packet = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    '4',
    '42',
    '42[',
    '42{}',
    '42[]',
    '42["hello"',
    '42["__proto__",{}]',
    '421e9["hello"]',
    '3',
    '2probe',
    '5',
    '6',
  ),
  fc.constantFrom(
    '451-["hello",{"_placeholder":true,"num":9}]',
    '45-["hello"]',
    '459999999-["x"]',
    'b4',
    'bAAAA',
    '43[]',
    '430[1]',
    '41',
    '44{"message":"x"}',
  ),
  fc.constantFrom(
    '40/other,',
    '42/other,["hello",{}]',
    '4099999',
    `42${'['.repeat(3000)}`,
    `42["hello","${'x'.repeat(20_000)}"]`,
  ),
  json.map((value) => `42["command",${value}]`),
  json.map((value) => `427${value}`),
);

describe('hostile frames', () => {
  it('end the line that they came on, at the worst, and nobody else notices', async () => {
    server = await running();
    const room = await klass(server, ['mara', 'sela']);
    const neighbour = student(room, 'sela').client;
    const unhandled: unknown[] = [];
    const note = (error: unknown): void => void unhandled.push(error);
    process.on('unhandledRejection', note);
    process.on('uncaughtException', note);
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(packet, { minLength: 1, maxLength: 6 }), async (packets) => {
        const status = await post(await openLine(), packets.join(BETWEEN));
        expect([200, 400, 413]).toContain(status);
        if (++sent % 20 === 0)
          granted(await neighbour.seat(room.table, { type: 'say', channel: 'caucus-south', words: 'here' }));
      }),
      { numRuns: 150 },
    );
    process.off('unhandledRejection', note);
    process.off('uncaughtException', note);
    expect(unhandled).toEqual([]);
    expect(neighbour.store.getState().connection).toBe('online');
  });

  it('larger than any message are not taken', async () => {
    server = await running();
    expect(await post(await openLine(), `42["hello","${'x'.repeat(200_000)}"]`)).toBe(413);
    expect(await post('no-such-line', '40')).toBe(400);
  });
});
