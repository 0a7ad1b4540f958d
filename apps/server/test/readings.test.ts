import { isDeepStrictEqual } from 'node:util';
import { createGame } from '@btt/game';
import {
  EMPTY_DESK,
  foldAll,
  type Desk,
  type RefereeLine,
  type SeatCommand,
  type TableRecord,
} from '@btt/protocol';
import { smallScenario } from '@btt/scenario/test-support';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { granted, klass, type Running, running, student, until } from './running';
import { type PuppetThread, puppets } from './threads';

let server: Running;
afterEach(() => server.stop());

const { referee } = createGame(smallScenario(), 'river');

/** The line by its definition, from nothing but the desk that the host sees. */
function fresh(desk: Desk): RefereeLine {
  const drafted = Object.entries(desk.text).flatMap(([issue, { option }]) =>
    option === null ? [] : [[issue, option]],
  );
  const terms = desk.deal ?? Object.fromEntries(drafted);
  const adjustments = desk.effects.map(({ faction, points, deal }) => ({ faction, points, deal }));
  const verdict = referee.evaluate(terms, adjustments);
  const counts = referee.counts(adjustments);
  if (counts.kind !== 'exact') throw new Error('The river has few deals.');
  return {
    supports: Object.fromEntries(verdict.factions.map(({ faction, support }) => [faction, support])),
    votes: verdict.votes,
    sides: verdict.sides.map(({ side, passes, yes, no, abstain, margin, sentence }, at) => ({
      side,
      passes,
      yes,
      no,
      abstained: abstain,
      margin,
      sentence,
      winSet: counts.sides[at]?.count ?? null,
    })),
    jointWinSet: counts.joint,
    deals: counts.deals,
    complete: verdict.complete,
  };
}

/** The line of every event; where it is as before, the one before. */
function linesOf(record: TableRecord): RefereeLine[] {
  let last: RefereeLine | null = null;
  return record.lines.flatMap((line) => {
    last = line ?? last;
    return last ? [last] : [];
  });
}

const isWhole = (record: TableRecord) => record.lines.every((line) => line?.counting === undefined);

const move = (id: string): SeatCommand => ({ type: 'move', move: id });
const propose = (terms: Record<string, string>): SeatCommand => ({ type: 'propose', terms });
const wish = fc.constantFrom<readonly [string, SeatCommand]>(
  ['mara', move('quiet-order')],
  ['sela', move('ask-pressure')],
  ['mara', move('pressure')],
  ['mara', propose({ water: 'quotas', dam: 'delayed' })],
  ['sela', propose({ water: 'free' })],
  ['sela', propose({ fund: 'large' })],
  ['mara', { type: 'answer-clause', issue: 'fund', answer: 'accept' }],
  ['sela', { type: 'say', channel: 'caucus-south', words: 'nothing to the referee' }],
);

/** Lets a thread answer everything it has been asked, with counts that can be told from others. */
function answerAll(thread: PuppetThread | undefined, joint: number): void {
  for (const message of thread?.posted.splice(0) ?? []) {
    if (message.type === 'work')
      thread?.say({ type: 'done', id: message.id, answer: { kind: 'exact', deals: 24, sides: [], joint } });
  }
}

describe('the referee’s line', () => {
  it('is the same live, in the record, and worked out anew from the desk, after every event', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { minLength: 3, maxLength: 8 }), async (wishes) => {
        server = await running();
        const { host, table, ...room } = await klass(server, ['mara', 'sela']);
        const deskNow = () => host.store.getState().tables[table]?.desk ?? EMPTY_DESK;
        const live: RefereeLine[] = [];
        for (const [role, command] of wishes) {
          const done = await student({ host, table, ...room }, role).client.seat(table, command);
          if (!done.ok) continue;
          // The host has seen what happened when it has seen what it says next.
          const { n } = granted(await host.hostTable(table, { type: 'broadcast', words: 'Seen.' }));
          await until(host, (state) => (state.tables[table]?.n ?? 0) >= n);
          const line = await until(host, ({ readings }) => {
            const reading = readings[table];
            return isDeepStrictEqual(reading, fresh(deskNow())) && reading;
          });
          live.push(line);
        }
        const ask = async () => granted(await host.record(table));
        await expect.poll(async () => isWhole(await ask())).toBe(true);
        const record = await ask();
        let desk = EMPTY_DESK;
        const anew = record.events.map(({ parts }) => {
          desk = foldAll(
            desk,
            parts.map((part) => part.fact),
          );
          return fresh(desk);
        });
        expect(linesOf(record)).toEqual(anew);
        const heard = linesOf(record).filter((_, at) => record.events[at]?.type === 'broadcast');
        expect(heard).toEqual(live);
        await server.stop();
      }),
      { numRuns: 8 },
    );
  });

  it('keeps nobody waiting: acknowledgements and records come though the thread never answers', async () => {
    const { start, threads } = puppets();
    server = await running({ analysisThread: start });
    const room = await klass(server, ['mara', 'sela']);
    const { host, table } = room;
    granted(await student(room, 'mara').client.seat(table, propose({ fund: 'small' })));
    granted(await student(room, 'mara').client.seat(table, move('quiet-order')));
    granted(await host.hostTable(table, { type: 'pause' }));
    const record = granted(await host.record(table));
    expect(linesOf(record).at(-1)).toMatchObject({ counting: 0, jointWinSet: null });
    // The host is told what is known without counting.
    const line = await until(
      host,
      (state) => state.readings[table]?.counting !== undefined && state.readings[table],
    );
    expect(Object.keys(line.supports).length).toBeGreaterThan(0);
    expect(threads.flatMap((thread) => thread.posted).some((message) => message.type === 'work')).toBe(true);
  });

  it('is told while it is being counted, and complete as soon as that is done', async () => {
    const { start, threads } = puppets();
    server = await running({ analysisThread: start });
    const { host, table } = await klass(server, ['mara']);
    const waiting = await until(host, (state) => state.readings[table]?.counting !== undefined && threads[0]);
    const work = waiting.posted.findLast((message) => message.type === 'work');
    if (work?.type !== 'work') throw new Error('Nothing was asked of the thread.');
    waiting.say({ type: 'progress', id: work.id, part: 0.5 });
    await until(host, (state) => state.readings[table]?.counting === 0.5);
    answerAll(waiting, 7);
    const line = await until(
      host,
      (state) => state.readings[table]?.jointWinSet === 7 && state.readings[table],
    );
    expect(line.counting).toBeUndefined();
  });

  it('of an older moment is not told any more when something newer has happened', async () => {
    const { start, threads } = puppets();
    server = await running({ analysisThread: start });
    const room = await klass(server, ['mara']);
    const { host, table } = room;
    await until(host, (state) => state.readings[table]?.counting !== undefined);
    const older = threads[0]?.posted.splice(0) ?? [];
    granted(await student(room, 'mara').client.seat(table, move('quiet-order')));
    await expect.poll(() => threads[0]?.posted.some((message) => message.type === 'work')).toBe(true);
    for (const message of older) {
      if (message.type === 'work')
        threads[0]?.say({
          type: 'done',
          id: message.id,
          answer: { kind: 'exact', deals: 24, sides: [], joint: 1 },
        });
    }
    answerAll(threads[0], 2);
    const first = await until(
      host,
      (state) => state.readings[table]?.jointWinSet != null && state.readings[table],
    );
    expect(first.jointWinSet).toBe(2);
  });

  it('comes without win-sets when they cannot be had, and the game goes on', async () => {
    const { start, threads } = puppets();
    server = await running({ analysisThread: start });
    const room = await klass(server, ['mara']);
    const { host, table } = room;
    await until(host, (state) => state.readings[table]?.counting !== undefined);
    threads[0]?.die();
    threads[1]?.die();
    const line = await until(
      host,
      (state) => state.readings[table]?.counting === undefined && state.readings[table],
    );
    expect(line.jointWinSet).toBeNull();
    granted(await student(room, 'mara').client.seat(table, propose({ fund: 'small' })));
  });
});

describe('the lines of a record', () => {
  it('are counted once it has been asked for, each vector once, and whole when asked for again', async () => {
    const { start, threads } = puppets();
    server = await running({ analysisThread: start });
    const room = await klass(server, ['mara', 'sela']);
    const { host, table } = room;
    for (const fund of ['small', 'large', 'small', 'large'])
      granted(await student(room, 'mara').client.seat(table, propose({ fund })));
    const first = granted(await host.record(table));
    expect(isWhole(first)).toBe(false);
    await expect.poll(() => threads[0]?.posted.some((message) => message.type === 'work')).toBe(true);
    answerAll(threads[0], 3);
    const again = granted(await host.record(table));
    expect(isWhole(again)).toBe(true);
    expect(new Set(linesOf(again).map((line) => line.jointWinSet))).toEqual(new Set([3]));
    expect(threads[0]?.posted).toEqual([]);
  });
});
