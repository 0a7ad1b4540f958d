import { type AppendRequest, createMemoryStore, type EventStore, StoreUnavailable } from '@btt/eventstore';
import { refuse } from '@btt/protocol';
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

const add = (by: number, commandId = `add-${by}-${Math.random()}`): Wish<number, Added> => ({
  actor: 'somebody',
  commandId,
  decide: (sum) => (sum + by > 10 ? refuse('used-up') : { ok: true, event: { type: 'added', by } }),
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
});
