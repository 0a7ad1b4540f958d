import { Worker } from 'node:worker_threads';
import { createGame, type Game, type Vector, vectorOf } from '@btt/game';
import type { Scenario } from '@btt/scenario';
import { smallScenario } from '@btt/scenario/test-support';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createAnalysis } from '../src/analysis/analysis';
import type { Asked } from '../src/analysis/ask';
import type { ToThread } from '../src/analysis/messages';
import { createFairQueue } from '../src/analysis/queue';
import { type StartThread, startThread } from '../src/analysis/thread';
import { type PuppetThread, puppets, workHere, workingHere } from './threads';

const GAME = createGame(smallScenario(), 'river');

/** A record that adds so many points to one faction. */
const record = (points: number): Vector =>
  vectorOf([{ faction: GAME.scenario.factions[0]?.id ?? '', points, deal: [] }]);

const COUNTS = { kind: 'exact', deals: 8, sides: [], joint: 1 } as const;

/** A game like the river, with so many more issues of eight options each that counting takes seconds. */
function largeGame(issues: number): Game {
  const small = smallScenario();
  const names = Array.from({ length: issues }, (_, i) => `more-${i}`);
  const options = Array.from({ length: 8 }, (_, i) => `o${i}`);
  const first = small.issues[0];
  const pattern = first?.options[0];
  if (!first || !pattern) throw new Error('The river has issues.');
  const scenario: Scenario = {
    ...small,
    issues: [
      ...small.issues,
      ...names.map((id) => ({ ...first, id, options: options.map((one) => ({ ...pattern, id: one })) })),
    ],
    factions: small.factions.map((faction, at) => ({
      ...faction,
      points: {
        ...faction.points,
        ...Object.fromEntries(
          names.map((id, i) => [
            id,
            Object.fromEntries(options.map((one, o) => [one, ((o * (at + 3) * (i + 5)) % 41) - 20])),
          ]),
        ),
      },
    })),
  };
  return createGame(scenario, `large-${issues}`);
}

let analysis = createAnalysis(workHere, () => undefined);
afterEach(() => analysis.close());

function open(start: StartThread): unknown[] {
  const failures: unknown[] = [];
  analysis = createAnalysis(start, (error) => failures.push(error));
  return failures;
}

function ask(table: string, points: number, subject = 'now', progress?: (part: number) => void): Asked {
  return analysis.ask({
    table,
    subject,
    game: GAME,
    vector: record(points),
    ...(progress ? { progress } : {}),
  });
}

const idsOf = (posted: readonly ToThread[]) =>
  posted.flatMap((message) => (message.type === 'work' ? [message.id] : []));

function answer(thread: PuppetThread | undefined, id: number | undefined): void {
  thread?.say({ type: 'done', id: id ?? -1, answer: COUNTS });
}

describe('the queue', () => {
  it('lets owners take turns, keeps one thing for each subject, and each owner’s things in order', () => {
    const action = fc.record({
      owner: fc.constantFrom('a', 'b', 'c'),
      subject: fc.constantFrom('x', 'y'),
      takes: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(action), (actions) => {
        const queue = createFairQueue<number>();
        let waiting: { readonly owner: string; readonly subject: string; readonly item: number }[] = [];
        /** By whose turn it is: whoever was served goes to the end. */
        let turns: string[] = [];
        actions.forEach(({ owner, subject, takes }, item) => {
          if (takes) {
            const next = waiting.find((one) => one.owner === turns[0]);
            expect(queue.take()).toBe(next?.item ?? null);
            waiting = waiting.filter((one) => one !== next);
            const others = turns.slice(1);
            turns =
              next && waiting.some((one) => one.owner === next.owner) ? [...others, next.owner] : others;
          } else {
            const older = waiting.find((one) => one.owner === owner && one.subject === subject);
            expect(queue.put(owner, subject, item)).toBe(older?.item ?? null);
            waiting = older
              ? waiting.map((one) => (one === older ? { owner, subject, item } : one))
              : [...waiting, { owner, subject, item }];
            if (!turns.includes(owner)) turns.push(owner);
          }
          expect(queue.size).toBe(waiting.length);
        });
      }),
    );
  });
});

describe('an analysis', () => {
  it('starts no thread before it is needed, and counts the same record once for all tables', async () => {
    const { start, threads } = puppets();
    open(start);
    expect(threads).toHaveLength(0);
    const both = [ask('t1', 1), ask('t2', 1)];
    expect(idsOf(threads[0]?.posted ?? [])).toEqual([1]);
    answer(threads[0], 1);
    expect(await Promise.all(both.map((one) => one.answer))).toEqual([
      { ok: true, counts: COUNTS },
      { ok: true, counts: COUNTS },
    ]);
    expect(analysis.known(GAME, record(1))).toEqual(COUNTS);
    expect(await ask('t3', 1).answer).toEqual({ ok: true, counts: COUNTS });
    expect(idsOf(threads[0]?.posted ?? [])).toEqual([1]);
  });

  it('lets a newer question take the place of an older one of the same table and subject, and stops work that nobody waits for', async () => {
    const { start, threads } = puppets();
    open(start);
    const older = ask('t1', 1);
    const other = ask('t1', 2, 'record');
    const newer = ask('t1', 3);
    expect(await older.answer).toEqual({ ok: false, code: 'replaced' });
    const posted = threads[0]?.posted ?? [];
    expect(posted.filter((message) => message.type === 'cancel')).toEqual([{ type: 'cancel', id: 1 }]);
    // What the thread had done already is not listened to.
    answer(threads[0], 1);
    expect(analysis.known(GAME, record(1))).toBeUndefined();
    for (const id of [2, 3]) answer(threads[0], id);
    expect([(await other.answer).ok, (await newer.answer).ok]).toEqual([true, true]);
  });

  it('goes on with work that a newer question needs as well', async () => {
    const { start, threads } = puppets();
    open(start);
    const older = ask('t1', 1);
    const newer = ask('t1', 1);
    expect(await older.answer).toEqual({ ok: false, code: 'replaced' });
    expect(threads[0]?.posted.map((message) => message.type)).toEqual(['learn', 'work']);
    answer(threads[0], 1);
    expect((await newer.answer).ok).toBe(true);
  });

  it('gives the thread a few tasks at once, and the rest in turns of the tables', () => {
    const { start, threads } = puppets();
    open(start);
    for (let i = 0; i < 6; i++) ask('greedy', i + 1, `subject ${i}`);
    ask('modest', 10);
    const thread = threads[0];
    const points = () =>
      (thread?.posted ?? []).flatMap((message) =>
        message.type === 'work' ? message.task.adjustments.map((one) => one.points) : [],
      );
    expect(points()).toEqual([1, 2, 3]);
    answer(thread, 1);
    answer(thread, 2);
    expect(points()).toEqual([1, 2, 3, 4, 10]);
  });

  it('refuses when too much is waiting, and takes more as soon as there is room', async () => {
    const { start, threads } = puppets();
    open(start);
    const asked = Array.from({ length: 2100 }, (_, i) => ask(`t${i}`, i + 1));
    expect(await asked.at(-1)?.answer).toEqual({ ok: false, code: 'busy' });
    answer(threads[0], 1);
    const later = ask('late', 5000);
    later.cancel();
    expect(await later.answer).toEqual({ ok: false, code: 'cancelled' });
  });

  it('can be cancelled while it waits and while it is worked on', async () => {
    const { start, threads } = puppets();
    open(start);
    const asked = Array.from({ length: 5 }, (_, i) => ask(`t${i}`, i + 1));
    asked[4]?.cancel();
    asked[0]?.cancel();
    expect(await Promise.all([asked[4]?.answer, asked[0]?.answer])).toEqual([
      { ok: false, code: 'cancelled' },
      { ok: false, code: 'cancelled' },
    ]);
    expect(idsOf(threads[0]?.posted ?? [])).toEqual([1, 2, 3, 4]);
    expect(threads[0]?.posted).toContainEqual({ type: 'cancel', id: 1 });
    answer(threads[0], 4);
    asked[3]?.cancel();
    expect((await asked[3]?.answer)?.ok).toBe(true);
  });

  it('tells everybody who waits how far it is', () => {
    const { start, threads } = puppets();
    open(start);
    const told: string[] = [];
    ask('t1', 1, 'now', (part) => told.push(`t1 ${part}`));
    ask('t2', 1, 'now', (part) => told.push(`t2 ${part}`));
    threads[0]?.say({ type: 'progress', id: 1, part: 0.5 });
    expect(told).toEqual(['t1 0.5', 't2 0.5']);
  });

  it('answers with a code when the work goes wrong, and says why to the log', async () => {
    const { start, threads } = puppets();
    const failures = open(start);
    const asked = ask('t1', 1);
    threads[0]?.say({ type: 'failed', id: 1, message: 'Something is wrong.' });
    expect(await asked.answer).toEqual({ ok: false, code: 'failed' });
    expect(failures).toEqual([new Error('Something is wrong.')]);
  });

  it('is closed with an answer for everybody, and the thread ends', async () => {
    const { start, threads } = puppets();
    open(start);
    const asked = Array.from({ length: 5 }, (_, i) => ask(`t${i}`, i + 1));
    await analysis.close();
    const outcomes = await Promise.all(asked.map((one) => one.answer));
    expect(outcomes).toEqual(asked.map(() => ({ ok: false, code: 'closed' })));
    expect(threads[0]?.stopped).toBe(true);
    expect(await ask('t1', 1).answer).toEqual({ ok: false, code: 'closed' });
    expect(threads).toHaveLength(1);
  });
});

describe('a thread that dies', () => {
  it('is replaced, and what it was working on is done again, a task at a time', async () => {
    const { start, threads } = puppets();
    const failures = open(start);
    const asked = [ask('t1', 1), ask('t2', 2), ask('t3', 3), ask('t4', 4)];
    threads[0]?.die();
    expect(failures).toHaveLength(1);
    expect(threads).toHaveLength(2);
    for (const id of [4, 5, 6]) {
      expect(idsOf(threads[1]?.posted ?? []).at(-1)).toBe(id);
      answer(threads[1], id);
    }
    answer(threads[1], 7);
    expect((await Promise.all(asked.map((one) => one.answer))).every((one) => one.ok)).toBe(true);
  });

  it('fails only the task that it dies of twice', async () => {
    const { start, threads } = puppets();
    open(start);
    const asked = [ask('t1', 1), ask('t2', 2)];
    threads[0]?.die();
    answer(threads[0], 2);
    threads[1]?.die();
    expect(await asked[0]?.answer).toEqual({ ok: false, code: 'crashed' });
    // A thread that has done nothing yet is started again after a pause.
    await expect.poll(() => threads.length).toBe(3);
    answer(threads[2], idsOf(threads[2]?.posted ?? [])[0]);
    expect((await asked[1]?.answer)?.ok).toBe(true);
  });

  it('is told every game anew', () => {
    const { start, threads } = puppets();
    open(start);
    ask('t1', 1);
    threads[0]?.die();
    expect(threads[1]?.posted.map((message) => message.type)).toEqual(['learn', 'work']);
  });
});

describe('the work itself', () => {
  it('counts what the referee counts, here and in a thread of its own', async () => {
    const expected = GAME.referee.counts(record(2).adjustments);
    for (const start of [workHere, startThread]) {
      open(start);
      expect(await ask('t1', 2).answer).toEqual({ ok: true, counts: expected });
      await analysis.close();
    }
  });

  it('reports how far it is, never falling, lets short tasks pass, and stops when it is cancelled', async () => {
    open(workingHere({ turn: 0, reportEvery: 0 }));
    const parts: number[] = [];
    const long = await new Promise<Asked>((resolve) => {
      const asked: Asked = analysis.ask({
        table: 't1',
        subject: 'now',
        game: largeGame(9),
        vector: record(0),
        progress(part) {
          parts.push(part);
          if (parts.length === 5) resolve(asked);
        },
      });
    });
    expect((await ask('t2', 1).answer).ok).toBe(true);
    long.cancel();
    expect(await long.answer).toEqual({ ok: false, code: 'cancelled' });
    const heard = parts.length;
    expect((await ask('t1', 2).answer).ok).toBe(true);
    expect(parts).toHaveLength(heard);
    expect(parts.every((part, at) => part >= (parts[at - 1] ?? 0) && part < 1)).toBe(true);
  });

  it('is taken up by a new thread when a real one dies', async () => {
    const dying: StartThread = (_, ended) => {
      const worker = new Worker("throw new Error('Out of memory.')", { eval: true });
      worker.once('error', ended);
      return {
        post: (message) => worker.postMessage(message, []),
        stop: async () => void worker.terminate(),
      };
    };
    const starts = [dying, startThread];
    const failures = open((...listeners) => (starts.shift() ?? startThread)(...listeners));
    expect((await ask('t1', 1).answer).ok).toBe(true);
    expect(failures).toEqual([new Error('Out of memory.')]);
  });
});
