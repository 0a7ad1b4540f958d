import type { Answer } from '@btt/protocol';
import { afterEach, describe, expect, it } from 'vitest';
import { LIMITS } from '../src/limits/limits';
import { type Running, running } from './running';
import { newId, openPage, type Page } from './wire';

let server: Running | null = null;
const pages: Page[] = [];
afterEach(async () => {
  for (const page of pages.splice(0)) page.close();
  await server?.stop();
  server = null;
});

/** What a page that says it came through these addresses is answered when it opens sessions again and again: the last answer. */
async function hostsOften(forwarded: string, times: number): Promise<Answer<{ readonly ok: true }>> {
  const page = openPage(server?.url ?? '', { extraHeaders: { 'X-Forwarded-For': forwarded } });
  pages.push(page);
  const ask = () => page.ask('host', { protocol: 1, id: newId(), scenario: 'no-such' });
  for (let time = 1; time < times; time++) await ask();
  return ask();
}

const TOO_OFTEN = LIMITS.hostings.burst + 1;

describe('behind a proxy', () => {
  it('of our own, limits are counted for the address that the proxy names, not for what others have put before it', async () => {
    server = await running({ trustedProxies: 1 });
    expect(await hostsOften('192.0.2.1, 203.0.113.5', TOO_OFTEN)).toMatchObject({ code: 'too-many' });
    expect(await hostsOften('192.0.2.2, 203.0.113.5', 1)).toMatchObject({ code: 'too-many' });
    expect(await hostsOften('192.0.2.1, 203.0.113.6', 1)).toMatchObject({ code: 'unknown-scenario' });
  });

  it('that nobody has told the server of, nobody is believed', async () => {
    server = await running();
    expect(await hostsOften('203.0.113.5', TOO_OFTEN)).toMatchObject({ code: 'too-many' });
    expect(await hostsOften('203.0.113.6', 1)).toMatchObject({ code: 'too-many' });
  });
});
