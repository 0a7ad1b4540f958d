import { afterEach, describe, expect, it } from 'vitest';
import { threadOf } from '../src/threads/thread';
import { granted, type Klass, klass, type Running, running, student } from './running';

let server: Running;
afterEach(() => server.stop());

const SETTINGS = { briefing: 0, roundMinutes: 5, ratification: 5, returns: 0 } as const;
const TERMS = { water: 'free', dam: 'delayed', fund: 'small' } as const;

/** Pressure by invitation, an agreement, and the count: something for every chapter of the findings. */
async function played(room: Klass): Promise<void> {
  const { table, host } = room;
  const [mara, sela] = [student(room, 'mara').client, student(room, 'sela').client];
  granted(await sela.seat(table, { type: 'move', move: 'ask-pressure' }));
  granted(await mara.seat(table, { type: 'move', move: 'pressure' }));
  granted(await mara.seat(table, { type: 'propose', terms: TERMS }));
  for (const issue of Object.keys(TERMS))
    granted(await sela.seat(table, { type: 'answer-clause', issue, answer: 'accept' }));
  granted(await mara.seat(table, { type: 'initial' }));
  granted(await sela.seat(table, { type: 'initial' }));
  granted(await host.hostTable(table, { type: 'skip' }));
}

describe('what a record shows', () => {
  it('is told to the host at any time, and to students once the debrief is open', async () => {
    server = await running();
    const room = await klass(server, ['mara', 'sela', 'farmers'], SETTINGS);
    await played(room);
    const farmers = student(room, 'farmers').client;
    const { findings, table } = granted(await room.host.findings(room.table));
    expect(table).toBe(room.table);
    expect(findings.help.deeds.find((deed) => deed.role === 'mara')).toMatchObject({ invited: true });
    expect(findings.turning?.whole.side).toBeNull();
    expect(findings.withoutHelp?.withHelp.sides.map(({ side }) => side)).toEqual(['north', 'south']);
    expect(findings.scores.seats.filter((seat) => seat.held)).toHaveLength(3);
    expect(await farmers.findings(room.table)).toMatchObject({ ok: false, code: 'debrief-closed' });
    expect(granted(await farmers.compare()).tables).toEqual([]);
    granted(await room.host.hostTable(room.table, { type: 'skip' }));
    granted(await room.host.hostTable(room.table, { type: 'open-debrief' }));
    expect(granted(await farmers.findings(room.table)).findings.scores).toEqual(findings.scores);
    expect(granted(await farmers.compare()).tables.map((one) => one.table)).toEqual([room.table]);
  });

  it('holds all tables of a class against each other, each to what it came to', async () => {
    server = await running();
    const room = await klass(server, ['mara', 'sela'], SETTINGS);
    await played(room);
    granted(await room.host.hostSession({ type: 'add-table' }));
    const name = 'By the window';
    granted(await room.host.hostSession({ type: 'change-table', table: room.table, name }));
    const { tables } = granted(await room.host.compare());
    expect(tables.map(({ table }) => table)).toEqual([room.table, `${room.session}-2`]);
    expect(tables.map((one) => one.name)).toEqual([name, 'Table 2']);
    expect(tables[0]?.invited).toBe(1);
    expect(tables[0]?.outcome).not.toBeNull();
    expect(tables[1]).toMatchObject({ outcome: null, withoutHelp: null, invited: null });
  });

  it('is read in a thread, and nobody who plays waits for it', async () => {
    const silent = { post: () => undefined, stop: () => Promise.resolve() };
    server = await running({ workThread: () => silent });
    const room = await klass(server, ['mara', 'sela']);
    const asked = room.host.findings(room.table);
    await played(room);
    await server.stop();
    expect(await asked).toMatchObject({ ok: false });
    server = await running({ workThread: threadOf('workbench') });
    const other = await klass(server, ['mara', 'sela']);
    await played(other);
    expect(granted(await other.host.findings(other.table)).findings.help.deeds).not.toEqual([]);
  });

  it('is answered with a code when the thread ends over it', async () => {
    server = await running({
      workThread: (_heard, ended) => ({
        post: () => ended(new Error('gone')),
        stop: () => Promise.resolve(),
      }),
    });
    const room = await klass(server, ['mara']);
    expect(await room.host.findings(room.table)).toMatchObject({ ok: false, code: 'no-answer' });
    expect(granted(await room.host.compare()).tables).toEqual([]);
  });
});
