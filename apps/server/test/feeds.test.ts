import { createMemoryStore } from '@btt/eventstore';
import { visible } from '@btt/game';
import type { Audience, Entry, Fact, Frame, Part, Viewer } from '@btt/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDeliveries } from '../src/feeds/deliveries';
import { createFeed } from '../src/feeds/feed';
import { createWordBook } from '../src/feeds/word-book';
import type { Recorded } from '../src/streams/stream';
import { unreliable } from './stores';

interface Told {
  readonly parts: readonly Part[];
}

const ROLES = ['mara', 'sela', 'wire'];
const VIEWERS: readonly Viewer[] = [
  { kind: 'host' },
  { kind: 'screen' },
  { kind: 'observer' },
  ...ROLES.map((role): Viewer => ({ kind: 'seat', role })),
];

const audience: fc.Arbitrary<Audience> = fc.oneof(
  fc.constant<Audience>('everyone'),
  fc.constant<Audience>('host'),
  fc.subarray(ROLES),
);
const event: fc.Arbitrary<Told> = fc
  .array(fc.record({ to: audience, words: fc.nat(50) }), { minLength: 1, maxLength: 3 })
  .map((parts) => ({
    parts: parts.map(({ to, words }, i): Part => {
      const fact: Fact = { type: 'broadcast', id: `h${i}`, words: `w${words}` };
      return { to, fact };
    }),
  }));

function feedOf(log: Recorded<Told>[]) {
  return createFeed<Told>({
    id: 'table-1',
    log: () => log,
    visible: ({ parts }, viewer) => visible(parts, viewer),
  });
}

const record = (log: Recorded<Told>[], told: Told) =>
  void log.push({
    version: log.length + 1,
    at: log.length,
    actor: 'a',
    commandId: `${log.length}`,
    event: told,
  });

/** What a viewer must have been told: the plain definition. */
function entriesOf(log: readonly Recorded<Told>[], viewer: Viewer): Entry[] {
  const told = log.flatMap(({ at, event: { parts } }) => {
    const facts = visible(parts, viewer);
    return facts.length > 0 ? [{ at, facts }] : [];
  });
  return told.map((entry, i) => ({ n: i + 1, ...entry }));
}

describe('a feed', () => {
  it('numbers what a viewer is told 1, 2, 3 …, however far it had been read before', () => {
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 40 }),
        fc.constantFrom(...VIEWERS),
        fc.nat(40),
        (events, viewer, n) => {
          const log: Recorded<Told>[] = [];
          const feed = feedOf(log);
          for (const told of events) {
            record(log, told);
            expect(feed.last(viewer)).toBe(entriesOf(log, viewer).length);
          }
          expect(feed.after(viewer, n, 1000)).toEqual(entriesOf(log, viewer).slice(n));
          for (const { version } of log)
            expect(feed.numberAt(viewer, version)).toBe(entriesOf(log.slice(0, version), viewer).length);
        },
      ),
    );
  });
});

type Step =
  | { readonly type: 'happens'; readonly told: Told }
  | { readonly type: 'comes'; readonly viewer: Viewer; readonly page: number; readonly from: number | null }
  | { readonly type: 'goes'; readonly page: number }
  | { readonly type: 'database'; readonly away: boolean }
  | { readonly type: 'time passes' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: event.map((told) => ({ type: 'happens', told }) as const) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('comes' as const),
      viewer: fc.constantFrom(...VIEWERS),
      page: fc.nat(4),
      from: fc.option(fc.nat(10)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('goes' as const), page: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('database' as const), away: fc.boolean() }) },
  { weight: 3, arbitrary: fc.constant({ type: 'time passes' } as const) },
);

const turn = () => new Promise((resume) => setImmediate(resume));

describe('deliveries', () => {
  it('bring every page exactly the entries of its eyes, in order, whoever comes, goes, or fails in between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const flaky = unreliable(createMemoryStore());
        const words = Array.from({ length: 51 }, (_, i) => ({ id: `w${i}`, body: `body ${i}` }));
        const first = { type: 'x', payload: {} };
        await flaky.store.append({
          stream: 's',
          expected: 0,
          actor: 'a',
          commandId: 'c',
          events: [first],
          at: 0,
          words,
        });
        const log: Recorded<Told>[] = [];
        const feed = feedOf(log);
        const inboxes = new Map<string, Frame[]>();
        const pages = new Map<
          number,
          { socket: string; viewer: Viewer; start: number; follower: ReturnType<typeof deliveries.follow> }
        >();
        let failures = 0;
        const deliveries = createDeliveries(
          (to, frame) => {
            for (const socket of to) inboxes.get(socket)?.push(frame);
          },
          createWordBook(flaky.store),
          () => void failures++,
        );
        let visits = 0;
        for (const one of steps) {
          switch (one.type) {
            case 'happens':
              record(log, one.told);
              deliveries.deliver(feed);
              break;
            case 'comes': {
              const before = pages.get(one.page);
              if (before) deliveries.unfollow(before.follower);
              const socket = `visit ${visits++}`;
              inboxes.set(socket, []);
              const cursor = one.from === null ? undefined : { epoch: epochs(one.viewer), n: one.from };
              const fits = one.from !== null && one.from <= feed.last(one.viewer);
              const follower = deliveries.follow(socket, feed, one.viewer, cursor);
              pages.set(one.page, {
                socket,
                viewer: one.viewer,
                start: fits ? (one.from ?? 0) : 0,
                follower,
              });
              deliveries.catchUp(follower).catch(() => void failures++);
              break;
            }
            case 'goes': {
              const page = pages.get(one.page);
              if (page) deliveries.unfollow(page.follower);
              pages.delete(one.page);
              if (page) inboxes.delete(page.socket);
              break;
            }
            case 'database':
              flaky.away = one.away;
              break;
            case 'time passes':
              await turn();
          }
        }
        flaky.away = false;
        await Promise.all([...pages.values()].map(({ follower }) => deliveries.catchUp(follower)));
        for (let i = 0; i < 5; i++) await turn();
        for (const { socket, viewer, start, follower } of pages.values()) {
          if (!follower.busy) await deliveries.catchUp(follower);
          const frames = inboxes.get(socket) ?? [];
          const told = frames.flatMap(({ entries }) => entries);
          expect(told).toEqual(entriesOf(log, viewer).slice(start));
          expect(frames.slice(1).every(({ reset }) => !reset)).toBe(true);
          for (const frame of frames)
            for (const { facts } of frame.entries)
              for (const fact of facts)
                if (fact.type === 'broadcast')
                  expect(frame.words[fact.words]).toBe(`body ${fact.words.slice(1)}`);
        }
      }),
      { numRuns: 150 },
    );
  });
});

const epochs = (viewer: Viewer) => (viewer.kind === 'seat' ? `1:seat:${viewer.role}` : `1:${viewer.kind}`);
