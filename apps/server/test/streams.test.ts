import { type AppendRequest, createMemoryStore, type EventStore, StoreUnavailable } from '@btt/eventstore';
import { refuse } from '@btt/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { written } from '../src/streams/format';
import { openStream, type Recorded, type Stream, type Wish } from '../src/streams/stream';
import { unreliable } from './stores';

interface Added {
  readonly type: 'added';
  readonly by: number;
}

/** A stream that counts up to ten. */
async function counter(
  store: EventStore,
): Promise<{ stream: Stream<number, Added>; told: Recorded<Added>[] }> {
  const told: Recorded<Added>[] = [];
  const stream = await openStream<number, Added>(store, 'counter', {
    initial: 0,
    evolve: (sum, { by }) => sum + by,
    told: (fresh) => void told.push(...fresh),
  });
  return { stream, told };
}

let wishes = 0;

const add = (by: number, commandId = `add-${wishes++}`): Wish<number, Added> => ({
  actor: 'somebody',
  commandId,
  decide: (sum) => (sum + by > 10 ? refuse('used-up') : { ok: true, event: { type: 'added', by } }),
});

/** A store that answers all appends of a turn in the same moment, as a commit does that they share. */
function answeringTogether(store: EventStore): EventStore {
  let together: Promise<unknown> | null = null;
  return {
    ...store,
    async append(request) {
      const result = await store.append(request);
      together ??= new Promise((resume) => setImmediate(resume));
      await together;
      return result;
    },
  };
}

describe('many streams that are answered in the same moment', () => {
  it('are told in pieces, and others have their turn in between', async () => {
    const store = answeringTogether(createMemoryStore());
    const inOneTurn: number[] = [0];
    const streams = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        openStream<number, Added>(store, `stream-${i}`, {
          initial: 0,
          evolve: (sum, { by }) => sum + by,
          told() {
            inOneTurn.push((inOneTurn.pop() ?? 0) + 1);
            const start = performance.now();
            while (performance.now() - start < 3);
          },
        }),
      ),
    );
    const all = Promise.all(streams.map((stream) => stream.submit(add(1))));
    // Somebody else, who wants a turn of the loop again and again.
    const nextTurn = () => new Promise((resume) => setImmediate(resume, null));
    for (let done = null; done === null; done = await Promise.race([all, nextTurn()])) inOneTurn.push(0);
    expect((await all).every(({ ok }) => ok)).toBe(true);
    expect(inOneTurn.reduce((sum, one) => sum + one)).toBe(20);
    // Each takes all three milliseconds of a turn. Two of ours may fall between two of its.
    expect(Math.max(...inOneTurn)).toBeLessThanOrEqual(2);
  });
});

describe('a stream', () => {
  it('grants one wish at a time, each on the state that the one before has left', async () => {
    const { stream, told } = await counter(createMemoryStore());
    const done = await Promise.all([4, 4, 4].map((by) => stream.submit(add(by))));
    expect(done.map(({ ok }) => ok)).toEqual([true, true, false]);
    expect(stream.state()).toBe(8);
    expect(told.map(({ version }) => version)).toEqual([1, 2]);
  });

  it('answers a wish that is sent again as it was answered, also when it would be impossible by now', async () => {
    const { stream } = await counter(createMemoryStore());
    const first = await stream.submit(add(6, 'the-same'));
    expect(await stream.submit(add(6, 'the-same'))).toEqual({ ...first, repeated: true });
    expect(await stream.settled('somebody', 'the-same')).toMatchObject({ version: 1 });
    expect(await stream.settled('somebody else', 'the-same')).toBeNull();
    expect(stream.state()).toBe(6);
  });

  it('decides again on the newest state when another writer was first', async () => {
    const store = createMemoryStore();
    const here = await counter(store);
    const there = await counter(store);
    expect(await there.stream.submit(add(7))).toMatchObject({ ok: true });
    expect(await here.stream.submit(add(7))).toMatchObject({ ok: false, code: 'used-up' });
    expect(await here.stream.submit(add(3))).toMatchObject({ ok: true, version: 2 });
    expect(here.told.map(({ event }) => event.by)).toEqual([7, 3]);
  });

  /** A store in which somebody else always writes first, also when it is somebody's turn where `evenInTurn`. */
  function overtaken(evenInTurn: boolean): EventStore {
    const inner = createMemoryStore();
    let others = 0;
    const first = async (request: AppendRequest): Promise<AppendRequest> => {
      const event = { type: 'added', payload: written({ type: 'added', by: 0 }) };
      await inner.append({ ...request, actor: 'other', commandId: `other-${others++}`, events: [event] });
      expect(others).toBeLessThan(20);
      return request;
    };
    return {
      ...inner,
      append: async (request) => inner.append(await first(request)),
      appendInTurn: (name, after, decide) =>
        inner.appendInTurn(name, after, async (fresh) => {
          const request = await decide(fresh);
          return request && evenInTurn ? first(request) : request;
        }),
    };
  }

  it('gives up with a code when others are first even in its turn', async () => {
    const { stream } = await counter(overtaken(true));
    expect(await stream.submit(add(1))).toMatchObject({ ok: false, code: 'conflict' });
  });

  it('takes its turn when others are always first, and knows what they have written', async () => {
    const { stream, told } = await counter(overtaken(false));
    expect(await stream.submit(add(1))).toMatchObject({ ok: true });
    expect(await stream.submit(add(1))).toMatchObject({ ok: true });
    expect(told.map(({ event }) => event.by)).toEqual([0, 0, 1, 0, 0, 1]);
  });

  it('tells everything once and in order when the answer of the store gets lost', async () => {
    const flaky = unreliable(createMemoryStore());
    const { stream, told } = await counter(flaky.store);
    flaky.losesAnswer = true;
    await expect(stream.submit(add(2, 'lost'))).rejects.toThrow(StoreUnavailable);
    expect(told).toEqual([]);
    expect(await stream.submit(add(2, 'lost'))).toMatchObject({ ok: true, version: 1, repeated: true });
    expect(await stream.submit(add(3))).toMatchObject({ ok: true, version: 2 });
    expect(told.map(({ event }) => event.by)).toEqual([2, 3]);
  });

  it('carries on when the store comes back, and has told nobody of what was not written', async () => {
    const flaky = unreliable(createMemoryStore());
    const { stream, told } = await counter(flaky.store);
    flaky.away = true;
    await expect(stream.submit(add(2))).rejects.toThrow(StoreUnavailable);
    flaky.away = false;
    expect(await stream.submit(add(5))).toMatchObject({ ok: true, version: 1 });
    expect(told.map(({ event }) => event.by)).toEqual([5]);
  });

  describe('with wishes that wait at the same time', () => {
    /** Notes how many appends the store was asked for at a time. */
    function watched(inner: EventStore): { store: EventStore; groups: number[] } {
      const groups: number[] = [];
      const appendInOrder = (requests: readonly AppendRequest[]) => {
        groups.push(requests.length);
        return inner.appendInOrder(requests);
      };
      return { store: { ...inner, appendInOrder }, groups };
    }

    it('writes them together, each decided on the one before, and tells them in order', async () => {
      const { store, groups } = watched(createMemoryStore());
      const { stream, told } = await counter(store);
      const done = await Promise.all([1, 2, 3, 4].map((by) => stream.submit(add(by))));
      expect(done.map((one) => one.ok && one.version)).toEqual([1, 2, 3, 4]);
      expect(told.map(({ event, version }) => [version, event.by])).toEqual([
        [1, 1],
        [2, 2],
        [3, 3],
        [4, 4],
      ]);
      expect(groups).toEqual([4]);
    });

    it('refuses one in its place: what comes after it was asked for later', async () => {
      const { stream, told } = await counter(createMemoryStore());
      const done = await Promise.all([4, 3, 9, 3, 1].map((by) => stream.submit(add(by))));
      expect(done.map(({ ok }) => ok)).toEqual([true, true, false, true, false]);
      expect(told.map(({ event }) => event.by)).toEqual([4, 3, 3]);
    });

    it('grants one that is sent twice once', async () => {
      const { stream, told } = await counter(createMemoryStore());
      const twice = [add(1), add(2, 'twice'), add(2, 'twice'), add(3)];
      const done = await Promise.all(twice.map((wish) => stream.submit(wish)));
      expect(done.map((one) => one.ok && [one.version, one.repeated])).toEqual([
        [1, false],
        [2, false],
        [2, true],
        [3, false],
      ]);
      expect(told.map(({ event }) => event.by)).toEqual([1, 2, 3]);
    });

    it('fails for the one that cannot be decided, and for no other', async () => {
      const { stream } = await counter(createMemoryStore());
      const broken: Wish<number, Added> = {
        ...add(1),
        decide() {
          throw new Error('Nobody thought of this.');
        },
      };
      const done = await Promise.allSettled([add(1), add(2), broken, add(3)].map(stream.submit));
      expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
      expect(stream.state()).toBe(6);
    });

    it('loses and doubles nothing when answers get lost, the store is away and others write, however it comes', async () => {
      const step = fc.record({
        here: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 6 }),
        there: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
        trouble: fc.constantFrom('none', 'none', 'lost', 'away'),
      });
      const run = async (steps: readonly { here: number[]; there: number[]; trouble: string }[]) => {
        const shared = createMemoryStore();
        const flaky = unreliable(shared);
        const here = await counter(flaky.store);
        const there = await counter(shared);
        const granted = new Map<string, number>();
        let ids = 0;
        const ask = async (
          stream: Stream<number, Added>,
          by: number,
          id = `wish-${ids++}`,
        ): Promise<void> => {
          const done = await stream.submit(add(by, id)).catch(() => null);
          if (done === null) {
            // Whoever gets no answer asks again.
            flaky.away = false;
            return ask(stream, by, id);
          }
          if (done.ok) granted.set(id, done.version);
        };
        for (const { here: mine, there: theirs, trouble } of steps) {
          flaky.losesAnswer = trouble === 'lost';
          flaky.away = trouble === 'away';
          await Promise.all([
            ...mine.map((by) => ask(here.stream, by)),
            ...theirs.map((by) => ask(there.stream, by)),
          ]);
          flaky.losesAnswer = false;
          flaky.away = false;
        }
        const log = await shared.read('counter');
        expect(log.map(({ version }) => version)).toEqual(log.map((_, at) => at + 1));
        expect(new Map(log.map(({ commandId, version }) => [commandId, version]))).toEqual(granted);
        for (const { stream, told } of [here, there]) {
          await stream.readOn(log.length);
          expect(told.map(({ version }) => version)).toEqual(log.map(({ version }) => version));
          expect(stream.state()).toBe(told.reduce((sum, { event }) => sum + event.by, 0));
          expect(stream.state()).toBeLessThanOrEqual(10);
        }
      };
      await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 6 }), run), { numRuns: 300 });
    });
  });
});
