import { createMemoryStore, type EventStore } from '@btt/eventstore';
import { epochOf, visible } from '@btt/game';
import type { Audience, Entry, Fact, Frame, Part, Viewer } from '@btt/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { written } from '../src/streams/format';
import { createDeliveries, type Exit, type Follower } from '../src/feeds/deliveries';
import { createFeed } from '../src/feeds/feed';
import { frameText } from '../src/feeds/encode';
import { createWordBook, type WordBook } from '../src/feeds/word-book';
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
  /** Written here, so that its words are at hand, or by somebody else. */
  | { readonly type: 'happens'; readonly told: Told; readonly here: boolean }
  | { readonly type: 'comes'; readonly viewer: Viewer; readonly page: number; readonly from: number | null }
  | { readonly type: 'goes'; readonly page: number }
  | { readonly type: 'database'; readonly away: boolean }
  /** It reads no more, or reads again. */
  | { readonly type: 'stalls'; readonly page: number; readonly stalled: boolean }
  | { readonly type: 'time passes' };

const page = fc.nat(4);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ type: fc.constant('happens' as const), told: event, here: fc.boolean() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('comes' as const),
      viewer: fc.constantFrom(...VIEWERS),
      page,
      from: fc.option(fc.nat(10)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('goes' as const), page }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('database' as const), away: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('stalls' as const), page, stalled: fc.boolean() }),
  },
  { weight: 6, arbitrary: fc.constant({ type: 'time passes' as const }) },
);

const turn = () => new Promise((resume) => setImmediate(resume));
const BODIES = Array.from({ length: 51 }, (_, i) => ({ id: `w${i}`, body: `body ${i}` }));

/** A store that knows the words, and takes its time: so many turns of the loop for each question. */
async function slowStore(turns: readonly number[]) {
  const flaky = unreliable(createMemoryStore());
  const events = [{ type: 'spoken', payload: written({}) }];
  await flaky.store.append({
    stream: 's',
    expected: 0,
    actor: 'a',
    commandId: 'c',
    at: 0,
    events,
    words: BODIES,
  });
  let asked = 0;
  const store: EventStore = {
    ...flaky.store,
    async words(ids) {
      const patience = turns[asked++ % turns.length] ?? 0;
      for (let i = 0; i < patience; i++) await turn();
      return flaky.store.words(ids);
    },
  };
  return { flaky, store };
}

function remember(words: WordBook, fact: Fact): void {
  const known = BODIES.find(({ id }) => 'words' in fact && id === fact.words);
  if (known) words.remember(known.id, known.body);
}

interface Visit {
  readonly follower: Follower;
  readonly start: number;
  readonly inbox: Frame[];
  here: boolean;
  /** It does not read: how many frames it had when it stopped, and who waits until it goes on. */
  stalled: { readonly had: number; readonly waiting: (() => void)[] } | null;
}

describe('deliveries', () => {
  it('bring every page exactly the entries of its eyes, in order, whoever comes, goes, or fails in between', async () => {
    const delays = fc.array(fc.nat(3), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), delays, async (steps, turns) => {
        const { flaky, store } = await slowStore(turns);
        const log: Recorded<Told>[] = [];
        const feed = feedOf(log);
        const visits: Visit[] = [];
        const pages = new Map<number, Visit>();
        const leaks: string[] = [];
        const heaps: string[] = [];
        const words = createWordBook(store);
        const exit: Exit = {
          send(to, frame) {
            expect(JSON.parse(frameText(frame))).toEqual(JSON.parse(JSON.stringify(frame)));
            for (const socket of to) {
              const visit = visits[Number(socket)];
              visit?.inbox.push(frame);
              if (visit && !visit.here) leaks.push(socket);
              // One frame may have been on its way.
              if (visit?.stalled && visit.inbox.length > visit.stalled.had + 1) heaps.push(socket);
            }
          },
          tell: () => undefined,
          room(socket) {
            const stalled = visits[Number(socket)]?.stalled;
            return stalled ? new Promise((resume) => stalled.waiting.push(resume)) : null;
          },
        };
        const deliveries = createDeliveries(exit, words, () => undefined);
        const goOn = (visit: Visit | undefined) => {
          for (const resume of visit?.stalled?.waiting ?? []) resume();
          if (visit) visit.stalled = null;
        };
        const leave = (visit: Visit | undefined) => {
          if (!visit) return;
          deliveries.unfollow(visit.follower);
          visit.here = false;
          goOn(visit);
        };
        for (const one of steps) {
          switch (one.type) {
            case 'happens':
              record(log, one.told);
              if (one.here) for (const { fact } of one.told.parts) remember(words, fact);
              deliveries.deliver(feed);
              break;
            case 'comes': {
              leave(pages.get(one.page));
              const cursor = one.from === null ? undefined : { epoch: epochOf(one.viewer), n: one.from };
              const start = one.from !== null && one.from <= feed.last(one.viewer) ? one.from : 0;
              const follower = deliveries.follow(String(visits.length), feed, one.viewer, cursor);
              const visit: Visit = { follower, start, inbox: [], here: true, stalled: null };
              visits.push(visit);
              pages.set(one.page, visit);
              deliveries.catchUp(follower).catch(() => undefined);
              break;
            }
            case 'goes':
              leave(pages.get(one.page));
              pages.delete(one.page);
              break;
            case 'database':
              flaky.away = one.away;
              break;
            case 'stalls': {
              const visit = pages.get(one.page);
              if (!one.stalled) goOn(visit);
              else if (visit) visit.stalled ??= { had: visit.inbox.length, waiting: [] };
              break;
            }
            case 'time passes':
              await turn();
          }
        }
        flaky.away = false;
        for (const visit of pages.values()) goOn(visit);
        for (const { follower } of pages.values()) while (follower.busy) await turn();
        for (const { follower } of pages.values()) await deliveries.catchUp(follower);

        expect(leaks).toEqual([]);
        expect(heaps).toEqual([]);
        for (const { follower, start, inbox } of pages.values()) {
          expect(inbox.flatMap(({ entries }) => entries)).toEqual(
            entriesOf(log, follower.viewer).slice(start),
          );
          expect(inbox.slice(1).some(({ reset }) => reset)).toBe(false);
          for (const { entries, words } of inbox) {
            const referred = entries.flatMap(({ facts }) =>
              facts.flatMap((fact) => ('words' in fact ? [fact.words] : [])),
            );
            for (const id of referred) expect(words[String(id)]).toBe(`body ${String(id).slice(1)}`);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
