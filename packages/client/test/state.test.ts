import type { Fact, Frame, SessionFact, Welcome } from '@btt/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClientState, cursorOf, fitOf, INITIAL_STATE, takeFrame } from '../src';
import { takeWelcome } from '../src/state';
import { arrive, BRIEF, entriesOf, type Feed, frame, framesAfter } from './feed';

const role = fc.constantFrom('mara', 'tomas', 'guild');
const id = fc.integer({ min: 1, max: 40 }).map((n) => `h-${n}`);
/** Facts whose order and number matter to the desk, so that a lost or repeated one shows. */
const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({
    type: fc.constant('said' as const),
    id,
    channel: fc.constant('table'),
    role,
    person: fc.constant(null),
    words: id,
  }),
  fc.record({
    type: fc.constant('capital' as const),
    role,
    balance: fc.nat(9),
    change: fc.nat(3),
    cause: fc.constant(null),
  }),
  fc.record({ type: fc.constant('rounds-lost' as const), rounds: fc.integer({ min: 1, max: 3 }) }),
  fc.record({
    type: fc.constant('effect' as const),
    effect: fc.record({
      id,
      faction: role,
      points: fc.integer(),
      deal: fc.constant([]),
      cause: fc.constant(null),
    }),
  }),
  fc.record({ type: fc.constant('ready' as const), role }),
);
const person = fc.integer({ min: 1, max: 9 }).map((n) => `p-${n}`);
const sessionFact: fc.Arbitrary<SessionFact> = fc.oneof(
  fc.record({ type: fc.constant('person-joined' as const), person }),
  fc.record({ type: fc.constant('seated' as const), person, table: fc.constant('t-1'), role }),
  fc.record({ type: fc.constant('table-added' as const), table: fc.constant('t-2'), name: fc.string() }),
);

const told = <F extends Fact | SessionFact>(one: fc.Arbitrary<F>) =>
  fc.array(fc.array(one, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 25 }).map(entriesOf);
const tableFeed = (epoch: string): fc.Arbitrary<Feed> =>
  told(fact).map((entries) => ({ feed: 't-1', epoch, entries }));
const sessionFeed: fc.Arbitrary<Feed> = told(sessionFact).map((entries) => ({
  feed: 'session',
  epoch: '1:observer',
  entries,
}));
const anyFeed = fc.oneof(tableFeed('1:seat:mara'), sessionFeed);
const piece = fc.integer({ min: 1, max: 7 });

/** What a page knows, without what it only remembers by accident. */
function known({ session, sessionCursor, tables, words }: ClientState) {
  const shown = Object.values(tables).flatMap((table) =>
    table.entries.flatMap((entry) =>
      entry.facts.flatMap((one) => (one.type === 'said' ? [[one.words, words[one.words]]] : [])),
    ),
  );
  const names = session.people.map((one) => [one.person, words[one.person]]);
  return { session, sessionCursor, tables, shown, names };
}

const inOrder = (feeds: readonly Feed[]) =>
  known(
    feeds.flatMap((feed) => framesAfter(feed, { epoch: '', n: 0 }, 200)).reduce(takeFrame, INITIAL_STATE),
  );

/** Frames as a bad line brings them: some never, some twice, in any order, and resets in between. */
const disorder = (feed: Feed): fc.Arbitrary<Frame[]> => {
  const last = feed.entries.length;
  const some = fc
    .tuple(fc.nat(last), fc.nat(last), fc.integer({ min: 0, max: 9 }))
    .map(([a, b, chance]) =>
      chance === 0 ? frame(feed, 0, Math.max(a, b), true) : frame(feed, Math.min(a, b), Math.max(a, b)),
    );
  return fc.array(some, { maxLength: 30 });
};

describe('frames', () => {
  it('in whatever pieces, in order, give the same state', () => {
    fc.assert(
      fc.property(anyFeed, piece, (feed, size) => {
        expect(known(framesAfter(feed, { epoch: '', n: 0 }, size).reduce(takeFrame, INITIAL_STATE))).toEqual(
          inOrder([feed]),
        );
      }),
    );
  });

  it('that come again change nothing and ask for nothing', () => {
    fc.assert(
      fc.property(anyFeed, piece, fc.infiniteStream(fc.nat(5)), (feed, size, back) => {
        const frames = framesAfter(feed, { epoch: '', n: 0 }, size);
        const never = () => expect.unreachable('nothing is missing');
        const state = frames.reduce((before, one, i) => {
          const now = arrive(before, one, never);
          const again = frames[Math.max(1, i - (back.next().value ?? 0))];
          return i > 0 && again ? arrive(now, again, never) : now;
        }, INITIAL_STATE);
        expect(known(state)).toEqual(inOrder([feed]));
      }),
    );
  });

  it('twice, out of order, with gaps and resets end in the same state once the page has said hello again', () => {
    fc.assert(
      fc.property(
        tableFeed('1:seat:mara').chain((table) =>
          sessionFeed.chain((session) =>
            fc.tuple(fc.constant([table, session] as const), disorder(table), disorder(session)),
          ),
        ),
        fc.infiniteStream(fc.boolean()),
        piece,
        ([feeds, ofTable, ofSession], coin, size) => {
          const ask = (name: string, cursor: { readonly epoch: string; readonly n: number }) =>
            framesAfter(feeds[name === 'session' ? 1 : 0], cursor, size);
          const mixed: Frame[] = [];
          while (ofTable.length + ofSession.length > 0)
            mixed.push(...(coin.next().value ? ofTable : ofSession).splice(0, 1));
          const before = mixed.reduce((state, one) => arrive(state, one, ask), INITIAL_STATE);
          const after = feeds
            .flatMap(({ feed }) => ask(feed, cursorOf(before, feed)))
            .reduce(takeFrame, before);
          expect(known(after)).toEqual(inOrder(feeds));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never leave a page with anything but a beginning of what was told, without holes', () => {
    fc.assert(
      fc.property(
        tableFeed('1:seat:mara').chain((feed) => fc.tuple(fc.constant(feed), disorder(feed))),
        piece,
        ([feed, frames], size) => {
          frames.reduce((state, one) => {
            const next = arrive(state, one, (_name, cursor) => framesAfter(feed, cursor, size));
            const table = next.tables['t-1'];
            expect(table?.entries ?? []).toEqual(feed.entries.slice(0, table?.n ?? 0));
            return next;
          }, INITIAL_STATE);
        },
      ),
    );
  });

  it('of a seat that was left, arriving late, do not mix with those of the new seat', () => {
    fc.assert(
      fc.property(
        tableFeed('1:seat:mara').chain((old) => fc.tuple(fc.constant(old), disorder(old))),
        tableFeed('1:seat:tomas'),
        piece,
        ([old, late], now, size) => {
          const ask = (_name: string, cursor: { readonly epoch: string; readonly n: number }) =>
            framesAfter(now, cursor, size);
          const seated = [
            ...framesAfter(old, { epoch: '', n: 0 }, size),
            ...framesAfter(now, { epoch: '', n: 0 }, size),
          ].reduce(takeFrame, INITIAL_STATE);
          const after = late.reduce((state, one) => arrive(state, one, ask), seated);
          const table = ask('t-1', cursorOf(after, 't-1')).reduce(takeFrame, after).tables['t-1'];
          expect(table).toEqual(inOrder([now]).tables['t-1']);
        },
      ),
    );
  });
});

describe('a frame', () => {
  const feed: Feed = {
    feed: 't-1',
    epoch: 'e',
    entries: entriesOf(Array.from({ length: 9 }, () => [{ type: 'rounds-lost', rounds: 1 }])),
  };
  const cursor = { epoch: 'e', n: 4 };

  it.each([
    ['continues', frame(feed, 4, 6), 'fits'],
    ['overlaps and goes on', frame(feed, 2, 6), 'fits'],
    ['repeats', frame(feed, 2, 4), 'old'],
    ['is empty', frame(feed, 4, 4), 'old'],
    ['leaves one out', frame(feed, 5, 6), 'gap'],
    ['is of another epoch', { ...frame(feed, 4, 6), epoch: 'other' }, 'gap'],
    ['starts anew', frame(feed, 0, 2, true), 'fits'],
  ] as const)('that %s is recognised', (_what, one, fit) => {
    expect(fitOf(cursor, one)).toBe(fit);
  });

  it('that starts anew brings the brief, and the frames after it keep it', () => {
    const state = framesAfter(feed, { epoch: '', n: 0 }, 2).reduce(takeFrame, INITIAL_STATE);
    expect(state.tables['t-1']?.brief).toEqual(BRIEF);
    expect(state.tables['t-1']?.desk.roundsLost).toBe(9);
  });

  it('of one table leaves the others and the session alone', () => {
    const before = [
      frame({ ...feed, feed: 't-2' }, 0, 3, true),
      frame({ ...feed, feed: 'session', entries: [] }, 0, 0, true),
    ].reduce(takeFrame, INITIAL_STATE);
    const after = takeFrame(before, frame(feed, 0, 9, true));
    expect(after.tables['t-2']).toBe(before.tables['t-2']);
    expect(after.session).toBe(before.session);
  });
});

describe('a welcome', () => {
  const welcome = (feeds: readonly string[]): Welcome => ({
    ok: true,
    protocol: 1,
    session: 's',
    now: 5000,
    me: { kind: 'person', person: 'p-1', seat: null },
    feeds,
  });
  const feed = (name: string): Feed => ({
    feed: name,
    epoch: 'e',
    entries: entriesOf([[{ type: 'ready', role: 'mara' }]]),
  });
  const state = [
    frame(feed('t-1'), 0, 1, true),
    frame(feed('t-2'), 0, 1, true),
    frame(feed('session'), 0, 0, true),
  ].reduce(takeFrame, INITIAL_STATE);

  it('makes the page forget feeds that it does not follow any more', () => {
    const after = takeWelcome(state, welcome(['session', 't-2']), 4000);
    expect(Object.keys(after.tables)).toEqual(['t-2']);
    expect(after.tables['t-2']).toBe(state.tables['t-2']);
    expect(cursorOf(after, 't-1')).toEqual({ epoch: '', n: 0 });
    expect(after.sessionCursor).toEqual(state.sessionCursor);
  });

  it('says how far the clocks are apart, and ends what was gone', () => {
    const after = takeWelcome({ ...state, gone: 'removed' }, welcome(['session']), 4000);
    expect(after.clockOffset).toBe(1000);
    expect(after.gone).toBeNull();
    expect(after.welcome?.session).toBe('s');
  });
});
