import { createMemoryStore, StoreUnavailable } from '@btt/eventstore';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { createTrouble, plainError } from '../src/log';
import { granted, klass, type Running, running, student } from './running';
import { unreliable } from './stores';
import { newId, openPage } from './wire';

let server: Running;
afterEach(() => server.stop());

describe('the log', () => {
  it('holds no token, code, nickname, word or room code, also when much goes wrong', async () => {
    const lines: string[] = [];
    const log = pino(
      { level: 'trace', serializers: { err: plainError } },
      { write: (line) => void lines.push(line) },
    );
    const flaky = unreliable(createMemoryStore());
    server = await running({ store: flaky.store, log, hostPass: 'CANARY pass' });
    const host = server.client();
    granted(await host.host({ scenario: 'small-river', pass: 'CANARY pass' }));
    const room = await klass(server, ['mara'], undefined, 'CANARY pass');
    const { token, client } = student(room, 'mara');
    granted(await client.seat(room.table, { type: 'say', channel: 'caucus-north', words: 'CANARY words' }));
    const page = openPage(server.url);
    await page.ask('join', { protocol: 1, id: newId(), code: 'ZZZZZ', nickname: 'CANARY name' });
    await page.ask('command', { CANARY: 'rubbish' });
    granted(await page.hello(token));
    flaky.away = true;
    await page.ask('join', { protocol: 1, id: newId(), code: room.code, nickname: 'CANARY name' });
    await page.ask('command', {
      as: 'seat',
      id: newId(),
      table: room.table,
      command: { type: 'say', channel: 'caucus-north', words: 'CANARY away' },
    });
    await fetch(`${server.url}/j/${room.code}`);
    flaky.away = false;
    page.close();
    const text = lines.join('');
    expect(text).toContain('the database fails');
    for (const secret of ['CANARY', token, room.hostToken, room.screenToken, room.code, 'Student mara'])
      expect(text).not.toContain(secret);
  });

  it('says that the database is away once in a while, and of an error nothing that hangs on it', async () => {
    server = await running();
    const lines: string[] = [];
    const trouble = createTrouble(
      pino({ serializers: { err: plainError } }, { write: (line) => void lines.push(line) }),
    );
    for (let i = 0; i < 100; i++) trouble(new StoreUnavailable('away'));
    expect(lines).toHaveLength(1);
    trouble(Object.assign(new Error('duplicate key'), { detail: 'CANARY row', parameters: ['CANARY'] }));
    trouble('CANARY thrown');
    expect(lines).toHaveLength(3);
    expect(lines.join('')).not.toContain('CANARY');
  });
});
