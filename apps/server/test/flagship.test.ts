import { fileURLToPath } from 'node:url';
import { createMemoryStore } from '@btt/eventstore';
import { afterEach, describe, expect, it } from 'vitest';
import { openLibrary } from '../src/scenarios/library';
import { granted, type Running, running, until } from './running';

const SCENARIOS = fileURLToPath(new URL('../../../scenarios', import.meta.url));

let server: Running;
afterEach(() => server.stop());

describe('the scenarios that come with the server', () => {
  it('are all without mistakes, and seat, start and read a class', async () => {
    const store = createMemoryStore();
    const library = await openLibrary(SCENARIOS, store);
    expect(library.problems).toEqual([]);
    server = await running({ store, library: () => library });
    for (const { id, players } of library.cards) {
      const host = server.client();
      const hosting = granted(await host.host({ scenario: id }));
      granted(await host.hello(hosting.hostToken));
      const students = await Promise.all(
        Array.from({ length: players.min }, async (_, i) => {
          const client = server.client();
          const joined = granted(await client.join({ code: hosting.code, nickname: `Student ${i}` }));
          granted(await client.hello(joined.token));
          return client;
        }),
      );
      granted(await host.hostSession({ type: 'seat-everyone' }));
      const table = `${hosting.session}-1`;
      for (const one of students) await until(one, (state) => state.tables[table]?.brief?.own?.briefing);
      granted(await host.hostTable(table, { type: 'start' }));
      const line = await until(host, (state) => state.readings[table]);
      expect(line.deals).toBeGreaterThan(1);
      const record = granted(await host.record(table));
      expect(Object.keys(record.briefs)).toHaveLength(record.brief.public.roles.length);
      // A briefing reaches whoever sits there, and the host's record; nobody else's page holds a sentence of it.
      for (const one of students) {
        const { own } = one.store.getState().tables[table]?.brief ?? {};
        const sentence = own?.briefing.slice(0, 60) ?? '';
        const others = students.filter((other) => other !== one);
        for (const other of others) expect(JSON.stringify(other.store.getState())).not.toContain(sentence);
      }
    }
  });
});
