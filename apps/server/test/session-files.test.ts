import type { SystemCommand } from '@btt/game';
import { serializeScenario } from '@btt/scenario';
import { smallScenario } from '@btt/scenario/test-support';
import { type Answer, type Hosting, LESSON_STEPS, type TableRecord } from '@btt/protocol';
import { SessionFile } from '@btt/protocol/schema';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Client } from '@btt/client';
import { createLibrary } from '../src/scenarios/library';
import { playedOut } from './played';
import { granted, type Klass, klass, type Running, running, student, until } from './running';
import { newId } from './wire';

const servers: Running[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});
async function start(options: Parameters<typeof running>[0] = {}): Promise<Running> {
  const server = await running(options);
  servers.push(server);
  return server;
}

function post(server: Running, path: string, body: unknown, token?: string): Promise<Response> {
  return fetch(`${server.url}/api/sessions/${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

async function exported(server: Running, room: Klass, names = false): Promise<SessionFile> {
  const response = await post(server, 'file', { names }, room.hostToken);
  expect(response.status).toBe(200);
  return (await response.json()) as SessionFile;
}

const bring = async (server: Running, file: unknown, names = false) =>
  (await (await post(server, 'import', { id: newId(), file, names })).json()) as Answer<Hosting>;

/** The record once everything in it is counted. */
async function wholeRecord(host: Client, table: string): Promise<TableRecord> {
  let record: TableRecord | null = null;
  await expect
    .poll(
      async () => {
        const answer = await host.record(table);
        if (answer.ok) record = answer;
        return answer.ok && answer.lines.every((line) => line?.counting === undefined);
      },
      { interval: 300 },
    )
    .toBe(true);
  return granted(record ?? (await host.record(table)));
}

const DEAL = { water: 'free', dam: 'delayed', fund: 'small' } as const;

describe('a session as a file', () => {
  it('E14: comes back as an archived session with the same replay, without names unless they are asked for', async () => {
    const server = await start();
    const room = await playedOut(server);
    granted(await room.host.leadLesson({ type: 'begin-lesson', plan: [...LESSON_STEPS] }));
    granted(await room.host.leadLesson({ type: 'show-step', step: 'reflect' }));
    granted(
      await student(room, 'farmers').client.joinLesson({
        type: 'reflect',
        prompt: 'question',
        words: 'Why water?',
      }),
    );
    granted(
      await room.host.leadLesson({ type: 'note', table: room.table, position: 4, words: 'Look here.' }),
    );
    const nameless = await exported(server, room);
    expect(SessionFile.safeParse(nameless).success).toBe(HOLDS_ALL);
    expect(JSON.stringify(nameless)).not.toContain('Student ');
    for (const { person } of Object.values(room.students))
      expect(JSON.stringify(nameless)).not.toContain(person);
    expect(JSON.stringify(nameless)).not.toContain(room.session);

    const elsewhere = await start();
    const back = granted(await bring(elsewhere, nameless));
    const host = elsewhere.client();
    granted(await host.hello(back.hostToken));
    const { session } = await until(host, (state) => state.session.archived && state);
    expect(session.people).toHaveLength(4);
    const table = `${back.session}-1`;
    const before = await wholeRecord(room.host, room.table);
    const after = await wholeRecord(host, table);
    expect(after.events.length).toBe(before.events.length);
    expect(Object.values(after.words)).toContain('Not our water.');
    expect(after.events.map(({ at, type }) => [at, type])).toEqual(
      before.events.map(({ at, type }) => [at, type]),
    );
    expect(after.lines).toEqual(before.lines);
    const standing = (one: typeof before) =>
      JSON.stringify(one.events.map(({ parts }) => parts.map(({ fact }) => fact.type)));
    expect(standing(after)).toBe(standing(before));
    expect(granted(await host.findings(table)).findings.scores).toEqual(
      granted(await room.host.findings(room.table)).findings.scores,
    );
    const { lesson } = await until(host, (state) => state.lesson && state);
    expect(Object.values(lesson?.words ?? {}).toSorted()).toEqual(['Look here.', 'Why water?']);
    expect(lesson?.view.notes).toMatchObject([{ table, position: 4 }]);

    const named = await exported(server, room, true);
    expect(JSON.stringify(named)).toContain('Student farmers');
    const withNames = granted(await bring(elsewhere, named, true));
    const again = elsewhere.client();
    granted(await again.hello(withNames.hostToken));
    await until(again, ({ words }) => Object.values(words).includes('Student farmers'));
    const without = granted(await bring(elsewhere, named));
    const third = elsewhere.client();
    granted(await third.hello(without.hostToken));
    await until(third, (state) => state.session.archived);
    expect(JSON.stringify(third.store.getState().words)).not.toContain('Student');
  });

  it('E14: brings its scenario along where that is unknown, and under a hash of its own', async () => {
    const server = await start();
    const room = await playedOut(server);
    const file = await exported(server, room);
    const elsewhere = await start({ library: (store) => createLibrary([], store) });
    const back = granted(await bring(elsewhere, file));
    const host = elsewhere.client();
    granted(await host.hello(back.hostToken));
    expect((await until(host, ({ session }) => session.archived && session)).hash).toMatch(/^file-/);
    expect(granted(await host.record(`${back.session}-1`)).events.length).toBe(file.tables[0]?.events.length);
    // The hash of a shipped scenario is no pass for another content.
    const other = { ...smallScenario(), title: 'Another river' };
    const forged = {
      ...file,
      scenario: { ...file.scenario, compiled: JSON.parse(serializeScenario(other)) },
    };
    const third = granted(await bring(server, forged));
    const judge = server.client();
    granted(await judge.hello(third.hostToken));
    expect((await until(judge, ({ session }) => session.archived && session)).hash).toMatch(/^file-/);
  });

  it('E15: is refused with a code when it is large, none, or not what the rules make of it', async () => {
    const server = await start();
    const file = await exported(server, await playedOut(server));
    const changed = (change: (file: SessionFile) => void) => {
      const copy = structuredClone(file);
      change(copy);
      return bring(server, copy);
    };
    const code = async (answer: Promise<Answer<Hosting>>) => {
      const given = await answer;
      return given.ok ? 'granted' : given.code;
    };
    expect(await code(bring(server, 7))).toBe('not-a-record');
    expect(await code(bring(server, { ...file, version: 2 }))).toBe('not-a-record');
    expect(await code(bring(server, { ...file, more: 1 }))).toBe('not-a-record');
    expect(await code(changed((one) => one.tables[0]?.events.splice(5, 1)))).toBe('other-rules');
    expect(await code(changed((one) => one.tables[0]?.events.reverse()))).toBe('other-rules');
    expect(
      await code(
        changed((one) => {
          const fact = one.tables[0]?.events.at(-1);
          if (fact)
            fact.parts = [
              ...fact.parts,
              { to: 'everyone', fact: { type: 'broadcast', id: 'x', words: 'x' } },
            ];
        }),
      ),
    ).toBe('other-rules');
    expect(await code(changed((one) => (one.scenario.compiled = { compiled: 3 })))).toBe('not-a-scenario');
    expect(
      await code(
        changed((one) => {
          one.scenario.compiled = {
            ...one.scenario.compiled,
            scenario: { ...(one.scenario.compiled['scenario'] as object), roles: [null] },
          };
        }),
      ),
    ).toBe('not-a-scenario');
    expect((await post(server, 'import', '{"id":')).status).toBe(400);
    expect((await post(server, 'file', {}, 'x'.repeat(43))).status).toBe(401);
  });

  it('E15: whatever is put anywhere in it, answers with a code and breaks nothing', async () => {
    const server = await start();
    const file = await exported(server, await playedOut(server));
    const places = placesIn(file);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...places),
        fc.oneof(fc.jsonValue(), fc.constantFrom('__proto__', '', -1, 1e300, null)),
        async (path, value) => {
          const answer = await bring(server, put(file, path, value));
          expect(typeof answer.ok).toBe('boolean');
          if (!answer.ok) expect(['not-a-record', 'not-a-scenario', 'other-rules']).toContain(answer.code);
        },
      ),
      { numRuns: 25 },
    );
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });
});

const codeOf = (answer: unknown) =>
  typeof answer === 'object' && answer !== null && 'code' in answer ? answer.code : 'granted';

/** Whatever the server may wish of a table, a file can hold. */
type FileCause = SessionFile['tables'][number]['events'][number]['cause'];
type InFile = Extract<FileCause, { as: 'system' }>['command']['type'];
const HOLDS_ALL: SystemCommand['type'] extends InFile ? true : false = true;

type Path = readonly (string | number)[];

function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

function put(value: unknown, path: Path, to: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined || typeof value !== 'object' || value === null) return to;
  const copy: object = Array.isArray(value) ? [...value] : { ...value };
  Reflect.set(copy, key, put(Reflect.get(copy, key), rest, to));
  return copy;
}

describe('results', () => {
  it('E16: are numbers without names, with names when asked, and nothing a spreadsheet would run', async () => {
    const server = await start();
    const room = await playedOut(server);
    const response = await post(server, 'results', { as: 'json' }, room.hostToken);
    const json = (await response.json()) as { tables: { deal: unknown }[] };
    expect(json).toMatchObject({ format: 'behind-the-table/results', version: 1, named: false });
    expect(json.tables[0]?.deal).toEqual(DEAL);
    expect(JSON.stringify(json)).not.toContain('Student');
    for (const { person } of Object.values(room.students)) expect(JSON.stringify(json)).not.toContain(person);
    granted(
      await room.host.hostSession({ type: 'rename', person: student(room, 'mara').person, nickname: '=1+1' }),
    );
    const csv = await (await post(server, 'results', { as: 'csv', names: true }, room.hostToken)).text();
    const lines = csv.trim().split('\r\n');
    expect(lines[0]).toContain('table,table_name,outcome');
    expect(lines).toHaveLength(1 + smallScenario().roles.length);
    expect(csv).toContain("'=1+1");
    expect(csv).toContain('Student farmers');
    expect((await post(server, 'results', { as: 'csv' }, student(room, 'mara').token)).status).toBe(401);
    expect((await post(server, 'file', {}, room.screenToken)).status).toBe(401);
  });
});

describe('a branch', () => {
  it('E17: begins with the record up to a moment, empty seats and a stopped clock, and goes on by the same rules', async () => {
    const server = await start();
    const room = await playedOut(server);
    const record = granted(await room.host.record(room.table));
    const position = record.events.findIndex(({ type }) => type === 'propose') + 1;
    const body = { id: newId(), table: room.table, position };
    const made = granted(
      (await (await post(server, 'branch', body, room.hostToken)).json()) as Answer<Hosting>,
    );
    // Asked again it is the same table.
    expect(await (await post(server, 'branch', body, room.hostToken)).json()).toEqual(made);
    const host = server.client();
    granted(await host.hello(made.hostToken));
    const table = `${made.session}-1`;
    const desk = await until(host, ({ tables }) => tables[table]?.desk.paused != null && tables[table].desk);
    expect(Object.values(desk.seats).flat()).toEqual([]);
    expect(desk.deadline).toBeNull();
    const begun = granted(await host.record(table));
    const kinds = (one: TableRecord) => one.events.map(({ at, type }) => [at, type]);
    expect(kinds(begun).slice(0, position)).toEqual(kinds(record).slice(0, position));
    expect(Object.values(begun.words)).toContain('Not our water.');
    expect(JSON.stringify(begun)).not.toContain('Student');
    for (const { person } of Object.values(room.students))
      expect(JSON.stringify(begun)).not.toContain(person);

    const sit = async (role: string): Promise<Client> => {
      const client = server.client();
      const joined = granted(await client.join({ code: made.code, nickname: `New ${role}` }));
      granted(await client.hello(joined.token));
      granted(await host.hostSession({ type: 'seat', person: joined.person, table, role }));
      await until(client, (state) => state.tables[table]?.brief?.own?.role === role);
      return client;
    };
    const [mara, sela] = [await sit('mara'), await sit('sela')];
    granted(await host.hostTable(table, { type: 'resume' }));
    for (const issue of Object.keys(DEAL))
      granted(await sela.seat(table, { type: 'answer-clause', issue, answer: 'accept' }));
    granted(await mara.seat(table, { type: 'initial' }));
    granted(await sela.seat(table, { type: 'initial' }));
    await until(host, ({ tables }) => tables[table]?.desk.phase === 'ratification');
  });

  it('E17: is refused after the outcome, at no moment, and to everybody but hosts', async () => {
    const server = await start({ hostPass: 'open sesame' });
    const room = await klass(server, ['mara'], undefined, 'open sesame');
    const branch = (position: number, token: string) =>
      post(server, 'branch', { id: newId(), table: room.table, position }, token);
    expect(await (await branch(1, room.hostToken)).json()).toMatchObject({ code: 'wrong-pass' });
    const other = await start();
    const played = await playedOut(other);
    const length = granted(await played.host.record(played.table)).events.length;
    const ask = async (position: number, token: string) =>
      codeOf(
        await (await post(other, 'branch', { id: newId(), table: played.table, position }, token)).json(),
      );
    expect(await ask(length, played.hostToken)).toBe('wrong-phase');
    expect(await ask(length + 1, played.hostToken)).toBe('unknown-happening');
    expect(await ask(3, student(played, 'mara').token)).toBe('unknown-token');
  });
});
