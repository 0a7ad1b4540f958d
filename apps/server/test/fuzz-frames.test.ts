import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { BETWEEN, packet, unheard } from './hostile';
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

describe('hostile frames', () => {
  it('end the line that they came on, at the worst, and nobody else notices', async () => {
    server = await running();
    const room = await klass(server, ['mara', 'sela']);
    const neighbour = student(room, 'sela').client;
    let sent = 0;
    const attack = () =>
      fc.assert(
        fc.asyncProperty(fc.array(packet, { minLength: 1, maxLength: 6 }), async (packets) => {
          const status = await post(await openLine(), packets.join(BETWEEN));
          expect([200, 400, 413]).toContain(status);
          if (++sent % 20 === 0)
            granted(
              await neighbour.seat(room.table, { type: 'say', channel: 'caucus-south', words: 'here' }),
            );
        }),
        { numRuns: 150 },
      );
    expect(await unheard(attack)).toEqual([]);
    expect(neighbour.store.getState().connection).toBe('online');
  });

  it('larger than any message are not taken', async () => {
    server = await running();
    expect(await post(await openLine(), `42["hello","${'x'.repeat(200_000)}"]`)).toBe(413);
    expect(await post('no-such-line', '40')).toBe(400);
  });
});
