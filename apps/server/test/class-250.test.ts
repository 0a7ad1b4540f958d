import type { Client } from '@btt/client';
import { visible } from '@btt/game';
import { type Desk, EMPTY_DESK, foldAll } from '@btt/protocol';
import { afterEach, expect, it } from 'vitest';
import { granted, type Running, running, until } from './running';

let server: Running;
afterEach(() => server.stop());

const TABLES = 25;
const STUDENTS = 250;
/** Tables of one page of a host. */
const EACH = 5;
const TERMS = { water: 'free', dam: 'delayed', fund: 'small' } as const;
const SETTINGS = { briefing: 0, roundMinutes: 60, ratification: 60, returns: 0 } as const;

interface Seated {
  readonly client: Client;
  readonly person: string;
  readonly table: string;
  readonly role: string;
}

/** Everybody joins as a bell rings: in tens, so that a machine with two cores is not the thing that is tested. */
async function everybodyJoins(code: string): Promise<{ client: Client; person: string }[]> {
  const joined: { client: Client; person: string }[] = [];
  for (let i = 0; i < STUDENTS; i += 25)
    joined.push(
      ...(await Promise.all(
        Array.from({ length: 25 }, async (_, k) => {
          const client = server.client();
          const { token, person } = granted(await client.join({ code, nickname: `Student ${i + k + 1}` }));
          granted(await client.hello(token));
          return { client, person };
        }),
      )),
    );
  return joined;
}

it('a session of 250 students at 25 tables plays to a debrief in which every page says what the log says', async () => {
  server = await running();
  const host = server.client();
  const { hostToken, code, session } = granted(
    await host.host({ scenario: 'small-river', settings: SETTINGS }),
  );
  granted(await host.hello(hostToken));
  for (let i = 1; i < TABLES; i++) granted(await host.hostSession({ type: 'add-table' }));
  const students = await everybodyJoins(code);
  granted(await host.hostSession({ type: 'seat-everyone', way: 'balanced' }));
  const people = await until(host, ({ session: { people: all } }) =>
    all.length === STUDENTS && all.every((one) => one.seat !== null || one.watches !== null) ? all : null,
  );
  const tables = Array.from({ length: TABLES }, (_, i) => `${session}-${i + 1}`);
  const seats = students.flatMap(({ client, person }): Seated[] => {
    const seat = people.find((one) => one.person === person)?.seat;
    return seat ? [{ client, person, ...seat }] : [];
  });
  for (const table of tables) {
    const here = seats.filter((one) => one.table === table);
    expect(here.length).toBe(STUDENTS / TABLES);
    expect(here.map((one) => one.role)).toEqual(expect.arrayContaining(['mara', 'sela']));
  }
  const at = (table: string, role: string): Client => {
    const found = seats.find((one) => one.table === table && one.role === role);
    if (!found) throw new Error(`Nobody is ${role} at ${table}.`);
    return found.client;
  };
  await Promise.all(
    seats.map(({ client, table, role }) =>
      until(client, (state) => state.tables[table]?.brief?.own?.role === role),
    ),
  );

  // A page may send so much at once: several are open, as hosts and co-hosts have them.
  const hosts = await Promise.all(
    Array.from({ length: Math.ceil(TABLES / EACH) }, async () => {
      const page = server.client();
      granted(await page.hello(hostToken));
      return page;
    }),
  );
  const hostOf = (i: number): Client => hosts[Math.floor(i / EACH)] ?? host;

  // Every second table helps itself with pressure by invitation; all sign the same text.
  await Promise.all(
    tables.map(async (table, i) => {
      const [mara, sela] = [at(table, 'mara'), at(table, 'sela')];
      granted(await hostOf(i).hostTable(table, { type: 'start' }));
      if (i % 2 === 0) {
        granted(await sela.seat(table, { type: 'move', move: 'ask-pressure' }));
        granted(await mara.seat(table, { type: 'move', move: 'pressure' }));
      }
      granted(await mara.seat(table, { type: 'propose', terms: TERMS }));
      for (const issue of Object.keys(TERMS))
        granted(await sela.seat(table, { type: 'answer-clause', issue, answer: 'accept' }));
      granted(await mara.seat(table, { type: 'initial' }));
      granted(await sela.seat(table, { type: 'initial' }));
      // To the count, to the end, and open to everybody.
      for (const type of ['skip', 'skip', 'open-debrief'] as const)
        granted(await hostOf(i).hostTable(table, { type }), type);
    }),
  );

  const compared = granted(await host.compare());
  expect(compared.tables.map(({ table }) => table)).toEqual(tables);
  for (const [i, table] of tables.entries()) {
    const { events } = granted(await hostOf(i).record(table));
    const parts = events.flatMap((event) => event.parts);
    const truth = foldAll(
      EMPTY_DESK,
      parts.map((part) => part.fact),
    );
    expect(truth.debriefOpen).toBe(true);
    expect(compared.tables[i]?.outcome).toBe(truth.outcome?.outcome);
    expect(compared.tables[i]?.invited).toBe(i % 2 === 0 ? 1 : null);
    for (const { client, role } of seats.filter((one) => one.table === table)) {
      const expected: Desk = foldAll(EMPTY_DESK, visible(parts, { kind: 'seat', role }));
      const shown = await until(client, (state) => {
        const desk = state.tables[table]?.desk;
        return desk?.debriefOpen ? desk : null;
      });
      expect(shown).toEqual(expected);
    }
  }
}, 120_000);
