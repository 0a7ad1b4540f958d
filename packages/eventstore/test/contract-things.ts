import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventStore } from '../src/index';
import { draft, fresh } from './contract';

/** What every store has to do with everything that is not an event. */
export function storeContractForThings(open: () => Promise<EventStore>): void {
  let store: EventStore;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  describe('a deadline', () => {
    const due = async (stream: string, before: number) =>
      (await store.due(before)).filter((one) => one.stream === stream).map((one) => one.deadline);

    it('is set, moved and cleared by appends, and kept by those that do not mention it', async () => {
      const stream = fresh();
      await store.append(draft({ stream, expected: 0, deadline: 50 }));
      expect(await due(stream, 49)).toEqual([]);
      expect(await due(stream, 50)).toEqual([50]);
      await store.append(draft({ stream, expected: 1 }));
      expect(await due(stream, 50)).toEqual([50]);
      await store.append(draft({ stream, expected: 2, deadline: 60 }));
      expect(await due(stream, 59)).toEqual([]);
      await store.append(draft({ stream, expected: 3, deadline: null }));
      expect(await due(stream, Number.MAX_SAFE_INTEGER)).toEqual([]);
    });

    it('that comes first is listed first, and a limit cuts the rest', async () => {
      const [late, soon, next] = [fresh(), fresh(), fresh()];
      for (const [stream, deadline] of [
        [late, 3],
        [soon, 1],
        [next, 2],
      ] as const)
        await store.append(draft({ stream, expected: 0, deadline }));
      expect(await store.due(10)).toEqual([
        { stream: soon, deadline: 1 },
        { stream: next, deadline: 2 },
        { stream: late, deadline: 3 },
      ]);
      expect(await store.due(10, 2)).toEqual([
        { stream: soon, deadline: 1 },
        { stream: next, deadline: 2 },
      ]);
      for (const stream of [late, soon, next]) await store.deleteStream(stream);
    });
  });

  describe('words', () => {
    it('come back as they were written', async () => {
      const stream = fresh();
      const bodies = ['Grüße 🕊', ' spaces and\nlines ', '\u0000 \ud800 "quotes" \\', ''];
      const words = bodies.map((body) => ({ id: fresh('words'), body }));
      await store.append(draft({ stream, expected: 0, words }));
      const found = await store.words([...words.map((one) => one.id), 'unknown']);
      expect(found).toEqual(new Map(words.map((one) => [one.id, one.body])));
      expect(await store.words([])).toEqual(new Map());
    });

    it('under an id that exists take its place', async () => {
      const stream = fresh();
      const id = fresh('person');
      await store.append(draft({ stream, expected: 0, words: [{ id, body: 'Ana' }] }));
      await store.append(draft({ stream, expected: 1, words: [{ id, body: 'Anna' }] }));
      expect(await store.words([id])).toEqual(new Map([[id, 'Anna']]));
      expect(await store.deleteWords(stream)).toBe(1);
    });

    it('are deleted stream by stream and leave the events alone', async () => {
      const [stream, other] = [fresh(), fresh()];
      const [gone, kept] = [fresh('words'), fresh('words')];
      await store.append(draft({ stream, expected: 0, words: [{ id: gone, body: 'a' }] }));
      await store.append(draft({ stream: other, expected: 0, words: [{ id: kept, body: 'b' }] }));
      expect(await store.deleteWords(stream)).toBe(1);
      expect(await store.deleteWords(stream)).toBe(0);
      expect([...(await store.words([gone, kept])).keys()]).toEqual([kept]);
      expect(await store.version(stream)).toBe(1);
    });
  });

  it('deletes a stream with its events, words, commands and deadline, and may write it anew', async () => {
    const [stream, other] = [fresh(), fresh()];
    const request = draft({ stream, expected: 0, deadline: 40, words: [{ id: fresh('words'), body: 'a' }] });
    await store.append(request);
    await store.append(draft({ stream: other, expected: 0 }));
    await store.deleteStream(stream);
    await store.deleteStream(stream);
    expect(await store.read(stream)).toEqual([]);
    expect(await store.findCommand(stream, request.actor, request.commandId)).toEqual([]);
    expect((await store.words(request.words?.map((one) => one.id) ?? [])).size).toBe(0);
    expect((await store.due(40)).filter((one) => one.stream === stream)).toEqual([]);
    expect(await store.version(other)).toBe(1);
    expect((await store.append(request)).kind).toBe('appended');
  });

  describe('a document', () => {
    it('is kept under its hash, and the first one stays', async () => {
      const hash = fresh('hash');
      expect(await store.getDocument(hash)).toBeUndefined();
      await store.putDocument(hash, '{"a":"é"}');
      await store.putDocument(hash, 'other');
      expect(await store.getDocument(hash)).toBe('{"a":"é"}');
    });

    it('is gone when it was deleted, and may be put again', async () => {
      const [hash, other] = [fresh('hash'), fresh('hash')];
      await store.putDocument(hash, 'first');
      await store.putDocument(other, 'stays');
      await store.deleteDocument(hash);
      await store.deleteDocument(hash);
      expect(await store.getDocument(hash)).toBeUndefined();
      expect(await store.getDocument(other)).toBe('stays');
      await store.putDocument(hash, 'second');
      expect(await store.getDocument(hash)).toBe('second');
    });

    it('may be large', async () => {
      const hash = fresh('hash');
      const body = 'scenario '.repeat(300_000);
      await store.putDocument(hash, body);
      expect(await store.getDocument(hash)).toBe(body);
    });
  });

  describe('a key', () => {
    it('is claimed once, and again after it was released', async () => {
      const kind = fresh('kind');
      expect(await store.claimKey(kind, 'k', 'first')).toBe(true);
      expect(await store.claimKey(kind, 'k', 'second')).toBe(false);
      expect(await store.getKey(kind, 'k')).toBe('first');
      await store.releaseKey(kind, 'k');
      await store.releaseKey(kind, 'k');
      expect(await store.getKey(kind, 'k')).toBeUndefined();
      expect(await store.claimKey(kind, 'k', 'third')).toBe(true);
      expect(await store.getKey(kind, 'k')).toBe('third');
    });

    it('has one winner among those who claim it at the same time', async () => {
      const kind = fresh('kind');
      const won = await Promise.all(
        Array.from({ length: 20 }, (_, i) => store.claimKey(kind, 'k', String(i))),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await store.getKey(kind, 'k')).toBe(String(won.indexOf(true)));
    });

    it('belongs to its kind, and kinds are listed in the order of the characters', async () => {
      const [kind, other] = [fresh('kind'), fresh('kind')];
      for (const key of ['b', 'B', 'a-c', 'ab']) await store.claimKey(kind, key, key.toUpperCase());
      await store.claimKey(other, 'b', 'x');
      expect(await store.keys(kind)).toEqual(
        ['B', 'a-c', 'ab', 'b'].map((key) => ({ key, value: key.toUpperCase() })),
      );
      expect((await store.keys(kind, 2)).map((one) => one.key)).toEqual(['B', 'a-c']);
      expect(await store.keys(fresh('kind'))).toEqual([]);
    });
  });
}
