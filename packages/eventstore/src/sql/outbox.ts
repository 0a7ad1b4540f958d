/** Sends what is handed over in one turn of the event loop as one message: threads wake each other less often. */
export function createOutbox<T>(send: (all: readonly T[]) => void): (one: T) => void {
  let waiting: T[] = [];
  return (one) => {
    if (waiting.length === 0)
      queueMicrotask(() => {
        const all = waiting;
        waiting = [];
        send(all);
      });
    waiting.push(one);
  };
}
