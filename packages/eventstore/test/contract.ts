import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AppendTooLarge,
  type AppendRequest,
  type EventStore,
  LARGEST_APPEND,
  MOST_EVENTS,
} from '../src/index';

let counter = 0;

/** A name that no other test uses, so that all may share one store. */
export function fresh(what = 'stream'): string {
  return `${what}-${++counter}`;
}

type Draft = Partial<AppendRequest> & Pick<AppendRequest, 'stream' | 'expected'>;

/** An append of one event, with what is given in place of the usual. */
export function draft(given: Draft): AppendRequest {
  return {
    actor: 'ada',
    commandId: fresh('command'),
    at: 1000,
    events: [{ type: 'noted', payload: { n: given.expected + 1 } }],
    ...given,
  };
}

/** What every store has to do, whatever it is made of. */
export function storeContract(open: () => Promise<EventStore>): void {
  let store: EventStore;
  const versions = async (stream: string) => (await store.read(stream)).map((event) => event.version);

  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  describe('an append', () => {
    it('is answered with its events as they are read afterwards', async () => {
      const stream = fresh();
      const payload = {
        text: 'naïve “quotes” \u0000 🕊 \ud800',
        list: [1, null, { deep: true }],
        number: 1e21,
      };
      const result = await store.append(
        draft({ stream, expected: 0, commandId: 'c1', events: [{ type: 'said', payload }] }),
      );
      const event = { stream, version: 1, at: 1000, actor: 'ada', commandId: 'c1', type: 'said', payload };
      expect(result).toEqual({ kind: 'appended', events: [event] });
      expect(await store.read(stream)).toEqual([event]);
      expect(await store.version(stream)).toBe(1);
    });

    it('numbers several events one after another', async () => {
      const stream = fresh();
      const events = ['a', 'b', 'c'].map((type) => ({ type, payload: null }));
      await store.append(draft({ stream, expected: 0, events }));
      await store.append(draft({ stream, expected: 3, events }));
      expect((await store.read(stream)).map(({ version, type }) => `${version}${type}`)).toEqual([
        '1a',
        '2b',
        '3c',
        '4a',
        '5b',
        '6c',
      ]);
    });

    it.each([0, 1, 3])(
      'on version %i of a stream at 2 is a conflict that writes nothing',
      async (expected) => {
        const stream = fresh();
        await store.append(draft({ stream, expected: 0 }));
        await store.append(draft({ stream, expected: 1 }));
        const words = { id: fresh('words'), body: 'unsaid' };
        expect(await store.append(draft({ stream, expected, words: [words], deadline: 77 }))).toEqual({
          kind: 'conflict',
          version: 2,
        });
        expect(await versions(stream)).toEqual([1, 2]);
        expect((await store.words([words.id])).size).toBe(0);
        expect((await store.due(77)).filter((one) => one.stream === stream)).toEqual([]);
      },
    );

    it('to a stream that should exist and does not is a conflict', async () => {
      const stream = fresh();
      expect(await store.append(draft({ stream, expected: 4 }))).toEqual({ kind: 'conflict', version: 0 });
      expect(await store.version(stream)).toBe(0);
    });

    it('under a command id that was accepted is answered and not executed', async () => {
      const stream = fresh();
      const request = draft({
        stream,
        expected: 0,
        events: [
          { type: 'a', payload: 1 },
          { type: 'b', payload: 2 },
        ],
      });
      const first = await store.append(request);
      await store.append(draft({ stream, expected: 2 }));
      const again = await store.append({ ...request, expected: 3, at: 9000, deadline: 78 });
      expect(again).toEqual({ ...first, kind: 'repeated' });
      expect(await versions(stream)).toEqual([1, 2, 3]);
      expect((await store.due(78)).filter((one) => one.stream === stream)).toEqual([]);
    });

    it('that met a conflict may come again under the same command id', async () => {
      const stream = fresh();
      await store.append(draft({ stream, expected: 0 }));
      const request = draft({ stream, expected: 0 });
      expect((await store.append(request)).kind).toBe('conflict');
      expect((await store.append({ ...request, expected: 1 })).kind).toBe('appended');
    });

    it('is not mistaken for the same command id of another actor or another stream', async () => {
      const [stream, other] = [fresh(), fresh()];
      const commandId = fresh('command');
      expect((await store.append(draft({ stream, expected: 0, commandId }))).kind).toBe('appended');
      expect((await store.append(draft({ stream, expected: 1, commandId, actor: 'ben' }))).kind).toBe(
        'appended',
      );
      expect((await store.append(draft({ stream: other, expected: 0, commandId }))).kind).toBe('appended');
    });

    it('never has an earlier moment than the one before it', async () => {
      const stream = fresh();
      for (const [expected, at] of [500, 400, 600].entries())
        await store.append(draft({ stream, expected, at }));
      expect((await store.read(stream)).map((event) => event.at)).toEqual([500, 500, 600]);
    });

    it('that is too large, has too many events or none is refused whole', async () => {
      const stream = fresh();
      const long = 'x'.repeat(LARGEST_APPEND);
      const many = Array.from({ length: MOST_EVENTS + 1 }, () => ({ type: 'a', payload: 0 }));
      await expect(
        store.append(draft({ stream, expected: 0, events: [{ type: 'a', payload: long }] })),
      ).rejects.toBeInstanceOf(AppendTooLarge);
      await expect(
        store.append(draft({ stream, expected: 0, words: [{ id: fresh('words'), body: long }] })),
      ).rejects.toBeInstanceOf(AppendTooLarge);
      await expect(store.append(draft({ stream, expected: 0, events: many }))).rejects.toBeInstanceOf(
        AppendTooLarge,
      );
      await expect(store.append(draft({ stream, expected: 0, events: [] }))).rejects.toThrow(
        'at least one event',
      );
      expect(await store.version(stream)).toBe(0);
    });

    it('of the most events that are allowed is taken', async () => {
      const stream = fresh();
      const events = Array.from({ length: MOST_EVENTS }, (_, n) => ({ type: 'a', payload: n }));
      expect((await store.append(draft({ stream, expected: 0, events }))).kind).toBe('appended');
      expect(await store.version(stream)).toBe(MOST_EVENTS);
    });
  });

  describe('appends at the same time', () => {
    it('on the same version have one winner', async () => {
      const stream = fresh();
      const results = await Promise.all(
        Array.from({ length: 40 }, () => store.append(draft({ stream, expected: 0 }))),
      );
      expect(results.filter((result) => result.kind === 'appended')).toHaveLength(1);
      expect(results.filter((result) => result.kind === 'conflict' && result.version === 1)).toHaveLength(39);
    });

    it('under one command id are executed once', async () => {
      const stream = fresh();
      const request = draft({ stream, expected: 0 });
      const results = await Promise.all(Array.from({ length: 20 }, () => store.append(request)));
      expect(results.filter((result) => result.kind === 'appended')).toHaveLength(1);
      expect(results.filter((result) => result.kind === 'repeated')).toHaveLength(19);
    });

    it('by writers that try again leave dense versions and every event', async () => {
      const stream = fresh();
      const write = async (actor: string) => {
        for (let done = 0; done < 10; ) {
          const request = draft({
            stream,
            expected: await store.version(stream),
            actor,
            events: [{ type: 'noted', payload: `${actor} ${done}` }],
          });
          if ((await store.append(request)).kind === 'appended') done += 1;
        }
      };
      const actors = ['ada', 'ben', 'cem', 'dua', 'eva'];
      await Promise.all(actors.map(write));
      const events = await store.read(stream);
      expect(events.map((event) => event.version)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
      for (const actor of actors) {
        expect(events.filter((event) => event.actor === actor).map((event) => event.payload)).toEqual(
          Array.from({ length: 10 }, (_, i) => `${actor} ${i}`),
        );
      }
    });

    it('do not suffer from the conflict of one among them', async () => {
      const names = Array.from({ length: 600 }, () => fresh());
      const results = await Promise.all(
        names.map((stream, i) => store.append(draft({ stream, expected: i === 7 ? 5 : 0 }))),
      );
      expect(results.map((result) => result.kind)).toEqual(
        names.map((_, i) => (i === 7 ? 'conflict' : 'appended')),
      );
    });

    it('to one stream, each on the version before, all succeed in the order in which they were asked', async () => {
      const stream = fresh();
      const results = await Promise.all(
        Array.from({ length: 30 }, (_, expected) => store.append(draft({ stream, expected }))),
      );
      expect(results.every((result) => result.kind === 'appended')).toBe(true);
      expect(await versions(stream)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    });
  });

  describe('appends in order', () => {
    it('leave what they would one by one: versions, moments, words and the newest deadline', async () => {
      const stream = fresh();
      const [first, second] = [fresh('words'), fresh('words')];
      const results = await store.appendInOrder([
        draft({ stream, expected: 0, at: 500, deadline: 70, words: [{ id: first, body: 'a' }] }),
        draft({ stream, expected: 1, at: 400, deadline: null, words: [{ id: second, body: 'b' }] }),
        draft({ stream, expected: 2, at: 600, deadline: 71, words: [{ id: first, body: 'c' }] }),
        draft({ stream, expected: 3, at: 550 }),
      ]);
      const read = await store.read(stream);
      expect(read.map(({ at }) => at)).toEqual([500, 500, 600, 600]);
      expect(results).toEqual(read.map((event) => ({ kind: 'appended', events: [event] })));
      expect((await store.due(71)).filter((one) => one.stream === stream)).toEqual([
        { stream, deadline: 71 },
      ]);
      expect(await store.words([first, second])).toEqual(
        new Map([
          [first, 'c'],
          [second, 'b'],
        ]),
      );
    });

    it('end at one that was sent before: it is answered, and those that build on it meet a conflict', async () => {
      const stream = fresh();
      const known = draft({ stream, expected: 0 });
      await store.append(known);
      const unsaid = { id: fresh('words'), body: 'unsaid' };
      const results = await store.appendInOrder([
        draft({ stream, expected: 1 }),
        { ...known, expected: 2 },
        draft({ stream, expected: 3, words: [unsaid] }),
      ]);
      expect(results.map(({ kind }) => kind)).toEqual(['appended', 'repeated', 'conflict']);
      expect(await versions(stream)).toEqual([1, 2]);
      expect((await store.words([unsaid.id])).size).toBe(0);
    });

    it('do not go on upon what another writer has written in the place of the first', async () => {
      const stream = fresh();
      await store.append(draft({ stream, expected: 0, actor: 'ben' }));
      const results = await store.appendInOrder([0, 1, 2].map((expected) => draft({ stream, expected })));
      expect(results.map(({ kind }) => kind)).toEqual(['conflict', 'conflict', 'conflict']);
      expect(await versions(stream)).toEqual([1]);
    });

    it('do not mix with those of others at the same time', async () => {
      const stream = fresh();
      const of = (actor: string) =>
        store.appendInOrder([0, 1, 2].map((expected) => draft({ stream, expected, actor })));
      const kinds = (await Promise.all(['ada', 'ben', 'cem'].map(of))).map((results) =>
        results.map(({ kind }) => kind).join(),
      );
      expect(kinds.toSorted()).toEqual([
        'appended,appended,appended',
        'conflict,conflict,conflict',
        'conflict,conflict,conflict',
      ]);
      expect(new Set((await store.read(stream)).map(({ actor }) => actor)).size).toBe(1);
    });
  });

  describe('an append in turn', () => {
    it('is made of what the writer does not know yet, and may come to nothing', async () => {
      const stream = fresh();
      await store.append(draft({ stream, expected: 0 }));
      await store.append(draft({ stream, expected: 1, commandId: 'second' }));
      const result = await store.appendInTurn(stream, 1, async (events) => {
        expect(events.map(({ commandId }) => commandId)).toEqual(['second']);
        return draft({ stream, expected: 2, commandId: 'third' });
      });
      expect(result).toMatchObject({ kind: 'appended', events: [{ version: 3, commandId: 'third' }] });
      expect(await store.appendInTurn(stream, 3, async () => null)).toBeNull();
      expect(await store.version(stream)).toBe(3);
    });

    it('under a command id that was accepted is answered and not executed, and on another version is a conflict', async () => {
      const stream = fresh();
      const request = draft({ stream, expected: 0 });
      await store.append(request);
      expect((await store.appendInTurn(stream, 1, async () => request))?.kind).toBe('repeated');
      const late = await store.appendInTurn(stream, 1, async () => draft({ stream, expected: 0 }));
      expect(late).toEqual({ kind: 'conflict', version: 1 });
    });
  });

  describe('reading', () => {
    it('begins after a version and stops at a limit', async () => {
      const stream = fresh();
      for (let expected = 0; expected < 5; expected++) await store.append(draft({ stream, expected }));
      const read = async (after?: number, limit?: number) =>
        (await store.read(stream, after, limit)).map((event) => event.version);
      expect(await read()).toEqual([1, 2, 3, 4, 5]);
      expect(await read(3)).toEqual([4, 5]);
      expect(await read(1, 2)).toEqual([2, 3]);
      expect(await read(5)).toEqual([]);
      expect(await read(9)).toEqual([]);
    });

    it('finds nothing in a stream that does not exist', async () => {
      const stream = fresh();
      expect(await store.read(stream)).toEqual([]);
      expect(await store.version(stream)).toBe(0);
      expect(await store.findCommand(stream, 'ada', 'c')).toEqual([]);
    });

    it('finds the events of a command and of no other', async () => {
      const stream = fresh();
      await store.append(draft({ stream, expected: 0 }));
      const result = await store.append(
        draft({
          stream,
          expected: 1,
          commandId: 'sought',
          events: [
            { type: 'a', payload: 1 },
            { type: 'b', payload: 2 },
          ],
        }),
      );
      await store.append(draft({ stream, expected: 3 }));
      expect(result.kind).toBe('appended');
      expect(await store.findCommand(stream, 'ada', 'sought')).toEqual(
        result.kind === 'appended' ? result.events : [],
      );
      expect(await store.findCommand(stream, 'ben', 'sought')).toEqual([]);
    });

    it('lists the streams whose names begin so, with their versions, and no others', async () => {
      const prefix = `${fresh('Hall')}:`;
      for (const name of ['b', 'a', 'Ä', '🕊'])
        await store.append(draft({ stream: prefix + name, expected: 0 }));
      await store.append(draft({ stream: `${prefix}a`, expected: 1 }));
      await store.append(draft({ stream: prefix.toLowerCase(), expected: 0 }));
      await store.append(draft({ stream: `${prefix.slice(0, -1)};`, expected: 0 }));
      const found = (await store.streams(prefix)).map(
        ({ stream, version }) => `${stream.slice(prefix.length)}${version}`,
      );
      expect(found.sort()).toEqual(['a2', 'b1', 'Ä1', '🕊1']);
    });
  });

  it('tells the versions of many streams at once, and leaves out those that do not exist', async () => {
    const [one, two] = [fresh(), fresh()];
    await store.append(draft({ stream: one, expected: 0 }));
    await store.append(draft({ stream: two, expected: 0 }));
    await store.append(draft({ stream: two, expected: 1 }));
    const names = [one, fresh('missing'), two, ...Array.from({ length: 1200 }, () => fresh('missing'))];
    const versions = await store.versions(names);
    expect([versions.get(one), versions.get(two), versions.size]).toEqual([1, 2, 2]);
    expect((await store.versions([])).size).toBe(0);
  });

  it('has a clock that goes with the time of day', () => {
    // Servers and database of a test run on one computer; a second is for its hiccups.
    expect(Math.abs(store.now() - Date.now())).toBeLessThan(1000);
  });

  it('answers when it is asked how it is', async () => {
    await expect(store.health()).resolves.toBeUndefined();
  });
}
