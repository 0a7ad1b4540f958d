import { type EventStore, StoreUnavailable } from '@btt/eventstore';

/** A store whose database can be taken away and brought back. */
export interface Unreliable {
  readonly store: EventStore;
  /** Nothing can be asked while it is. */
  away: boolean;
  /** The next append is written, but its answer gets lost. */
  losesAnswer: boolean;
  /** It goes away right after the next append to a stream whose name begins so. */
  leavesAfter: string | null;
}

export function unreliable(inner: EventStore): Unreliable {
  const asked = <T>(work: () => Promise<T>): Promise<T> =>
    state.away ? Promise.reject(new StoreUnavailable('The cable is out.')) : work();
  const appending = <T>(stream: string, work: () => Promise<T>): Promise<T> =>
    asked(async () => {
      const result = await work();
      if (state.leavesAfter !== null && stream.startsWith(state.leavesAfter)) {
        state.leavesAfter = null;
        state.away = true;
      }
      if (!state.losesAnswer) return result;
      state.losesAnswer = false;
      throw new StoreUnavailable('The answer got lost.');
    });
  const state: Unreliable = {
    away: false,
    losesAnswer: false,
    leavesAfter: null,
    store: {
      append: (request) => appending(request.stream, () => inner.append(request)),
      appendInOrder: (requests) => appending(requests[0]?.stream ?? '', () => inner.appendInOrder(requests)),
      appendInTurn: (...args) => asked(() => inner.appendInTurn(...args)),
      read: (...args) => asked(() => inner.read(...args)),
      findCommand: (...args) => asked(() => inner.findCommand(...args)),
      version: (...args) => asked(() => inner.version(...args)),
      versions: (...args) => asked(() => inner.versions(...args)),
      notices: inner.notices,
      now: inner.now,
      streams: (...args) => asked(() => inner.streams(...args)),
      due: (...args) => asked(() => inner.due(...args)),
      words: (...args) => asked(() => inner.words(...args)),
      deleteWords: (...args) => asked(() => inner.deleteWords(...args)),
      deleteStream: (...args) => asked(() => inner.deleteStream(...args)),
      putDocument: (...args) => asked(() => inner.putDocument(...args)),
      getDocument: (...args) => asked(() => inner.getDocument(...args)),
      deleteDocument: (...args) => asked(() => inner.deleteDocument(...args)),
      claimKey: (...args) => asked(() => inner.claimKey(...args)),
      getKey: (...args) => asked(() => inner.getKey(...args)),
      releaseKey: (...args) => asked(() => inner.releaseKey(...args)),
      keys: (...args) => asked(() => inner.keys(...args)),
      health: () => asked(() => inner.health()),
      close: () => inner.close(),
    },
  };
  return state;
}
