import type { Answer, Kept, ScenarioFiles } from '@btt/protocol';
import { refuse } from '@btt/protocol';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraft, type Draft, pathsIn, textIn } from '../lib/draft';

const FILES: ScenarioFiles = {
  ok: true,
  ref: 'own.x',
  version: 3,
  files: [
    { path: 'roles/a.md', text: 'A' },
    { path: 'scenario.yaml', text: 'weight: 1' },
  ],
  problems: [],
  warnings: [],
  numbers: null,
};
const FINDINGS = { ok: true, problems: [], warnings: [], numbers: null } as const;
const kept = (version: number, problems: Kept['problems'] = []): Kept => ({
  ...FINDINGS,
  problems,
  scenario: { ref: 'own.x', version, changed: 1, title: 'x', card: null, problems: 0 },
});

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
  answer(value: unknown): Promise<void>;
}

let sent: Sent[];
let saves: number;
let draft: Draft;
let ids: number;
const state = () => draft.store.getState();
const last = () => {
  const one = sent.at(-1);
  if (!one) throw new Error('Nothing was sent.');
  return one;
};

beforeEach(async () => {
  vi.useFakeTimers();
  sent = [];
  saves = 0;
  ids = 0;
  draft = createDraft('own.x', {
    ask: <T extends { readonly ok: true }>(method: string, path: string, body?: object) =>
      new Promise<Answer<T>>((resolve) => {
        sent.push({
          method,
          path,
          body: { ...body },
          async answer(value) {
            resolve(value as Answer<T>);
            await vi.advanceTimersByTimeAsync(0);
          },
        });
      }),
    newId: () => `wish-${++ids}`,
    pause: 100,
    saved: () => (saves += 1),
  });
  draft.load();
  await last().answer(FILES);
});

describe('a draft', () => {
  it('has the saved files, the main one first, until something is written', () => {
    expect(pathsIn(state())).toEqual(['scenario.yaml', 'roles/a.md']);
    expect(textIn(state(), 'roles/a.md')).toBe('A');
    expect(state().changes).toEqual({});
  });

  it('is checked after a pause, once for many keys, and only the newest answer counts', async () => {
    draft.write('roles/a.md', 'AB');
    await vi.advanceTimersByTimeAsync(60);
    draft.write('roles/a.md', 'ABC');
    await vi.advanceTimersByTimeAsync(60);
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(60);
    const first = last();
    expect(first).toMatchObject({
      path: '/own.x/problems',
      body: { files: [{ path: 'roles/a.md', text: 'ABC' }] },
    });
    expect(state().checking).toBe(true);
    draft.write('roles/a.md', 'ABCD');
    await vi.advanceTimersByTimeAsync(150);
    const problem = { file: 'roles/a.md', line: 1, column: 1, field: '', message: 'odd', code: 'x' };
    await last().answer({ ...FINDINGS, problems: [problem] });
    await first.answer(FINDINGS);
    expect(state().findings?.problems).toEqual([problem]);
    expect(state().checking).toBe(false);
  });

  it('has no changes when they lead back to what is saved', () => {
    draft.write('roles/a.md', 'AB');
    draft.write('roles/b.md', '');
    draft.write('roles/b.md', null);
    draft.write('roles/a.md', 'A');
    expect(state().changes).toEqual({});
    draft.write('roles/a.md', null);
    expect(pathsIn(state())).toEqual(['scenario.yaml']);
  });

  it('is saved on the version it began with, and goes on from the next', async () => {
    draft.write('roles/a.md', 'AB');
    draft.save();
    expect(last()).toMatchObject({ method: 'PUT', path: '/own.x', body: { id: 'wish-1', version: 3 } });
    draft.write('scenario.yaml', 'weight: 2');
    await last().answer(kept(4));
    expect([state().files?.version, saves]).toEqual([4, 1]);
    expect(state().changes).toEqual({ 'scenario.yaml': 'weight: 2' });
    draft.save();
    expect(last().body).toMatchObject({ id: 'wish-2', version: 4 });
    await last().answer(kept(5, [{ file: 'a', line: 1, column: 1, field: '', message: 'm', code: 'c' }]));
    expect([state().findings?.problems.length, saves]).toEqual([1, 1]);
  });

  it('is sent again under the same id when the answer got lost, and not otherwise', async () => {
    draft.write('roles/a.md', 'AB');
    draft.save();
    await last().answer(refuse('unavailable'));
    expect(state().error?.code).toBe('unavailable');
    draft.save();
    expect(last().body['id']).toBe('wish-1');
    await last().answer(refuse('unavailable'));
    draft.write('roles/a.md', 'ABC');
    draft.save();
    expect(last().body['id']).toBe('wish-2');
  });

  it('keeps what was written when somebody else was first', async () => {
    draft.write('roles/a.md', 'mine');
    draft.save();
    await last().answer(refuse('outdated'));
    expect([state().error?.code, textIn(state(), 'roles/a.md')]).toEqual(['outdated', 'mine']);
  });

  it('changes values one after the other, each in the text that the one before has left', async () => {
    draft.setValue(['weight'], [], 2);
    draft.setValue(['start'], [['x']], 5);
    await vi.advanceTimersByTimeAsync(0);
    expect(last().body).toEqual({ text: 'weight: 1', path: ['weight'], or: [], value: 2 });
    await last().answer({ ok: true, text: 'weight: 2' });
    expect(last().body).toEqual({ text: 'weight: 2', path: ['start'], or: [['x']], value: 5 });
    await last().answer({ ok: true, text: 'start: 5\nweight: 2' });
    expect(state().changes).toEqual({ 'scenario.yaml': 'start: 5\nweight: 2' });
  });

  it('says nothing more when it is closed', async () => {
    draft.write('roles/a.md', 'AB');
    draft.save();
    const waiting = last();
    draft.close();
    await waiting.answer(kept(4));
    await vi.advanceTimersByTimeAsync(500);
    expect([sent.length, state().files?.version]).toEqual([2, 3]);
  });
});
