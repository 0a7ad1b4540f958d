import { type EventStore, type Notices, StoreUnavailable } from '@btt/eventstore';
import { pick, type Random } from './chance';
import { sleep } from './time';

/** Milliseconds of one way to the database, and of a notice. */
const SLOWEST = 6;
const SLOWEST_NOTICE = 400;

/** One node's line to the database that all share, with what can happen to it. */
export interface Line {
  readonly store: EventStore;
  /** Nothing can be asked; what is under way may still be written. */
  away: boolean;
  /** Of so many answers one gets lost; 0 = none. */
  losesAnswers: number;
  /** Of the notices that reach this node so many are lost. */
  losesNotices: number;
  /** The node has died: nobody waits for an answer any more. */
  die(): void;
}

/** A database with rows that are locked in turn, and what its nodes tell each other. */
export function openDatabase(inner: EventStore, random: Random) {
  const turns = new Map<string, Promise<void>>();
  const ears = new Set<(notice: string) => void>();

  /** One writer of a stream at a time, in the order in which they came. */
  function locked<T>(stream: string, work: () => Promise<T>): Promise<T> {
    const done = (turns.get(stream) ?? Promise.resolve()).then(work);
    turns.set(
      stream,
      done.then(
        () => undefined,
        () => undefined,
      ),
    );
    return done;
  }

  return function line(): Line {
    let dead = false;
    let died = (): void => undefined;
    const death = new Promise<null>((resolve) => {
      died = () => resolve(null);
    });
    const never = new Promise<never>(() => undefined);
    const heard = new Set<(notice: string) => void>();

    const state = { away: false, losesAnswers: 0, losesNotices: 0 };
    const asked = async <T>(work: () => Promise<T>): Promise<T> => {
      await sleep(random() * SLOWEST);
      if (dead) return never;
      if (state.away) throw new StoreUnavailable('The cable is out.');
      const result = await work();
      await sleep(random() * SLOWEST);
      if (dead) return never;
      if (state.losesAnswers > 0 && Math.floor(random() * state.losesAnswers) === 0)
        throw new StoreUnavailable('The answer got lost.');
      return result;
    };
    const ear = (notice: string): void => {
      if (random() < state.losesNotices) return;
      for (let copies = pick(random, [1, 1, 1, 2]); copies > 0; copies--)
        setTimeout(() => {
          if (!dead) for (const listener of heard) listener(notice);
        }, random() * SLOWEST_NOTICE);
    };
    ears.add(ear);
    const notices: Notices = {
      shared: true,
      post(notice) {
        if (!dead && !state.away) for (const one of ears) one(notice);
      },
      hear(listener) {
        heard.add(listener);
        return () => heard.delete(listener);
      },
    };
    const store: EventStore = {
      ...inner,
      notices,
      append: (request) => asked(() => locked(request.stream, () => inner.append(request))),
      appendInOrder: (requests) =>
        asked(() => locked(requests[0]?.stream ?? '', () => inner.appendInOrder(requests))),
      appendInTurn: (stream, after, decide) =>
        asked(() =>
          locked(stream, () =>
            // Whoever dies while holding a row lets go of it, and nothing of its transaction stays.
            inner.appendInTurn(stream, after, (fresh) => Promise.race([decide(fresh), death])),
          ),
        ),
      read: (...args) => asked(() => inner.read(...args)),
      findCommand: (...args) => asked(() => inner.findCommand(...args)),
      version: (...args) => asked(() => inner.version(...args)),
      versions: (...args) => asked(() => inner.versions(...args)),
      due: (...args) => asked(() => inner.due(...args)),
      words: (...args) => asked(() => inner.words(...args)),
      claimKey: (...args) => asked(() => inner.claimKey(...args)),
      getKey: (...args) => asked(() => inner.getKey(...args)),
    };
    return Object.assign(state, {
      store,
      die() {
        dead = true;
        ears.delete(ear);
        died();
      },
    });
  };
}
