import { afterEach, describe, expect, it } from 'vitest';
import { playedOut } from './played';
import { granted, type Running, running, student } from './running';

let server: Running;
afterEach(() => server.stop());

const TERMS = { water: 'free', dam: 'delayed', fund: 'small' } as const;

describe('a deal tried in the debrief', () => {
  it('is judged as it would have stood at the moment, for the host at any time', async () => {
    server = await running();
    const { host, table } = await playedOut(server);
    const { events, lines } = granted(await host.record(table));
    const end = granted(await host.explore(table, events.length, TERMS));
    expect(end.line.supports).toEqual(lines.findLast((line) => line !== null)?.supports);
    const start = granted(await host.explore(table, 0, TERMS));
    expect(start.line.supports).not.toEqual(end.line.supports);
    expect(Object.keys(end.swaps)).toEqual(['water', 'dam', 'fund']);
    expect(granted(await host.explore(table, 999_999, TERMS)).line).toEqual(end.line);
  });

  it('can be held against what could have been ratified, as many as the record says', async () => {
    server = await running();
    const { host, table } = await playedOut(server);
    const found = granted(await host.agreements(table, 0, TERMS));
    const { nearest, joint } = found;
    expect(found.sides.map(({ side }) => side)).toEqual(['north', 'south']);
    expect(nearest.length).toBeLessThanOrEqual(joint ?? 0);
    for (const { deal } of nearest)
      expect(granted(await host.explore(table, 0, deal)).line.sides.every(({ passes }) => passes)).toBe(true);
  });

  it('is for students once the debrief is open, and not for those who only heard of the table', async () => {
    server = await running();
    const room = await playedOut(server);
    const { client } = student(room, 'farmers');
    const closed = { ok: false, code: 'debrief-closed' };
    expect(await client.explore(room.table, 1, TERMS)).toMatchObject(closed);
    expect(await client.agreements(room.table, 1, TERMS)).toMatchObject(closed);
    granted(await room.host.hostTable(room.table, { type: 'open-debrief' }));
    expect(granted(await client.explore(room.table, 1, TERMS)).position).toBe(1);
    expect(await client.explore(`${room.session}-9`, 1, TERMS)).toMatchObject({ code: 'unknown-table' });
    const wild = await client.explore(room.table, -1, TERMS);
    expect(wild).toMatchObject({ ok: false, code: 'malformed' });
  });

  it('is answered as fast as somebody can choose, and no faster', async () => {
    server = await running();
    const { host, table } = await playedOut(server);
    const answers = await Promise.all(Array.from({ length: 60 }, () => host.explore(table, 1, TERMS)));
    expect(answers.filter((one) => one.ok).length).toBeGreaterThanOrEqual(40);
    expect(answers.some((one) => !one.ok && one.code === 'too-many')).toBe(true);
  });
});

describe('tables held against each other', () => {
  it('come with the front and the Nash point that they are measured by, where a table is open', async () => {
    server = await running();
    const room = await playedOut(server);
    const { fair, tables } = granted(await room.host.compare());
    expect(fair?.sides).toEqual(['north', 'south']);
    expect(tables[0]?.sides.map(({ value }) => value)).not.toContain(null);
    const { client } = student(room, 'farmers');
    expect(granted(await client.compare())).toMatchObject({ tables: [], fair: null });
  });
});
