import { createMemoryStore, type EventStore } from '@btt/eventstore';
import { afterEach, describe, expect, it } from 'vitest';
import { granted, klass, type Running, running, student, until } from './running';
import { newId, openPage } from './wire';

let nodes: Running[] = [];
afterEach(async () => {
  await Promise.all(nodes.map((node) => node.stop()));
  nodes = [];
});

/** Two nodes that share a store. */
async function two(store: EventStore = createMemoryStore()): Promise<readonly [Running, Running]> {
  const pair = [await running({ store }), await running({ store })] as const;
  nodes.push(...pair);
  return pair;
}

/** A store whose notices are all lost. */
function deaf(): EventStore {
  return {
    ...createMemoryStore(),
    notices: { shared: true, post: () => undefined, hear: () => () => undefined },
  };
}

describe('two nodes on one store', () => {
  it.each([
    ['with notices', createMemoryStore],
    ['when every notice is lost', deaf],
  ])('show everybody at either what happens at the other, %s', async (_what, open) => {
    const [one, other] = await two(open());
    const room = await klass(one, ['mara']);
    const late = other.client();
    const joined = granted(await late.join({ code: room.code, nickname: 'Sela at the other node' }));
    granted(await late.hello(joined.token));
    granted(
      await room.host.hostSession({ type: 'seat', person: joined.person, table: room.table, role: 'sela' }),
    );
    await until(late, (state) => state.tables[room.table]?.brief?.own?.role === 'sela');

    const mara = student(room, 'mara').client;
    granted(await mara.seat(room.table, { type: 'propose', terms: { fund: 'small' }, words: 'From here.' }));
    await until(late, (state) => state.tables[room.table]?.desk.text.fund);
    await until(late, (state) => Object.values(state.words).includes('From here.'));
    granted(await late.seat(room.table, { type: 'answer-clause', issue: 'fund', answer: 'accept' }));
    await until(mara, (state) => state.tables[room.table]?.desk.text.fund?.accepted.length === 2);
    expect(late.store.getState().tables[room.table]?.desk.text).toEqual(
      mara.store.getState().tables[room.table]?.desk.text,
    );
  });

  it('tell the host who is online at either, and that a node has gone', async () => {
    const [one, other] = await two();
    const room = await klass(one, ['mara']);
    const late = other.client();
    const joined = granted(await late.join({ code: room.code, nickname: 'Elsewhere' }));
    granted(await late.hello(joined.token));
    await until(room.host, ({ online }) => online.includes(joined.person));
    expect(room.host.store.getState().online).toContain(student(room, 'mara').person);
    await other.stop();
    await until(room.host, ({ online }) => !online.includes(joined.person));
    expect(room.host.store.getState().online).toContain(student(room, 'mara').person);
  });

  it('let somebody in whom only the other has heard of', async () => {
    const [one, other] = await two(deaf());
    const room = await klass(one, []);
    const first = other.client();
    granted(await first.join({ code: room.code, nickname: 'First' }));
    const second = one.client();
    const joined = granted(await second.join({ code: room.code, nickname: 'Second' }));
    granted(await other.client().hello(joined.token));
    expect(await other.client().join({ code: room.code, nickname: 'second' })).toMatchObject({
      code: 'nickname-taken',
    });
  });

  it('give a record of everything that was acknowledged, at the one or the other', async () => {
    const [one, other] = await two(deaf());
    const room = await klass(one, ['mara']);
    const elsewhere = other.client();
    granted(await elsewhere.hello(room.hostToken));
    for (const terms of [{ fund: 'small' }, { fund: 'large' }] as const) {
      granted(await student(room, 'mara').client.seat(room.table, { type: 'propose', terms }));
      const [here, there] = [await room.host.record(room.table), await elsewhere.record(room.table)].map(
        (one) => granted(one),
      );
      expect(there?.events).toEqual(here?.events);
    }
  });

  it.each([
    ['with notices', createMemoryStore],
    ['when every notice is lost', deaf],
  ])('send everybody away at either when a session is deleted at one, %s', async (_what, open) => {
    const [one, other] = await two(open());
    const room = await klass(one, ['mara']);
    const away = other.client();
    granted(await away.hello(student(room, 'mara').token));
    granted(await one.client().deleteSession(room.session, { token: room.hostToken }));
    await until(away, ({ gone }) => gone === 'session-closed');
    expect(await other.client().hello(student(room, 'mara').token)).toMatchObject({ code: 'unknown-token' });
  });

  it('fire a deadline once, and agree about it', async () => {
    const [one, other] = await two();
    const room = await klass(one, ['mara'], { briefing: 0.05, roundMinutes: 5 });
    const away = other.client();
    granted(await away.hello(student(room, 'mara').token));
    await until(room.host, (state) => state.tables[room.table]?.desk.phase === 'bargaining');
    await until(away, (state) => state.tables[room.table]?.desk.phase === 'bargaining');
    const record = granted(await room.host.record(room.table));
    expect(record.events.filter(({ type }) => type === 'deadline')).toHaveLength(1);
  });

  it('seat a table as the session says, however often two hosts change it at the same time', async () => {
    const [one, other] = await two();
    const room = await klass(one, []);
    const letIn = granted(await room.host.letIn('A colleague'));
    const colleague = other.client();
    granted(await colleague.hello(letIn.token));
    const people: string[] = [];
    for (const nickname of ['Ada', 'Ben', 'Cleo'])
      people.push(granted(await one.client().join({ code: room.code, nickname })).person);
    const roles = ['mara', 'sela', 'tovin'] as const;
    for (let round = 0; round < 12; round++) {
      const moves = people.flatMap((person, i) => {
        const seat = (who: typeof colleague, by: number) =>
          who.hostSession({ type: 'seat', person, table: room.table, role: roles[(i + by) % 3] ?? 'mara' });
        return [seat(room.host, round), seat(colleague, round + 1)];
      });
      await Promise.all(moves);
    }
    const wanted = (client: typeof colleague) =>
      Object.fromEntries(
        roles.map((role) => [
          role,
          (client.store.getState().session?.people ?? []).flatMap(({ person, seat }) =>
            seat?.role === role ? [person] : [],
          ),
        ]),
      );
    await until(room.host, () => JSON.stringify(wanted(room.host)) === JSON.stringify(wanted(colleague)));
    for (const client of [room.host, colleague])
      await until(client, (state) => {
        const seats = state.tables[room.table]?.desk.seats ?? {};
        return roles.every(
          (role) =>
            [...(seats[role] ?? [])].sort().join() === [...(wanted(client)[role] ?? [])].sort().join(),
        );
      });
    expect(wanted(colleague)).toEqual(wanted(room.host));
  });

  it('answer a command that reaches both once', async () => {
    const [one, other] = await two();
    const room = await klass(one, ['mara']);
    const { token } = student(room, 'mara');
    const pages = [openPage(one.url), openPage(other.url)];
    for (const page of pages) granted(await page.hello(token));
    const id = newId();
    const message = {
      as: 'seat',
      id,
      table: room.table,
      command: { type: 'propose', terms: { fund: 'small' } },
    };
    const answers = await Promise.all(pages.map((page) => page.ask('command', message)));
    expect(answers).toMatchObject([{ ok: true }, { ok: true }]);
    const { events } = granted(await room.host.record(room.table));
    expect(events.filter(({ type }) => type === 'propose')).toHaveLength(1);
    for (const page of pages) page.close();
  });
});
