import { createMemoryStore } from '@btt/eventstore';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPost } from '../src/nodes/post';
import { createWhereabouts, type Whereabouts } from '../src/nodes/whereabouts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

interface Node {
  readonly whereabouts: Whereabouts;
  /** Ends it without a word. */
  die(): void;
}

function nodes(count: number): Node[] {
  const { notices } = createMemoryStore();
  return Array.from({ length: count }, (_, at) => {
    let alive = true;
    const line = {
      shared: true,
      post: (notice: string) => {
        if (alive) notices.post(notice);
      },
      hear: (listener: (notice: string) => void) =>
        notices.hear((notice) => {
          if (alive) listener(notice);
        }),
    };
    const post = createPost(line, `node ${at}`);
    const whereabouts = createWhereabouts({ post, now: () => Date.now(), changed: () => undefined });
    return {
      whereabouts,
      die() {
        alive = false;
        whereabouts.stop();
      },
    };
  });
}

const step = fc.record({
  node: fc.nat(3),
  /** Null = its last page of the session closes; -1 = the node dies. */
  people: fc.option(fc.subarray(['ada', 'ben', 'cleo', 'dora'])),
  dies: fc.boolean(),
});

describe('who is where', () => {
  it('is known to every node that lives, and one of those with pages leads, whoever comes, goes or dies', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const all = nodes(4);
        const here = new Map<number, ReadonlySet<string>>();
        const dead = new Set<number>();
        for (const { node, people, dies } of steps) {
          if (dead.has(node)) continue;
          if (dies) {
            all[node]?.die();
            dead.add(node);
          } else all[node]?.whereabouts.here('s', people ? new Set(people) : null);
          if (dies || people === null) here.delete(node);
          else here.set(node, new Set(people));
          await vi.advanceTimersByTimeAsync(1);
        }
        // Long enough for the silent to be forgotten.
        await vi.advanceTimersByTimeAsync(10_000);
        const everybody = new Set([...here.values()].flatMap((people) => [...people]));
        const leaders: number[] = [];
        for (const [at, { whereabouts }] of all.entries()) {
          if (dead.has(at)) continue;
          expect(whereabouts.everywhere('s')).toEqual(everybody);
          expect(whereabouts.everywhere('another session').size).toBe(0);
          if (whereabouts.leads('s')) leaders.push(at);
        }
        expect(leaders).toEqual([...here.keys()].sort((a, b) => a - b).slice(0, 1));
        for (const { die } of all) die();
      }),
      { numRuns: 60 },
    );
  });

  it('is told to a node that comes later', async () => {
    const { notices } = createMemoryStore();
    const options = { now: () => Date.now(), changed: () => undefined };
    const early = createWhereabouts({ post: createPost(notices, 'early'), ...options });
    early.here('s', new Set(['ada']));
    await vi.advanceTimersByTimeAsync(1);
    const late = createWhereabouts({ post: createPost(notices, 'late'), ...options });
    await vi.advanceTimersByTimeAsync(1);
    expect([...late.everywhere('s')]).toEqual(['ada']);
    early.stop();
    late.stop();
  });

  it('takes no harm from notices that nobody here has written', async () => {
    const { notices } = createMemoryStore();
    const heard: unknown[] = [];
    const post = createPost(notices, 'one');
    post.hear((notice) => heard.push(notice));
    for (const text of ['', '{', 'null', '[]', '{"from":"x"}', '{"from":"x","notice":{"type":"new"}}'])
      notices.post(text);
    notices.post(JSON.stringify({ from: 'other', notice: { type: 'asks' } }));
    await vi.advanceTimersByTimeAsync(1);
    expect(heard).toEqual([{ type: 'asks' }]);
    post.stop();
  });
});
