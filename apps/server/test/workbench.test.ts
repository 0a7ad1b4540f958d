import { createMemoryStore } from '@btt/eventstore';
import { packScenario } from '@btt/scenario';
import { SMALL, SMALL_FILES, smallScenario } from '@btt/scenario/test-support';
import { describe, expect, it } from 'vitest';
import { createOwnScenarios } from '../src/scenarios/own';
import { openDeriver } from '../src/sessions/secrets';
import { createBench } from '../src/workbench/bench';
import type { FromThread, Piece, ToThread } from '../src/workbench/messages';
import { createWorkbench } from '../src/workbench/workbench';
import { benchHere, puppets } from './threads';

const files = [{ path: 'scenario.yaml', text: SMALL }, ...SMALL_FILES];
const compile = { kind: 'compile', files } as const;

/** Threads that answer when the test does. */
function benchOfPuppets() {
  const { threads, start } = puppets<ToThread, FromThread>();
  const errors: unknown[] = [];
  const bench = createBench({ longest: 50, failed: (error) => errors.push(error), start });
  const ask = (owner: string, subject: string, progress: (part: number) => void = () => undefined) =>
    bench.ask(
      { kind: 'change', text: subject, change: { path: ['a'], value: 1 } },
      { owner, subject, progress },
    );
  return { bench, threads, errors, ask };
}

describe('the bench', () => {
  it('does one task at a time, and owners take turns', async () => {
    const { threads, ask } = benchOfPuppets();
    const first = ask('ana', 'one');
    ask('ana', 'two');
    ask('ana', 'three');
    ask('ben', 'four');
    const [thread] = threads;
    expect(thread?.posted.map(({ id }) => id)).toEqual([1]);
    thread?.say({ type: 'done', id: 1, result: 'x' });
    expect(await first.answer).toEqual({ ok: true, result: 'x' });
    thread?.say({ type: 'done', id: 2, result: 'x' });
    const texts = thread?.posted.map((one) =>
      one.type === 'task' && one.task.kind === 'change' ? one.task.text : '',
    );
    expect(texts).toEqual(['one', 'two', 'four']);
  });

  it('hands a long record over piece by piece before the task, and stops when nobody waits for it any more', async () => {
    const { bench, threads } = benchOfPuppets();
    const cause = { at: 0 } as Piece[number];
    const pieces = [[cause, cause], [cause], [cause]];
    const task = { kind: 'change', text: 'x', change: { path: ['a'], value: 1 } } as const;
    bench.ask(task, { owner: 'ana', subject: 'one', pieces });
    for (const _piece of pieces) await new Promise((resume) => setImmediate(resume));
    expect(threads[0]?.posted.map(({ type }) => type)).toEqual(['piece', 'piece', 'piece', 'task']);
    threads[0]?.say({ type: 'done', id: 1, result: 'x' });
    bench.ask(task, { owner: 'ana', subject: 'two', pieces }).cancel();
    await new Promise((resume) => setImmediate(resume));
    expect(threads[0]?.posted).toHaveLength(5);
  });

  it('lets a newer question of the same owner on the same subject take the place of one that waits', async () => {
    const { threads, ask } = benchOfPuppets();
    ask('ana', 'busy');
    const older = ask('ana', 'draft');
    const newer = ask('ana', 'draft');
    expect(await older.answer).toEqual({ ok: false, code: 'replaced' });
    threads[0]?.say({ type: 'done', id: 1, result: null });
    threads[0]?.say({ type: 'done', id: 2, result: 'new' });
    expect(await newer.answer).toEqual({ ok: true, result: 'new' });
  });

  it('gives up what takes too long, and goes on with the next in a fresh thread', async () => {
    const { threads, ask } = benchOfPuppets();
    const stuck = ask('ana', 'stuck');
    const next = ask('ben', 'next');
    expect(await stuck.answer).toEqual({ ok: false, code: 'too-long' });
    expect(threads[0]?.stopped).toBe(true);
    threads[0]?.say({ type: 'done', id: 2, result: 'from the grave' });
    threads[1]?.say({ type: 'done', id: 2, result: 'y' });
    expect(await next.answer).toMatchObject({ ok: true });
  });

  it('answers when its thread dies, and starts another one', async () => {
    const { threads, errors, ask } = benchOfPuppets();
    const lost = ask('ana', 'lost');
    threads[0]?.die();
    expect(await lost.answer).toEqual({ ok: false, code: 'failed' });
    const next = ask('ana', 'next');
    threads[1]?.say({ type: 'failed', id: 2, message: 'no luck' });
    expect(await next.answer).toEqual({ ok: false, code: 'failed' });
    expect(errors).toHaveLength(2);
  });

  it('tells progress, and ends what is cancelled, waiting or under way', async () => {
    const { threads, ask } = benchOfPuppets();
    const parts: number[] = [];
    const first = ask('ana', 'one', (part) => parts.push(part));
    const second = ask('ana', 'two');
    threads[0]?.say({ type: 'progress', id: 1, part: 0.5 });
    second.cancel();
    first.cancel();
    expect([await first.answer, await second.answer]).toEqual([
      { ok: false, code: 'cancelled' },
      { ok: false, code: 'cancelled' },
    ]);
    expect([parts, threads[0]?.stopped]).toEqual([[0.5], true]);
  });

  it('refuses more than anybody would wait for, and everything once it is closed', async () => {
    const { bench, ask } = benchOfPuppets();
    const asked = Array.from({ length: 202 }, (_, i) => ask(`owner ${i}`, 'x'));
    expect(await asked[201]?.answer).toEqual({ ok: false, code: 'busy' });
    await bench.close();
    expect(await asked[0]?.answer).toEqual({ ok: false, code: 'closed' });
    expect(await asked[100]?.answer).toEqual({ ok: false, code: 'closed' });
    expect(await ask('ana', 'late').answer).toEqual({ ok: false, code: 'closed' });
  });
});

describe('the workbench', () => {
  it('works in threads of its own', async () => {
    const errors: unknown[] = [];
    const workbench = createWorkbench((error) => errors.push(error));
    const asking = { owner: 'ana', subject: 'x' };
    const compiled = await workbench.desk.ask(compile, asking).answer;
    expect(compiled).toMatchObject({ ok: true, result: { ok: true, scenario: { id: 'small-river' } } });
    if (compiled.ok && compiled.result.ok) expect(compiled.result.scenario).toEqual(smallScenario());
    const checked = await workbench.checks.ask({ kind: 'check', scenario: smallScenario() }, asking).answer;
    expect(checked.ok && checked.result.length).toBeGreaterThan(3);
    await workbench.close();
    expect(errors).toEqual([]);
  });
});

describe('the library of one owner', () => {
  it('holds so many scenarios and no more, until one is deleted', async () => {
    const store = createMemoryStore();
    const workbench = createWorkbench(() => undefined, benchHere);
    const own = createOwnScenarios({
      store,
      deriver: await openDeriver(store),
      desk: workbench.desk,
      now: () => 1,
      most: { ofOne: 2, ofAll: 3 },
    });
    const keep = async (owner: string, id: string) => {
      const done = await own.keep(owner, id, files);
      return done.ok ? done.scenario.ref : done.code;
    };
    const first = await keep('ana', 'wish-0001');
    await keep('ana', 'wish-0002');
    expect(await keep('ana', 'wish-0003')).toBe('library-full');
    expect(await keep('ana', 'wish-0001')).toBe(first);
    await keep('ben', 'wish-0001');
    expect(await keep('ben', 'wish-0002')).toBe('library-full');
    await own.remove('ana', first);
    expect(await keep('ben', 'wish-0002')).toMatch(/^own\./);
    expect(packScenario((await own.files('ben', await keep('ben', 'wish-0002')))?.files ?? [])).toBe(
      packScenario(files),
    );
    await workbench.close();
  });

  it('keeps the files of the newest version alone', async () => {
    const store = createMemoryStore();
    const documents = new Set<string>();
    const counted = {
      ...store,
      putDocument: (hash: string, body: string) => store.putDocument(documents.add(hash) && hash, body),
    };
    const workbench = createWorkbench(() => undefined, benchHere);
    const own = createOwnScenarios({
      store: counted,
      deriver: await openDeriver(store),
      desk: workbench.desk,
      now: () => 1,
    });
    const kept = await own.keep('ana', 'wish-0001', files);
    if (!kept.ok) throw new Error(kept.code);
    for (let version = 1; version <= 3; version++)
      await own.save('ana', kept.scenario.ref, `save-000${version}`, version, [
        { path: 'teaching.md', text: String(version) },
      ]);
    const left = await Promise.all([...documents].map((hash) => store.getDocument(hash)));
    expect(left.filter((body) => body !== undefined)).toHaveLength(1);
    await own.remove('ana', kept.scenario.ref);
    expect(
      (await Promise.all([...documents].map((hash) => store.getDocument(hash)))).every(
        (body) => body === undefined,
      ),
    ).toBe(true);
    await workbench.close();
  });
});
