import { LONGEST_NOTICE, type Notices } from './port';

/** Notices that are heard in this process alone, each in a moment of its own. */
export function createNotices(): Notices {
  const listeners = new Set<(notice: string) => void>();
  return {
    shared: true,
    post(notice) {
      if (notice.length > LONGEST_NOTICE) return;
      setImmediate(() => {
        for (const listener of listeners) listener(notice);
      });
    },
    hear(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** For a database that one server has for itself: there is nobody to tell. */
export function unshared(): Notices {
  return { shared: false, post: () => undefined, hear: () => () => undefined };
}
